import PolicyDiagnostics

extension NodeBuilder {
    func tuple(_ elements: [BoundExpression], _ type: TypeSymbol, _ range: SourceRange) -> ValueNode {
        let nodes = elements.map(value)
        return ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            try Self.tuple(type, try Self.values(of: nodes, &frame))
        }
    }

    func anonymousObject(_ members: [BoundExpression], _ type: TypeSymbol, _ range: SourceRange) -> ReferenceNode {
        let nodes = members.map(value)
        return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
            let object = NetAnonymousObject(type: type, items: try Self.values(of: nodes, &frame))
            try object.structuralNesting?.check()
            return object
        }
    }

    private static func tuple(_ type: TypeSymbol, _ items: [Value]) throws(EvaluationError) -> Value {
        let tuple = NetTuple(type: type, items: items)
        try tuple.structuralNesting?.check()
        return .object(tuple)
    }

    private static func values(of nodes: [ValueNode], _ frame: inout Frame) throws(EvaluationError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(nodes.count)
        for node in nodes { values.append(try node.evaluate(&frame)) }
        try frame.allocate(nodes.count * MemoryLayout<Value>.stride)
        return values
    }

    func element(_ receiver: BoundExpression, _ place: Int, _ bound: BoundExpression) -> EvaluationNode {
        let object = value(receiver), range = bound.range
        let load = ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            switch try object.evaluate(&frame) {
            case .object(let tuple as NetTuple): return tuple.items[place]
            case .object(let object as NetAnonymousObject): return object.items[place]
            default: throw .nullReference
            }
        }
        return unboxed(load, bound.type, range)
    }

    /// `t.Item1 = value` of a tuple in a variable: the variable gets a tuple of its own, for others may hold the old one.
    func assignElement(_ receiver: BoundExpression, _ place: Int, _ value: BoundExpression, _ bound: BoundExpression) -> EvaluationNode {
        guard case .local(let local) = receiver.kind else { return unreachable(bound.range) }
        let object = self.value(receiver), element = self.value(value), range = bound.range
        let replacement = ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            guard case .object(let old as NetTuple) = try object.evaluate(&frame) else { throw .nullReference }
            var items = old.items
            items[place] = try element.evaluate(&frame)
            return try Self.tuple(old.type, items)
        }
        let stored = store(local, replacement, range)
        return after([stored], self.element(receiver, place, bound), bound.type)
    }
}
