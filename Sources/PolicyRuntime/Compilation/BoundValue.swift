public import PolicyExpressions

/// An expression of a document, compiled, with what observers are told about it.
struct BoundExpression: Sendable {
    let compiled: CompiledExpression
    let observed: ObservedExpression
    /// What is reached when the expression is evaluated; nil unless coverage was asked for.
    var point: CoveragePoint?

    func evaluate<T: BindableType>(as type: T.Type, _ context: inout RequestContext) throws(PolicyError) -> T {
        context.reached(point)
        do throws(EvaluationError) {
            if let value = try T.evaluate(compiled, in: context.gateway) {
                context.observer?.expressionEvaluated(observed, as: value.observedValue, in: context.gateway)
                return value
            }
        } catch {
            context.observer?.expressionFailed(observed, with: error, in: context.gateway)
            throw PolicyError(error)
        }
        throw .invalidValue("The result is not a valid \(T.valueTypeName).")
    }

    func evaluate(_ context: inout RequestContext) throws(PolicyError) -> Value {
        context.reached(point)
        do throws(EvaluationError) {
            let value = try compiled.evaluate(in: context.gateway)
            context.observer?.expressionEvaluated(observed, as: value, in: context.gateway)
            return value
        } catch {
            context.observer?.expressionFailed(observed, with: error, in: context.gateway)
            throw PolicyError(error)
        }
    }
}

/// A value of a policy, bound once: a constant, an expression, or text with expressions in it.
///
/// ```swift
/// let name = scope.bind(self.name)
/// return .immediate { context throws(PolicyError) in
///     context.gateway.request.headers.remove(try name(&context))
///     return .proceed
/// }
/// ```
public struct BoundValue<Wrapped: BindableType>: Sendable {
    enum Form: Sendable {
        case constant(Wrapped)
        case expression(BoundExpression)
        case pieces([BoundPiece])
        /// A document with errors never runs; a value of it fails if it does.
        case invalid
    }

    let form: Form
    /// What every value has to fulfil; constants were checked when they were bound.
    private let constraint: PolicyValueConstraint<Wrapped>?
    /// The value when it does not depend on the request.
    public let constant: Wrapped?

    /// Makes a value that is the same for every request.
    public init(constant: Wrapped) { self.init(.constant(constant)) }

    init(_ form: Form, constraint: PolicyValueConstraint<Wrapped>? = nil) {
        (self.form, self.constraint) = (form, constraint)
        constant = if case .constant(let value) = form { value } else { nil }
    }

    /// The value for a request.
    ///
    /// - Throws: `ExpressionValueEvaluationFailure` when an expression throws, or gives what cannot stand here.
    @inlinable
    public func callAsFunction(_ context: inout RequestContext) throws(PolicyError) -> Wrapped {
        if let constant { return constant }
        return try computed(&context)
    }

    // Specialized: the modules of policies see no more of this than its name.
    @_specialize(where Wrapped == NetString)
    @_specialize(where Wrapped == Bool)
    @_specialize(where Wrapped == Int32)
    @usableFromInline
    func computed(_ context: inout RequestContext) throws(PolicyError) -> Wrapped {
        switch form {
        case .constant(let value): return value
        case .expression(let expression): return try checked(try expression.evaluate(as: Wrapped.self, &context))
        case .pieces(let pieces):
            let text = try pieces.joined(&context)
            guard let value = Wrapped(literal: text) else { throw .invalidValue("'\(text)' is not a valid \(Wrapped.valueTypeName).") }
            return try checked(value)
        case .invalid: throw PolicyError(nil, "A value that could not be bound was evaluated.")
        }
    }

    private func checked(_ value: Wrapped) throws(PolicyError) -> Wrapped {
        guard let constraint, !constraint.isMet(value) else { return value }
        throw .invalidValue("'\(value.literal)' must be \(constraint.summary).")
    }
}

extension PolicyError {
    /// The value of an expression cannot stand where it does.
    fileprivate static func invalidValue(_ message: String) -> PolicyError {
        PolicyError(.expressionValueEvaluationFailure, "Expression evaluation failed. " + message)
    }
}

/// A part of a text that is put together for each request.
enum BoundPiece: Sendable {
    case text(String)
    case expression(BoundExpression)
}

extension [BoundPiece] {
    func joined(_ context: inout RequestContext) throws(PolicyError) -> String {
        var text = ""
        for piece in self {
            switch piece {
            case .text(let literal): text += literal
            case .expression(let expression): text += try expression.evaluate(as: NetString.self, &context).string
            }
        }
        return text
    }
}

/// A value of any type, bound once: a literal is a string, an expression alone keeps the type of its result.
public struct BoundObject: Sendable {
    enum Form: Sendable {
        case text(BoundValue<NetString>)
        case expression(BoundExpression)
    }

    let form: Form

    /// Makes a text that is the same for every request.
    public init(constant: NetString) { self.init(form: .text(BoundValue(constant: constant))) }

    init(form: Form) { self.form = form }

    /// The value for a request.
    ///
    /// - Throws: `ExpressionValueEvaluationFailure` when an expression throws.
    public func callAsFunction(_ context: inout RequestContext) throws(PolicyError) -> Value {
        switch form {
        case .text(let text): return .string(try text(&context))
        case .expression(let expression): return try expression.evaluate(&context)
        }
    }
}
