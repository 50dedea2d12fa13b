import PolicyDiagnostics
import PolicyTesting

/// What all tests together reached, and the report about them.
struct TestOutputs {
    private let results: [PolicyTestResult]
    /// What the tests reached together.
    let coverage: PolicyCoverage

    init(_ results: [PolicyTestResult]) {
        self.results = results
        var coverage = PolicyCoverage()
        for case let reached? in results.map(\.coverage) { coverage.merge(reached) }
        self.coverage = coverage
    }

    func writeReport(to folder: String) throws(CommandFailure) {
        do throws(UnwritableFile) {
            try HTMLReport(tests: results.map { ReportedTest($0) }, coverage: coverage).write(to: folder)
        } catch {
            throw .usage("\(error)\n")
        }
    }

    func requireCoverage(_ percent: Double) throws(CommandFailure) {
        guard coverage.percent < percent else { return }
        throw .findings("the tests reach \(Self.text(coverage.percent)) percent, less than \(Self.text(percent))\n")
    }

    /// Cut off and not rounded, so that 89.96 is not shown as 90.
    private static func text(_ percent: Double) -> String { "\((percent * 10).rounded(.down) / 10)" }
}
