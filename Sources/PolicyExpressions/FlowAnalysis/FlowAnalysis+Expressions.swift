extension FlowAnalysis {
    // MARK: Conditions

    /// Walks a Boolean expression, and gives what is known where it was true and where it was false.
    mutating func visitCondition(_ bound: BoundExpression) -> (whenTrue: FlowState, whenFalse: FlowState) {
        if case .boolean(let value)? = bound.constant { return value ? (state, .unreachable) : (.unreachable, state) }
        switch bound.kind {
        case .binary(let symbol, let left, let right) where symbol.operation == .conditionalAnd:
            let first = visitCondition(left)
            state = first.whenTrue
            let second = visitCondition(right)
            return (second.whenTrue, first.whenFalse.joined(second.whenFalse))
        case .binary(let symbol, let left, let right) where symbol.operation == .conditionalOr:
            let first = visitCondition(left)
            state = first.whenFalse
            let second = visitCondition(right)
            return (first.whenTrue.joined(second.whenTrue), second.whenFalse)
        case .unary(.not, let operand):
            let inner = visitCondition(operand)
            return (inner.whenFalse, inner.whenTrue)
        case .conditional(let test, let first, let second):
            let tested = visitCondition(test)
            state = tested.whenTrue
            let left = visitCondition(first)
            state = tested.whenFalse
            let right = visitCondition(second)
            return (left.whenTrue.joined(right.whenTrue), left.whenFalse.joined(right.whenFalse))
        case .isPattern(let value, let pattern): return visitPattern(value, pattern)
        default:
            visit(bound)
            return (state, state)
        }
    }

    private mutating func visitPattern(_ value: BoundExpression, _ pattern: BoundPattern) -> (whenTrue: FlowState, whenFalse: FlowState) {
        visit(value)
        let whenFalse = pattern.matchesAll(of: value.type) ? FlowState.unreachable : state
        var whenTrue = state
        if let ordinal = pattern.local?.ordinal { whenTrue.assign(ordinal) }
        return (whenTrue, whenFalse)
    }

    // MARK: Expressions

    mutating func visit(_ bound: BoundExpression) {
        guard bound.constant == nil else { return }
        switch bound.kind {
        case .local(let local): read(local, bound.range)
        case .assignLocal(let local, let value), .declareLocal(let local, let value):
            visit(value)
            assign(local)
        case .location(let local, let use):
            if use == .reference { read(local, bound.range) }
            assign(local)
        case .binary(let symbol, let left, let right):
            if symbol.operation.isShortCircuit { return visitBothWays(bound) }
            visit(left)
            visit(right)
        case .unary(.not, _), .isPattern: visitBothWays(bound)
        case .conditional(let test, let first, let second): visitConditional(test, first, second)
        case .coalesce(let left, _, let value, let right):
            visit(left)
            visitPerhaps(value, or: right)
        case .conditionalAccess(let receiver, _, let access):
            visit(receiver)
            visitPerhaps(access, or: nil)
        case .throwExpression(let value):
            visit(value)
            state = .unreachable
        case .lambda(let function): visitLambda(function, bound.range)
        case .functionCall(let function, let arguments):
            for argument in arguments { visit(argument) }
            call(function, bound.range)
        default: visitParts(bound)
        }
    }

    /// Expressions whose parts are simply evaluated one after the other.
    private mutating func visitParts(_ bound: BoundExpression) {
        switch bound.kind {
        case .call(_, let parts, _), .assignMember(_, let parts, _), .concatenation(let parts), .arrayCreation(let parts),
            .anonymousObject(let parts), .tuple(let parts), .dynamic(_, let parts),
            .matrixCreation(let parts, _), .newMatrix(let parts):
            for part in parts { visit(part) }
        case .sequence(let effects, let value):
            for effect in effects { visit(effect) }
            visit(value)
        case .invocation(let target, let arguments):
            visit(target)
            for argument in arguments { visit(argument) }
        case .conversion(_, let operand), .unary(_, let operand), .newArray(let operand), .isType(let operand, _), .element(let operand, _):
            visit(operand)
        case .matrixElement(let array, let indices):
            for part in [array] + indices { visit(part) }
        case .assignMatrixElement(let array, let indices, let value):
            for part in [array] + indices + [value] { visit(part) }
        case .arrayElement(let first, let second), .assignElement(let first, _, let second):
            visit(first)
            visit(second)
        case .assignArrayElement(let array, let index, let value):
            visit(array)
            visit(index)
            visit(value)
        case .literal, .context, .typeOf, .unboundLambda, .unboundTuple, .unboundOut, .unboundDefault, .typeName, .namespaceName,
            .methodGroup, .bad:
            break
        case .local, .assignLocal, .declareLocal, .location, .binary, .isPattern, .conditional, .coalesce, .conditionalAccess,
            .throwExpression, .lambda, .functionCall:
            break
        }
    }

    private mutating func visitBothWays(_ condition: BoundExpression) {
        let (whenTrue, whenFalse) = visitCondition(condition)
        state = whenTrue.joined(whenFalse)
    }

    private mutating func visitConditional(_ test: BoundExpression, _ first: BoundExpression, _ second: BoundExpression) {
        let tested = visitCondition(test)
        state = tested.whenTrue
        visit(first)
        let behindFirst = state
        state = tested.whenFalse
        visit(second)
        state.join(behindFirst)
    }

    /// One of two expressions is evaluated, or the first perhaps.
    private mutating func visitPerhaps(_ first: BoundExpression, or second: BoundExpression?) {
        let before = state
        visit(first)
        let behindFirst = state
        state = before
        if let second { visit(second) }
        state.join(behindFirst)
    }
}

extension BoundBinaryOperator.Operation {
    fileprivate var isShortCircuit: Bool { self == .conditionalAnd || self == .conditionalOr }
}

extension BoundPattern {
    /// Whether every value of the type matches.
    func matchesAll(of type: TypeSymbol) -> Bool {
        switch self {
        case .variable: true
        case .declaration(let tested, _): tested == type && !type.isReferenceType && type == type.unwrapped
        case .constant: false
        }
    }
}
