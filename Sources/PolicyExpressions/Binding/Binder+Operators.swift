import PolicyDiagnostics

extension Binder {
    // MARK: Unary

    func bindPrefix(_ operation: PrefixUnaryOperator, _ operand: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        switch operation {
        case .logicalNot: return bindNot(operand, range)
        case .increment, .decrement:
            return bindStep(operand, operation == .increment ? .add : .subtract, givesOld: false, range)
        case .plus: return bindSign(.plus, operand, range)
        case .minus: return bindMinus(operand, range)
        case .bitwiseNot: return bindSign(.complement, operand, range)
        }
    }

    func bindPostfix(_ operation: PostfixUnaryOperator, _ operand: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        bindStep(operand, operation == .increment ? .add : .subtract, givesOld: true, range)
    }

    private func bindNot(_ operand: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        bindNot(bindValue(operand), range)
    }

    /// A unary operator on a bound operand.
    func bindUnary(_ operation: BoundUnaryOperator, _ value: BoundExpression, _ range: SourceRange) -> BoundExpression {
        operation == .not ? bindNot(value, range) : bindSign(operation, value, range)
    }

    private func bindNot(_ value: BoundExpression, _ range: SourceRange) -> BoundExpression {
        guard !value.isBad else { return value }
        if value.type == .dynamic { return bindDynamic(.unary(.not), [value], range) }
        guard let converted = implicitly(value, to: .boolean) else {
            if value.type == .nullable(.boolean), let lifted = bindLiftedUnary(value, range, { bindNot($0, range) }) { return lifted }
            return fail("CS0023", "'!' cannot be applied to '\(value.type)'", range)
        }
        return folded(BoundExpression(.unary(.not, converted), .boolean, range), [converted])
    }

    /// `-2147483648` is an int although `2147483648` alone is a uint (C# §11.8.3).
    private func bindMinus(_ operand: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        if case .literal = operand.kind {
            let literal = bindValue(operand)
            if case .uint32(2_147_483_648)? = literal.constant { return BoundExpression(.literal, .int32, range, constant: .int32(.min)) }
            if case .uint64(9_223_372_036_854_775_808)? = literal.constant {
                return BoundExpression(.literal, .int64, range, constant: .int64(.min))
            }
        }
        return bindSign(isChecked ? .negateChecked : .negate, operand, range)
    }

    private func bindSign(_ operation: BoundUnaryOperator, _ operand: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        bindSign(operation, bindValue(operand), range)
    }

    private func bindSign(_ operation: BoundUnaryOperator, _ value: BoundExpression, _ range: SourceRange) -> BoundExpression {
        guard !value.isBad else { return value }
        if value.type == .dynamic { return bindDynamic(.unary(operation), [value], range) }
        guard let own = NumericType(value.type) else {
            if let lifted = bindLiftedUnary(value, range, { bindSign(operation, $0, range) }) { return lifted }
            if let user = bindUserOperator(operation, value, range) { return user }
            if value.type.isEnumeration, operation == .complement, let number = explicitly(value, to: .int32, range) {
                return explicitly(bindSign(.complement, number, range), to: value.type, range) ?? .bad(range)
            }
            return fail("CS0023", "the operator cannot be applied to '\(value.type)'", range)
        }
        var type = NumericType.promoted(own, .int32) ?? .int64
        if own == .uint32, operation != .negate { type = .uint32 }
        if own == .uint64, operation == .negate || operation == .negateChecked {
            return fail("CS0023", "'-' cannot be applied to 'ulong'", range)
        }
        if own == .uint64 { type = .uint64 }
        let converted = convert(value, to: type.symbol)
        return folded(BoundExpression(.unary(operation, converted), type.symbol, range), [converted])
    }

    // MARK: Binary

    /// A chain such as `a + b + c` leans to the left; it is walked in a loop, not by recursion.
    func bindBinary(_ syntax: ExpressionSyntax) -> BoundExpression {
        var pending: [(BinaryOperator, ExpressionSyntax, SourceRange)] = []
        var current = syntax
        while case .binary(let left, let operation, let right) = current.kind {
            pending.append((operation, right, current.range))
            current = left
        }
        var result = bindValue(current)
        for (operation, right, range) in pending.reversed() {
            result = bindBinary(operation, result, bindValue(right), range)
        }
        return result
    }

