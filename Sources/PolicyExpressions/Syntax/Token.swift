import PolicyDiagnostics

/// A token: what it is and where it stands. Its text and value are read from the source when they are needed.
struct Token: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// An identifier written `@name`.
        static let verbatim = Flags(rawValue: 1)
        /// An identifier with a unicode escape in it.
        static let escaped = Flags(rawValue: 2)
        /// An identifier written `{{name}}`.
        static let namedValue = Flags(rawValue: 4)
        /// A line break stands between this token and the one before it.
        static let startsLine = Flags(rawValue: 8)
    }

    var kind: TokenKind
    /// The contextual keyword that an identifier's text is.
    var contextual: ContextualKeyword = .none
    var flags: Flags = []
    var start: UInt32
    var end: UInt32

    var range: SourceRange { SourceRange(Int(start), Int(end)) }
}

/// What a token is. Raw values in this order: names and literals, then keywords, then punctuation.
enum TokenKind: UInt8, Sendable {
    case endOfText, bad, identifier
    case integerLiteral, realLiteral, characterLiteral, stringLiteral, verbatimStringLiteral
    /// `$"`, text, `{`, tokens, `:format`, `}`, text, `"`.
    case interpolatedStart, verbatimInterpolatedStart, interpolatedText, interpolationOpen, interpolationFormat, interpolationClose
    case interpolatedEnd

    case keywordBool, keywordByte, keywordSbyte, keywordShort, keywordUshort, keywordInt, keywordUint, keywordLong, keywordUlong
    case keywordChar, keywordFloat, keywordDouble, keywordDecimal, keywordString, keywordObject, keywordVoid
    case keywordAs, keywordBase, keywordBreak, keywordCase, keywordCatch, keywordChecked, keywordConst, keywordContinue
    case keywordDefault, keywordDelegate, keywordDo, keywordElse, keywordFalse, keywordFinally, keywordFixed, keywordFor
    case keywordForeach, keywordGoto, keywordIf, keywordIn, keywordIs, keywordLock, keywordNew, keywordNull, keywordOut
    case keywordParams, keywordRef, keywordReturn, keywordSizeof, keywordStackalloc, keywordSwitch, keywordThis, keywordThrow
    case keywordTrue, keywordTry, keywordTypeof, keywordUnchecked, keywordUnsafe, keywordUsing, keywordWhile
    /// Keywords that begin declarations of types and members, and so nothing in an expression.
    case keywordOther

    case openParen, closeParen, openBracket, closeBracket, openBrace, closeBrace
    case comma, semicolon, colon, colonColon, dot, question, questionQuestion, lambdaArrow, arrow
    case plus, minus, asterisk, slash, percent, ampersand, bar, caret, exclamation, tilde
    case equals, equalsEquals, exclamationEquals, lessThan, lessThanEquals, greaterThan, greaterThanEquals
    case ampersandAmpersand, barBar, plusPlus, minusMinus, lessLess
    case plusEquals, minusEquals, asteriskEquals, slashEquals, percentEquals, ampersandEquals, barEquals, caretEquals, lessLessEquals
    /// Never lexed: the parser joins two adjacent tokens, so that `List<List<int>>` closes twice.
    case greaterGreater, greaterGreaterEquals

    var isKeyword: Bool { rawValue >= TokenKind.keywordBool.rawValue && rawValue <= TokenKind.keywordOther.rawValue }
    var isPredefinedType: Bool { rawValue >= TokenKind.keywordBool.rawValue && rawValue <= TokenKind.keywordVoid.rawValue }
    /// Whether it ends the code inside an interpolation.
    var endsInterpolation: Bool { self == .interpolationClose || self == .interpolationFormat || self == .interpolatedEnd }
}

/// Words that are keywords in some places and identifiers in all others.
enum ContextualKeyword: UInt8, Sendable {
    case none, `var`, when, async, await, yield
    case from, `where`, select, group, into, orderby, join, `let`, on, equals, by, ascending, descending

    /// Reserved inside a query expression.
    var isQueryKeyword: Bool { rawValue >= ContextualKeyword.from.rawValue }
}
