import ArgumentParser
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import PolicyTransport

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs one request through a policy and shows what came of it.",
        discussion: """
            PATH is a policy document, or a folder that may hold policy.xml, global.xml, workspace.xml, product.xml, \
            api.xml, operation.xml, fragments/NAME.xml, context.json (the request), named-values.json, \
            backends.json (backend entities) and exchanges.json (recorded answers of other servers). Each file can be given as an option instead. Without a context the \
            request is GET https://localhost/.

              apim-policy run Fixtures/Examples/oauth2-backend
              apim-policy run FOLDER --live --backend https://api.example.com
              apim-policy run FOLDER --live --record FOLDER/exchanges.json

            Without --live nothing is sent: callouts and the backend answer from the recorded exchanges, and a request \
            that none of them answers is reported (exit status 1).
            """)

    @Argument(help: ArgumentHelp("A policy document, or a folder.", valueName: "path"))
    var path: String
    @OptionGroup(title: "Documents of the scopes") var scopes: ScopeOptions
    @Option(help: ArgumentHelp("The folder with fragments, each in NAME.xml.", valueName: "folder"))
    var fragments: String?
    @Option(help: ArgumentHelp("The recorded context: the request that comes in.", valueName: "file"))
    var context: String?
    @Option(help: ArgumentHelp("The named values.", valueName: "file"))
    var namedValues: String?
    @Option(help: ArgumentHelp("The backend entities.", valueName: "file"))
    var backends: String?
    @Option(help: ArgumentHelp("The recorded answers of other servers.", valueName: "file"))
    var exchanges: String?
    @Option(help: ArgumentHelp("The backend's URL, instead of the API's service URL in the context.", valueName: "url"))
    var backend: String?
    @Flag(help: "Send requests over real HTTP instead of answering from the exchanges.")
    var live = false
    @Option(
        help: ArgumentHelp(
            "With --live: writes what other servers answered as exchanges, with secrets replaced by names.", valueName: "file"))
    var record: String?
    @Option(help: "How the result is printed: for people, or one JSON object.")
    var format: OutputFormat = .text
    @OptionGroup(title: "Files to write") var outputs: RunOutputOptions

    func validate() throws {
        if record != nil, !live { throw ValidationError("--record records what --live sends; give both") }
    }

    func run() async throws {
        var run = try Self.prepare(try inputs(), outputs.compilationOptions)
        if let backend { try Self.useBackend(backend, in: &run.context) }
        Console.writeError(run.warnings)
        if live { try await runLive(run) } else { try await runRecorded(run) }
    }

    private func inputs() throws(CommandFailure) -> PolicyInputs {
        do throws(UnreadableFile) {
            var inputs = try PolicyInputs(path: path)
            try scopes.apply(to: &inputs)
            if let fragments { try inputs.readFragments(folder: fragments) }
            if let context { inputs.context = try SourceText(file: context) }
            if let namedValues { inputs.namedValues = try SourceText(file: namedValues) }
            if let backends { inputs.backends = try SourceText(file: backends) }
            if let exchanges { inputs.exchanges = try SourceText(file: exchanges) }
            guard !inputs.documents.isEmpty else { throw UnreadableFile(path: path, reason: "the folder holds no policy document") }
            return inputs
        } catch {
            throw .usage("\(error)\n")
        }
    }

    private static func prepare(_ inputs: PolicyInputs, _ options: CompilationOptions) throws(CommandFailure) -> RecordedRun {
        do throws(RecordedRun.Failure) {
            return try RecordedRun(inputs, options: options)
        } catch {
            switch error {
            case .malformed(let diagnostic): throw .usage(Console.text([diagnostic]))
            case .refused(let diagnostics): throw .findings(Console.text(diagnostics))
            }
        }
    }

    private static func useBackend(_ text: String, in context: inout RecordedContext) throws(CommandFailure) {
        guard let url = RequestURL(text), url.scheme == "http" || url.scheme == "https" else {
            throw .usage("--backend takes an absolute http or https URL, not '\(text)'\n")
        }
        context.api.serviceURL = text
    }

    private func runRecorded(_ run: RecordedRun) async throws {
        let transport = ScriptedTransport(run.exchanges)
        try show(try await report(run, over: transport) { transport.unanswered }, of: run)
        guard transport.unanswered.isEmpty else {
            throw CommandFailure.findings(transport.unanswered.map { run.mask.mask("error: \($0)") + "\n" }.joined())
        }
    }

    private func runLive(_ run: RecordedRun) async throws {
        let transport = AsyncHTTPClientTransport()
        let recorder = RecordingTransport(transport)
        let report = try await report(run, over: recorder)
        try await transport.shutdown()
        try show(report, of: run)
        if let record { try Files.write(recorder.recorded(namedValues: run.namedValues), to: record) }
    }

    private func report(
        _ run: RecordedRun, over transport: any HTTPTransport, unanswered: () -> [String] = { [] }
    ) async throws -> RunReport {
        let outputs = RunOutputs(outputs, of: run)
        let report = try await report(run, over: transport, observers: outputs.observers)
        try outputs.write(report, of: path, unanswered: unanswered())
        return report
    }

    private func report(
        _ run: RecordedRun, over transport: any HTTPTransport, observers: [any PolicyObserver]
    ) async throws -> RunReport {
        do throws(PolicyCompilationError) {
            return try await run.report(over: transport, observers: observers)
        } catch {
            throw CommandFailure.findings(Console.text(error.diagnostics))
        }
    }

    private func show(_ report: RunReport, of run: RecordedRun) throws {
        switch format {
        case .json: Console.write(report.jsonText(masking: run.mask) + "\n")
        case .text: Console.write(report.text(masking: run.mask))
        }
    }
}

/// The options that name a document of a scope.
struct ScopeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The document of all APIs.", valueName: "file"))
    var global: String?
    @Option(help: ArgumentHelp("The document of the workspace.", valueName: "file"))
    var workspace: String?
    @Option(help: ArgumentHelp("The document of the product.", valueName: "file"))
    var product: String?
    @Option(help: ArgumentHelp("The document of the API.", valueName: "file"))
    var api: String?
    @Option(help: ArgumentHelp("The document of the operation.", valueName: "file"))
    var operation: String?

    func apply(to inputs: inout PolicyInputs) throws(UnreadableFile) {
        let files: [(PolicyScope, String?)] = [
            (.global, global), (.workspace, workspace), (.product, product), (.api, api), (.operation, operation),
        ]
        for (scope, file) in files {
            if let file { inputs.documents[scope] = try SourceText(file: file) }
        }
    }
}
