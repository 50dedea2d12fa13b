/// The value of an expression whose operands are constants: its node is made and evaluated.
enum ConstantFolding {
    enum Outcome {
        case value(Value)
        case overflow
        case notConstant
    }

    static func value(of expression: BoundExpression, isChecked: Bool) -> Outcome {
        // A frame does not retain its context.
        let context = GatewayContext.placeholder()
        defer { withExtendedLifetime(context) {} }
        var frame = Frame(context: context)
        let kind = isChecked ? expression.kind.checkingOverflow : expression.kind
        let checked = BoundExpression(kind, expression.type, expression.range)
        do {
            return .value(try NodeBuilder(FrameLayout()).value(checked).evaluate(&frame))
        } catch {
            return error.exceptionType == EvaluationError.arithmeticOverflow.exceptionType ? .overflow : .notConstant
        }
    }
}

extension BoundExpression.Kind {
    /// Constant expressions are checked unless `unchecked` is written (C# §11.21).
    fileprivate var checkingOverflow: BoundExpression.Kind {
        switch self {
        case .binary(var symbol, let left, let right):
            symbol.isChecked = true
            return .binary(symbol, left, right)
        case .unary(.negate, let operand): return .unary(.negateChecked, operand)
        default: return self
        }
    }
}

extension GatewayContext {
    /// A context for what needs none: constants.
    static func placeholder(_ limits: EvaluationLimits = EvaluationLimits()) -> GatewayContext {
        GatewayContext(
            request: GatewayRequest(url: RequestURL(scheme: "https", host: "localhost")), environment: EvaluationEnvironment(limits: limits)
        )
    }
}
