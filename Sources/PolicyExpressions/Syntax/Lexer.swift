import PolicyDiagnostics

/// Cuts the code of an expression into tokens, all in one go.
///
/// The inside of an interpolated string is cut as well: its text, its braces and the tokens between them stand in the same list.
struct Lexer {
    /// An interpolated string that is not closed yet.
    struct OpenInterpolation {
        let isVerbatim: Bool
        let start: Int
        /// The innermost interpolation around this string that must end on its line.
        let enclosingLineHole: Int?
        /// Where the interpolation in work begins; nil while its text is read.
        var hole: Int?
        /// Brackets of every kind that are open inside the interpolation.
        var depth = 0

        /// The innermost interpolation that must end on its line: those of strings that are not verbatim.
        var lineHole: Int? { isVerbatim ? enclosingLineHole : hole }
    }

    let bytes: [UInt8]
    let options: ParserOptions
    var position = 0
    var startsLine = false
    var tokens = ContiguousArray<Token>()
    var diagnostics: [SyntaxDiagnostic] = []
    /// From here on what was meant is unknown: a literal or comment did not end.
    var unreliableFrom = Int.max
    var interpolations: [OpenInterpolation] = []

    init(_ bytes: [UInt8], _ options: ParserOptions) {
        (self.bytes, self.options) = (bytes, options)
        tokens.reserveCapacity(bytes.count / 3 + 8)
    }

    /// Reads the whole text; the last token is `endOfText`.
    mutating func lexAll() {
        while true {
            if let open = interpolations.last, open.hole == nil {
                lexInterpolatedText(open)
                continue
            }
            skipTrivia()
            guard position < bytes.count else { break }
            lexToken(bytes[position])
        }
        closeOpenInterpolations()
        append(.endOfText, from: bytes.count)
    }

    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    /// Ends a token at the current position.
    mutating func append(_ kind: TokenKind, _ contextual: ContextualKeyword = .none, flags: Token.Flags = [], from start: Int) {
        let flags = startsLine ? flags.union(.startsLine) : flags
        tokens.append(Token(kind: kind, contextual: contextual, flags: flags, start: UInt32(start), end: UInt32(position)))
        startsLine = false
    }

    mutating func report(_ code: Diagnostic.Code, _ message: String, _ start: Int, _ end: Int, hint: String? = nil) {
        guard diagnostics.count < options.diagnosticLimit else { return }
        diagnostics.append(SyntaxDiagnostic(code, message, at: SourceRange(start, end), hint: hint))
    }

    /// Reports what makes the rest of the text unreliable.
    mutating func reportUnterminated(_ code: Diagnostic.Code, _ message: String, _ start: Int, _ end: Int, hint: String? = nil) {
        if unreliableFrom == Int.max { report(code, message, start, end, hint: hint) }
        unreliableFrom = min(unreliableFrom, start)
    }

    private mutating func lexToken(_ first: UInt8) {
        let start = position
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): lexWord()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber()
        case UInt8(ascii: "\""): lexString()
        case UInt8(ascii: "'"): lexCharacter()
        case UInt8(ascii: "@"): lexAt()
        case UInt8(ascii: "$"): lexDollar()
        case UInt8(ascii: "."):
            if byte(position + 1).isDigit { lexNumber() } else { lexPunctuation(first) }
        case UInt8(ascii: "\\"), 0x80...: lexIdentifier(from: start, flags: [])
        default: lexPunctuation(first)
        }
    }

    private mutating func lexAt() {
        switch (byte(position + 1), byte(position + 2)) {
        case (UInt8(ascii: "\""), _): lexVerbatimString()
        case (UInt8(ascii: "$"), UInt8(ascii: "\"")): beginInterpolatedString(prefix: 3, isVerbatim: true)
        default:
            let start = position
            position += 1
            lexIdentifier(from: start, flags: .verbatim)
        }
    }

    private mutating func lexDollar() {
        switch (byte(position + 1), byte(position + 2)) {
        case (UInt8(ascii: "\""), _): beginInterpolatedString(prefix: 2, isVerbatim: false)
        case (UInt8(ascii: "@"), UInt8(ascii: "\"")): beginInterpolatedString(prefix: 3, isVerbatim: true)
        default: lexBadCharacter()
        }
    }

    /// Reads one character that begins no token.
    mutating func lexBadCharacter() {
        let start = position
        let scalar = scalar(at: position)
        position += max(1, scalar?.width ?? 1)
        let shown =
            scalar.map { $0.value.isASCII && $0.value.value < 32 ? "U+00" + String($0.value.value, radix: 16) : String($0.value) } ?? "?"
        report("CS1056", "the character '\(shown)' has no meaning here", start, position, hint: Self.hints[bytes[start]])
        append(.bad, from: start)
    }

    private static let hints: [UInt8: String] = [
        UInt8(ascii: "#"): "preprocessor directives are not supported in policy expressions",
        UInt8(ascii: "$"): "'$' begins an interpolated string only directly before its quote",
        UInt8(ascii: "@"): "'@' stands before a quote or a name",
    ]
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isASCIILetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
    var isASCIIIdentifierPart: Bool { isASCIILetter || isDigit || self == UInt8(ascii: "_") }
    var hexValue: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
