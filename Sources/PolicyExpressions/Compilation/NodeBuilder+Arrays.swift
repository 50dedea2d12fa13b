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
        if let part = partOfSplit(array, index, bound) { return part }
        let array = reference(array), range = bound.range
        let load = ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
            let object = try array.evaluate(&frame)
            return try NetArray.of(object).element(at: try index.evaluate(&frame))
        }
        return unboxed(load, bound.type, range)
    }

    /// `text.Split(',')[0]` with constants: the part alone is made.
    private func partOfSplit(_ array: BoundExpression, _ index: Int32Node, _ bound: BoundExpression) -> EvaluationNode? {
        guard case .call(let member, let arguments, _) = array.kind, member.name == "Split", arguments.count == 3,
            member.bodyParameters.prefix(2) == [.string, .char], let index = index as? Int32Constant,
            let separator = node(arguments[1]) as? Int32Constant, let options = node(arguments[2]) as? Int32Constant, options.value == 0
        else { return nil }
        let unit = UInt16(truncatingIfNeeded: separator.value)
        return PartOfSplit(string(arguments[0]), unit, Int(index.value), calledAt: array.range, bound.range)
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

/// One part of a text between separators, by its number.
final class PartOfSplit: StringNode {
    private let text: StringNode, separator: UInt16, number: Int
    private let call: SourceRange

    init(_ text: StringNode, _ separator: UInt16, _ number: Int, calledAt call: SourceRange, _ range: SourceRange) {
        (self.text, self.separator, self.number, self.call) = (text, separator, number, call)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        guard let text = try text.evaluate(&frame) else { throw EvaluationError.nullReference.located(at: call) }
        try frame.step(1 + text.utf8Count / 64)
        guard let part = text.part(number, separatedBy: separator) else { throw EvaluationError.indexOutOfRange.located(at: range) }
        return part
    }
}
