import PolicyDiagnostics

// Values into `object` and out of it, where the way is short enough to matter.

final class BoxedBoolean: ValueNode {
    private let operand: BooleanNode
    init(_ operand: BooleanNode) { self.operand = operand; super.init(operand.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { .boolean(try operand.evaluate(&frame)) }
}

final class BoxedInt32: ValueNode {
    private let operand: Int32Node
    init(_ operand: Int32Node) { self.operand = operand; super.init(operand.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { .int32(try operand.evaluate(&frame)) }
}

final class BoxedString: ValueNode {
    private let operand: StringNode
    init(_ operand: StringNode) { self.operand = operand; super.init(operand.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        guard let text = try operand.evaluate(&frame) else { return .null }
        return .string(text)
    }
}

final class BoxedReference: ValueNode {
    private let operand: ReferenceNode
    init(_ operand: ReferenceNode) { self.operand = operand; super.init(operand.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        guard let object = try operand.evaluate(&frame) else { return .null }
        return .object(object)
    }
}

/// `(string)value`.
final class UnboxedString: StringNode {
    private let operand: ValueNode
    init(_ operand: ValueNode, _ range: SourceRange) { self.operand = operand; super.init(range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        let value = try operand.evaluate(&frame)
        if case .string(let text) = value { return text }
        if value.isNull { return nil }
        throw EvaluationError.invalidCast(value, to: .string).located(at: range)
    }
}

/// `(int)value`: exactly an int.
final class UnboxedInt32: Int32Node {
    private let operand: ValueNode
    private let nullFailure: EvaluationError
    init(_ operand: ValueNode, _ range: SourceRange, nullFailure: EvaluationError) {
        (self.operand, self.nullFailure) = (operand, nullFailure)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        let value = try operand.evaluate(&frame)
        if case .int32(let number) = value { return number }
        throw (value.isNull ? nullFailure : .invalidCast(value, to: .int32)).located(at: range)
    }
}

/// `(T)value` for a class or an interface.
final class UnboxedReference: ReferenceNode {
    private let operand: ValueNode, test: InstanceTest
    init(_ operand: ValueNode, _ type: TypeSymbol, _ range: SourceRange) {
        (self.operand, test) = (operand, InstanceTest(type))
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? {
        let value = try operand.evaluate(&frame)
        if case .object(let object) = value, test.holds(object) { return object }
        if value.isNull { return nil }
        throw EvaluationError.invalidCast(value, to: test.type).located(at: range)
    }
}

/// A cast between classes or interfaces.
final class Downcast: ReferenceNode {
    private let operand: ReferenceNode, test: InstanceTest
    init(_ operand: ReferenceNode, _ type: TypeSymbol, _ range: SourceRange) {
        (self.operand, test) = (operand, InstanceTest(type))
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? {
        guard let object = try operand.evaluate(&frame) else { return nil }
        guard test.holds(object) else { throw EvaluationError.invalidCast(.object(object), to: test.type).located(at: range) }
        return object
    }
}

/// Whether an object is an instance of a type.
struct InstanceTest {
    let type: TypeSymbol
    /// The class of ours whose instances all are of the type: comparing it first spares the walk through base types.
    private let ownClass: ObjectIdentifier?

    init(_ type: TypeSymbol) {
        self.type = type
        ownClass = type.objectClass.map { ObjectIdentifier($0) }
    }

    @inline(__always)
    func holds(_ object: NetObject) -> Bool {
        if let ownClass, ObjectIdentifier(Swift.type(of: object)) == ownClass { return true }
        return object.type.inherits(from: type)
    }
}

extension TypeSymbol {
    /// The class whose instances always have this type, for the types that policies cast to.
    fileprivate var objectClass: NetObject.Type? {
        guard case .named(let type, let arguments) = self, arguments.isEmpty else { return nil }
        switch type {
        case .jObject: return JObject.self
        case .jArray: return JArray.self
        case .jValue: return JValue.self
        case .jProperty: return JProperty.self
        case .response: return GatewayResponse.self
        case .request: return GatewayRequest.self
        default: return nil
        }
    }
}
