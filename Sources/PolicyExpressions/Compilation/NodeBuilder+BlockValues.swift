import PolicyDiagnostics

// Many blocks are declarations, conditions and returns and nothing else. They become one expression: nothing is kept on
// the way out, and no statement says how it ended.
extension NodeBuilder {
    /// How many conditions may stand within each other: each makes the tree higher.
    private static let greatestConditions = 16

    /// The value of such a block; nil for any other, and where coverage counts its statements.
    func blockValue(_ statement: BoundStatement, result: LocalSymbol) -> EvaluationNode? {
        guard coverage == nil, !result.isInCell else { return nil }
        var conditions = 0
        guard Self.isValue([statement], of: result.type.carrier, &conditions), conditions <= Self.greatestConditions else { return nil }
        return value(of: [statement], result.type)
    }

    /// Whether every way through the statements ends in `return` of a carrier.
    private static func isValue(_ statements: ArraySlice<BoundStatement>, of carrier: Carrier, _ conditions: inout Int) -> Bool {
        guard let first = statements.first else { return false }
        let rest = statements.dropFirst()
        switch first {
        case .block(let inner): return isValue(inner + rest, of: carrier, &conditions)
        case .expression, .declare(_, _?), .nothing: return isValue(rest, of: carrier, &conditions)
        case .returnValue(let value?): return value.type.carrier == carrier
        case .ifElse(_, let holds, let other):
            conditions += 1
            guard conditions <= greatestConditions, isValue([holds], of: carrier, &conditions) else { return false }
            return isValue((other.map { [$0] } ?? []) + rest, of: carrier, &conditions)
        default: return false
        }
    }

    private func value(of statements: ArraySlice<BoundStatement>, _ type: TypeSymbol) -> EvaluationNode {
        var effects: [EvaluationNode] = [], left = statements
        while let statement = left.popFirst() {
            switch statement {
            case .block(let inner): left = inner + left
            case .expression(let expression): effects.append(effect(expression))
            case .declare(let local, let value?): effects.append(declare(local, node(value), value.range))
            case .returnValue(let bound?): return after(effects, type.carrier == .value ? value(bound) : node(bound), type)
            case .ifElse(let condition, let holds, let other):
                let second = value(of: (other.map { [$0] } ?? []) + left, type)
                let choice = conditional(self.condition(condition, of: "if"), value(of: [holds], type), second, type, condition.range)
                return after(effects, choice, type)
            default: break
            }
        }
        return unreachable(SourceRange(0, 0))
    }
}
