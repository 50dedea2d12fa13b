public import PolicyExpressions

/// An expression of a document, compiled, with what observers are told about it.
@usableFromInline
final class BoundExpression: Sendable {
    @usableFromInline let compiled: CompiledExpression
    @usableFromInline let observed: ObservedExpression
    /// What is reached when the expression is evaluated; nil unless coverage was asked for.
    @usableFromInline let point: CoveragePoint?

    init(compiled: CompiledExpression, observed: ObservedExpression, point: CoveragePoint?) {
        (self.compiled, self.observed, self.point) = (compiled, observed, point)
    }

    @inlinable
    func evaluate<T: BindableType>(as type: T.Type, _ context: inout RequestContext) throws(PolicyError) -> T {
        context.reached(point)
        do throws(EvaluationError) {
            if let value = try T.evaluate(compiled, in: context.gateway) {
                context.observer?.expressionEvaluated(observed, as: value.observedValue, in: context.gateway)
                return value
            }
        } catch { throw failure(error, &context) }
        throw .invalidValue("The result is not a valid \(T.valueTypeName).")
    }

    func evaluate(_ context: inout RequestContext) throws(PolicyError) -> Value {
        context.reached(point)
        do throws(EvaluationError) {
            let value = try compiled.evaluate(in: context.gateway)
            context.observer?.expressionEvaluated(observed, as: value, in: context.gateway)
            return value
        } catch { throw failure(error, &context) }
    }

    @usableFromInline
    func failure(_ error: EvaluationError, _ context: inout RequestContext) -> PolicyError {
        context.observer?.expressionFailed(observed, with: error, in: context.gateway)
        return PolicyError(error)
    }
}
