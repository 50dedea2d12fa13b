import PolicyDiagnostics

// MARK: - Objects

/// A class of ours that stands for a .NET reference type.
protocol NetClass: NetObject {
    static var symbol: TypeSymbol { get }
}

/// An object as the argument or result of a library member's body.
///
/// A wrapper, because a class that others derive from cannot itself be a `NetRepresentable`.
struct Instance<Object: NetClass>: NetRepresentable {
    let object: Object
    init(_ object: Object) { self.object = object }

    static var symbol: TypeSymbol { Object.symbol }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return Self(try cast(object))
    }
    var carried: NetObject? { object }

    @inline(__always)
    static func cast(_ object: NetObject) throws(EvaluationError) -> Object {
        guard let typed = object.cast(to: Object.self) else { throw .invalidCast(.object(object), to: symbol) }
        return typed
    }
}

/// An element of an array in the bodies of library members.
protocol NetArrayElement: NetRepresentable {
    init?(element: Value)
    var element: Value { get }

    /// Elements as an array keeps them.
    static func stored(_ elements: [Self]) -> ArrayElements

    /// The elements of an array that keeps them in this type; nil for others.
    static func kept(in array: NetArray) -> [Self]?
}

extension NetArrayElement {
    static func stored(_ elements: [Self]) -> ArrayElements { .values(elements.map(\.element)) }
    static func kept(in array: NetArray) -> [Self]? { nil }
}

extension Array: NetRepresentable where Element: NetArrayElement {
    static var symbol: TypeSymbol { .array(Element.symbol, rank: 1) }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> [Element] {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return try elements(of: object)
    }
    var carried: NetObject? { NetArray(type: Self.symbol, elements: Element.stored(self)) }

    static func elements(of object: NetObject) throws(EvaluationError) -> [Element] {
        let array = try NetArray.of(object)
        if let elements = Element.kept(in: array) { return elements }
        var result: [Element] = []
        for item in array.items {
            guard let element = Element(element: item) else { throw .invalidCast(item, to: Element.symbol) }
            result.append(element)
        }
        return result
    }
}

extension NetChar: NetArrayElement {
    init?(element: Value) {
        guard case .char(let unit) = element else { return nil }
        self.init(unit)
    }
    var element: Value { .char(unit) }
}

extension UInt8: NetArrayElement {
    init?(element: Value) {
        guard case .byte(let byte) = element else { return nil }
        self = byte
    }
    var element: Value { .byte(self) }
    static func stored(_ elements: [UInt8]) -> ArrayElements { .bytes(elements) }
    static func kept(in array: NetArray) -> [UInt8]? { array.bytes }
}

extension Value: NetArrayElement {
    init?(element: Value) { self = element }
    var element: Value { self }
}

extension NetString: NetArrayElement {
    init?(element: Value) {
        guard case .string(let text) = element else { return nil }
        self = text
    }
    var element: Value { .string(self) }
    static func stored(_ elements: [NetString]) -> ArrayElements { .texts(elements) }
    static func kept(in array: NetArray) -> [NetString]? { array.texts }
}

extension NetString?: NetArrayElement {
    init?(element: Value) {
        switch element {
        case .string(let text): self = text
        case .null: self = Optional<NetString>.none
        default: return nil
        }
    }
    var element: Value { map { .string($0) } ?? .null }
}
