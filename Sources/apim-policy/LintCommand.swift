import ArgumentParser
import PolicyAnalysis
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Finds what accepted policy documents do other than it was meant.",
        discussion: """
            PATH is a document, or a folder: then every *.xml below it is looked at.

              apim-policy lint policies/
              apim-policy lint policies/ --severity warning --format sarif
              apim-policy lint policy.xml --fix
              apim-policy lint --explain lint-body-lost

            A comment silences what is meant, for the next element or (disable-file) the whole file:
              <!-- apim-policy-lint: disable=lint-jsonp the partner's old page needs it -->

            Exit status 1 when a warning or an error was found, or a document is refused; notes alone are status 0.
            """)

    @Argument(help: ArgumentHelp("Documents, and folders of documents.", valueName: "path"))
    var paths: [String] = []
    @Flag(help: "Mend what can be mended safely, in the files themselves.")
    var fix = false
    @Flag(help: "List the rules.")
    var rules = false
    @Option(help: ArgumentHelp("Say what a rule finds and why.", valueName: "code"))
    var explain: String?
    @Option(help: ArgumentHelp("Leave out these rules, separated by commas.", valueName: "codes"))
    var disable: String?
    @Option(help: ArgumentHelp("Look after these rules only.", valueName: "codes"))
    var only: String?
    @Option(help: ArgumentHelp("Leave out what is less severe.", valueName: "note|warning|error"), transform: severityNamed)
    var severity: Diagnostic.Severity = .note
    @Option(
        help: ArgumentHelp("The scope that the documents are for.", valueName: "global|workspace|product|api|operation"),
        transform: oneOf)
    var scope: PolicyScope?
    @OptionGroup var reading: ReadingOptions
    @Option(help: "How the findings are printed.")
    var format: DiagnosticFormat = .text

    func validate() throws {
        guard rules || explain != nil || !paths.isEmpty else { throw ValidationError("Missing expected argument '<path> ...'") }
    }

    func run() throws {
        if let explain { return Console.write(LintReference().section(of: try Self.rule(explain))) }
        let chosen = try chosenRules()
        if rules { return list(chosen) }
        let linter = DocumentLinter(linter: PolicyLinter(rules: chosen, scope: scope), options: reading.options)
        var summary = LintSummary()
        for path in try paths.flatMap(Files.documents) {
            let outcome = fix ? try mend(path, linter) : linter.lint(try Files.source(path))
            summary.add(outcome)
            if format != .sarif { show(outcome.diagnostics) }
        }
        summarize(summary)
        if summary.isFailure { throw ExitCode.findings }
    }

    // MARK: Rules

    private static func rule(_ code: String) throws(CommandFailure) -> LintRule {
        guard let rule = LintRule.named(code) else {
            let hint = didYouMean(code, among: LintRule.all.map(\.code.rawValue)).map { "; \($0)" } ?? ""
            throw .usage("there is no rule '\(code)'\(hint)\n")
        }
        return rule
    }

    private func chosenRules() throws(CommandFailure) -> [LintRule] {
        let left = try Self.codes(disable)
        let taken = try only.map { _ throws(CommandFailure) in try Self.codes(only) }
        return LintRule.all.filter { rule in
            rule.severity >= severity && !left.contains(rule.code) && taken.map { $0.contains(rule.code) } ?? true
        }
    }

    private static func codes(_ list: String?) throws(CommandFailure) -> Set<Diagnostic.Code> {
        var codes: Set<Diagnostic.Code> = []
        for code in (list ?? "").split(separator: ",") { codes.insert(try rule(String(code)).code) }
        return codes
    }

    private func list(_ rules: [LintRule]) {
        let reference = LintReference(rules: rules)
        Console.write(format == .json ? reference.json.compactText + "\n" : reference.list)
    }

    // MARK: Documents

    private func mend(_ path: String, _ linter: DocumentLinter) throws(CommandFailure) -> DocumentLinter.Outcome {
        let source = try Files.source(path)
        let mended = linter.mend(source)
        if mended.fixes > 0 { try Files.write(mended.source.text, to: path) }
        return mended
    }

    private func show(_ diagnostics: [Diagnostic]) {
        guard format == .text else { return Console.write(DiagnosticJSONFormatter().format(diagnostics)) }
        // People need the code for the comment that silences a finding.
        Console.write(
            diagnostics.map { diagnostic in
                var coded = diagnostic
                coded.message += " [\(diagnostic.code.rawValue)]"
                return coded
            })
    }

    private func summarize(_ summary: LintSummary) {
        switch format {
        case .text: Console.writeError(summary.text(fixed: fix))
        case .json: Console.write(summary.json.compactText + "\n")
        case .sarif:
            let rules = LintRule.all.map { DiagnosticRule($0.code, $0.severity, summary: $0.summary, explanation: $0.explanation) }
            Console.write(DiagnosticSARIFFormatter(rules: rules).format(summary.diagnostics))
        }
    }
}

/// Lints one document after the other.
private struct DocumentLinter {
    struct Outcome {
        var source: SourceText
        var diagnostics: [Diagnostic]
        var fixes = 0
    }

    let linter: PolicyLinter
    let options: PolicyParsingOptions

    func lint(_ source: SourceText) -> Outcome {
        let parsed = PolicyParser(registry: .standard, options: options).parse(source)
        guard !parsed.diagnostics.hasErrors, let document = parsed.document else {
            return Outcome(source: source, diagnostics: parsed.diagnostics.filter { $0.severity == .error })
        }
        return Outcome(source: source, diagnostics: linter.diagnostics(of: document))
    }

    /// Applies fixes until there are none; one that would spoil the document is not applied.
    func mend(_ source: SourceText) -> Outcome {
        var outcome = lint(source)
        for _ in 0..<10 {
            let (text, count) = outcome.source.applyingFixes(of: outcome.diagnostics)
            guard count > 0 else { break }
            var next = lint(SourceText(name: source.name, text: text))
            guard !next.diagnostics.hasErrors || outcome.diagnostics.hasErrors else { break }
            next.fixes = outcome.fixes + count
            outcome = next
        }
        return outcome
    }
}

/// What came of all documents.
private struct LintSummary {
    private(set) var files = 0
    private(set) var fixes = 0
    private(set) var diagnostics: [Diagnostic] = []

    mutating func add(_ outcome: DocumentLinter.Outcome) {
        (files, fixes) = (files + 1, fixes + outcome.fixes)
        diagnostics += outcome.diagnostics
    }

    var isFailure: Bool { diagnostics.contains { $0.severity >= .warning } }

    func text(fixed: Bool) -> String {
        "\(files) checked, \(diagnostics.count) found" + (fixed ? ", \(fixes) mended\n" : "\n")
    }

    var json: JSON { ["summary": ["files": .integer(files), "findings": .integer(diagnostics.count), "fixed": .integer(fixes)]] }
}

private func severityNamed(_ text: String) throws -> Diagnostic.Severity {
    guard let severity = Diagnostic.Severity(rawValue: text) else { throw ValidationError("'\(text)' is none of note, warning, error.") }
    return severity
}
