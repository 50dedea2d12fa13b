public import PolicyDiagnostics

/// Where a policy is compiled. (Placeholder)
public struct CompilationScope {
    /// What was found.
    public var diagnostics: [Diagnostic] = []
    /// Adds a diagnostic.
    public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
/// What runs. (Placeholder)
public enum PolicyAction: Sendable {
    case none
}
/// An example. (Placeholder)
public struct PolicyExample: Sendable {}
