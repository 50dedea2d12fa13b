/// Puts named values in the place of their references. (declaration; body follows)
public struct NamedValueResolver: Sendable {
    /// What kind of text it is, which decides about names that do not exist.
    public enum Context: Sendable, Hashable {
        /// Text and expressions: every reference must exist.
        case text
        /// A Liquid template, which uses the same braces: only names that exist are replaced.
        case liquid
    }

    /// Where values come from.
    public var provider: any NamedValueProvider
    /// Whether a name without a value is taken as given.
    public var assumesUndefined: Bool

    /// Makes a resolver.
    public init(_ provider: any NamedValueProvider, assumesUndefined: Bool = false) {
        (self.provider, self.assumesUndefined) = (provider, assumesUndefined)
    }

    /// Replaces the named values of a text.
    public func resolve(_ text: PolicyText, context: Context = .text) -> ResolvedText {
        ResolvedText(pieces: [], span: text.span, secrets: [], hasUnknownNames: false, diagnostics: [])
    }
}