    func bindBinary(_ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange) -> BoundExpression
    {
        guard !left.isBad, !right.isBad else { return .bad(range) }
        if left.type == .dynamic || right.type == .dynamic { return bindDynamicBinary(operation, left, right, range) }
        if operation == .equal || operation == .notEqual, let tuples = bindTupleEquality(operation, left, right, range) { return tuples }
        switch operation {
        case .coalesce: return bindCoalesce(left, right, range)
        case .logicalAnd: return bindLogical(.conditionalAnd, left, right, range)
        case .logicalOr: return bindLogical(.conditionalOr, left, right, range)
        case .equal: return bindEquality(.equal, left, right, range)
        case .notEqual: return bindEquality(.notEqual, left, right, range)
        case .add where left.type == .string || right.type == .string:
            return bindUserOperator(.add, left, right, range) ?? bindConcatenation([left, right], range)
        case .leftShift, .rightShift: return bindShift(operation == .leftShift ? .shiftLeft : .shiftRight, left, right, range)
        default: return bindArithmetic(Self.operation(of: operation), left, right, range)
        }
    }

    private static func operation(of syntax: BinaryOperator) -> BoundBinaryOperator.Operation {
        switch syntax {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .remainder: .remainder
        case .bitwiseAnd: .and
        case .bitwiseOr: .or
        case .exclusiveOr: .exclusiveOr
        case .lessThan: .less
        case .lessThanOrEqual: .lessOrEqual
        case .greaterThan: .greater
        default: .greaterOrEqual
        }
    }

    private func bindLogical(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        guard let first = implicitly(left, to: .boolean), let second = implicitly(right, to: .boolean) else {
            return refuse(operation, left, right, range)
        }
        return folded(
            BoundExpression(.binary(.init(operation: operation, operand: .boolean), first, second), .boolean, range), [first, second])
    }

    func bindShift(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        guard let own = NumericType(left.type), own.isIntegral, let count = implicitly(right, to: .int32) else {
            return bindLifted(operation, left, right, range) ?? refuse(operation, left, right, range)
        }
        let type = (own.rawValue >= NumericType.int32.rawValue ? own : .int32).symbol
        let value = convert(left, to: type)
        return folded(BoundExpression(.binary(.init(operation: operation, operand: type), value, count), type, range), [value, count])
    }

    func bindArithmetic(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        let isLogical = [.and, .or, .exclusiveOr].contains(operation)
        if isLogical, left.type == .boolean, right.type == .boolean { return binary(operation, .boolean, .boolean, left, right, range) }
        if let enumeration = bindEnumerationOperator(operation, left, right, range) { return enumeration }
        if let numeric = bindNumeric(operation, left, right, range) { return numeric }
        return bindLifted(operation, left, right, range) ?? bindUserOperator(operation, left, right, range)
            ?? refuse(operation, left, right, range)
    }

