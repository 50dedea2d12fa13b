import PolicyDiagnostics

extension Parser {
    /// Takes an identifier, or reports that it is missing.
    mutating func parseIdentifier() -> IdentifierSyntax {
        guard isAtIdentifier else {
            let hint = current.isKeyword ? "'\(text(of: token))' is a keyword; as a name it is written '@\(text(of: token))'" : nil
            reportMissing("a name", code: "CS1001", hint: hint)
            return IdentifierSyntax("", SourceRange(position, position))
        }
        let token = token
        advance()
        return IdentifierSyntax(
            identifierText(token), token.range, isVerbatim: token.flags.contains(.verbatim),
            isNamedValue: token.flags.contains(.namedValue))
    }

    private func identifierText(_ token: Token) -> String {
        let (start, end) = (Int(token.start), Int(token.end))
        if token.flags.contains(.namedValue) { return text(start + 2, end - 2) }
        let name = token.flags.contains(.verbatim) ? start + 1 : start
        return token.flags.contains(.escaped) ? withoutEscapes(name, end) : text(name, end)
    }

    /// The lexer has checked the escapes.
    private func withoutEscapes(_ start: Int, _ end: Int) -> String {
        var units: [UInt8] = []
        var offset = start
        while offset < end {
            guard bytes[offset] == UInt8(ascii: "\\") else {
                units.append(bytes[offset])
                offset += 1
                continue
            }
            let digits = bytes[offset + 1] == UInt8(ascii: "u") ? 4 : 8
            let value = bytes[(offset + 2)..<(offset + 2 + digits)].reduce(UInt32(0)) { $0 << 4 | ($1.hexValue ?? 0) }
            if let scalar = Unicode.Scalar(value) { units.append(contentsOf: Array(String(scalar).utf8)) }
            offset += digits + 2
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// Takes a name, with type arguments if `<` begins some here.
    mutating func parseSimpleName(in context: NameContext) -> SimpleNameSyntax {
        let start = position
        let identifier = parseIdentifier()
        guard current == .lessThan, isTypeArgumentList(in: context) else { return SimpleNameSyntax(identifier) }
        let arguments = parseTypeArguments()
        return SimpleNameSyntax(identifier, typeArguments: arguments, range: range(from: start))
    }
}
