import ArgumentParser
import Foundation
import PolicyDiagnostics
import PolicyTesting

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs the tests of policies.",
        discussion: """
            A test file, NAME.test.yaml or NAME.test.json, names a policy, a request, what other servers answer, and what \
            must come of it. Docs/TestingPolicies.md tells how to write one. PATH is a test file, or a folder whose \
            test files are run; the current folder unless given.

              apim-policy test Policies
              apim-policy test --filter 'expired token' --watch

            Exit status: 0 all passed; 1 some failed, or a test file is not in its format; 2 there are no tests, or a \
            file cannot be read.
            """)

    @Argument(help: ArgumentHelp("Test files, or folders with test files.", valueName: "path"))
    var paths: [String] = ["."]
    @Option(help: ArgumentHelp("Run the tests whose file or name holds the text, in any case.", valueName: "text"))
    var filter: String?
    @Flag(help: "Run again what a changed file touches, until interrupted.")
    var watch = false
    @Flag(help: "Rewrite plain expectations that are not met, and show what changed.")
    var update = false
    @Option(help: ArgumentHelp("Write the results in JUnit's XML format.", valueName: "file"))
    var junit: String?
    @Flag(help: "Write annotations for GitHub Actions.")
    var github = false
    @Flag(help: "Show what the tests reach, and what they do not.")
    var coverage = false
    @Option(help: ArgumentHelp("Write what the tests reach in lcov's format.", valueName: "file"))
    var lcov: String?
    @Option(help: ArgumentHelp("Write what the tests reach as one JSON object.", valueName: "file"))
    var coverageJSON: String?
    @Option(help: ArgumentHelp("Fail when the tests reach less than so many percent.", valueName: "percent"))
    var failUnder: Double?
    @Option(help: ArgumentHelp("Write a report for browsers into a folder: tests, timelines, coverage.", valueName: "folder"))
    var report: String?
    @Option(help: ArgumentHelp("The seed of random numbers, instead of what the tests say.", valueName: "number"))
    var seed: UInt64?
    @Option(help: "How the result is printed: for people, or one JSON object.")
    var format: OutputFormat = .text

    func validate() throws {
        guard !(watch && update) else { throw ValidationError("--watch and --update exclude each other.") }
        if let failUnder, !(0...100).contains(failUnder) { throw ValidationError("--fail-under takes a percentage from 0 to 100.") }
    }

    func run() async throws {
        let tests = try load()
        if watch { return try await PolicyTestWatch(self).run() }
        let results = await run(tests.cases)
        Console.writeError(tests.diagnostics)
        if !results.isEmpty || format == .json { try write(results) }
        let outputs = TestOutputs(results)
        try write(outputs)
        if update { return try ExpectationUpdate(results).apply() }
        guard !tests.diagnostics.hasErrors, results.allSatisfy(\.isPassed) else { throw CommandFailure.findings("") }
        if let failUnder { try outputs.requireCoverage(failUnder) }
    }

    private func write(_ outputs: TestOutputs) throws(CommandFailure) {
        if coverage { show(outputs.coverage.textSummary()) }
        if let lcov { try Files.write(outputs.coverage.lcov(), to: lcov) }
        if let coverageJSON { try Files.write(outputs.coverage.jsonText(), to: coverageJSON) }
        if let report { try outputs.writeReport(to: report) }
    }

    /// Beside a JSON object nothing else goes to standard output.
    private func show(_ text: String) {
        switch format {
        case .text: Console.write(text)
        case .json: Console.writeError(text)
        }
    }

    private var details: PolicyTestDetails {
        if report != nil { return [.coverage, .traces] }
        return coverage || lcov != nil || coverageJSON != nil || failUnder != nil ? .coverage : []
    }

    /// Reads the test files; that there are none at all is wrong usage.
    func load() throws(CommandFailure) -> (cases: [PolicyTestCase], diagnostics: [Diagnostic]) {
        var (cases, diagnostics): ([PolicyTestCase], [Diagnostic]) = ([], [])
        do throws(UnreadableFile) {
            for path in paths {
                let read = try PolicyTests.read(path)
                cases += read.cases
                diagnostics += read.diagnostics
            }
        } catch {
            throw .usage("\(error)\n")
        }
        guard !cases.isEmpty || !diagnostics.isEmpty else {
            throw .usage(
                "there are no tests (\(PolicyTests.fileEndings.map { "*" + $0 }.joined(separator: ", "))) in \(paths.joined(separator: ", "))\n"
            )
        }
        let chosen = selected(cases)
        guard !chosen.isEmpty || cases.isEmpty else { throw .usage("no test is called '\(filter ?? "")'\n") }
        return (chosen, diagnostics)
    }

    private func selected(_ cases: [PolicyTestCase]) -> [PolicyTestCase] {
        var cases = cases
        if let filter { cases = cases.filter { $0.description.lowercased().contains(filter.lowercased()) } }
        guard let seed else { return cases }
        return cases.map { test in
            var test = test
            test.seed = seed
            return test
        }
    }

    func run(_ cases: [PolicyTestCase]) async -> [PolicyTestResult] {
        var progress = TestProgress(count: cases.count)
        let results = await PolicyTests.run(cases, noting: details) { progress.note($0) }
        progress.end()
        return results
    }

    func write(_ results: [PolicyTestResult]) throws(CommandFailure) {
        switch format {
        case .json: Console.write(PolicyTestReport(results).jsonText + "\n")
        case .text: Console.write(PolicyTestReport(results).text(usesColor: Console.showsColor(STDOUT_FILENO)))
        }
        if github { Console.write(PolicyTestReport(results).gitHubAnnotations) }
        if let junit { try Files.write(PolicyTestReport(results).junitText, to: junit) }
    }
}

/// A line on a terminal that says how far the tests are; nothing where there is no terminal.
struct TestProgress {
    private let count: Int
    private let isShown = isatty(STDERR_FILENO) == 1
    private var done = 0
    private var failed = 0

    init(count: Int) { self.count = count }

    mutating func note(_ result: PolicyTestResult) {
        done += 1
        if !result.isPassed { failed += 1 }
        guard isShown else { return }
        Console.writeError("\r\u{1B}[K\(done) of \(count) tests" + (failed > 0 ? ", \(failed) failed" : ""))
    }

    func end() { if isShown { Console.writeError("\r\u{1B}[K") } }
}
