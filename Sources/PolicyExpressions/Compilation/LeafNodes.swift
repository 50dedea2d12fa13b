import PolicyDiagnostics

// Constants and locals: the leaves of every tree, one class per carrier.

final class BooleanConstant: BooleanNode {
    let value: Bool
    init(_ value: Bool, _ range: SourceRange) { self.value = value; super.init(range, isPure: true) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { value }
}

final class Int32Constant: Int32Node {
    let value: Int32
    init(_ value: Int32, _ range: SourceRange) { self.value = value; super.init(range, isPure: true) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 { value }
}

final class Int64Constant: Int64Node {
    let value: Int64
    init(_ value: Int64, _ range: SourceRange) { self.value = value; super.init(range, isPure: true) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 { value }
}

final class DoubleConstant: DoubleNode {
    let value: Double
    init(_ value: Double, _ range: SourceRange) { self.value = value; super.init(range, isPure: true) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double { value }
}

final class StringConstant: StringNode {
    let value: NetString?
    init(_ value: NetString?, _ range: SourceRange) { self.value = value; super.init(range, isPure: true) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? { value }
}

final class NullReference: ReferenceNode {
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? { nil }
}

final class ValueConstant: ValueNode {
    let value: Value
    init(_ value: Value, _ range: SourceRange) { self.value = value; super.init(range, isPure: true) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { value }
}

/// An object that is the same for every evaluation.
final class ReferenceConstant: ReferenceNode {
    let object: NetObject
    init(_ object: NetObject, _ range: SourceRange) { self.object = object; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? { object }
}

final class ContextReference: ReferenceNode {
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? { frame.context }
}

/// Nodes of constants by their static type.
enum ConstantNodes {
    static func node(_ value: Value, _ type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        switch type.carrier {
        case .boolean: if case .boolean(let boolean) = value { return BooleanConstant(boolean, range) }
        case .int32: if let number = value.integer { return Int32Constant(Int32(truncatingIfNeeded: number), range) }
        case .int64:
            if case .uint64(let number) = value { return Int64Constant(Int64(bitPattern: number), range) }
            if let number = value.integer { return Int64Constant(number, range) }
        case .double:
            if case .double(let number) = value { return DoubleConstant(number, range) }
            if case .single(let number) = value { return DoubleConstant(Double(number), range) }
        case .string:
            if case .string(let text) = value { return StringConstant(text, range) }
            if value.isNull { return StringConstant(nil, range) }
        case .reference: if value.isNull { return NullReference(range) }
        case .value, .void: break
        }
        return ValueConstant(value, range)
    }

    static func node(_ value: NetDefault, _ type: TypeSymbol, _ range: SourceRange) -> EvaluationNode {
        node(Value(value, type: type), type, range)
    }
}

final class BooleanLocal: BooleanNode {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { frame.booleans[slot] }
}

final class Int32Local: Int32Node {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 { frame.int32s[slot] }
}

final class Int64Local: Int64Node {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 { frame.int64s[slot] }
}

final class DoubleLocal: DoubleNode {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double { frame.doubles[slot] }
}

final class StringLocal: StringNode {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? { frame.strings[slot] }
}

final class ReferenceLocal: ReferenceNode {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? { frame.references[slot] }
}

final class ValueLocal: ValueNode {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { frame.values[slot] }
}

/// Stores a string and gives it on.
final class StringStore: StringNode {
    let slot: Int, value: StringNode
    init(_ slot: Int, _ value: StringNode, _ range: SourceRange) { (self.slot, self.value) = (slot, value); super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        let result = try value.evaluate(&frame)
        frame.strings[slot] = result
        return result
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { frame.strings[slot] = try value.evaluate(&frame) }
}

/// Stores an `int` and gives it on: a node of its own because loops live by it.
final class Int32Store: Int32Node {
    let slot: Int, value: Int32Node
    init(_ slot: Int, _ value: Int32Node, _ range: SourceRange) { (self.slot, self.value) = (slot, value); super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        let result = try value.evaluate(&frame)
        frame.int32s[slot] = result
        return result
    }
    override func execute(_ frame: inout Frame) throws(EvaluationError) { frame.int32s[slot] = try value.evaluate(&frame) }
}

// MARK: - Captured variables

final class CellLoad: ValueNode {
    let slot: Int
    init(_ slot: Int, _ range: SourceRange) { self.slot = slot; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { frame.cellValue(slot) }
}

/// Gives a captured variable a value; a declaration makes a new variable.
final class CellStore: ValueNode {
    let slot: Int, value: ValueNode, isDeclaration: Bool
    init(_ slot: Int, _ value: ValueNode, isDeclaration: Bool, _ range: SourceRange) {
        (self.slot, self.value, self.isDeclaration) = (slot, value, isDeclaration)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let result = try value.evaluate(&frame)
        if isDeclaration { frame.references[slot] = LocalCell(result) } else { frame.assignCell(slot, result) }
        return result
    }
}
