import ArgumentParser
import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyTesting

struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Evaluates a policy expression and prints its value.",
        discussion: """
            The expression may stand in @( ) or @{ }, or without: then it is read as the inside of @( ). It sees the \
            context of a plain GET request, or the one that --context describes (a JSON file; see Docs/FileFormats.md).

              apim-policy eval 'context.Request.Method + " " + context.Request.Url.Path'
              apim-policy eval '((string)context.Variables["n"]).Length' --variable n=21

            Without an expression, on a terminal, it asks for one after another; :help lists what else it understands.

            With --cases it evaluates a file with one case a line and prints one JSON object a line, in order.
            """)

    @Argument(help: "The expression, C# 7.3.")
    var expression: String?
    @Option(help: ArgumentHelp("The recorded context that the expression sees.", valueName: "file"))
    var context: String?
    @Option(help: ArgumentHelp("A string variable of the context; may be given several times.", valueName: "name=value"))
    var variable: [String] = []
    @Option(help: ArgumentHelp("A file of cases, one JSON object a line.", valueName: "file"))
    var cases: String?
    @Option(help: ArgumentHelp("The folder with the recorded contexts that the cases name.", valueName: "folder"))
    var contexts: String?
    @Option(help: "How the result is printed.")
    var format: OutputFormat = .text

    func validate() throws {
        guard expression == nil || cases == nil else { throw ValidationError("Give either an expression or --cases.") }
        guard expression != nil || cases != nil || Terminal.isInteractive else {
            throw ValidationError("Give an expression or --cases; only a terminal is asked for expressions.")
        }
        guard cases == nil || contexts != nil else { throw ValidationError("--cases needs --contexts.") }
        guard variable.allSatisfy({ $0.contains("=") }) else { throw ValidationError("A variable is given as name=value.") }
    }

    func run() throws {
        if let expression {
            try evaluate(ExpressionText(expression), in: try recordedContext())
        } else if let cases, let contexts {
            try answer(cases: cases, contexts: contexts)
        } else {
            var session = ExpressionSession(context: try recordedContext())
            LineEditor.run(&session)
        }
    }

    // MARK: One expression

    private func recordedContext() throws -> RecordedContext {
        var result = try context.map(Files.context) ?? RecordedContext()
        Console.writeError(result.warnings)
        for assignment in variable {
            let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            result.variables.removeAll { $0.name == parts[0] }
            result.variables.append((parts[0], .string(parts[1])))
        }
        return result
    }

    private func evaluate(_ text: ExpressionText, in context: RecordedContext) throws {
        let answer = ExpressionAnswer(to: text, in: context)
        if format == .json { Console.write(answer.result.json.compactText + "\n") }
        guard case .value(_, let value) = answer.result else { throw CommandFailure.findings(Console.text(answer.diagnostics)) }
        Console.writeError(answer.diagnostics)
        if format == .text { Console.write((value ?? "null") + "\n") }
    }

    // MARK: Cases

    private func answer(cases path: String, contexts folder: String) throws {
        let runner = ExpressionCaseRunner(contexts: try Files.contexts(in: folder))
        let cases = try Files.read(path) { source throws(Diagnostic) in try ExpressionCase.all(in: source) }
        var output = ""
        for expressionCase in cases {
            guard let result = runner.result(of: expressionCase) else {
                throw CommandFailure.usage(
                    "\(folder): there is no context '\(expressionCase.contextName)', which \(expressionCase.id) names\n")
            }
            let answer: JSON = [
                "id": .string(expressionCase.id), "context": .string(expressionCase.contextName), "result": result.json,
            ]
            output += answer.compactText + "\n"
            if output.utf8.count > 1 << 16 {
                Console.write(output)
                output = ""
            }
        }
        Console.write(output)
    }
}
