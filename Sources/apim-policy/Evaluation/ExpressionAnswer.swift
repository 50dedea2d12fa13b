import PolicyDiagnostics
import PolicyExpressions
import PolicyTesting

/// What an expression gives in a context, with everything there is to say about it.
struct ExpressionAnswer {
    let result: ExpressionResult
    /// Warnings and errors of the compiler, or the exception, each under the text that was typed.
    let diagnostics: [Diagnostic]

    init(to text: ExpressionText, in context: RecordedContext) {
        let compilation = ExpressionCompiler().compile(text.code, kind: text.kind)
        let found = compilation.diagnostics.map(text.diagnostic)
        guard let expression = compilation.expression else {
            let first = compilation.diagnostics.first { $0.severity == .error }
            (result, diagnostics) = (.compileError(code: first?.code.rawValue ?? "", message: first?.message ?? ""), found)
            return
        }
        do throws(EvaluationError) {
            (result, diagnostics) = (try context.result(of: expression), found)
        } catch {
            result = .exception(type: error.exceptionType, message: error.message)
            diagnostics = found + [text.diagnostic(error.diagnostic(in: text.code))]
        }
    }
}
