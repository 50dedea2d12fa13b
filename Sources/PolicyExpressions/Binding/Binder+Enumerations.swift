import PolicyDiagnostics

/// Operators that enumerations have: `E + n`, `E - n`, `E - E`, and the logical ones with the constant 0.
extension Binder {
    func bindEnumerationOperator(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression? {
        guard left.type.isEnumeration || right.type.isEnumeration else { return nil }
        let isLogical = [.and, .or, .exclusiveOr].contains(operation)
        if isLogical || operation.isComparison {
            let type = left.type.isEnumeration ? left.type : right.type
            guard let first = implicitly(left, to: type), let second = implicitly(right, to: type) else { return nil }
            return binary(operation, type, operation.isComparison ? .boolean : type, first, second, range)
        }
        switch (operation, left.type.isEnumeration, right.type.isEnumeration) {
        case (.subtract, true, true) where left.type == right.type: return underlying(operation, left, right, as: nil, range)
        case (.add, true, false), (.subtract, true, false): return underlying(operation, left, right, as: left.type, range)
        case (.add, false, true): return underlying(operation, left, right, as: right.type, range)
        default: return nil
        }
    }

    private func underlying(
        _ operation: BoundBinaryOperator.Operation, _ left: BoundExpression, _ right: BoundExpression, as type: TypeSymbol?,
        _ range: SourceRange
    ) -> BoundExpression? {
        guard let first = number(left), let second = number(right) else { return nil }
        let result = binary(operation, .int32, .int32, first, second, range)
        return type.map { explicitly(result, to: $0, range) ?? .bad(range) } ?? result
    }

    private func number(_ value: BoundExpression) -> BoundExpression? {
        value.type.isEnumeration ? explicitly(value, to: .int32, value.range) : implicitly(value, to: .int32)
    }
}
