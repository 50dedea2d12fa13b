import PolicyDiagnostics
import PolicyRuntime

extension HTMLReport {
    /// Makes a report of tests that were run with `PolicyTestRecording.tracesRuns`.
    ///
    /// - Parameter coverage: the coverage of all of them; nil shows none.
    public init(title: String = "Policy tests", results: [PolicyTestResult], coverage: PolicyCoverage? = nil) {
        self.init(title: title, tests: results.map(ReportedTest.init), coverage: coverage)
    }
}

extension PolicyCoverage {
    /// The coverage of tests that were run with `PolicyTestRecording.measuresCoverage`.
    public init(of results: [PolicyTestResult]) {
        self.init()
        for result in results { merge(result.coverage) }
    }
}

extension ReportedTest {
    /// A test with what came of it.
    public init(_ result: PolicyTestResult) {
        self.init(
            name: result.test.name, file: result.test.file, line: result.test.span?.start.line,
            outcome: result.isPassed ? .passed : .failed, duration: result.duration)
        failures = result.failures.map(Failure.init)
        (runs, mask) = (result.tracedRuns, result.mask)
    }
}

extension ReportedTest.Failure {
    fileprivate init(_ failure: PolicyTestFailure) {
        let notes = failure.diagnostics.flatMap(\.notes)
        let place = notes.lazy.compactMap(\.span).first
        guard let difference = failure.difference else {
            self.init(failure.description, place: place)
            return
        }
        let message = ([difference.description] + notes.map(\.message)).joined(separator: "\n")
        self.init(message, expected: difference.expected, actual: difference.actual, place: place)
    }
}
