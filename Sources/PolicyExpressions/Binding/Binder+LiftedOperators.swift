import PolicyDiagnostics

/// Operators on `T?` (C# §11.4.8): null in, null out; comparisons with null give false, and null equals null.
extension Binder {
    func bindLifted(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression? {
        guard left.type.isNullable || right.type.isNullable else { return nil }
        let wrapped = (left.isNullLiteral ? right : left).type.unwrapped
        let other = (right.isNullLiteral ? left : right).type.unwrapped
        if wrapped == .boolean, other == .boolean, operation == .and || operation == .or {
            return bindThreeValued(operation, left, right, range)
        }
        let first = keep(left, wrapped), second = keep(right, other)
        let (inner, diagnostics) = gatheringDiagnostics { bindOperator(operation, value(of: first), value(of: second), range) }
        guard !inner.isBad, !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        let result = lifted(operation, inner, first, second, range)
        return BoundExpression(.sequence([first.store, second.store], result), result.type, range)
    }

    private struct Kept {
        var store: BoundExpression
        var local: BoundExpression
    }

    private func keep(_ operand: BoundExpression, _ wrapped: TypeSymbol) -> Kept {
        let value = operand.isNullLiteral ? convert(operand, to: .nullable(wrapped)) : operand
        let local = temporary(value.type)
        return Kept(
            store: BoundExpression(.assignLocal(local, value), value.type, value.range),
            local: BoundExpression(.local(local), value.type, value.range))
    }

    private func value(of kept: Kept) -> BoundExpression {
        guard case .nullable(let wrapped) = kept.local.type else { return kept.local }
        return BoundExpression(.conversion(.unwrapNullable, kept.local), wrapped, kept.local.range)
    }

    private func bindOperator(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        switch operation {
        case .equal, .notEqual: bindEquality(operation, left, right, range)
        case .shiftLeft, .shiftRight: bindShift(operation, left, right, range)
        default: bindArithmetic(operation, left, right, range)
        }
    }

    private func lifted(
        _ operation: BoundBinaryOperator.Operation, _ inner: BoundExpression, _ first: Kept, _ second: Kept, _ range: SourceRange
    ) -> BoundExpression {
        let both = logical(.conditionalAnd, hasValue(first.local), hasValue(second.local), range)
        switch operation {
        case .equal, .notEqual:
            // Where both are there the values decide, otherwise whether both are missing.
            let sameness = logical(operation, hasValue(first.local), hasValue(second.local), range)
            return BoundExpression(.conditional(both, inner, sameness), .boolean, range)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return logical(.conditionalAnd, both, inner, range)
        default:
            let type = inner.type.isReferenceType ? inner.type : .nullable(inner.type)
            let null = convert(BoundExpression(.literal, .null, range, constant: .null), to: type)
            return BoundExpression(.conditional(both, convert(inner, to: type), null), type, range)
        }
    }

    private func logical(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        BoundExpression(.binary(.init(operation: operation, operand: .boolean), left, right), .boolean, range)
    }

    /// `x.HasValue`; true for what is never null.
    func hasValue(_ value: BoundExpression) -> BoundExpression {
        guard value.type.isNullable else { return BoundExpression(.literal, .boolean, value.range, constant: .boolean(true)) }
        let null = convert(BoundExpression(.literal, .null, value.range, constant: .null), to: .object)
        let symbol = BoundBinaryOperator(operation: .notEqual, operand: .object)
        return BoundExpression(.binary(symbol, convert(value, to: .object), null), .boolean, value.range)
    }

    /// `&` and `|` of `bool?` know that false and true decide alone.
    private func bindThreeValued(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        let type = TypeSymbol.nullable(.boolean)
        let symbol = BoundBinaryOperator(operation: operation, operand: .boolean, isLifted: true)
        return BoundExpression(.binary(symbol, convert(left, to: type), convert(right, to: type)), type, range)
    }

    /// A unary operator on `T?`.
    func bindLiftedUnary(_ operand: BoundExpression, _ range: SourceRange, _ apply: (BoundExpression) -> BoundExpression)
        -> BoundExpression?
    {
        guard case .nullable(let wrapped) = operand.type else { return nil }
        let kept = keep(operand, wrapped)
        let inner = apply(value(of: kept))
        guard !inner.isBad else { return inner }
        let type = TypeSymbol.nullable(inner.type)
        let null = convert(BoundExpression(.literal, .null, range, constant: .null), to: type)
        let result = BoundExpression(.conditional(hasValue(kept.local), convert(inner, to: type), null), type, range)
        return BoundExpression(.sequence([kept.store], result), type, range)
    }
}

extension TypeSymbol {
    /// Whether the type is `T?` of a value type.
    var isNullable: Bool {
        if case .nullable = self { true } else { false }
    }
}
