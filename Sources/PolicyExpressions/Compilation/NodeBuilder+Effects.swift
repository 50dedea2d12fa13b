import PolicyDiagnostics

// Expressions whose value nobody asks for: statements, and the steps of loops.
extension NodeBuilder {
    func effect(_ bound: BoundExpression) -> EvaluationNode {
        switch bound.kind {
        case .sequence(let effects, let value) where value.isLocal:
            // What `i++` gives is kept in a temporary that is not read here.
            return EffectPair.joining(effects.map(effect)) ?? node(bound)
        case .assignLocal(let local, let value) where local.type == .int32 && !local.isInCell:
            return int32Update(local, value, bound.range) ?? node(bound)
        default: return node(bound)
        }
    }

    /// `local = local ± operand`, whatever it was written as.
    private func int32Update(_ local: LocalSymbol, _ value: BoundExpression, _ range: SourceRange) -> EvaluationNode? {
        guard case .binary(let symbol, let left, let right) = value.kind, value.constant == nil, symbol.operand == .int32, !symbol.isLifted,
            !symbol.isChecked, left.remembered.isLocal(local)
        else { return nil }
        switch (symbol.operation, node(right)) {
        case (.add, let constant as Int32Constant): return Int32Increment(local.slot, by: constant.value, range)
        case (.subtract, let constant as Int32Constant): return Int32Increment(local.slot, by: 0 &- constant.value, range)
        case (.add, let source as Int32Local): return Int32LocalAddition(local.slot, from: source.slot, range)
        case (.add, let operand as Int32Node): return Int32Addition(local.slot, operand, range)
        default: return nil
        }
    }
}

extension BoundExpression {
    fileprivate var isLocal: Bool {
        if case .local = kind { true } else { false }
    }

    fileprivate func isLocal(_ local: LocalSymbol) -> Bool {
        if case .local(let own) = kind { own === local } else { false }
    }

    /// What `i++` keeps in a temporary before it counts on; otherwise the expression itself.
    fileprivate var remembered: BoundExpression {
        if case .assignLocal(let kept, let value) = kind, kept.name.isEmpty { value } else { self }
    }
}
