import PolicyDiagnostics
public import PolicyExpressions

/// Evaluates cases. Contexts are read once and made anew for every case, so that no case sees what another one did.
public struct ExpressionCaseRunner: Sendable {
    private let contexts: [String: RecordedContext]
    private let compiler: ExpressionCompiler
    private let observer: (any ExpressionObserver)?

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - contexts: the recorded contexts by name.
    ///   - compiler: what compiles the code; members that API Management does not allow are never refused.
    ///   - observer: is told what evaluations reach; without one, cases are compiled without coverage.
    public init(
        contexts: [String: RecordedContext], compiler: ExpressionCompiler = ExpressionCompiler(), observer: (any ExpressionObserver)? = nil
    ) {
        (self.contexts, self.compiler, self.observer) = (contexts, compiler, observer)
    }

    /// The answer to a case; nil when there is no context of its name.
    public func result(of expressionCase: ExpressionCase) -> ExpressionResult? {
        guard let context = contexts[expressionCase.contextName] else { return nil }
        return result(of: expressionCase.code, kind: expressionCase.kind, in: expressionCase.changes.applied(to: context))
    }

    /// What an expression gives in a context.
    public func result(of code: String, kind: ExpressionKind, in context: RecordedContext) -> ExpressionResult {
        let source = SourceText(name: "expression", text: code)
        let origins = observer.map { _ in SourceMap(verbatim: SourceSpan(source, source.wholeRange)) }
        let compilation = compiler.compile(code, kind: kind, coveredIn: origins)
        guard let expression = compilation.expression else {
            let first = compilation.diagnostics.first { $0.severity == .error }
            return .compileError(code: first?.code.rawValue ?? "", message: first?.message ?? "")
        }
        do throws(EvaluationError) {
            return try context.result(of: expression, observer: observer)
        } catch {
            return .exception(type: error.exceptionType, message: error.message)
        }
    }
}

extension RecordedContext {
    /// The value of an expression in this context, in the canonical form.
    ///
    /// - Throws: the exception that the expression raises.
    package func result(
        of expression: CompiledExpression, observer: (any ExpressionObserver)? = nil
    ) throws(EvaluationError) -> ExpressionResult {
        let context = makeContext()
        context.expressionObserver = observer
        let value = try CanonicalValue(try expression.evaluate(in: context), in: context)
        return .value(type: value.type, text: value.text)
    }
}
