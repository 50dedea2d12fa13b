import ArgumentParser
import PolicyTesting

/// What `test` measures and writes besides the results.
struct TestOutputOptions: ParsableArguments {
    @Flag(help: "Count what the tests reach of their policies, and print a summary with what they do not.")
    var coverage = false
    @Option(help: ArgumentHelp("Write the coverage in the form of lcov's tracefiles.", valueName: "file"))
    var lcov: String?
    @Option(help: ArgumentHelp("Write the coverage as one JSON object.", valueName: "file"))
    var coverageJSON: String?
    @Option(help: ArgumentHelp("Fail (exit status 1) if less than so many percent are covered, 0 to 100.", valueName: "percent"))
    var failUnder: Double?
    @Option(help: ArgumentHelp("Write a report for browsers into a folder: timelines, values, coverage.", valueName: "folder"))
    var report: String?

    func validate() throws {
        if let failUnder, !(0...100).contains(failUnder) { throw ValidationError("--fail-under takes a percentage from 0 to 100") }
    }

    var recording: PolicyTestRecording {
        var recording = PolicyTestRecording()
        recording.measuresCoverage = coverage || lcov != nil || coverageJSON != nil || failUnder != nil || report != nil
        recording.tracesRuns = report != nil
        return recording
    }

    /// Writes what was asked for. The summary goes to standard error: standard output has the results.
    func write(_ results: [PolicyTestResult]) throws(CommandFailure) {
        guard recording.measuresCoverage else { return }
        let total = PolicyCoverage(of: results)
        if coverage { Console.writeError(total.textSummary()) }
        if let lcov { try Files.write(total.lcov(), to: lcov) }
        if let coverageJSON { try Files.write(total.jsonText(), to: coverageJSON) }
        guard let report else { return }
        do throws(UnwritableFile) {
            try HTMLReport(results: results, coverage: total).write(to: report)
        } catch {
            throw .usage("\(error)\n")
        }
    }

    /// Refuses what is covered too little.
    func checkCoverage(of results: [PolicyTestResult]) throws(CommandFailure) {
        guard let failUnder else { return }
        let total = PolicyCoverage(of: results)
        guard total.percent < failUnder else { return }
        throw .findings("the coverage is \(total.total.all.percentText), less than \(failUnder) %\n")
    }
}
