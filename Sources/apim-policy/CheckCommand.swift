import ArgumentParser
import Foundation
import PolicyDiagnostics
import PolicyRuntime
import PolicyTesting
import StandardPolicies

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Parses and compiles policy documents and says what is wrong with them.",
        discussion: """
            PATH is a document, or a folder: then every *.xml below it is checked.

              apim-policy check policy.xml --named-values named-values.json
              apim-policy check policies/ --assume-named-values --format sarif

            Exit status 1 when a document is refused; warnings alone do not refuse it.
            """)

    @Argument(help: ArgumentHelp("Documents, and folders of documents.", valueName: "path"))
    var paths: [String]
    @Option(help: ArgumentHelp("The named values that the documents refer to.", valueName: "file"))
    var namedValues: String?
    @Option(help: ArgumentHelp("The backend entities that the documents name.", valueName: "file"))
    var backends: String?
    @Flag(help: "Take a named value that is not known for some unknown text instead of an error.")
    var assumeNamedValues = false
    @Flag(help: "Take fragments, backends, loggers, certificates, caches and schemas that are named as given.")
    var assumeEntities = false
    @Flag(help: "Stop after parsing: names, attributes and sections are checked, expressions are only parsed.")
    var syntaxOnly = false
    @Flag(help: "Refuse .NET types and members that Azure does not allow in expressions.")
    var strictTypes = false
    @OptionGroup var reading: ReadingOptions
    @Option(help: "How the findings are printed.")
    var format: DiagnosticFormat = .text

    func run() throws {
        let checker = DocumentChecker(
            namedValues: try namedValues.map(Files.namedValues) ?? DictionaryNamedValues(),
            backends: try backends.map(Files.backends) ?? BackendEntities(), options: options, isSyntaxOnly: syntaxOnly)
        var (found, refused, files): ([Diagnostic], Int, Int) = ([], 0, 0)
        for path in try paths.flatMap(Files.documents) {
            let diagnostics = checker.diagnostics(of: try Files.source(path))
            (files, refused) = (files + 1, refused + (diagnostics.hasErrors ? 1 : 0))
            if format == .sarif { found += diagnostics } else { show(diagnostics) }
        }
        summarize(found, files: files, refused: refused)
        if refused > 0 { throw ExitCode.findings }
    }

    private var options: DocumentChecker.Options {
        var compilation = CompilationOptions()
        compilation.assumesNamedValues = assumeNamedValues
        compilation.assumesEntities = assumeEntities
        compilation.isStrictAboutTypes = strictTypes
        return DocumentChecker.Options(parsing: reading.options, compilation: compilation)
    }

    private func show(_ diagnostics: [Diagnostic]) {
        switch format {
        case .text: Console.write(diagnostics)
        case .json: Console.write(DiagnosticJSONFormatter().format(diagnostics))
        case .sarif: break
        }
    }

    private func summarize(_ found: [Diagnostic], files: Int, refused: Int) {
        switch format {
        case .text: Console.writeError("\(files) checked, \(files - refused) accepted, \(refused) refused\n")
        case .json: Console.write(DiagnosticJSONFormatter().summary(files: files, refused: refused))
        case .sarif: Console.write(DiagnosticSARIFFormatter().format(found))
        }
    }
}

/// Parses, and compiles unless only the syntax is asked for.
private struct DocumentChecker {
    struct Options {
        var parsing: PolicyParsingOptions
        var compilation: CompilationOptions
    }

    let namedValues: any NamedValueProvider
    let backends: BackendEntities
    let options: Options
    let isSyntaxOnly: Bool

    func diagnostics(of source: SourceText) -> [Diagnostic] {
        let parsed = PolicyParser(registry: .standard, options: options.parsing).parse(source)
        guard !isSyntaxOnly, !parsed.diagnostics.hasErrors, let document = parsed.document else { return parsed.diagnostics }
        let compiler = PolicyCompiler(namedValues: namedValues, backends: backends, options: options.compilation)
        return (parsed.diagnostics + compiler.check(document)).sortedByPlace()
    }
}
