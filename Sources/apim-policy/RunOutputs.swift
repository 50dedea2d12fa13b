import ArgumentParser
import PolicyDiagnostics
import PolicyRuntime
import PolicyTesting

/// The forms that a trace is written in.
enum TraceFormat: String, ExpressibleByArgument, CaseIterable {
    case events, inspector
}

/// What `run` writes besides what it prints.
struct RunOutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write what happened, event by event, to a file.", valueName: "file"))
    var trace: String?
    @Option(help: "The trace as our own events, or in the shape of API Management's inspector.")
    var traceFormat: TraceFormat?
    @Option(help: ArgumentHelp("Write a report for browsers into a folder: timeline, values, coverage.", valueName: "folder"))
    var report: String?

    /// A trace can come in a format only if it comes at all.
    func validate() throws {
        guard traceFormat == nil || trace != nil else {
            throw ValidationError("--trace-format says how --trace FILE is written; give both")
        }
    }

    /// A report shows what expressions were made of, which is only known of documents that are compiled for it.
    var compilationOptions: CompilationOptions {
        var options = CompilationOptions()
        options.measuresCoverage = report != nil || trace != nil
        return options
    }
}

/// Watches a run, and writes what was asked for.
struct RunOutputs {
    private let options: RunOutputOptions
    private let run: RecordedRun
    private let trace = TraceRecorder()
    private let coverage: CoverageRecorder

    init(_ options: RunOutputOptions, of run: RecordedRun) {
        (self.options, self.run) = (options, run)
        coverage = CoverageRecorder(run.policies)
    }

    /// Who has to see the run; nobody when nothing was asked for.
    var observers: [any PolicyObserver] { options.trace == nil && options.report == nil ? [] : [trace, coverage] }

    /// Writes what was asked for.
    ///
    /// - Parameters:
    ///   - path: what was run.
    ///   - unanswered: the requests that no recording answered.
    /// - Throws: `CommandFailure` when a file cannot be written.
    func write(_ report: RunReport, of path: String, unanswered: [String]) throws(CommandFailure) {
        let trace = trace.trace(response: report.response)
        if let file = options.trace { try Files.write(text(of: trace), to: file) }
        guard let folder = options.report else { return }
        let name = path.split(separator: "/").last ?? "request"
        var test = ReportedTest(name: String(name), file: path, outcome: unanswered.isEmpty ? .passed : .failed)
        test.failures = unanswered.map { ReportedTest.Failure($0) }
        test.runs = [ReportedTest.Run(name: "", report: report, trace: trace, coverage: coverage.coverage)]
        test.mask = run.mask
        do throws(UnwritableFile) {
            try HTMLReport(title: "Run of \(name)", tests: [test], coverage: coverage.coverage).write(to: folder)
        } catch {
            throw .usage("\(error)\n")
        }
    }

    private func text(of trace: RunTrace) -> String {
        switch options.traceFormat ?? .events {
        case .events: trace.jsonText(masking: run.mask)
        case .inspector: trace.inspectorText(masking: run.mask)
        }
    }
}
