public import PolicyDiagnostics

/// The fragments that `include-fragment` can name.
public struct PolicyFragments: Sendable {
    private var documents: [String: PolicyDocument]
    private var registry: PolicyRegistry

    /// Takes documents by the fragments' identifiers.
    ///
    /// - Parameter registry: the policies that the documents were read with.
    public init(_ documents: [String: PolicyDocument] = [:], registry: PolicyRegistry = PolicyRegistry([])) {
        (self.documents, self.registry) = (documents, registry)
    }

    /// Reads the texts of fragments.
    public static func parse(
        _ sources: [String: SourceText], registry: PolicyRegistry
    ) -> (fragments: PolicyFragments, diagnostics: [Diagnostic]) {
        var documents: [String: PolicyDocument] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            let parsed = PolicyParser(registry: registry).parse(source)
            documents[name] = parsed.document
            diagnostics += parsed.diagnostics
            guard let document = parsed.document, document.kind != .fragment else { continue }
            let root = document.roots.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }.first
            let problem = "the fragment '\(name)' has the root 'fragment'"
            diagnostics.append(Diagnostic("not-a-fragment", .error, problem, at: root?.nameSpan))
        }
        return (PolicyFragments(documents, registry: registry), diagnostics)
    }

    /// The identifiers, in alphabetical order.
    public var names: [String] { documents.keys.sorted() }

    /// The policies of a fragment, read anew where they are included: only there is it known which of them may stand in it.
    ///
    /// A fragment in a fragment is refused, and so is every circle.
    func policies(
        of name: String, in section: PolicySection, _ diagnostics: inout [Diagnostic]
    ) -> [PolicyNode]? {
        guard let document = documents[name] else { return nil }
        var environment = PolicyReadingEnvironment(registry: registry, section: section)
        environment.isFragment = true
        var found: [Diagnostic] = []
        let root = document.roots.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }.first
        let policies = (root?.elements ?? []).compactMap { environment.readPolicy($0, &found) }
        // What does not depend on the place was reported when the fragment was parsed.
        diagnostics += found.filter { $0.severity == .error }
        return policies
    }
}
