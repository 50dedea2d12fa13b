extension JSON {
    /// The value on one line, without spaces.
    package var compactText: String {
        var output = ""
        write(to: &output, indentation: nil)
        return output
    }

    /// The value over several lines, indented by two spaces.
    package var prettyText: String {
        var output = ""
        write(to: &output, indentation: 0)
        return output
    }

    private func write(to output: inout String, indentation: Int?) {
        switch self {
        case .null: output += "null"
        case .boolean(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .number(let text): output += text
        case .string(let value): Self.writeQuoted(value, to: &output)
        case .array(let elements):
            Self.writeList(elements, between: ("[", "]"), to: &output, indentation: indentation) { element, output, inner in
                element.write(to: &output, indentation: inner)
            }
        case .object(let members):
            Self.writeList(members, between: ("{", "}"), to: &output, indentation: indentation) { member, output, inner in
                Self.writeQuoted(member.name, to: &output)
                output += inner == nil ? ":" : ": "
                member.value.write(to: &output, indentation: inner)
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], between brackets: (open: String, close: String), to output: inout String, indentation: Int?,
        writeElement: (Element, inout String, Int?) -> Void
    ) {
        let inner = indentation.map { $0 + 2 }
        output += brackets.open
        for (index, element) in elements.enumerated() {
            if index > 0 { output += "," }
            breakLine(inner, in: &output)
            writeElement(element, &output, inner)
        }
        if !elements.isEmpty { breakLine(indentation, in: &output) }
        output += brackets.close
    }

    private static func breakLine(_ indentation: Int?, in output: inout String) {
        guard let indentation else { return }
        output += "\n" + String(repeating: " ", count: indentation)
    }

    private static func writeQuoted(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars { writeEscaped(scalar, to: &output) }
        output += "\""
    }

    private static func writeEscaped(_ scalar: Unicode.Scalar, to output: inout String) {
        switch scalar {
        case "\"": output += "\\\""
        case "\\": output += "\\\\"
        case "\n": output += "\\n"
        case "\r": output += "\\r"
        case "\t": output += "\\t"
        case "\u{8}": output += "\\b"
        case "\u{c}": output += "\\f"
        case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: output.unicodeScalars.append(scalar)
        }
    }
}
