public import PolicyDiagnostics
public import PolicyRuntime

/// What came of a test.
public struct PolicyTestResult: Sendable {
    /// The test.
    public var test: PolicyTestCase
    /// What was not as it should be; empty when the test passed.
    public var failures: [PolicyTestFailure] = []
    /// What happened, a report for each request that was run.
    public var runs: [RunReport] = []
    /// What the requests reached, where that was recorded.
    public var coverage = PolicyCoverage()
    /// What happened in each request, where that was recorded.
    public var tracedRuns: [ReportedTest.Run] = []
    /// Hides the secrets of the test in whatever is printed of it.
    public var mask = SecretMask()
    /// How long it took.
    public var duration: Duration = .zero

    /// Makes the result of a test that passed.
    public init(of test: PolicyTestCase) { self.test = test }

    /// Whether everything was as it should be.
    public var isPassed: Bool { failures.isEmpty }
}

/// Something that was not as a test expects it.
public struct PolicyTestFailure: Error, Sendable, CustomStringConvertible {
    /// What was expected and what there was, secrets masked; or why the test could not run.
    public var diagnostics: [Diagnostic]
    /// What differs, where a comparison failed.
    public var difference: ExpectationDifference?

    /// Makes a failure of diagnostics.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// Makes a failure of a difference.
    public init(_ difference: ExpectationDifference, notes: [Diagnostic.Note] = []) {
        self.difference = difference
        diagnostics = [Diagnostic("expectation-not-met", .error, difference.description, at: difference.span, notes: notes)]
    }

    /// The file, line and column of the expectation, for `SourceLocation` of swift-testing and XCTest's `XCTSourceCodeLocation`.
    public var location: (file: String, line: Int, column: Int)? {
        diagnostics.first?.span.map { ($0.source.name, $0.start.line, $0.start.column) }
    }

    /// The failure as people read it.
    public var description: String { DiagnosticTextFormatter().format(diagnostics) }
}
