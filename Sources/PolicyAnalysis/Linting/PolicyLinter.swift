public import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

/// Finds what documents that are accepted do other than it was meant.
///
/// ```swift
/// let parsed = PolicyParser(registry: .standard).parse(source)
/// let findings = PolicyLinter().diagnostics(of: parsed.document!)
/// ```
public struct PolicyLinter: Sendable {
    /// The rules that are looked after.
    public var rules: [LintRule]
    /// The scope that documents are for; nil when it is not known, and rules about scopes say nothing they are not sure of.
    public var scope: PolicyScope?

    /// Makes a linter.
    public init(rules: [LintRule] = LintRule.all, scope: PolicyScope? = nil) { (self.rules, self.scope) = (rules, scope) }

    /// What the rules find in a document, in the order of the text; what comments in it disable is left out.
    public func diagnostics(of document: PolicyDocument) -> [Diagnostic] {
        let analyzed = AnalyzedDocument(document, scope: scope)
        let codes = Set(LintRule.all.map(\.code.rawValue))
        let suppressions = LintSuppressions(in: document.roots, source: document.source, codes: codes)
        let found = rules.flatMap { rule in
            rule.check(analyzed).compactMap { finding -> Diagnostic? in
                guard !suppressions.covers(rule.code, at: finding.span) else { return nil }
                return Diagnostic(
                    rule.code, rule.severity, finding.message, at: finding.span, hint: finding.hint, notes: finding.notes, fix: finding.fix)
            }
        }
        return (suppressions.diagnostics + found).sortedByPlace()
    }
}
