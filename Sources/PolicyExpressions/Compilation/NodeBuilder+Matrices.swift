import PolicyDiagnostics

/// Arrays of several dimensions.
extension NodeBuilder {
    func matrix(_ elements: [BoundExpression], _ lengths: [Int], _ type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        let nodes = elements.map(value)
        return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
            var items: [Value] = []
            for node in nodes { items.append(try node.evaluate(&frame)) }
            try frame.allocate(items.count * MemoryLayout<Value>.stride)
            return NetArray(type: type, items: items, lengths: lengths)
        }
    }

    func newMatrix(_ lengths: [BoundExpression], _ type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        guard case .array(let element, _) = type else { return unreachable(range) }
        let zero = Value.zero(of: element) ?? .null, lengths = indices(lengths)
        return ReferenceCall(range) { (frame: inout Frame) throws(EvaluationError) -> NetObject? in
            var sizes: [Int] = [], count = 1
            for length in lengths {
                let size = Int(try length.evaluate(&frame))
                guard size >= 0 else { throw .system("OverflowException", "Arithmetic operation resulted in an overflow.") }
                let (product, overflows) = count.multipliedReportingOverflow(by: size)
                count = overflows ? Int.max / MemoryLayout<Value>.stride : min(product, Int.max / MemoryLayout<Value>.stride)
                sizes.append(size)
            }
            try frame.allocate(count * MemoryLayout<Value>.stride)
            return NetArray(type: type, items: Array(repeating: zero, count: count), lengths: sizes)
        }
    }

    func matrixElement(_ array: BoundExpression, _ indices: [BoundExpression], _ bound: BoundExpression) -> EvaluationNode {
        let array = reference(array), indices = self.indices(indices)
        let load = ValueCall(bound.range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let object = try array.evaluate(&frame)
            let place = try Self.places(indices, &frame)
            return try NetArray.of(object).element(at: place)
        }
        return unboxed(load, bound.type, bound.range)
    }

    func assignMatrixElement(_ array: BoundExpression, _ indices: [BoundExpression], _ value: BoundExpression, _ bound: BoundExpression)
        -> EvaluationNode
    {
        let array = reference(array), indices = self.indices(indices), value = self.value(value)
        let store = ValueCall(bound.range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let object = try array.evaluate(&frame)
            let place = try Self.places(indices, &frame), element = try value.evaluate(&frame)
            try NetArray.of(object).setElement(element, at: place)
            return element
        }
        return unboxed(store, bound.type, bound.range)
    }

    private func indices(_ bound: [BoundExpression]) -> [Int32Node] { bound.compactMap { node($0) as? Int32Node } }

    private static func places(_ indices: [Int32Node], _ frame: inout Frame) throws(EvaluationError) -> [Int32] {
        var places: [Int32] = []
        for index in indices { places.append(try index.evaluate(&frame)) }
        return places
    }
}
