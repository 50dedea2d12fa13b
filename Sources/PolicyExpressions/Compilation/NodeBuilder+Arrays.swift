import PolicyDiagnostics

extension NodeBuilder {
    func array(_ elements: [BoundExpression], _ type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        let nodes = elements.map(value)
        return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
            var items: [Value] = []
            items.reserveCapacity(nodes.count)
            for node in nodes { items.append(try node.evaluate(&frame)) }
            return NetArray(type: type, items: items)
        }
    }

    func newArray(_ length: BoundExpression, _ type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        guard let length = node(length) as? Int32Node, case .array(let element, _) = type else { return unreachable(range) }
        let zero = Value.zero(of: element) ?? .null
        return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
            let count = Int(try length.evaluate(&frame))
            guard count >= 0 else { throw .system("OverflowException", "Arithmetic operation resulted in an overflow.") }
            try frame.allocate(count * MemoryLayout<Value>.stride)
            return NetArray(type: type, items: Array(repeating: zero, count: count))
        }
    }

    func element(_ array: BoundExpression, _ index: BoundExpression, _ bound: BoundExpression) -> EvaluationNode {
        guard let index = node(index) as? Int32Node else { return unreachable(bound.range) }
        let array = reference(array), range = bound.range
        let load = ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let object = try array.evaluate(&frame)
            return try NetArray.of(object).element(at: try index.evaluate(&frame))
        }
        return unboxed(load, bound.type, range)
    }

    func assignElement(_ array: BoundExpression, _ index: BoundExpression, _ value: BoundExpression, _ bound: BoundExpression)
        -> EvaluationNode
    {
        guard let index = node(index) as? Int32Node else { return unreachable(bound.range) }
        let array = reference(array), value = self.value(value), range = bound.range
        let store = ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let object = try array.evaluate(&frame)
            let position = try index.evaluate(&frame), element = try value.evaluate(&frame)
            try NetArray.of(object).setElement(element, at: position)
            return element
        }
        return unboxed(store, bound.type, range)
    }
}
