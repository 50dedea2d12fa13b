import ArgumentParser
import Foundation
import PolicyDiagnostics
import PolicyRuntime
import PolicyTesting

struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Makes recordings of real traffic.",
        discussion: "What a live run sends is recorded by apim-policy run --live --record FILE.",
        subcommands: [ImportCommand.self])
}

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a recorded context and exchanges of a request that was seen elsewhere.",
        discussion: """
            FILE is an HTTP Archive of a browser or proxy (har), a trace of API Management's test console, in the form of \
            Ocp-Apim-Trace or of listTrace (trace), HTTP messages as text (http), or a curl command line (curl); - reads standard \
            input. It writes context.json, and exchanges.json where answers are known.

              apim-policy record import orders.har --entry 3 --output Tests/orders
              pbpaste | apim-policy record import - --output Tests/orders

            Credentials are replaced by {{name}}, and by {{name|url}} in URLs and forms. A run puts the named values of these names \
            in their places; a name without a value stands for itself.
            """)

    @Argument(help: ArgumentHelp("What was seen; - for standard input.", valueName: "file"))
    var file: String
    @Option(
        help: ArgumentHelp("The notation: har, trace, http or curl; found out unless given.", valueName: "notation"), transform: Self.format
    )
    var from: RecordingFormat?
    @Option(help: ArgumentHelp("The entry of an HTTP Archive that came in at the gateway, from 1.", valueName: "number"))
    var entry = 1
    @Option(help: ArgumentHelp("Named values whose secrets are replaced by their names.", valueName: "file"))
    var namedValues: String?
    @Option(help: ArgumentHelp("Where the files are written.", valueName: "folder"))
    var output = "."
    @Flag(help: "Replace files that are there already.")
    var force = false

    private static func format(_ text: String) throws -> RecordingFormat {
        guard let format = RecordingFormat(rawValue: text) else { throw ValidationError("there is no notation '\(text)'") }
        return format
    }

    func run() throws {
        let recording = try recording()
        Console.writeError(recording.warnings)
        var files = [("context.json", recording.contextText)]
        if !recording.exchanges.all.isEmpty { files.append(("exchanges.json", recording.exchanges.text)) }
        try write(files)
        Console.writeError(Files.text(of: recording.placeholders))
    }

    private func recording() throws(CommandFailure) -> Recording {
        let names = try namedValues.map(Files.namedValues) ?? DictionaryNamedValues()
        let source = file == "-" ? Files.standardInput() : try Files.source(file)
        do throws(Diagnostic) {
            return try Recording(importing: source, as: from, entry: entry, namedValues: names)
        } catch {
            throw .usage(Console.text([error]))
        }
    }

    private func write(_ files: [(name: String, text: String)]) throws(CommandFailure) {
        try Files.makeFolder(output)
        let written = files.map { (path: output == "." ? $0.name : output + "/" + $0.name, text: $0.text) }
        for file in written where !force && FileManager.default.fileExists(atPath: file.path) {
            throw .usage("\(file.path) is there already; --force replaces it\n")
        }
        for file in written {
            try Files.write(file.text, to: file.path)
            Console.writeError("wrote \(file.path)\n")
        }
    }
}

extension Files {
    static func standardInput() -> SourceText {
        SourceText(name: "standard input", utf8: Array(FileHandle.standardInput.readDataToEndOfFile()))
    }

    static func makeFolder(_ path: String) throws(CommandFailure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .usage("\(path): the folder cannot be made\n")
        }
    }

    static func write(_ recorded: RecordedExchanges, to path: String) throws(CommandFailure) {
        try write(recorded.exchanges.text, to: path)
        Console.writeError(recorded.warnings)
        Console.writeError("wrote \(path): \(recorded.exchanges.all.count) exchanges\n" + text(of: recorded.placeholders))
    }

    /// Which names stand for credentials, a line for each.
    static func text(of placeholders: [SecretPlaceholder]) -> String {
        placeholders.map { "{{\($0.name)}} stands for \($0.place)\n" }.joined()
    }
}