    private func bindNumeric(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression? {
        guard let type = numericOperandType(left, right) else { return nil }
        if [.and, .or, .exclusiveOr].contains(operation), !type.isIntegral { return nil }
        let first = convert(left, to: type.symbol), second = convert(right, to: type.symbol)
        if case .int32(0)? = second.constant, operation == .divide || operation == .remainder, type == .int32 {
            return fail("CS0020", "division by the constant zero", range)
        }
        return binary(operation, type.symbol, operation.isComparison ? .boolean : type.symbol, first, second, range)
    }

    /// The type that both operands are promoted to; constants take the other's unsigned type where they fit.
    private func numericOperandType(_ left: BoundExpression, _ right: BoundExpression) -> NumericType? {
        guard let a = NumericType(left.type), let b = NumericType(right.type) else { return nil }
        for (constant, other) in [(left, b), (right, a)] where other == .uint32 || other == .uint64 {
            if let value = constant.constant, NumericType.fits(value, constant.type, other.symbol) { return other }
        }
        return NumericType.promoted(a, b)
    }

    /// Operators that a type of the library defines: dates, spans.
    private func bindUserOperator(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression? {
        for owner in [left.type, right.type] {
            for member in owner.definition?.members.methods[operation.metadataName] ?? [] {
                guard let first = implicitly(left, to: member.parameters[0].type),
                    let second = implicitly(right, to: member.parameters[1].type)
                else { continue }
                return BoundExpression(.call(member, [first, second], typeArguments: []), member.result, range)
            }
        }
        return nil
    }

    private func bindUserOperator(_ operation: BoundUnaryOperator, _ value: BoundExpression, _ range: SourceRange) -> BoundExpression? {
        let name = operation == .plus ? "op_UnaryPlus" : "op_UnaryNegation"
        guard operation != .complement, let member = value.type.definition?.members.methods[name]?.first,
            let operand = implicitly(value, to: member.parameters[0].type)
        else { return nil }
        return BoundExpression(.call(member, [operand], typeArguments: []), member.result, range)
    }

    func binary(
        _ operation: BoundBinaryOperator.Operation, _ operand: TypeSymbol, _ result: TypeSymbol,
        _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        let symbol = BoundBinaryOperator(operation: operation, operand: operand, isChecked: isChecked)
        return folded(BoundExpression(.binary(symbol, left, right), result, range), [left, right])
    }

    private func refuse(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        fail("CS0019", "the operator '\(operation.text)' cannot be applied to '\(left.type)' and '\(right.type)'", range)
    }

    // MARK: Equality

    func bindEquality(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        guard !left.isBad, !right.isBad else { return .bad(range) }
        if left.type == .boolean, right.type == .boolean { return binary(operation, .boolean, .boolean, left, right, range) }
        if let enumeration = bindEnumerationEquality(operation, left, right, range) { return enumeration }
        if let numeric = bindNumeric(operation, left, right, range) { return numeric }
        if let user = bindUserOperator(operation, left, right, range) { return user }
        if let text = bindStringEquality(operation, left, right, range) { return text }
        if let lifted = bindLifted(operation, left, right, range) { return lifted }
        return bindReferenceEquality(operation, left, right, range)
    }

    /// Of one enumeration, or of an enumeration and the constant 0.
    private func bindEnumerationEquality(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression? {
        guard left.type.isEnumeration || right.type.isEnumeration else { return nil }
        let type = left.type.isEnumeration ? left.type : right.type
        guard let first = implicitly(left, to: type), let second = implicitly(right, to: type) else { return nil }
        return binary(operation, type, .boolean, first, second, range)
    }

    /// `string == string` compares text.
    private func bindStringEquality(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression? {
        guard left.type == .string || right.type == .string else { return nil }
        guard [left, right].allSatisfy({ $0.type == .string || $0.isNullLiteral }) else { return nil }
        return binary(operation, .string, .boolean, convert(left, to: .string), convert(right, to: .string), range)
    }

    private func bindReferenceEquality(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        let isComparable = { (a: BoundExpression, b: BoundExpression) in
            a.isNullLiteral && (b.type.isReferenceType || b.type != b.type.unwrapped)
        }
        let related =
            left.type.isReferenceType && right.type.isReferenceType
            && (left.type.inherits(from: right.type) || right.type.inherits(from: left.type) || left.type.isInterface
                || right.type.isInterface)
        let sameNullable = left.type == right.type && left.type != left.type.unwrapped
        guard related || sameNullable || isComparable(left, right) || isComparable(right, left) else {
            return refuse(operation, left, right, range)
        }
        return binary(operation, .object, .boolean, convert(left, to: .object), convert(right, to: .object), range)
    }

    // MARK: Concatenation

    /// `+` with a string on either side; nested concatenations become one list.
    func bindConcatenation(_ parts: [BoundExpression], _ range: SourceRange) -> BoundExpression {
        var flat: [BoundExpression] = []
        for part in parts {
            if case .concatenation(let inner) = part.kind, part.constant == nil { flat += inner } else { flat.append(part) }
        }
        guard !flat.contains(where: \.isBad) else { return .bad(range) }
        let result = BoundExpression(.concatenation(flat), .string, range)
        return parts.allSatisfy { $0.type == .string || $0.isNullLiteral } ? folded(result, flat) : result
    }

    // MARK: Constants

    /// The expression with its constant, when all its operands have one: the compiled node is simply evaluated.
    func folded(_ expression: BoundExpression, _ operands: [BoundExpression]) -> BoundExpression {
        guard operands.allSatisfy({ $0.constant != nil && !$0.isNullLiteral }) else { return expression }
        switch ConstantFolding.value(of: expression, isChecked: !isUnchecked) {
        case .value(let value): return BoundExpression(.literal, expression.type, expression.range, constant: value)
        case .overflow:
            return fail(
                "CS0220", "the constant does not fit into '\(expression.type)'", expression.range,
                hint: "write 'unchecked(…)' if that is meant")
        case .notConstant: return expression
        }
    }
}

extension BoundBinaryOperator.Operation {
    /// The operator as it is written.
    var text: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .and: "&"
        case .or: "|"
        case .exclusiveOr: "^"
        case .shiftLeft: "<<"
        case .shiftRight: ">>"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .conditionalAnd: "&&"
        case .conditionalOr: "||"
        }
    }

    /// The name under which .NET metadata has the operator.
    var metadataName: String {
        switch self {
        case .add: "op_Addition"
        case .subtract: "op_Subtraction"
        case .multiply: "op_Multiply"
        case .divide: "op_Division"
        case .equal: "op_Equality"
        case .notEqual: "op_Inequality"
        case .less: "op_LessThan"
        case .lessOrEqual: "op_LessThanOrEqual"
        case .greater: "op_GreaterThan"
        case .greaterOrEqual: "op_GreaterThanOrEqual"
        default: ""
        }
    }
}
