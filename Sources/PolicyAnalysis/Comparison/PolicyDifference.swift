public import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// One thing in which two documents differ.
public struct PolicyDifference: Sendable, Hashable {
    /// How they differ.
    public enum Kind: String, Sendable, Hashable {
        /// Only the first document has it.
        case removed
        /// Only the second document has it.
        case added
        /// Both have it with another value.
        case changed
        /// Both have it, in another place among its siblings.
        case moved
    }

    /// What stands in one of the documents.
    public struct Side: Sendable, Hashable {
        /// The author's text.
        public var text: String
        /// Where it stands.
        public var span: SourceSpan
    }

    /// How the documents differ here.
    public var kind: Kind
    /// The way from the root: `inbound/choose[2]/when/set-header[name=X]`, with `@attribute` at its end for an attribute.
    public var path: String
    /// What the first document has; nil for what was added.
    public var left: Side?
    /// What the second document has; nil for what was removed.
    public var right: Side?
}
