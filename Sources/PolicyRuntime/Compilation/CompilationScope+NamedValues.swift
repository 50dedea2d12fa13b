import PolicyDiagnostics

extension CompilationScope {
    /// Puts named values into a text and reports what was found.
    mutating func resolve(_ text: PolicyText) -> ResolvedText {
        let resolved = namedValues.resolve(text)
        for diagnostic in resolved.diagnostics { report(diagnostic) }
        return resolved
    }
}
