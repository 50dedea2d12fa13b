import PolicyDiagnostics

extension Lexer {
    /// Reads a keyword or an identifier that begins with an ASCII letter or `_`.
    mutating func lexWord() {
        let start = position
        repeat { position += 1 } while position < bytes.count && bytes[position].isASCIIIdentifierPart
        if position < bytes.count, bytes[position] == UInt8(ascii: "\\") || bytes[position] >= 0x80 {
            position = start
            lexIdentifier(from: start, flags: [])
            return
        }
        let (kind, contextual) = Keywords.lookUp(bytes, start, position)
        append(kind, contextual, from: start)
    }

    /// Reads an identifier that may hold any letters and escapes; `start` is where its `@` stands, if it has one.
    mutating func lexIdentifier(from start: Int, flags: Token.Flags) {
        var flags = flags
        let first = position
        while let part = identifierPart(at: position, isFirst: position == first) {
            if part.isEscape { flags.insert(.escaped) }
            position += part.width
        }
        guard position > first else {
            position = start
            lexBadCharacter()
            return
        }
        append(.identifier, from: start, flags: flags)
    }

    private mutating func append(_ kind: TokenKind, from start: Int, flags: Token.Flags) {
        append(kind, .none, flags: flags, from: start)
    }

    private func identifierPart(at offset: Int, isFirst: Bool) -> (width: Int, isEscape: Bool)? {
        guard offset < bytes.count else { return nil }
        if bytes[offset].isASCIIIdentifierPart { return isFirst && bytes[offset].isDigit ? nil : (1, false) }
        if bytes[offset] == UInt8(ascii: "\\") {
            guard let (value, width) = unicodeEscape(at: offset), value.isIdentifierPart(isFirst: isFirst) else { return nil }
            return (width, true)
        }
        guard bytes[offset] >= 0x80, let (value, width) = scalar(at: offset) else { return nil }
        return value.isIdentifierPart(isFirst: isFirst) ? (width, false) : nil
    }

    /// `\u1234` or `\U00012345`.
    private func unicodeEscape(at offset: Int) -> (value: Unicode.Scalar, width: Int)? {
        let digits = byte(offset + 1) == UInt8(ascii: "u") ? 4 : byte(offset + 1) == UInt8(ascii: "U") ? 8 : 0
        guard digits > 0 else { return nil }
        var value: UInt32 = 0
        for index in 0..<digits {
            guard let digit = byte(offset + 2 + index).hexValue, value < 0x1000_0000 else { return nil }
            value = value << 4 | digit
        }
        return Unicode.Scalar(value).map { ($0, digits + 2) }
    }

    /// Reads `{{name}}` as one identifier, if that is asked for and that is what stands here.
    mutating func lexNamedValue() -> Bool {
        guard options.namedValuesAsIdentifiers, byte(position + 1) == UInt8(ascii: "{") else { return false }
        var end = position + 2
        while end < bytes.count, bytes[end].isNamedValuePart { end += 1 }
        guard end > position + 2, byte(end) == UInt8(ascii: "}"), byte(end + 1) == UInt8(ascii: "}") else { return false }
        let start = position
        position = end + 2
        append(.identifier, .none, flags: .namedValue, from: start)
        return true
    }
}

extension UInt8 {
    fileprivate var isNamedValuePart: Bool {
        isASCIIIdentifierPart || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}

extension Unicode.Scalar {
    /// The identifier rule of the C# language, by general category.
    fileprivate func isIdentifierPart(isFirst: Bool) -> Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber: true
        case .nonspacingMark, .spacingMark, .decimalNumber, .format: !isFirst
        case .connectorPunctuation: !isFirst || value == 0x5F
        default: false
        }
    }
}
