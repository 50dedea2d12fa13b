public import PolicyDiagnostics
public import PolicyExpressions

/// Where a policy stands: what LastError, traces and coverage call it by.
///
/// Made once when a document is compiled and shared by every request.
public final class PolicyPosition: Sendable {
    /// The element's name.
    public let name: String
    /// The scope of the document that the policy came with; a fragment has that of the document that includes it.
    public let scope: PolicyScope
    /// The section it runs in.
    public let section: PolicySection
    /// The policies around it, outermost first, such as `choose[3]/when[2]`; nil directly in a section. The number is
    /// the place among siblings of the same name and is left out where there is only one.
    public let path: String?
    /// The `id` attribute.
    public let policyID: String?
    /// The element's name in the author's text.
    public let span: SourceSpan?
    /// What is reached when the policy begins; empty unless coverage was asked for.
    public let coveragePoints: [CoveragePoint]

    /// Makes a position.
    public init(
        name: String, scope: PolicyScope, section: PolicySection, path: String? = nil, policyID: String? = nil, span: SourceSpan? = nil,
        coveragePoints: [CoveragePoint] = []
    ) {
        (self.name, self.scope, self.section) = (name, scope, section)
        (self.path, self.policyID, self.span) = (path, policyID, span)
        self.coveragePoints = coveragePoints
    }
}
