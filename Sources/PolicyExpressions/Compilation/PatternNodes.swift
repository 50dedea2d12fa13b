import PolicyDiagnostics

extension NodeBuilder {
    /// `value is pattern`.
    func pattern(_ value: BoundExpression, _ pattern: BoundPattern, _ range: SourceRange) -> EvaluationNode {
        let operand = self.value(value)
        switch pattern {
        case .constant(let constant): return ConstantPattern(operand, constant, range)
        case .declaration(let type, let local): return TypePattern(operand, TypeTest(type), local.map { ValueStore($0) }, range)
        case .variable(let local): return VariablePattern(operand, local.map { ValueStore($0) }, range)
        }
    }
}

/// Whether a value is an instance of a type; the types that are asked for most need no look at their bases.
enum TypeTest {
    case string
    case int32
    case boolean
    /// A class, which is looked for among the bases alone.
    case classType(TypeSymbol)
    case other(TypeSymbol)

    init(_ type: TypeSymbol) {
        switch type {
        case .string: self = .string
        case .int32: self = .int32
        case .boolean: self = .boolean
        case .named(let definition, _) where definition.kind == .class && type.carrier == .reference: self = .classType(type)
        default: self = .other(type.unwrapped)
        }
    }

    func matches(_ value: Value) -> Bool {
        switch (self, value) {
        case (_, .null): false
        case (.string, .string), (.int32, .int32), (.boolean, .boolean): true
        case (.classType(let type), .object(let object)): object.type.isOrDerives(from: type)
        case (.other(let type), _): value.type.inherits(from: type)
        default: false
        }
    }
}

extension TypeSymbol {
    fileprivate func isOrDerives(from other: TypeSymbol) -> Bool {
        var type = self
        while type != other {
            guard let base = type.baseType else { return false }
            type = base
        }
        return true
    }
}

/// `value is T`, `value is T name`.
final class TypePattern: BooleanNode {
    private let operand: ValueNode, test: TypeTest, store: ValueStore?
    init(_ operand: ValueNode, _ test: TypeTest, _ store: ValueStore?, _ range: SourceRange) {
        (self.operand, self.test, self.store) = (operand, test, store)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try operand.evaluate(&frame)
        guard test.matches(value) else { return false }
        try store?.store(value, &frame)
        return true
    }
}

/// `value is constant`, as `object.Equals` says.
final class ConstantPattern: BooleanNode {
    private let operand: ValueNode, constant: Value
    init(_ operand: ValueNode, _ constant: Value, _ range: SourceRange) {
        (self.operand, self.constant) = (operand, constant)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool { try operand.evaluate(&frame) == constant }
}

/// `value is var name`, which always matches.
final class VariablePattern: BooleanNode {
    private let operand: ValueNode, store: ValueStore?
    init(_ operand: ValueNode, _ store: ValueStore?, _ range: SourceRange) {
        (self.operand, self.store) = (operand, store)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try operand.evaluate(&frame)
        try store?.store(value, &frame)
        return true
    }
}
