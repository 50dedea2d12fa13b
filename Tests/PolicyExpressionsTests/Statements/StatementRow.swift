import PolicyDiagnostics
import PolicyExpressions

/// Statements and what they give: the text of the result, the full name of an exception, or C#'s code of the first error.
struct StatementRow: Sendable, CustomStringConvertible {
    let code: String
    let expected: String
    let isSingle: Bool

    init(_ code: String, _ expected: String, isSingle: Bool = false) {
        (self.code, self.expected, self.isSingle) = (code, expected, isSingle)
    }

    var description: String { code }

    var given: String {
        let compilation = ExpressionCompiler().compile(code, kind: isSingle ? .single : .block)
        guard let expression = compilation.expression else {
            return compilation.diagnostics.first { $0.severity == .error }?.code.rawValue ?? "refused without a word"
        }
        do throws(EvaluationError) {
            let value = CanonicalValue(try expression.evaluate(in: ExpressionCompilerTests.context()))
            return value.text ?? "null"
        } catch {
            return error.exceptionType
        }
    }
}
