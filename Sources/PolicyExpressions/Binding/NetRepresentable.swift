import PolicyDiagnostics

/// A Swift type that stands for a .NET type in the bodies of library members.
protocol NetRepresentable: SendableMetatype {
    /// The node class whose values it takes.
    associatedtype Node: EvaluationNode
    /// What nodes carry its values as.
    associatedtype Carried: CarriedValue
    /// The .NET type.
    static var symbol: TypeSymbol { get }
    /// The value of a node. A receiver that is null is a NullReferenceException, an argument an ArgumentNullException
    /// that names the parameter.
    static func evaluate(_ node: Node, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self
    /// The value as nodes carry it.
    var carried: Carried { get }
}

// MARK: - Values carried as themselves

extension Bool: NetRepresentable {
    static var symbol: TypeSymbol { .boolean }
    static func evaluate(_ node: BooleanNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Bool {
        try node.evaluate(&frame)
    }
    var carried: Bool { self }
}

extension Int32: NetRepresentable {
    static var symbol: TypeSymbol { .int32 }
    static func evaluate(_ node: Int32Node, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Int32 {
        try node.evaluate(&frame)
    }
    var carried: Int32 { self }
}

extension Int64: NetRepresentable {
    static var symbol: TypeSymbol { .int64 }
    static func evaluate(_ node: Int64Node, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Int64 {
        try node.evaluate(&frame)
    }
    var carried: Int64 { self }
}

extension Double: NetRepresentable {
    static var symbol: TypeSymbol { .double }
    static func evaluate(_ node: DoubleNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Double {
        try node.evaluate(&frame)
    }
    var carried: Double { self }
}

extension NetString: NetRepresentable {
    static var symbol: TypeSymbol { .string }
    static func evaluate(_ node: StringNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> NetString {
        guard let text = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return text
    }
    var carried: NetString? { self }
}

/// `object`: anything, boxed.
extension Value: NetRepresentable {
    static var symbol: TypeSymbol { .object }
    static func evaluate(_ node: ValueNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Value {
        try node.evaluate(&frame)
    }
    var carried: Value { self }
}

// MARK: - Values carried as Int32 or Int64

/// A value that travels as Int32 with another static type.
protocol NetSmallInteger: NetRepresentable where Node == Int32Node {
    init(carried: Int32)
    var carried: Int32 { get }
}

extension NetSmallInteger {
    static func evaluate(_ node: Int32Node, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        Self(carried: try node.evaluate(&frame))
    }
}

/// `System.Char` in the bodies of library members.
struct NetChar: NetSmallInteger, Hashable, Sendable {
    var unit: UInt16
    init(_ unit: UInt16) { self.unit = unit }
    init(carried: Int32) { unit = UInt16(truncatingIfNeeded: carried) }
    var carried: Int32 { Int32(unit) }
    static var symbol: TypeSymbol { .char }
}

extension UInt8: NetSmallInteger {
    init(carried: Int32) { self = UInt8(truncatingIfNeeded: carried) }
    var carried: Int32 { Int32(self) }
    static var symbol: TypeSymbol { .byte }
}

extension Int8: NetSmallInteger {
    init(carried: Int32) { self = Int8(truncatingIfNeeded: carried) }
    var carried: Int32 { Int32(self) }
    static var symbol: TypeSymbol { .sbyte }
}

extension Int16: NetSmallInteger {
    init(carried: Int32) { self = Int16(truncatingIfNeeded: carried) }
    var carried: Int32 { Int32(self) }
    static var symbol: TypeSymbol { .int16 }
}

extension UInt16: NetSmallInteger {
    init(carried: Int32) { self = UInt16(truncatingIfNeeded: carried) }
    var carried: Int32 { Int32(self) }
    static var symbol: TypeSymbol { .uint16 }
}

/// An enumeration of .NET written as a Swift enumeration over its values.
protocol NetEnumerationRepresentable: NetSmallInteger, RawRepresentable where RawValue == Int32 {
    static var fallback: Self { get }
}

extension NetEnumerationRepresentable {
    init(carried: Int32) { self = Self(rawValue: carried) ?? Self.fallback }
    var carried: Int32 { rawValue }
}

extension UInt32: NetRepresentable {
    static var symbol: TypeSymbol { .uint32 }
    static func evaluate(_ node: Int64Node, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> UInt32 {
        UInt32(truncatingIfNeeded: try node.evaluate(&frame))
    }
    var carried: Int64 { Int64(self) }
}

extension UInt64: NetRepresentable {
    static var symbol: TypeSymbol { .uint64 }
    static func evaluate(_ node: Int64Node, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> UInt64 {
        UInt64(bitPattern: try node.evaluate(&frame))
    }
    var carried: Int64 { Int64(bitPattern: self) }
}

extension Float: NetRepresentable {
    static var symbol: TypeSymbol { .single }
    static func evaluate(_ node: DoubleNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Float {
        Float(try node.evaluate(&frame))
    }
    var carried: Double { Double(self) }
}

// MARK: - Structures carried as Value

/// A structure that travels in a `Value`.
protocol NetStructure: NetRepresentable where Node == ValueNode {
    init?(unboxing value: Value)
    var boxed: Value { get }
}

extension NetStructure {
    static func evaluate(_ node: ValueNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        let value = try node.evaluate(&frame)
        guard let typed = Self(unboxing: value) else { throw value.isNull ? nullFailure(parameter) : .invalidCast(value, to: symbol) }
        return typed
    }
    var carried: Value { boxed }
}

extension NetDecimal: NetStructure {
    static var symbol: TypeSymbol { .decimal }
    init?(unboxing value: Value) {
        guard case .decimal(let decimal) = value else { return nil }
        self = decimal
    }
    var boxed: Value { .decimal(self) }
}

extension NetDateTime: NetStructure {
    static var symbol: TypeSymbol { .dateTime }
    init?(unboxing value: Value) {
        guard case .dateTime(let date) = value else { return nil }
        self = date
    }
    var boxed: Value { .dateTime(self) }
}

extension NetDateTimeOffset: NetStructure {
    static var symbol: TypeSymbol { .dateTimeOffset }
    init?(unboxing value: Value) {
        guard case .dateTimeOffset(let date) = value else { return nil }
        self = date
    }
    var boxed: Value { .dateTimeOffset(self) }
}

extension NetTimeSpan: NetStructure {
    static var symbol: TypeSymbol { .timeSpan }
    init?(unboxing value: Value) {
        guard case .timeSpan(let span) = value else { return nil }
        self = span
    }
    var boxed: Value { .timeSpan(self) }
}

extension NetGuid: NetStructure {
    static var symbol: TypeSymbol { .guid }
    init?(unboxing value: Value) {
        guard case .guid(let guid) = value else { return nil }
        self = guid
    }
    var boxed: Value { .guid(self) }
}

// MARK: - Type parameters

/// A value of a type parameter in the body of a generic member: boxed, and unboxed by the binder where it comes out.
struct TypeParameter0: NetStructure {
    var boxed: Value
    init(_ value: Value) { boxed = value }
    init?(unboxing value: Value) { boxed = value }
    static var symbol: TypeSymbol { .typeParameter(0) }
}

/// The second type parameter.
struct TypeParameter1: NetStructure {
    var boxed: Value
    init(_ value: Value) { boxed = value }
    init?(unboxing value: Value) { boxed = value }
    static var symbol: TypeSymbol { .typeParameter(1) }
}

/// The third type parameter.
struct TypeParameter2: NetStructure {
    var boxed: Value
    init(_ value: Value) { boxed = value }
    init?(unboxing value: Value) { boxed = value }
    static var symbol: TypeSymbol { .typeParameter(2) }
}

/// The fourth type parameter.
struct TypeParameter3: NetStructure {
    var boxed: Value
    init(_ value: Value) { boxed = value }
    init?(unboxing value: Value) { boxed = value }
    static var symbol: TypeSymbol { .typeParameter(3) }
}
