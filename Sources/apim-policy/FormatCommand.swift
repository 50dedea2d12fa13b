import ArgumentParser
import Foundation
import PolicyAnalysis
import PolicyDiagnostics
import PolicyRuntime

struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: "Writes policy documents in one layout, and changes nothing of what they mean.",
        discussion: """
            Elements stand on lines of their own, indented by four spaces; expressions of several lines are moved as blocks; \
            comments, blank lines between policies and the text of bodies stay. The result goes to standard output, or with \
            --in-place into the file itself.

              apim-policy format policy.xml
              apim-policy format --in-place policies/
              apim-policy format --check policies/
              apim-policy format --to xml policy.xml
              apim-policy format --stdin < policy.xml

            Before anything is written the result is read again and compared with the document. Exit status 1 when --check finds \
            a document that is not formatted, or a document is refused.
            """)

    @Argument(help: ArgumentHelp("Documents, and folders of documents.", valueName: "path"))
    var paths: [String] = []
    @Flag(name: [.customShort("i"), .long], help: "Write into the files instead of standard output.")
    var inPlace = false
    @Flag(help: "Write nothing; say which files are not formatted.")
    var check = false
    @Flag(help: "Read one document from standard input.")
    var stdin = false
    @Option(
        help: ArgumentHelp("How expressions are to be written; left out, each stays as it is.", valueName: "rawxml|xml"),
        transform: writable)
    var to: DocumentForm?
    @Option(help: ArgumentHelp("The columns after which attributes stand on lines of their own.", valueName: "columns"))
    var lineLength = 140
    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard stdin != !paths.isEmpty else { throw ValidationError("Give either paths or --stdin.") }
        guard !(inPlace && check) else { throw ValidationError("Give either --in-place or --check.") }
        guard !(inPlace && stdin) else { throw ValidationError("--in-place needs files.") }
        guard lineLength >= 40 else { throw ValidationError("--line-length is at least 40.") }
    }

    func run() throws {
        let formatter = PolicyFormatter(form: to, lineLength: lineLength, options: reading.options)
        let documents = try stdin ? [] : paths.flatMap(Files.documents)
        guard stdin || inPlace || check || documents.count == 1 else {
            throw CommandFailure.usage("\(documents.count) documents: give --in-place or --check\n")
        }
        let sources = try stdin ? [Self.standardInput] : documents.map(Files.source)
        var isClean = true
        for source in sources { isClean = try format(source, with: formatter) && isClean }
        if !isClean { throw ExitCode.findings }
    }

    private static var standardInput: SourceText {
        SourceText(name: "<stdin>", utf8: Array(FileHandle.standardInput.readDataToEndOfFile()))
    }

    /// Formats one document; false when it is refused, or not as `--check` wants it.
    private func format(_ source: SourceText, with formatter: PolicyFormatter) throws(CommandFailure) -> Bool {
        let text: String
        do throws(PolicyFormatter.Failure) {
            text = try formatter.format(source)
        } catch {
            Console.writeError(error.diagnostics)
            return false
        }
        let isFormatted = Array(text.utf8) == source.utf8
        if check {
            if !isFormatted { Console.write("\(source.name): not formatted\n") }
            return isFormatted
        }
        if !inPlace { Console.write(text) } else if !isFormatted { try Files.write(text, to: source.name) }
        return true
    }
}

private func writable(_ text: String) throws -> DocumentForm {
    guard let form = DocumentForm(rawValue: text), form != .auto else { throw ValidationError("'\(text)' is none of rawxml, xml.") }
    return form
}
