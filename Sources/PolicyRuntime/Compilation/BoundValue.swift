public import PolicyExpressions

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
    /// The value when it does not depend on the request.
    public let constant: Wrapped?
    @usableFromInline let source: ValueSource<Wrapped>

    /// Makes a value that is the same for every request.
    public init(constant: Wrapped) { self.init(.constant(constant)) }

    init(_ form: ValueSource<Wrapped>.Form, constraint: PolicyValueConstraint<Wrapped>? = nil) {
        source = ValueSource(form, constraint)
        constant = if case .constant(let value) = form { value } else { nil }
    }

    /// The value for a request.
    ///
    /// - Throws: `ExpressionValueEvaluationFailure` when an expression throws, or gives what cannot stand here.
    @inlinable
    public func callAsFunction(_ context: inout RequestContext) throws(PolicyError) -> Wrapped {
        if let constant { return constant }
        return try source.value(&context)
    }
}

// Inlinable, as the rest of the way from a policy to its expression: policies are modules of their own, and without its
// code they could only go it for any type, which takes several times as long.
/// Where a value comes from, behind one reference.
@usableFromInline
final class ValueSource<Wrapped: BindableType>: Sendable {
    @usableFromInline
    enum Form: Sendable {
        case constant(Wrapped)
        case expression(BoundExpression)
        case pieces([BoundPiece])
        /// A document with errors never runs; a value of it fails if it does.
        case invalid
    }

    @usableFromInline let form: Form
    /// What every value has to fulfil; constants were checked when they were bound.
    @usableFromInline let constraint: PolicyValueConstraint<Wrapped>?

    init(_ form: Form, _ constraint: PolicyValueConstraint<Wrapped>?) { (self.form, self.constraint) = (form, constraint) }

    @inlinable
    @inline(never)
    func value(_ context: inout RequestContext) throws(PolicyError) -> Wrapped {
        switch form {
        case .constant(let value): return value
        case .expression(let expression): return try checked(try expression.evaluate(as: Wrapped.self, &context))
        case .pieces(let pieces): return try checked(try Self.value(of: try pieces.joined(&context)))
        case .invalid: throw PolicyError(nil, "A value that could not be bound was evaluated.")
        }
    }

    @inlinable
    func checked(_ value: Wrapped) throws(PolicyError) -> Wrapped {
        guard let constraint, !constraint.isMet(value) else { return value }
        throw .invalidValue("'\(value.literal)' must be \(constraint.summary).")
    }

    @usableFromInline
    static func value(of text: String) throws(PolicyError) -> Wrapped {
        guard let value = Wrapped(literal: text) else { throw .invalidValue("'\(text)' is not a valid \(Wrapped.valueTypeName).") }
        return value
    }
}

extension PolicyError {
    /// The value of an expression cannot stand where it does.
    @usableFromInline
    static func invalidValue(_ message: String) -> PolicyError {
        PolicyError(.expressionValueEvaluationFailure, "Expression evaluation failed. " + message)
    }
}

/// A part of a text that is put together for each request.
@usableFromInline
enum BoundPiece: Sendable {
    case text(String)
    case expression(BoundExpression)
}

extension [BoundPiece] {
    @usableFromInline
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
