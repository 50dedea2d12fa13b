import PolicyExpressions

/// A text that is one expression and nothing else but white space around it.
struct ExpressionText {
    let kind: ExpressionKind
    /// The inside of the brackets.
    let code: String

    /// Takes a text apart; nil when it is no expression. A text that only begins like one, as a password may, is none.
    init?(_ text: String) {
        var trimmed = text.trimmingXMLSpace
        let parts: (ExpressionKind, String)? = trimmed.withUTF8 { bytes in
            guard bytes.count > 2, bytes[0] == .at, bytes[1] == .openParen || bytes[1] == .openBrace else { return nil }
            let isBlock = bytes[1] == .openBrace
            var scanner = ExpressionScanner(bytes, from: 2, limit: bytes.count, readsEntities: false)
            guard (try? scanner.scanToClosingBracket(isBlock: isBlock)) != nil, scanner.position == bytes.count else { return nil }
            return (isBlock ? .block : .single, String(decoding: bytes[2..<bytes.count - 1], as: UTF8.self))
        }
        guard let parts else { return nil }
        (kind, code) = parts
    }
}
