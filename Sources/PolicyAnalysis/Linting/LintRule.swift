public import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A rule about documents that are accepted and may not do what was meant.
public struct LintRule: Sendable {
    /// The groups of the reference.
    public enum Category: String, Sendable, Hashable, CaseIterable {
        /// What lets strangers in, or data out.
        case security = "Security"
        /// Counters that count for the wrong one.
        case rateLimiting = "Limits and counters"
        /// Stored answers that go to the wrong one, or to nobody.
        case caching = "Caching"
        /// Bodies that are gone or were never there.
        case bodies = "Bodies"
        /// Variables and headers that are missing when they are read.
        case variables = "Variables and headers"
        /// Policies that never run, or in the wrong order.
        case flow = "Flow and order"
        /// Notation that means something else than it looks like.
        case notation = "Notation"
    }

    /// What the rule is called in findings and in suppression comments.
    public let code: Diagnostic.Code
    /// How bad a finding is.
    public let severity: Diagnostic.Severity
    /// The group it belongs to.
    public let category: Category
    /// What the rule is about, in one line.
    public let summary: String
    /// What happens to those who break it.
    public let explanation: String
    /// Policies that break it.
    public let bad: String
    /// The same without the problem.
    public let good: String
    /// Whether `--fix` mends every finding or some of them.
    public let isFixable: Bool
    let check: @Sendable (AnalyzedDocument) -> [Finding]

    init(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ category: Category, _ summary: String, explanation: String,
        bad: String, good: String, isFixable: Bool = false, check: @escaping @Sendable (AnalyzedDocument) -> [Finding]
    ) {
        (self.code, self.severity, self.category, self.summary) = (code, severity, category, summary)
        (self.explanation, self.bad, self.good) = (explanation, bad, good)
        (self.isFixable, self.check) = (isFixable, check)
    }
}

/// What a rule found in one place.
struct Finding: Sendable {
    /// What is wrong here, in one sentence without the place.
    var message: String
    var span: SourceSpan?
    var hint: String?
    var notes: [Diagnostic.Note] = []
    var fix: Diagnostic.Fix?

    init(_ message: String, at span: SourceSpan?, hint: String? = nil, notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil) {
        (self.message, self.span, self.hint, self.notes, self.fix) = (message, span, hint, notes, fix)
    }
}
