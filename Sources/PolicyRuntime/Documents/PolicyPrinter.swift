import PolicyExpressions

extension PolicyDocument {
    /// The document as text, comments kept, indented by four spaces. Read again in the same form, it equals this one.
    ///
    /// - Parameter form: how expressions are written; `auto` writes them raw.
    public func print(_ form: DocumentForm = .rawxml) -> String { PolicyPrinter(form: form).print(roots) }
}

/// Writes elements as text again.
public struct PolicyPrinter: Sendable {
    /// How expressions are written; `auto` writes them raw.
    public var form: DocumentForm

    /// Makes a printer.
    public init(form: DocumentForm = .rawxml) { self.form = form }

    /// The text of nodes that stand at the top of a document.
    public func print(_ roots: [XMLNode]) -> String {
        var output = ""
        let hasText = roots.hasText
        for root in roots {
            print(root, in: nil, indent: 0, into: &output)
            if !hasText { output += "\n" }
        }
        return output
    }

    private func print(_ node: XMLNode, in parent: String?, indent: Int, into output: inout String) {
        switch node {
        case .element(let element): print(element, indent: indent, into: &output)
        case .text(let text): print(text, in: parent, isAttribute: false, into: &output)
        case .comment(let comment): output += "<!--\(comment)-->"
        }
    }

    private func print(_ element: XMLElement, indent: Int, into output: inout String) {
        output += "<\(element.name)"
        for attribute in element.attributes {
            output += " \(attribute.name)=\""
            print(attribute.value, in: nil, isAttribute: true, into: &output)
            output += "\""
        }
        guard !element.children.isEmpty else {
            output += " />"
            return
        }
        output += ">"
        printChildren(of: element, indent: indent, into: &output)
        output += "</\(element.name)>"
    }

    /// Children stand on lines of their own, unless there is text among them, to which white space would be added.
    private func printChildren(of element: XMLElement, indent: Int, into output: inout String) {
        let hasText = element.children.hasText
        for child in element.children {
            if !hasText { output += "\n" + String(repeating: " ", count: 4 * (indent + 1)) }
            print(child, in: element.name, indent: indent + 1, into: &output)
        }
        if !hasText { output += "\n" + String(repeating: " ", count: 4 * indent) }
    }

    private func print(_ text: PolicyText, in parent: String?, isAttribute: Bool, into output: inout String) {
        let isBlank = text.literal?.string.utf8.allSatisfy(\.isXMLWhitespace) ?? false
        for piece in text.pieces {
            switch piece {
            case .literal(let literal): append(literal.string, isAttribute: isAttribute, isBlank: isBlank && !isAttribute, to: &output)
            case .expression(let kind, let code):
                let written = form == .xml ? Self.escaped(code: code.string) : code.string
                let expression = kind == .block ? "@{\(written)}" : "@(\(written))"
                output += endsElement(expression, parent) ? "<![CDATA[\(expression)]]>" : expression
            }
        }
    }

    /// Whether raw code holds what would be read as the end tag of its element.
    private func endsElement(_ code: String, _ parent: String?) -> Bool {
        guard let parent else { return false }
        return code.contains("</\(parent)")
    }

    /// The code of an expression as it stands in the form `xml`.
    public static func escaped(code: String) -> String {
        code.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// Escapes literal text; white space that reading would drop or change, and what would begin an expression, are numbers.
    private func append(_ literal: String, isAttribute: Bool, isBlank: Bool, to output: inout String) {
        let escapesAt = literal.contains("@(") || literal.contains("@{") || literal.hasSuffix("@")
        for scalar in literal.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"" where isAttribute: output += "&quot;"
            case "@" where escapesAt: output += "&#64;"
            case "\r": output += "&#13;"
            case "\n" where isAttribute || isBlank, "\t" where isAttribute || isBlank, " " where isBlank: output += "&#\(scalar.value);"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }
}

extension [XMLNode] {
    fileprivate var hasText: Bool { contains { if case .text = $0 { true } else { false } } }
}
