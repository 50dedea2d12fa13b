import PolicyDiagnostics

extension NodeBuilder {
    // MARK: Unary

    func unary(_ operation: BoundUnaryOperator, _ operand: BoundExpression, _ bound: BoundExpression) -> EvaluationNode {
        let range = bound.range
        let node = node(operand)
        switch (operation, node) {
        case (.not, let node as BooleanNode): return LogicalNot(node, range)
        case (.plus, _): return node
        case (.complement, let node as Int32Node):
            return Int32Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int32 in ~(try node.evaluate(&frame)) }
        case (.complement, let node as Int64Node):
            let isUnsigned = bound.type == .uint32
            return Int64Call(range) { (frame: inout Frame) throws(EvaluationError) -> Int64 in
                let result = ~(try node.evaluate(&frame))
                return isUnsigned ? Int64(UInt32(truncatingIfNeeded: result)) : result
            }
        case (_, let node as Int32Node):
            return Int32Arithmetic(.subtract, isChecked: operation == .negateChecked, Int32Constant(0, range), node, range)
        case (_, let node as Int64Node):
            return Int64Arithmetic<Int64>(.subtract, isChecked: operation == .negateChecked, Int64Constant(0, range), node, range)
        case (_, let node as DoubleNode):
            return DoubleCall(range) { (frame: inout Frame) throws(EvaluationError) -> Double in -(try node.evaluate(&frame)) }
        case (_, let node as ValueNode):
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                guard case .decimal(let number) = try node.evaluate(&frame) else { return .null }
                return .decimal(number.negated)
            }
        default: return unreachable(range)
        }
    }

    // MARK: Binary

    func binary(_ symbol: BoundBinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange) -> EvaluationNode {
        if symbol.isLifted { return lifted(symbol, left, right, range) }
        let operation = symbol.operation
        if coverage != nil, operation == .conditionalAnd || operation == .conditionalOr {
            return coveredLogic(operation == .conditionalAnd, left, right, range)
        }
        switch (node(left), node(right)) {
        case (let a as BooleanNode, let b as BooleanNode): return logic(operation, a, b, range)
        case (let a as Int32Node, let b as Int32Node): return int(symbol, a, b, range)
        case (let a as Int64Node, let b as Int32Node): return shift(operation, symbol.operand, a, b, range)
        case (let a as Int64Node, let b as Int64Node): return long(symbol, a, b, range)
        case (let a as DoubleNode, let b as DoubleNode):
            return operation.isComparison
                ? DoubleComparison(Comparison(operation: operation), a, b, range)
                : DoubleArithmetic(operation, isSingle: symbol.operand == .single, a, b, range)
        case (let a as StringNode, let b as StringNode): return stringEquality(isEqual: operation == .equal, a, b, range)
        case (let a as ValueNode, let b as ValueNode): return boxedBinary(symbol, a, b, range)
        default: return unreachable(range)
        }
    }

    private func stringEquality(isEqual: Bool, _ a: StringNode, _ b: StringNode, _ range: SourceRange) -> BooleanNode {
        if let constant = b as? StringConstant { return StringConstantEquality(isEqual: isEqual, a, constant.value, range) }
        if let constant = a as? StringConstant { return StringConstantEquality(isEqual: isEqual, b, constant.value, range) }
        return StringEquality(isEqual: isEqual, a, b, range)
    }

    /// Operators of `int`, with nodes of their own for a local beside a constant or another local.
    private func int(_ symbol: BoundBinaryOperator, _ a: Int32Node, _ b: Int32Node, _ range: SourceRange) -> EvaluationNode {
        let operation = symbol.operation
        if operation.isComparison {
            let comparison = Comparison(operation: operation)
            guard let constant = b as? Int32Constant else { return Int32Comparison(comparison, a, b, range) }
            guard let local = a as? Int32Local else { return Int32ConstantComparison(comparison, a, constant.value, range) }
            return Int32LocalConstantComparison(comparison, local.slot, constant.value, range)
        }
        if !symbol.isChecked, let constant = b as? Int32Constant, let node = int(operation, a, constant.value, range) { return node }
        if !symbol.isChecked, operation == .add { return Int32Sum(a, b, range) }
        return Int32Arithmetic(operation, isChecked: symbol.isChecked, a, b, range)
    }

    /// Unchecked arithmetic with a constant, where it cannot fail; nil for the rest.
    private func int(_ operation: BoundBinaryOperator.Operation, _ a: Int32Node, _ constant: Int32, _ range: SourceRange) -> Int32Node? {
        switch operation {
        case .add: Int32ConstantSum(a, constant, range)
        case .multiply: Int32ConstantArithmetic(.multiply, a, constant, range)
        case .divide where constant != 0 && constant != -1: Int32ConstantArithmetic(.divide, a, constant, range)
        case .remainder where constant != 0 && constant != -1: Int32ConstantArithmetic(.remainder, a, constant, range)
        default: nil
        }
    }

    private func logic(_ operation: BoundBinaryOperator.Operation, _ a: BooleanNode, _ b: BooleanNode, _ range: SourceRange) -> BooleanNode
    {
        switch operation {
        case .conditionalAnd: ConditionalLogic(isAnd: true, a, b, range)
        case .conditionalOr: ConditionalLogic(isAnd: false, a, b, range)
        case .and:
            BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                let (x, y) = (try a.evaluate(&frame), try b.evaluate(&frame))
                return x && y
            }
        case .or:
            BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                let (x, y) = (try a.evaluate(&frame), try b.evaluate(&frame))
                return x || y
            }
        case .equal:
            BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                try a.evaluate(&frame) == b.evaluate(&frame)
            }
        default:
            BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                try a.evaluate(&frame) != b.evaluate(&frame)
            }
        }
    }

    private func shift(
        _ operation: BoundBinaryOperator.Operation, _ type: TypeSymbol, _ value: Int64Node, _ count: Int32Node, _ range: SourceRange
    ) -> EvaluationNode {
        let isLeft = operation == .shiftLeft
        if type == .uint32 { return Int64Shift<UInt32>(isLeft: isLeft, value, count, range) }
        if type == .uint64 { return Int64Shift<UInt64>(isLeft: isLeft, value, count, range) }
        return Int64Shift<Int64>(isLeft: isLeft, value, count, range)
    }

    private func long(_ symbol: BoundBinaryOperator, _ a: Int64Node, _ b: Int64Node, _ range: SourceRange) -> EvaluationNode {
        let operation = symbol.operation
        if operation.isComparison {
            return Int64Comparison(Comparison(operation: operation), isUnsigned: symbol.operand == .uint64, a, b, range)
        }
        if symbol.operand == .uint32 { return Int64Arithmetic<UInt32>(operation, isChecked: symbol.isChecked, a, b, range) }
        if symbol.operand == .uint64 { return Int64Arithmetic<UInt64>(operation, isChecked: symbol.isChecked, a, b, range) }
        return Int64Arithmetic<Int64>(operation, isChecked: symbol.isChecked, a, b, range)
    }

    /// Operators on boxed values: decimals, and equality of references.
    private func boxedBinary(_ symbol: BoundBinaryOperator, _ a: ValueNode, _ b: ValueNode, _ range: SourceRange) -> EvaluationNode {
        let operation = symbol.operation
        if symbol.operand == .decimal, !operation.isComparison {
            return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                try BoxedArithmetic.decimal(operation, try a.evaluate(&frame), try b.evaluate(&frame))
            }
        }
        if symbol.operand == .decimal {
            return BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                guard case .decimal(let x) = try a.evaluate(&frame), case .decimal(let y) = try b.evaluate(&frame) else { return false }
                return Comparison(operation: operation).holds(x, y)
            }
        }
        return BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
            try a.evaluate(&frame).isSame(as: b.evaluate(&frame)) == (operation == .equal)
        }
    }

    /// Operators on `T?`: both sides boxed; null in gives null out, and false for an order.
    private func lifted(_ symbol: BoundBinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange)
        -> EvaluationNode
    {
        let a = value(left), b = value(right)
        if symbol.operation.isComparison {
            return BooleanCall(range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                BoxedArithmetic.compare(symbol.operation, try a.evaluate(&frame), try b.evaluate(&frame))
            }
        }
        return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            BoxedArithmetic.threeValued(symbol.operation, try a.evaluate(&frame), try b.evaluate(&frame))
        }
    }

    // MARK: Choices

    func conditional(_ test: BooleanNode, _ first: EvaluationNode, _ second: EvaluationNode, _ type: TypeSymbol, _ range: SourceRange)
        -> EvaluationNode
    {
        switch (first, second) {
        case (let a as BooleanNode, let b as BooleanNode): BooleanConditional(test, a, b, range)
        case (let a as Int32Node, let b as Int32Node): Int32Conditional(test, a, b, range)
        case (let a as Int64Node, let b as Int64Node): Int64Conditional(test, a, b, range)
        case (let a as DoubleNode, let b as DoubleNode): DoubleConditional(test, a, b, range)
        case (let a as StringNode, let b as StringNode): StringConditional(test, a, b, range)
        case (let a as ReferenceNode, let b as ReferenceNode): ReferenceConditional(test, a, b, range)
        case (let a as ValueNode, let b as ValueNode): ValueConditional(test, a, b, range)
        default: unreachable(range)
        }
    }

    /// Whether the left side of `??` or `?.`, which it keeps in a local, is there.
    private func isPresent(_ left: BoundExpression, _ kept: LocalSymbol) -> BooleanNode {
        let slot = kept.slot
        switch node(left) {
        case let left as StringNode:
            return BooleanCall(left.range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                frame.strings[slot] = try left.evaluate(&frame)
                return frame.strings[slot] != nil
            }
        case let left as ReferenceNode:
            return BooleanCall(left.range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                frame.references[slot] = try left.evaluate(&frame)
                return frame.references[slot] != nil
            }
        case let left as ValueNode:
            return BooleanCall(left.range) { (frame: inout Frame) throws(EvaluationError) -> Bool in
                frame.values[slot] = try left.evaluate(&frame)
                return !frame.values[slot].isNull
            }
        default: return BooleanConstant(true, left.range)
        }
    }

    func coalesce(
        _ left: BoundExpression, _ kept: LocalSymbol, _ value: BoundExpression, _ right: BoundExpression, _ bound: BoundExpression
    ) -> EvaluationNode {
        if coverage == nil, case .local = value.kind, let left = node(left) as? StringNode, let right = node(right) as? StringNode {
            return StringCoalescing(left, right, bound.range)
        }
        guard kept.isKept else { return unreachable(bound.range) }
        let present = covered(
            isPresent(left, kept), of: "??", in: bound.range, whenTrue: ("left side", left.range), whenFalse: ("right side", right.range))
        return conditional(present, node(value), node(right), bound.type, bound.range)
    }

    func conditionalAccess(_ receiver: BoundExpression, _ kept: LocalSymbol, _ access: BoundExpression, _ bound: BoundExpression)
        -> EvaluationNode
    {
        if let node = matchedText(receiver, kept, access) { return node }
        let present = isPresent(receiver, kept), access = node(access)
        if bound.type == .void {
            return VoidCall(bound.range) { (frame: inout Frame) throws(EvaluationError) -> Void in
                if try present.evaluate(&frame) { try access.execute(&frame) }
            }
        }
        return conditional(present, access, ConstantNodes.node(Value.null, bound.type, bound.range), bound.type, bound.range)
    }
}

