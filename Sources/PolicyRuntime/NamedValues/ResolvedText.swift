public import PolicyDiagnostics
public import PolicyExpressions

/// The text of an attribute or an element with its named values replaced.
public struct ResolvedText: Sendable {
    /// A part of the text.
    public enum Piece: Sendable {
        /// Literal text.
        case literal(MappedText)
        /// The inside of `@( )` or `@{ }`, and where named values stand in it.
        case expression(ExpressionKind, MappedText, [NamedValueSubstitution])
    }

    /// The parts in order; empty for an empty text.
    public var pieces: [Piece] = []
    /// The author's text, quotes not included.
    public var span: SourceSpan
    /// The texts that may never be shown.
    public var secrets: [String] = []
    /// Whether a name had no value and was taken as given: the text is not known, only its shape.
    public var hasUnknownNames = false
    /// Whether such a name stands in code, outside of C#'s literals: the code can be parsed, and not be bound.
    public var hasUnknownNamesInCode = false
    /// What was found.
    public var diagnostics: [Diagnostic] = []

    init(span: SourceSpan) { self.span = span }

    /// Adds literal text; neighbours become one piece.
    mutating func append(_ text: MappedText) {
        guard !text.string.isEmpty else { return }
        guard case .literal(var last)? = pieces.last else {
            pieces.append(.literal(text))
            return
        }
        last.string += text.string
        last.map.append(SourceRange(0, text.string.utf8.count), of: text.map)
        pieces[pieces.count - 1] = .literal(last)
    }
}

/// A named value where it took the place of a reference in an expression.
public struct NamedValueSubstitution: Sendable, Hashable {
    /// The bytes in the text after substitution.
    public var derived: SourceRange
    /// The name.
    public var name: String
    /// Whether the value may never be shown.
    public var isSecret: Bool
}

extension Sequence<NamedValueSubstitution> {
    /// What a user has to see to understand a problem inside a substituted value: the lines after substitution, secrets masked. Nil when
    /// the problem touches no named value.
    ///
    /// - Parameters:
    ///   - range: the bytes of the problem in the text after substitution.
    ///   - text: the text after substitution.
    public func note(on range: SourceRange, in text: MappedText) -> Diagnostic.Note? {
        let touched = filter { $0.derived.lowerBound <= range.upperBound && range.lowerBound <= $0.derived.upperBound }
        guard !touched.isEmpty else { return nil }
        let names = touched.map { "'\($0.name)'" }.joined(separator: ", ")
        let shown = line(around: range, in: text.string)
        return Diagnostic.Note("with \(names) replaced this is: \(shown)", at: text.map.origin(of: range))
    }

    /// The lines of a range, with `•••` in place of secrets.
    private func line(around range: SourceRange, in text: String) -> String {
        let bytes = Array(text.utf8)
        var (lower, upper) = (Swift.min(range.lowerBound, bytes.count), Swift.min(range.upperBound, bytes.count))
        while lower > 0, bytes[lower - 1] != .lineFeed { lower -= 1 }
        while upper < bytes.count, bytes[upper] != .lineFeed { upper += 1 }
        var (shown, position) = ("", lower)
        for secret in self where secret.isSecret && secret.derived.upperBound > lower && secret.derived.lowerBound < upper {
            let start = Swift.max(position, secret.derived.lowerBound)
            shown += String(decoding: bytes[position..<start], as: UTF8.self) + SecretMask.replacement
            position = Swift.min(upper, secret.derived.upperBound)
        }
        return (shown + String(decoding: bytes[position..<upper], as: UTF8.self)).trimmingXMLSpace
    }
}
