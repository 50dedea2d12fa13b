import PolicyExpressions

/// The characters of XML 1.0 in texts and names.
enum XMLCharacters {
    /// A text with markup escaped.
    ///
    /// - Throws: System.ArgumentException, as .NET's XmlWriter, for a character that XML does not have.
    static func escaped(_ text: String, inAttribute: Bool) throws(EvaluationError) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where inAttribute: result += "&quot;"
            case "\r": result += "&#xD;"
            case "\n" where inAttribute: result += "&#xA;"
            case "\t" where inAttribute: result += "&#x9;"
            case "\t", "\n", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}": result.unicodeScalars.append(scalar)
            default: throw .argument("'\(hexadecimal(scalar))', hexadecimal value 0x\(hexadecimal(scalar)), is an invalid character.")
            }
        }
        return result
    }

    /// A name with every character that may not stand there as `_xHHHH_`, as .NET's `XmlConvert.EncodeLocalName` writes it.
    static func encodedName(_ name: String) -> String {
        var result = ""
        for (index, scalar) in name.unicodeScalars.enumerated() {
            if index == 0 ? isNameStart(scalar) : isNamePart(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "_x" + hexadecimal(scalar) + "_"
            }
        }
        return result.isEmpty ? "_x0000_" : result
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// NCNameStartChar of XML 1.0, fifth edition.
    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "_", "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{2FF}", "\u{370}"..."\u{37D}",
            "\u{37F}"..."\u{1FFF}", "\u{200C}"..."\u{200D}", "\u{2070}"..."\u{218F}", "\u{2C00}"..."\u{2FEF}", "\u{3001}"..."\u{D7FF}",
            "\u{F900}"..."\u{FDCF}", "\u{FDF0}"..."\u{FFFD}", "\u{10000}"..."\u{EFFFF}":
            true
        default: false
        }
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", ".", "0"..."9", "\u{B7}", "\u{300}"..."\u{36F}", "\u{203F}"..."\u{2040}": true
        default: isNameStart(scalar)
        }
    }
}
