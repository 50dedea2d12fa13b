import ArgumentParser
import PolicyAnalysis
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares what two policy documents mean.",
        discussion: """
            White space, quotes, the way expressions are escaped, comments and the order of attributes do not count; what is left \
            is shown by its path, with the lines of both sides.

              apim-policy diff deployed.xml policy.xml

            Exit status 0 when they mean the same, 1 when they differ, 2 when one of them cannot be read.
            """)

    @Argument(help: ArgumentHelp("The first document.", valueName: "left"))
    var left: String
    @Argument(help: ArgumentHelp("The second document.", valueName: "right"))
    var right: String
    @OptionGroup var reading: ReadingOptions
    @Option(help: "How the differences are printed: for people, or one JSON object.")
    var format: OutputFormat = .text

    func run() throws {
        let comparison = PolicyComparison(try document(left), try document(right))
        let differences = comparison.differences
        switch format {
        case .text: Console.write(differences.map(\.text).joined())
        case .json:
            let result: JSON = [
                "version": .integer(1), "equal": .boolean(differences.isEmpty), "differences": .array(differences.map(\.json)),
            ]
            Console.write(result.compactText + "\n")
        }
        if !differences.isEmpty { throw ExitCode.findings }
    }

    private func document(_ path: String) throws(CommandFailure) -> PolicyDocument {
        let parsed = PolicyParser(registry: .standard, options: reading.options).parse(try Files.source(path))
        guard let document = parsed.document, !parsed.diagnostics.hasErrors else {
            throw .usage(Console.text(parsed.diagnostics.filter { $0.severity == .error }))
        }
        return document
    }
}
