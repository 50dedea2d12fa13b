import PolicyDiagnostics
import PolicyExpressions
import PolicyTesting

/// Expressions one after another in one context: what the prompt of `eval` does with a line.
struct ExpressionSession {
    private(set) var context: RecordedContext
    /// The name of the file that the context came from.
    private var contextName = "a plain GET request"

    init(context: RecordedContext) { self.context = context }

    /// What is to be shown for a line; nil when the session is over.
    mutating func answer(to line: String) -> String? {
        let line = line.trimmed
        guard line.hasPrefix(":") else { return line.isEmpty ? "" : value(of: line) }
        let words = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
        let argument = words.count > 1 ? words[1].trimmed : ""
        switch words.first ?? "" {
        case "quit", "q", "exit": return nil
        case "help", "h": return Self.help
        case "type", "t": return type(of: argument)
        case "context", "c": return useContext(argument)
        default: return "There is no command ':\(words.first ?? "")'. \(Self.help)"
        }
    }

    /// Whether more lines belong to what was typed: a bracket or a block is open.
    func isIncomplete(_ text: String) -> Bool {
        let trimmed = text.trimmed
        return !trimmed.hasPrefix(":") && ExpressionCompiler().leavesBracketsOpen(trimmed)
    }

    /// What may follow the text in front of the cursor.
    func completion(of text: String) -> ExpressionCompletion {
        if text.hasPrefix(":") {
            guard let space = text.firstIndex(of: " ") else {
                return ExpressionCompletion(prefix: text, names: [":context", ":help", ":quit", ":type"].filter { $0.hasPrefix(text) })
            }
            guard text.hasPrefix(":type ") else { return ExpressionCompletion(prefix: "", names: []) }
            return completion(of: String(text[text.index(after: space)...]))
        }
        let code = text.hasPrefix("@(") || text.hasPrefix("@{") ? String(text.dropFirst(2)) : text
        return ExpressionCompiler().completion(of: code)
    }

    // MARK: Commands

    private static let help = """
        An expression gives its value, with @( ) or @{ } around it or without.
          :type EXPRESSION   its static type
          :context           the request that expressions see
          :context FILE      another one, from a recorded context
          :quit              the end, like Ctrl-D
        Tab completes names, the arrows find earlier lines.

        """

    private func value(of line: String) -> String {
        let answer = ExpressionAnswer(to: ExpressionText(line), in: context)
        let diagnostics = Console.text(answer.diagnostics)
        guard case .value(let type, let text) = answer.result else { return diagnostics }
        return diagnostics + (text.map { "\($0)  (\(type))" } ?? "null") + "\n"
    }

    private func type(of code: String) -> String {
        guard !code.isEmpty else { return ":type takes an expression.\n" }
        let text = ExpressionText(code)
        let compilation = ExpressionCompiler().compile(text.code, kind: text.kind)
        guard let expression = compilation.expression else { return Console.text(compilation.diagnostics.map(text.diagnostic)) }
        return "\(expression.resultType)\n"
    }

    private mutating func useContext(_ path: String) -> String {
        if !path.isEmpty {
            do throws(CommandFailure) {
                context = try Files.context(path)
                contextName = path
            } catch { return error.text }
        }
        let request = context.request
        let variables = context.variables.map(\.name)
        return "\(contextName): \(request.method) \(request.url)"
            + (variables.isEmpty ? "" : "; variables \(variables.joined(separator: ", "))") + "\n"
    }
}

extension String {
    /// The text without white space around it.
    fileprivate var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return start < end ? String(self[start..<end]) : ""
    }
}
