import PolicyDiagnostics
import PolicyExpressions

/// A value that has no initialiser in Swift: what makes it is the C# expression that makes it in .NET, compiled once.
struct ValueExpression: Sendable {
    private let compilation: ExpressionCompilation

    /// The code sees the text that the value is made of as the variable `text`.
    init(_ code: String) { compilation = ExpressionCompiler().compile(code, kind: .single) }

    /// - Throws: what the expression throws; or that the type library does not have what it takes yet.
    func evaluate(with text: String = "") throws(EvaluationError) -> Value {
        guard let expression = compilation.expression else {
            throw .system("NotSupportedException", compilation.diagnostics.first?.message ?? "the type library has no such type")
        }
        let context = GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "localhost")))
        context.variables["text"] = .string(NetString(text))
        return try expression.evaluate(in: context)
    }
}

extension RecordedValue {
    static let decimal = ValueExpression(#"decimal.Parse((string)context.Variables["text"])"#)
    static let emptyDictionary = ValueExpression("new Dictionary<string, string>()")
    static let token = ValueExpression(#"((string)context.Variables["text"]).AsJwt()"#)
}
