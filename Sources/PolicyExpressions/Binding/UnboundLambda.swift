import PolicyDiagnostics

/// A lambda before its delegate type is known.
///
/// The body is bound once for every list of parameter types that overload resolution tries; what it gave is kept.
final class UnboundLambda {
    let syntax: LambdaSyntax
    let range: SourceRange
    /// What is visible where the lambda stands.
    let environment: BinderEnvironment
    private var bound: [[TypeSymbol]: BoundLambda] = [:]

    init(_ syntax: LambdaSyntax, _ range: SourceRange, _ environment: BinderEnvironment) {
        (self.syntax, self.range, self.environment) = (syntax, range, environment)
    }

    /// What was wrong with the body for some list of parameter types, when it was tried and never right.
    var diagnostics: [ExpressionDiagnostic]? {
        bound.values.contains { !$0.hasErrors } ? nil : bound.values.first?.diagnostics
    }

    /// Whether every parameter has its type written; a lambda without parameters has.
    var hasParameterTypes: Bool { syntax.parameters?.allSatisfy { $0.type != nil } ?? false }

    /// Whether the lambda can stand for a delegate of so many parameters: `delegate { … }` for any.
    func accepts(count: Int) -> Bool { syntax.parameters.map { $0.count == count } ?? true }

    func body(for parameters: [TypeSymbol], binder: Binder) -> BoundLambda {
        if let known = bound[parameters] { return known }
        let result = binder.bindLambdaBody(self, parameters)
        bound[parameters] = result
        return result
    }
}

/// A lambda whose parameters have types: what its body gives, before it is converted to the delegate's result.
struct BoundLambda {
    enum Body {
        case expression(BoundExpression)
        case block(BoundStatement, returned: [BoundExpression])
    }

    var function: FunctionSymbol
    var body: Body
    var diagnostics: [ExpressionDiagnostic]
    /// The type of the results taken together; void for none, nil where they have no common type.
    var inferredResult: TypeSymbol?

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
