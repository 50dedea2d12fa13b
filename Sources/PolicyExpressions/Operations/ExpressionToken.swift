public import PolicyDiagnostics

/// A token of an expression's code: what is left when white space and comments are not looked at.
public struct ExpressionToken: Sendable, Hashable {
    /// The token as it was written.
    public var text: String
    /// Its place in the code, in UTF-8 bytes.
    public var range: SourceRange
    /// Whether it is a literal, or text of an interpolated one: white space in it is a part of its value.
    public var isLiteral: Bool

    /// Cuts code into its tokens. What is no C# gives tokens as well, as far as they can be told.
    public static func all(in code: String) -> [ExpressionToken] {
        let bytes = Array(code.utf8)
        var lexer = Lexer(bytes, ParserOptions())
        lexer.lexAll()
        return lexer.tokens.filter { $0.kind != .endOfText }.map { token in
            let text = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
            return ExpressionToken(text: text, range: token.range, isLiteral: token.kind.isLiteral)
        }
    }
}

extension TokenKind {
    fileprivate var isLiteral: Bool {
        switch self {
        case .characterLiteral, .stringLiteral, .verbatimStringLiteral, .interpolatedText, .interpolationFormat: true
        default: false
        }
    }
}
