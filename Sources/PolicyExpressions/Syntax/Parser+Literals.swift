import PolicyDiagnostics

extension Parser {
    mutating func parseLiteral() -> ExpressionSyntax {
        let start = position
        let literal = literal(token)
        advance()
        return make(.literal(literal), from: start)
    }

    private mutating func literal(_ token: Token) -> LiteralSyntax {
        let (start, end) = (Int(token.start), Int(token.end))
        switch token.kind {
        case .keywordNull: return .null
        case .keywordTrue: return .boolean(true)
        case .keywordFalse: return .boolean(false)
        case .integerLiteral: return .integer(integerLiteral(start, end))
        case .realLiteral: return .real(realLiteral(start, end))
        case .characterLiteral: return .character(characterLiteral(start, end))
        case .verbatimStringLiteral: return .string(decode(start + 2, closedAt: end, isVerbatim: true))
        default: return .string(decode(start + 1, closedAt: end, isVerbatim: false))
        }
    }

    /// The contents of a string whose quote may be missing at the end of a broken text.
    private mutating func decode(_ start: Int, closedAt end: Int, isVerbatim: Bool) -> StringLiteral {
        let isClosed = end > start && bytes[end - 1] == UInt8(ascii: "\"")
        return decodeText(start, isClosed ? end - 1 : end, isVerbatim ? .verbatim : [])
    }

    private mutating func characterLiteral(_ start: Int, _ end: Int) -> UInt16 {
        guard end > start + 1, bytes[end - 1] == UInt8(ascii: "'") else { return 0 }
        let reported = diagnostics.count
        let units: [UInt16] =
            switch decodeText(start + 1, end - 1, []) {
            case .text(let text): Array(text.utf16)
            case .units(let units): units
            }
        if units.count == 1 || diagnostics.count > reported { return units.first ?? 0 }
        let range = SourceRange(start, end)
        if units.isEmpty {
            reportIndependent("CS1011", "the character literal is empty", at: range, hint: "an empty string is written \"\"")
        } else {
            reportIndependent("CS1012", "a character literal holds one character", at: range, hint: "a string is written in double quotes")
        }
        return units.first ?? 0
    }
}

extension Parser {
    // MARK: Numbers

    private mutating func integerLiteral(_ start: Int, _ end: Int) -> IntegerLiteral {
        let mark = end - start > 1 && bytes[start] == UInt8(ascii: "0") ? bytes[start + 1] | 0x20 : 0
        let radix: UInt64 = mark == UInt8(ascii: "x") ? 16 : mark == UInt8(ascii: "b") ? 2 : 10
        var digitsEnd = end
        var (isUnsigned, isLong) = (false, false)
        while digitsEnd > start {
            let last = bytes[digitsEnd - 1] | 0x20
            if last == UInt8(ascii: "u"), !isUnsigned {
                isUnsigned = true
            } else if last == UInt8(ascii: "l"), !isLong {
                isLong = true
            } else {
                break
            }
            digitsEnd -= 1
        }
        let magnitude = magnitude(radix == 10 ? start : start + 2, digitsEnd, radix, whole: SourceRange(start, end))
        return IntegerLiteral(magnitude: magnitude, isUnsigned: isUnsigned, isLong: isLong, isDecimal: radix == 10)
    }

    private mutating func magnitude(_ start: Int, _ end: Int, _ radix: UInt64, whole: SourceRange) -> UInt64 {
        // `0x_FF` is legal, `1_` and `_1` are not.
        guard end > start, bytes[end - 1] != UInt8(ascii: "_") else { return reportInvalidNumber(whole) }
        var value: UInt64 = 0
        var overflows = false
        for byte in bytes[start..<end] where byte != UInt8(ascii: "_") {
            guard let digit = byte.hexValue.map(UInt64.init), digit < radix else { return reportInvalidNumber(whole) }
            let (product, high) = value.multipliedReportingOverflow(by: radix)
            let (sum, carry) = product.addingReportingOverflow(digit)
            overflows = overflows || high || carry
            value = sum
        }
        if overflows {
            reportIndependent(
                "CS1021", "the integer is too large for any integer type", at: whole, hint: "a decimal is written with the suffix m")
        }
        return value
    }

    private mutating func reportInvalidNumber(_ range: SourceRange) -> UInt64 {
        reportIndependent("CS1013", "'\(text(range.lowerBound, range.upperBound).prefix(40))' is not a number", at: range)
        return 0
    }

    private mutating func realLiteral(_ start: Int, _ end: Int) -> RealLiteral {
        var digits = bytes[start..<end]
        var suffix = RealLiteral.Suffix.none
        switch (digits.last ?? 0) | 0x20 {
        case UInt8(ascii: "f"): suffix = .float
        case UInt8(ascii: "d"): suffix = .double
        case UInt8(ascii: "m"): suffix = .decimal
        default: break
        }
        if suffix != .none { digits = digits.dropLast() }
        if !Self.isRealNumber(digits) { _ = reportInvalidNumber(SourceRange(start, end)) }
        return RealLiteral(text: String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self), suffix: suffix)
    }

    /// Whether every `_` stands between digits, and nothing but digits, a point and an exponent is there.
    private static func isRealNumber(_ text: ArraySlice<UInt8>) -> Bool {
        for index in text.indices where !text[index].isDigit {
            let isExponent = text[index] | 0x20 == UInt8(ascii: "e")
            let isMark = isExponent || [UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(text[index])
            let touchesUnderscore =
                index > text.startIndex && text[index - 1] == UInt8(ascii: "_")
                || index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "_")
            let isInnerUnderscore = text[index] == UInt8(ascii: "_") && index > text.startIndex && index + 1 < text.endIndex
            guard isMark && !touchesUnderscore || isInnerUnderscore else { return false }
        }
        return true
    }
}
