import PolicyDiagnostics

// MARK: - What may be null

/// A type whose null is nil in Swift: strings and objects as they are, values as `Nullable<T>`.
protocol NetNullable: NetRepresentable {
    associatedtype OptionalNode: EvaluationNode
    associatedtype OptionalCarried: CarriedValue
    static var optionalSymbol: TypeSymbol { get }
    static func evaluateOptional(_ node: OptionalNode, _ frame: inout Frame) throws(EvaluationError) -> Self?
    static func optionalCarried(_ value: Self?) -> OptionalCarried
}

extension Optional: NetRepresentable where Wrapped: NetNullable {
    static var symbol: TypeSymbol { Wrapped.optionalSymbol }
    static func evaluate(_ node: Wrapped.OptionalNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError)
        -> Wrapped?
    {
        try Wrapped.evaluateOptional(node, &frame)
    }
    var carried: Wrapped.OptionalCarried { Wrapped.optionalCarried(self) }
}

extension NetString: NetNullable {
    static var optionalSymbol: TypeSymbol { .string }
    static func evaluateOptional(_ node: StringNode, _ frame: inout Frame) throws(EvaluationError) -> NetString? {
        try node.evaluate(&frame)
    }
    static func optionalCarried(_ value: NetString?) -> NetString? { value }
}

extension Instance: NetNullable {
    static var optionalSymbol: TypeSymbol { symbol }
    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        guard let object = try node.evaluate(&frame) else { return nil }
        return Self(try cast(object))
    }
    static func optionalCarried(_ value: Self?) -> NetObject? { value?.object }
}

extension Array: NetNullable where Element: NetArrayElement {
    static var optionalSymbol: TypeSymbol { symbol }
    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> [Element]? {
        guard let object = try node.evaluate(&frame) else { return nil }
        return try elements(of: object)
    }
    static func optionalCarried(_ value: [Element]?) -> NetObject? { value?.carried }
}

extension NetStructure where Self: NetNullable {
    static var optionalSymbol: TypeSymbol { .nullable(symbol) }
    static func evaluateOptional(_ node: ValueNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        Self(unboxing: try node.evaluate(&frame))
    }
    static func optionalCarried(_ value: Self?) -> Value { value?.boxed ?? .null }
}

extension NetDecimal: NetNullable {}
extension NetDateTime: NetNullable {}
extension NetDateTimeOffset: NetNullable {}
extension NetTimeSpan: NetNullable {}
extension NetGuid: NetNullable {}

// MARK: - Numbers, characters and truth values

/// A value with a `Value` case of its own, of which `Nullable<T>` is made.
protocol NetSimpleValue: NetNullable where OptionalNode == ValueNode {
    init?(simple value: Value)
    var simple: Value { get }
}

extension NetSimpleValue {
    static var optionalSymbol: TypeSymbol { .nullable(symbol) }
    static func evaluateOptional(_ node: ValueNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        Self(simple: try node.evaluate(&frame))
    }
    static func optionalCarried(_ value: Self?) -> Value { value?.simple ?? .null }
}

extension Bool: NetSimpleValue {
    init?(simple value: Value) {
        guard case .boolean(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .boolean(self) }
}

extension Int8: NetSimpleValue {
    init?(simple value: Value) {
        guard case .sbyte(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .sbyte(self) }
}

extension UInt8: NetSimpleValue {
    init?(simple value: Value) {
        guard case .byte(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .byte(self) }
}

extension Int16: NetSimpleValue {
    init?(simple value: Value) {
        guard case .int16(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .int16(self) }
}

extension UInt16: NetSimpleValue {
    init?(simple value: Value) {
        guard case .uint16(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .uint16(self) }
}

extension Int32: NetSimpleValue {
    init?(simple value: Value) {
        guard case .int32(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .int32(self) }
}

extension UInt32: NetSimpleValue {
    init?(simple value: Value) {
        guard case .uint32(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .uint32(self) }
}

extension Int64: NetSimpleValue {
    init?(simple value: Value) {
        guard case .int64(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .int64(self) }
}

extension UInt64: NetSimpleValue {
    init?(simple value: Value) {
        guard case .uint64(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .uint64(self) }
}

extension Float: NetSimpleValue {
    init?(simple value: Value) {
        guard case .single(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .single(self) }
}

extension Double: NetSimpleValue {
    init?(simple value: Value) {
        guard case .double(let own) = value else { return nil }
        self = own
    }
    var simple: Value { .double(self) }
}

extension NetChar: NetSimpleValue {
    init?(simple value: Value) {
        guard case .char(let unit) = value else { return nil }
        self.init(unit)
    }
    var simple: Value { .char(unit) }
}
