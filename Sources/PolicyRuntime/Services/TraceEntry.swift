/// What a policy or an expression writes to the trace of a request.
public struct TraceEntry: Sendable {
    /// How much an entry matters.
    public enum Severity: Sendable, Hashable {
        /// For those who look closely.
        case verbose
        /// Worth knowing.
        case information
        /// Something is wrong.
        case error
    }

    /// The text.
    public var message: String
    /// Who says so, where that is not the policy itself.
    public var source: String?
    /// How much it matters.
    public var severity: Severity
    /// Further facts by name, in order.
    public var metadata: [(name: String, value: String)]

    /// Makes an entry.
    public init(
        _ message: String, source: String? = nil, severity: Severity = .verbose, metadata: [(name: String, value: String)] = []
    ) {
        (self.message, self.source, self.severity, self.metadata) = (message, source, severity, metadata)
    }
}
