public import PolicyDiagnostics

/// A policy of the reference that this engine cannot run yet: it is accepted and printed, and refused when it is compiled.
public struct UnbuiltPolicy: Policy {
    /// Stands in for all of them; a node's own is in `PolicyNode.metadata`.
    public static let metadata = PolicyMetadata(
        "unbuilt", category: .controlFlow, sections: .all, summary: "A policy that is not implemented yet.")
    /// There is nothing to show.
    public static let examples: [PolicyExample] = []

    /// What the reference says about the policy.
    public let metadata: PolicyMetadata
    /// The element's name.
    public let span: SourceSpan

    init(metadata: PolicyMetadata, span: SourceSpan) { (self.metadata, self.span) = (metadata, span) }

    /// Takes a policy by its element's name.
    public init(reading element: inout PolicyReader) {
        self.init(metadata: KnownPolicies[element.element.name] ?? Self.metadata, span: element.element.nameSpan)
    }

    /// Refuses the document with an error of code `not-implemented`.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let message = "the policy '\(metadata.name)' is not implemented yet"
        scope.report(Diagnostic("not-implemented", .error, message, at: span))
        return .immediate { _ throws(PolicyError) in throw PolicyError(nil, message) }
    }
}
