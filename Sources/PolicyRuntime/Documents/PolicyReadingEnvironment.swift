import PolicyDiagnostics

/// What is known around an element while its policy is read.
struct PolicyReadingEnvironment: Sendable {
    var registry = PolicyRegistry([])
    /// The section; nil in a fragment, which takes the one of the document that includes it.
    var section: PolicySection?
    /// The scope, if the caller said it.
    var scope: PolicyScope?
    /// Whether the document is a fragment.
    var isFragment = false
    /// Whether the document is the content of a section; a GraphQL resolver's data source, which belongs to none, may be such a document.
    var isSnippet = false
    /// Whether the element stands inside another policy.
    var isNested = false
    /// Whether the element is a part of another policy, such as the `set-header` of a `send-request`: the rules of sections do not hold.
    var isPart = false

    /// Reads a policy's element; nil when there is no such policy, which is reported.
    func readPolicy(_ element: XMLElement, _ diagnostics: inout [Diagnostic]) -> PolicyNode? {
        let type = registry[element.name]
        guard let metadata = type?.metadata ?? KnownPolicies[element.name] else {
            diagnostics.append(unknownElement(element))
            return nil
        }
        guard checkPlace(of: element, metadata, &diagnostics) else { return nil }
        guard let type else { return unbuilt(element, metadata, &diagnostics) }
        var reader = PolicyReader(element, in: self)
        reader.claimedAttributes.append("id")
        let policy = type.init(reading: &reader)
        diagnostics += reader.finish()
        return PolicyNode(element: element, policy: policy)
    }

    private func unbuilt(_ element: XMLElement, _ metadata: PolicyMetadata, _ diagnostics: inout [Diagnostic]) -> PolicyNode {
        diagnostics.append(
            Diagnostic("not-implemented", .warning, "the policy '\(element.name)' is not implemented yet", at: element.nameSpan))
        return PolicyNode(element: element, policy: UnbuiltPolicy(metadata: metadata, span: element.nameSpan))
    }

    private func unknownElement(_ element: XMLElement) -> Diagnostic {
        if PolicySection(rawValue: element.name) != nil {
            let message = "the section '\(element.name)' is not allowed here"
            return Diagnostic("not-allowed-here", .error, message, at: element.nameSpan, hint: "sections stand directly in 'policies'")
        }
        let known = Set(registry.names + KnownPolicies.names)
        return Diagnostic(
            "unknown-element", .error, "there is no policy '\(element.name)'", at: element.nameSpan,
            hint: didYouMean(element.name, among: known))
    }

    private func checkPlace(of element: XMLElement, _ metadata: PolicyMetadata, _ diagnostics: inout [Diagnostic]) -> Bool {
        guard !isPart, let problem = misplacement(of: element, metadata) else { return true }
        diagnostics.append(problem)
        return false
    }

    private func misplacement(of element: XMLElement, _ metadata: PolicyMetadata) -> Diagnostic? {
        let name = element.name
        if name == "base", isFragment || isNested {
            let place = isFragment ? "a fragment" : "another policy"
            return Diagnostic(
                "not-allowed-here", .error, "'base' is not allowed in \(place)", at: element.nameSpan,
                hint: "it stands directly in a section")
        }
        if name == "include-fragment", isFragment {
            return Diagnostic("not-allowed-here", .error, "a fragment cannot include another one", at: element.nameSpan)
        }
        let belongsToNoSection = isSnippet && metadata.sections.isEmpty
        if let section, !belongsToNoSection, let problem = metadata.misplacement(in: section, at: element.nameSpan) { return problem }
        return scope.flatMap { metadata.misplacement(in: $0, at: element.nameSpan) }
    }
}
