import PolicyDiagnostics

// What loops live by: sums, counters and their comparison, each as one node.

/// `a + b`, unchecked.
final class Int32Sum: Int32Node {
    private let left: Int32Node, right: Int32Node
    init(_ left: Int32Node, _ right: Int32Node, _ range: SourceRange) {
        (self.left, self.right) = (left, right)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        try left.evaluate(&frame) &+ right.evaluate(&frame)
    }
}

/// `a + 1`, unchecked.
final class Int32ConstantSum: Int32Node {
    private let operand: Int32Node, constant: Int32
    init(_ operand: Int32Node, _ constant: Int32, _ range: SourceRange) {
        (self.operand, self.constant) = (operand, constant)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 { try operand.evaluate(&frame) &+ constant }
}

/// `i < 1000`.
final class Int32LocalConstantComparison: BooleanNode {
    private let comparison: Comparison
    private let slot: Int, constant: Int32
    init(_ comparison: Comparison, _ slot: Int, _ constant: Int32, _ range: SourceRange) {
        (self.comparison, self.slot, self.constant) = (comparison, slot, constant)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { holds(frame) }

    @inline(__always)
    func holds(_ frame: borrowing Frame) -> Bool { comparison.holds(frame.int32s[slot], constant) }
}

/// `i++` or `i += 2`, unchecked, where nobody asks for the value.
final class Int32Increment: VoidNode {
    private let slot: Int, step: Int32
    init(_ slot: Int, by step: Int32, _ range: SourceRange) {
        (self.slot, self.step) = (slot, step)
        super.init(range)
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { apply(&frame) }

    @inline(__always)
    func apply(_ frame: inout Frame) { frame.int32s[slot] &+= step }
}

/// `n += i` of two locals, unchecked, where nobody asks for the value.
final class Int32LocalAddition: VoidNode {
    private let slot: Int, source: Int
    init(_ slot: Int, from source: Int, _ range: SourceRange) {
        (self.slot, self.source) = (slot, source)
        super.init(range)
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { frame.int32s[slot] &+= frame.int32s[source] }
}

/// `n += f(i)`, unchecked, where nobody asks for the value. The old value is read first, as C# does.
final class Int32Addition: VoidNode {
    private let slot: Int, operand: Int32Node
    init(_ slot: Int, _ operand: Int32Node, _ range: SourceRange) {
        (self.slot, self.operand) = (slot, operand)
        super.init(range)
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) {
        let old = frame.int32s[slot]
        frame.int32s[slot] = old &+ (try operand.evaluate(&frame))
    }
}

/// Two effects, one after the other.
///
/// Any number of effects becomes a balanced tree of these: a node's fields are read without counting references, the
/// elements of an array are not.
final class EffectPair: VoidNode {
    private let first: EvaluationNode, second: EvaluationNode

    private init(_ first: EvaluationNode, _ second: EvaluationNode) {
        (self.first, self.second) = (first, second)
        super.init(first.range.union(second.range))
    }

    override func execute(_ frame: inout Frame) throws(EvaluationError) {
        try first.execute(&frame)
        try second.execute(&frame)
    }

    /// All effects as one; nil for none.
    static func joining(_ effects: some RandomAccessCollection<EvaluationNode>) -> EvaluationNode? {
        if effects.count < 2 { return effects.first }
        let half = effects.count / 2
        guard let first = joining(effects.prefix(half)), let second = joining(effects.dropFirst(half)) else { return nil }
        return EffectPair(first, second)
    }
}
