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
    /// What each of the runs was, in a few words.
    public var titles: [String] = []
    /// What happened in each of the runs; empty unless it was asked for.
    public var traces: [RunTrace] = []
    /// What each of the runs reached; empty unless traces were asked for.
    public var runCoverage: [PolicyCoverage] = []
    /// What the runs reached together; nil unless it was asked for.
    public var coverage: PolicyCoverage?
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

extension ReportedTest {
    /// The result of a test for a report.
    public init(_ result: PolicyTestResult) {
        self.init(
            name: result.test.name, file: result.test.file, line: result.test.span?.start.line,
            outcome: result.isPassed ? .passed : .failed,
            duration: result.duration)
        mask = result.mask
        // What is to be said of a request is said once, not for everything that differs in it.
        var said: Set<Diagnostic.Note> = []
        failures = result.failures.map { failure in
            let notes = failure.diagnostics.flatMap(\.notes).filter { said.insert($0).inserted }
            return Failure(failure, notes: notes)
        }
        runs = result.traces.indices.map { index in
            Run(
                name: result.titles[index], report: result.runs[index], trace: result.traces[index],
                coverage: result.runCoverage[index])
        }
    }
}

extension ReportedTest.Failure {
    fileprivate init(_ failure: PolicyTestFailure, notes: [Diagnostic.Note]) {
        self.init(
            failure.diagnostics.first?.message ?? "", expected: failure.difference?.expected, actual: failure.difference?.actual,
            place: notes.lazy.compactMap(\.span).first)
        self.notes = notes.map(\.message)
    }
}
