public import PolicyDiagnostics

extension PolicyMetadata {
    /// What is wrong with the policy in a section; nil when it may stand there. A fragment's policies are checked where it is included.
    public func misplacement(in section: PolicySection, at span: SourceSpan?) -> Diagnostic? {
        guard !sections.contains(section) else { return nil }
        let allowed = PolicySection.allCases.filter(sections.contains).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let message = "the policy '\(name)' is not allowed in this section, '\(section.rawValue)'"
        return Diagnostic("not-allowed-in-section", .error, message, at: span, hint: allowed.isEmpty ? nil : "it is allowed in \(allowed)")
    }

    /// What is wrong with the policy in a document of a scope; nil when it may stand there.
    public func misplacement(in scope: PolicyScope, at span: SourceSpan?) -> Diagnostic? {
        guard !scopes.contains(scope) else { return nil }
        let message = "the policy '\(name)' is not allowed in a document of scope '\(scope.rawValue)'"
        let allowed = PolicyScope.allCases.filter(scopes.contains).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return Diagnostic("not-allowed-in-scope", .error, message, at: span, hint: allowed.isEmpty ? nil : "it is allowed in \(allowed)")
    }
}
