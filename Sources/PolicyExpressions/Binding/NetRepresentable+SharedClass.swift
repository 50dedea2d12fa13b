import PolicyDiagnostics

/// One of several .NET types whose objects are of the same class of ours.
protocol SharedClassName: SendableMetatype {
    associatedtype Object: NetObject
    static var type: NetType { get }
}

/// An object with the static type that a member declares, or null.
struct Typed<Name: SharedClassName>: NetNullable {
    let object: Name.Object
    init(_ object: Name.Object) { self.object = object }

    static var symbol: TypeSymbol { .named(Name.type, []) }
    static var optionalSymbol: TypeSymbol { symbol }

    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return Self(try cast(object))
    }

    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        guard let object = try node.evaluate(&frame) else { return nil }
        return Self(try cast(object))
    }

    static func optionalCarried(_ value: Self?) -> NetObject? { value?.object }
    var carried: NetObject? { object }

    private static func cast(_ object: NetObject) throws(EvaluationError) -> Name.Object {
        guard let own = object as? Name.Object else { throw .invalidCast(.object(object), to: symbol) }
        return own
    }
}