/// Operators on values whose type is only known when they run.
enum BoxedArithmetic {
    static func decimal(_ operation: BoundBinaryOperator.Operation, _ a: Value, _ b: Value) throws(EvaluationError) -> Value {
        guard case .decimal(let x) = a, case .decimal(let y) = b else { return .null }
        switch operation {
        case .add: return .decimal(try x.adding(y))
        case .subtract: return .decimal(try x.subtracting(y))
        case .multiply: return .decimal(try x.multiplied(by: y))
        case .divide: return .decimal(try x.divided(by: y))
        default: return .decimal(try x.remainder(dividingBy: y))
        }
    }

    /// `==` holds between two nulls; an order never holds when either side is null.
    static func compare(_ operation: BoundBinaryOperator.Operation, _ a: Value, _ b: Value) -> Bool {
        if a.isNull || b.isNull {
            let bothNull = a.isNull && b.isNull
            return operation == .equal ? bothNull : operation == .notEqual && !bothNull
        }
        let comparison = Comparison(operation: operation)
        if case .decimal(let x) = a, case .decimal(let y) = b { return comparison.holds(x, y) }
        if case .uint64(let x) = a, case .uint64(let y) = b { return comparison.holds(x, y) }
        if let x = a.integer, let y = b.integer { return comparison.holds(x, y) }
        if case .double(let x)? = a.converted(to: .double, isChecked: false),
            case .double(let y)? = b.converted(to: .double, isChecked: false)
        {
            return comparison.holds(x, y)
        }
        return false
    }

    /// `&` and `|` of `bool?`: what decides alone wins over null.
    static func threeValued(_ operation: BoundBinaryOperator.Operation, _ a: Value, _ b: Value) -> Value {
        let deciding = operation == .or
        if case .boolean(let value) = a, value == deciding { return a }
        if case .boolean(let value) = b, value == deciding { return b }
        return a.isNull || b.isNull ? .null : .boolean(!deciding)
    }
}
