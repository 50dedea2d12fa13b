extension Lexer {
    mutating func lexPunctuation(_ first: UInt8) {
        switch first {
        case UInt8(ascii: "("): open(.openParen)
        case UInt8(ascii: "["): open(.openBracket)
        case UInt8(ascii: "{"):
            if !lexNamedValue() { open(.openBrace) }
        case UInt8(ascii: ")"): close(.closeParen)
        case UInt8(ascii: "]"): close(.closeBracket)
        case UInt8(ascii: "}"):
            if isAtHoleLevel { closeHole() } else { close(.closeBrace) }
        case UInt8(ascii: ":"):
            if isAtHoleLevel { lexFormat() } else { lexOperator(first) }
        default: lexOperator(first)
        }
    }

    /// Whether the current position is directly inside the braces of an interpolation.
    private var isAtHoleLevel: Bool { interpolations.last.map { $0.depth == 0 } ?? false }

    private mutating func open(_ kind: TokenKind) {
        if !interpolations.isEmpty { interpolations[interpolations.count - 1].depth += 1 }
        take(kind, 1)
    }

    private mutating func close(_ kind: TokenKind) {
        if let open = interpolations.last, open.depth > 0 { interpolations[interpolations.count - 1].depth -= 1 }
        take(kind, 1)
    }

    private mutating func take(_ kind: TokenKind, _ width: Int) {
        let start = position
        position += width
        append(kind, from: start)
    }

    private mutating func lexOperator(_ first: UInt8) {
        let second = byte(position + 1)
        if first == UInt8(ascii: "<"), second == UInt8(ascii: "<"), byte(position + 2) == UInt8(ascii: "=") {
            return take(.lessLessEquals, 3)
        }
        if let kind = Self.pair(first, second) { return take(kind, 2) }
        if let kind = Self.single(first) { return take(kind, 1) }
        lexBadCharacter()
    }

    private static func single(_ first: UInt8) -> TokenKind? {
        switch first {
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: "?"): .question
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "*"): .asterisk
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "&"): .ampersand
        case UInt8(ascii: "|"): .bar
        case UInt8(ascii: "^"): .caret
        case UInt8(ascii: "!"): .exclamation
        case UInt8(ascii: "~"): .tilde
        case UInt8(ascii: "="): .equals
        case UInt8(ascii: "<"): .lessThan
        case UInt8(ascii: ">"): .greaterThan
        default: nil
        }
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> TokenKind? {
        switch (first, second) {
        case (UInt8(ascii: ":"), UInt8(ascii: ":")): .colonColon
        case (UInt8(ascii: "?"), UInt8(ascii: "?")): .questionQuestion
        case (UInt8(ascii: "="), UInt8(ascii: ">")): .lambdaArrow
        case (UInt8(ascii: "-"), UInt8(ascii: ">")): .arrow
        case (UInt8(ascii: "&"), UInt8(ascii: "&")): .ampersandAmpersand
        case (UInt8(ascii: "|"), UInt8(ascii: "|")): .barBar
        case (UInt8(ascii: "+"), UInt8(ascii: "+")): .plusPlus
        case (UInt8(ascii: "-"), UInt8(ascii: "-")): .minusMinus
        case (UInt8(ascii: "<"), UInt8(ascii: "<")): .lessLess
        case (_, UInt8(ascii: "=")): withEquals(first)
        default: nil
        }
    }

    private static func withEquals(_ first: UInt8) -> TokenKind? {
        switch first {
        case UInt8(ascii: "="): .equalsEquals
        case UInt8(ascii: "!"): .exclamationEquals
        case UInt8(ascii: "<"): .lessThanEquals
        case UInt8(ascii: ">"): .greaterThanEquals
        case UInt8(ascii: "+"): .plusEquals
        case UInt8(ascii: "-"): .minusEquals
        case UInt8(ascii: "*"): .asteriskEquals
        case UInt8(ascii: "/"): .slashEquals
        case UInt8(ascii: "%"): .percentEquals
        case UInt8(ascii: "&"): .ampersandEquals
        case UInt8(ascii: "|"): .barEquals
        case UInt8(ascii: "^"): .caretEquals
        default: nil
        }
    }
}
