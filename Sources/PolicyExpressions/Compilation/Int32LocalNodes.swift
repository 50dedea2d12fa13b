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

/// `a % 2` and `a * 3`, unchecked, with a divisor that is neither 0 nor -1.
final class Int32ConstantArithmetic: Int32Node {
    enum Operation {
        case multiply, divide, remainder
    }

    private let operation: Operation, operand: Int32Node, constant: Int32

    init(_ operation: Operation, _ operand: Int32Node, _ constant: Int32, _ range: SourceRange) {
        (self.operation, self.operand, self.constant) = (operation, operand, constant)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        let value = try operand.evaluate(&frame)
        return switch operation {
        case .multiply: value &* constant
        case .divide: value.dividedReportingOverflow(by: constant).partialValue
        case .remainder: value.remainderReportingOverflow(dividingBy: constant).partialValue
        }
    }
}

/// `a == 0`.
final class Int32ConstantComparison: BooleanNode {
    private let comparison: Comparison
    private let operand: Int32Node, constant: Int32
    init(_ comparison: Comparison, _ operand: Int32Node, _ constant: Int32, _ range: SourceRange) {
        (self.comparison, self.operand, self.constant) = (comparison, operand, constant)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        comparison.holds(try operand.evaluate(&frame), constant)
    }
}

/// `i < 1000`.
final class Int32LocalConstantComparison: BooleanNode {
    private let comparison: Comparison
    let slot: Int
    private let constant: Int32
    init(_ comparison: Comparison, _ slot: Int, _ constant: Int32, _ range: SourceRange) {
        (self.comparison, self.slot, self.constant) = (comparison, slot, constant)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { comparison.holds(frame.int32s[slot], constant) }

    /// The comparison as one with `<` or `>`; nil where there is none.
    var limit: (bound: Int32, isUpper: Bool)? {
        switch comparison.operation {
        case .less: (constant, true)
        case .greater: (constant, false)
        case .lessOrEqual: constant < .max ? (constant + 1, true) : nil
        case .greaterOrEqual: constant > .min ? (constant - 1, false) : nil
        default: nil
        }
    }
}

/// `i++` or `i += 2`, unchecked, where nobody asks for the value.
final class Int32Increment: VoidNode {
    let slot: Int, step: Int32
    init(_ slot: Int, by step: Int32, _ range: SourceRange) {
        (self.slot, self.step) = (slot, step)
        super.init(range)
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { frame.int32s[slot] &+= step }
}

/// `n += i` of two locals, unchecked, where nobody asks for the value.
final class Int32LocalAddition: VoidNode {
    struct Slots {
        let target: Int, source: Int
    }

    let slots: Slots
    init(_ target: Int, from source: Int, _ range: SourceRange) {
        slots = Slots(target: target, source: source)
        super.init(range)
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { frame.int32s[slots.target] &+= frame.int32s[slots.source] }
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
