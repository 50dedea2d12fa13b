public import PolicyRuntime

/// The reference of policies as pages of Markdown: `Docs/Policies`, and what `apim-policy explain` prints.
///
/// A page is made of what the policy declares by reading, of its examples, which tests run, and of `PolicyNotes`.
public struct PolicyReference {
    private let registry: PolicyRegistry

    /// A page.
    public struct Page: Sendable {
        /// The file's name.
        public var name: String
        /// The text.
        public var text: String
    }

    /// Makes the reference of the policies that are built.
    public init(_ registry: PolicyRegistry = .standard) { self.registry = registry }

    /// Every page: the index, and one for each policy.
    public var pages: [Page] {
        [Page(name: "README.md", text: index)] + registry.all.map { Page(name: $0.metadata.name + ".md", text: text(of: $0)) }
    }

    /// The page of a policy that is known; one that is not built says so. Nil when there is no such policy.
    public func text(of name: String) -> String? {
        if let policy = registry[name] { return text(of: policy) }
        guard let metadata = KnownPolicies[name] else { return nil }
        return head(metadata) + "\nThis engine does not run it yet: a document with it is refused when it is compiled.\n"
    }

    private var index: String {
        var text = "# Policies\n\nMade from the policies themselves; `apim-policy explain NAME` prints a page in the terminal.\n"
        for category in PolicyMetadata.Category.allCases {
            let built = registry.all.map { $0.metadata }.filter { $0.category == category }
            let unbuilt = KnownPolicies.names.compactMap { KnownPolicies[$0] }.filter {
                $0.category == category && registry[$0.name] == nil
            }
            text += "\n## \(category.rawValue)\n\n"
            for metadata in built { text += "- [`\(metadata.name)`](\(metadata.name).md): \(metadata.summary)\n" }
            if !unbuilt.isEmpty { text += "- not built yet: \(unbuilt.map { "`\($0.name)`" }.joined(separator: ", "))\n" }
        }
        return text
    }

    private func text(of policy: any Policy.Type) -> String {
        let (metadata, schema) = (policy.metadata, policy.schema)
        let notes = PolicyNotes.standard[metadata.name] ?? PolicyNotes()
        return head(metadata) + PolicySchemaText.sections(of: schema) + errors(notes) + quirks(notes) + examples(policy.examples)
    }

    private func head(_ metadata: PolicyMetadata) -> String {
        let sections = PolicySection.allCases.filter(metadata.sections.contains).map(\.rawValue)
        let scopes = PolicyScope.allCases.filter(metadata.scopes.contains).map(\.rawValue)
        var text = "# \(metadata.name)\n\n\(metadata.summary)\n\n- Category: \(metadata.category.rawValue)\n"
        text += "- Sections: \(sections.isEmpty ? "none; it is a document of its own" : sections.joined(separator: ", "))\n"
        text += "- Scopes: \(scopes.joined(separator: ", "))\n"
        switch metadata.multiplicity {
        case .unlimited: break
        case .oncePerSection: text += "- At most once in a section\n"
        case .oncePerDocument: text += "- At most once in a document\n"
        }
        return text
    }

    private func errors(_ notes: PolicyNotes) -> String {
        guard !notes.errors.isEmpty else { return "" }
        let lines = notes.errors.map { error in
            "- \(error.reason.map { "`\($0)`" } ?? "no reason"), \(error.status): \(error.condition)\n"
        }
        return "\n## Errors\n\n" + lines.joined()
            + "- `ExpressionValueEvaluationFailure`, 500: an expression throws, or gives what cannot stand there\n"
    }

    private func quirks(_ notes: PolicyNotes) -> String {
        guard !notes.quirks.isEmpty else { return "" }
        return "\n## Where the documentation is silent or contradicts itself\n\n" + notes.quirks.map { "- \($0)\n" }.joined()
    }

    private func examples(_ examples: [PolicyExample]) -> String {
        guard !examples.isEmpty else { return "" }
        let intro =
            "\n## Examples\n\nThe API's path is `shop`, its service URL `https://backend.example/svc`. Each example is run as a test.\n"
        return intro + examples.map(PolicyExampleText.text).joined()
    }
}
