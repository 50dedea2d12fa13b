public import PolicyDiagnostics
public import PolicyExpressions

/// The text of an attribute or an element with its named values replaced.
public struct ResolvedText: Sendable {
    /// A part of the text.
    public enum Piece: Sendable {
        /// Literal text.
        case literal(MappedText)
        /// The inside of `@( )` or `@{ }`.
        case expression(ExpressionKind, MappedText, [NamedValueSubstitution])
    }

    /// The parts in order; empty for an empty text.
    public var pieces: [Piece]
    /// The author's text, quotes not included.
    public var span: SourceSpan
    /// The texts that may never be shown.
    public var secrets: [String]
    /// Whether a name had no value and was taken as given: the text is not known, only its shape.
    public var hasUnknownNames: Bool
    /// What was found.
    public var diagnostics: [Diagnostic]
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
