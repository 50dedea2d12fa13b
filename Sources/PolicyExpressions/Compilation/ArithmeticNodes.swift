import PolicyDiagnostics

/// Arithmetic of `int`. Overflow wraps unless the place is `checked`, as in C#.
final class Int32Arithmetic: Int32Node {
    private let operation: BoundBinaryOperator.Operation
    private let isChecked: Bool
    private let left: Int32Node, right: Int32Node

    init(_ operation: BoundBinaryOperator.Operation, isChecked: Bool, _ left: Int32Node, _ right: Int32Node, _ range: SourceRange) {
        (self.operation, self.isChecked, self.left, self.right) = (operation, isChecked, left, right)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        let a = try left.evaluate(&frame), b = try right.evaluate(&frame)
        let (result, overflow): (Int32, Bool)
        switch operation {
        case .add: (result, overflow) = a.addingReportingOverflow(b)
        case .subtract: (result, overflow) = a.subtractingReportingOverflow(b)
        case .multiply: (result, overflow) = a.multipliedReportingOverflow(by: b)
        case .and: return a & b
        case .or: return a | b
        case .exclusiveOr: return a ^ b
        case .shiftLeft: return a &<< b
        case .shiftRight: return a &>> b
        default: return try divide(a, b)
        }
        if overflow, isChecked { throw EvaluationError.arithmeticOverflow.located(at: range) }
        return result
    }

    /// `int.MinValue / -1` overflows in .NET even where arithmetic is unchecked.
    private func divide(_ a: Int32, _ b: Int32) throws(EvaluationError) -> Int32 {
        guard b != 0 else { throw EvaluationError.divideByZero.located(at: range) }
        let (result, overflow) = operation == .divide ? a.dividedReportingOverflow(by: b) : a.remainderReportingOverflow(dividingBy: b)
        if overflow { throw EvaluationError.arithmeticOverflow.located(at: range) }
        return result
    }
}

/// Arithmetic of `long`, and of `uint` and `ulong` in the bits of a long.
final class Int64Arithmetic<Number: FixedWidthInteger & Sendable>: Int64Node {
    private let operation: BoundBinaryOperator.Operation
    private let isChecked: Bool
    private let left: Int64Node, right: Int64Node

    init(_ operation: BoundBinaryOperator.Operation, isChecked: Bool, _ left: Int64Node, _ right: Int64Node, _ range: SourceRange) {
        (self.operation, self.isChecked, self.left, self.right) = (operation, isChecked, left, right)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        let a = Number(truncatingIfNeeded: try left.evaluate(&frame)), b = Number(truncatingIfNeeded: try right.evaluate(&frame))
        let (result, overflow): (Number, Bool)
        switch operation {
        case .add: (result, overflow) = a.addingReportingOverflow(b)
        case .subtract: (result, overflow) = a.subtractingReportingOverflow(b)
        case .multiply: (result, overflow) = a.multipliedReportingOverflow(by: b)
        case .and: (result, overflow) = (a & b, false)
        case .or: (result, overflow) = (a | b, false)
        case .exclusiveOr: (result, overflow) = (a ^ b, false)
        default:
            guard b != 0 else { throw EvaluationError.divideByZero.located(at: range) }
            (result, overflow) = operation == .divide ? a.dividedReportingOverflow(by: b) : a.remainderReportingOverflow(dividingBy: b)
            if overflow { throw EvaluationError.arithmeticOverflow.located(at: range) }
        }
        if overflow, isChecked { throw EvaluationError.arithmeticOverflow.located(at: range) }
        return Int64(truncatingIfNeeded: result)
    }
}

/// Shifts of `long`, `uint` and `ulong`; the count is an int, of which C# takes the low bits.
final class Int64Shift<Number: FixedWidthInteger & Sendable>: Int64Node {
    private let isLeft: Bool
    private let left: Int64Node, count: Int32Node

    init(isLeft: Bool, _ left: Int64Node, _ count: Int32Node, _ range: SourceRange) {
        (self.isLeft, self.left, self.count) = (isLeft, left, count)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        let value = Number(truncatingIfNeeded: try left.evaluate(&frame)), count = try count.evaluate(&frame)
        return Int64(truncatingIfNeeded: isLeft ? value &<< Number(truncatingIfNeeded: count) : value &>> Number(truncatingIfNeeded: count))
    }
}

/// Arithmetic of `double` and, rounded after each step, of `float`.
final class DoubleArithmetic: DoubleNode {
    private let operation: BoundBinaryOperator.Operation
    private let isSingle: Bool
    private let left: DoubleNode, right: DoubleNode

    init(_ operation: BoundBinaryOperator.Operation, isSingle: Bool, _ left: DoubleNode, _ right: DoubleNode, _ range: SourceRange) {
        (self.operation, self.isSingle, self.left, self.right) = (operation, isSingle, left, right)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double {
        let a = try left.evaluate(&frame), b = try right.evaluate(&frame)
        let result =
            switch operation {
            case .add: a + b
            case .subtract: a - b
            case .multiply: a * b
            case .divide: a / b
            default: a.truncatingRemainder(dividingBy: b)
            }
        return isSingle ? Double(Float(result)) : result
    }
}

/// The order of two operands as an operator asks for it.
struct Comparison: Sendable {
    let operation: BoundBinaryOperator.Operation

    @inline(__always)
    func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch operation {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        default: a >= b
        }
    }
}

final class Int32Comparison: BooleanNode {
    private let comparison: Comparison
    private let left: Int32Node, right: Int32Node
    init(_ comparison: Comparison, _ left: Int32Node, _ right: Int32Node, _ range: SourceRange) {
        (self.comparison, self.left, self.right) = (comparison, left, right)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        comparison.holds(try left.evaluate(&frame), try right.evaluate(&frame))
    }
}

final class Int64Comparison: BooleanNode {
    private let comparison: Comparison
    private let isUnsigned: Bool
    private let left: Int64Node, right: Int64Node
    init(_ comparison: Comparison, isUnsigned: Bool, _ left: Int64Node, _ right: Int64Node, _ range: SourceRange) {
        (self.comparison, self.isUnsigned, self.left, self.right) = (comparison, isUnsigned, left, right)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let a = try left.evaluate(&frame), b = try right.evaluate(&frame)
        return isUnsigned ? comparison.holds(UInt64(bitPattern: a), UInt64(bitPattern: b)) : comparison.holds(a, b)
    }
}

final class DoubleComparison: BooleanNode {
    private let comparison: Comparison
    private let left: DoubleNode, right: DoubleNode
    init(_ comparison: Comparison, _ left: DoubleNode, _ right: DoubleNode, _ range: SourceRange) {
        (self.comparison, self.left, self.right) = (comparison, left, right)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        comparison.holds(try left.evaluate(&frame), try right.evaluate(&frame))
    }
}

/// `&&` and `||`.
final class ConditionalLogic: BooleanNode {
    private let isAnd: Bool
    private let left: BooleanNode, right: BooleanNode
    init(isAnd: Bool, _ left: BooleanNode, _ right: BooleanNode, _ range: SourceRange) {
        (self.isAnd, self.left, self.right) = (isAnd, left, right)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let first = try left.evaluate(&frame)
        return first == isAnd ? try right.evaluate(&frame) : first
    }
}

/// `!`.
final class LogicalNot: BooleanNode {
    private let operand: BooleanNode
    init(_ operand: BooleanNode, _ range: SourceRange) {
        self.operand = operand
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { !(try operand.evaluate(&frame)) }
}
