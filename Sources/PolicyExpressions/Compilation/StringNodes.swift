import PolicyDiagnostics

// Nodes of strings and their comparison, with forms of their own for constants.

/// `==` and `!=` of strings: ordinal.
final class StringEquality: BooleanNode {
    private let isEqual: Bool
    private let left: StringNode, right: StringNode
    init(isEqual: Bool, _ left: StringNode, _ right: StringNode, _ range: SourceRange) {
        (self.isEqual, self.left, self.right) = (isEqual, left, right)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        (try left.evaluate(&frame) == right.evaluate(&frame)) == isEqual
    }
}

/// `==` and `!=` of a string and a constant.
final class StringConstantEquality: BooleanNode {
    private let isEqual: Bool
    private let operand: StringNode
    private let constant: NetString?
    init(isEqual: Bool, _ operand: StringNode, _ constant: NetString?, _ range: SourceRange) {
        (self.isEqual, self.operand, self.constant) = (isEqual, operand, constant)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        (try operand.evaluate(&frame) == constant) == isEqual
    }
}

/// `a ?? b` on strings: nothing is kept.
final class StringCoalescing: StringNode {
    private let left: StringNode, right: StringNode
    init(_ left: StringNode, _ right: StringNode, _ range: SourceRange) {
        (self.left, self.right) = (left, right)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        if let text = try left.evaluate(&frame) { return text }
        return try right.evaluate(&frame)
    }
}

/// A block that returns a string.
final class StringBlock: StringNode {
    private let body: StatementNode, slot: Int
    init(_ body: StatementNode, _ slot: Int, _ range: SourceRange) {
        (self.body, self.slot) = (body, slot)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        _ = try body.run(&frame)
        return frame.strings[slot]
    }
}

extension NodeBuilder {
    /// `+` over strings; neighbours that are constant become one.
    func concatenation(_ parts: [StringNode], _ range: SourceRange) -> EvaluationNode {
        var merged: [StringNode] = []
        for part in parts {
            guard let next = part as? StringConstant, let last = merged.last as? StringConstant else {
                merged.append(part)
                continue
            }
            let text = (last.value ?? NetString()).concatenating(next.value ?? NetString())
            merged[merged.count - 1] = StringConstant(text, last.range.union(next.range))
        }
        if merged.count == 1, let constant = merged.first as? StringConstant, constant.value != nil { return constant }
        return Concatenation(merged, range)
    }
}

/// `+` over strings, all operands of a chain at once: their bytes are copied once, into the result.
final class Concatenation: StringNode {
    // Fields, and none of them optional: to read an element of an array or an optional field counts references.
    private let first: StringNode, second: StringNode, third: StringNode, fourth: StringNode
    private let rest: [StringNode]
    private let count: Int

    init(_ parts: [StringNode], _ range: SourceRange) {
        let nothing = StringConstant(nil, range)
        let part = { (index: Int) in index < parts.count ? parts[index] : nothing }
        (first, second, third, fourth) = (part(0), part(1), part(2), part(3))
        (rest, count) = (Array(parts.dropFirst(4)), parts.count)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        let (a, b) = (try text(first, &frame), try text(second, &frame))
        if count <= 2 { return NetString.concatenate(a, b) }
        let c = try text(third, &frame), d = count > 3 ? try text(fourth, &frame) : NetString()
        if rest.isEmpty { return NetString.concatenate(a, b, c, d) }
        var texts = [a, b, c, d]
        texts.reserveCapacity(count)
        for part in rest { texts.append(try text(part, &frame)) }
        return NetString.concatenate(texts)
    }

    /// The text of a part, nothing for null. It counts as allocated: its bytes are part of the result.
    @inline(__always)
    private func text(_ part: StringNode, _ frame: inout Frame) throws(EvaluationError) -> NetString {
        guard let text = try part.evaluate(&frame) else { return NetString() }
        try frame.allocate(text.utf8Count)
        return text
    }
}
