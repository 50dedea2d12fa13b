/// A `System.Type`: what `typeof(T)` and `GetType()` give.
public final class NetTypeObject: NetObject {
    /// The type that it describes.
    public let described: TypeSymbol

    init(_ described: TypeSymbol) { self.described = described }

    /// Whether both are the object of one type: .NET has a single one for each.
    static func describeSame(_ left: NetObject, _ right: NetObject) -> Bool {
        guard let left = left as? NetTypeObject, let right = right as? NetTypeObject else { return false }
        return left.described == right.described
    }

    /// The type of a description.
    public override var type: TypeSymbol { .named(.systemType, []) }
}

extension NetTypeObject: NetClass {
    static var symbol: TypeSymbol { .named(.systemType, []) }
}

extension NetType {
    /// `System.Type`.
    static let systemType: NetType = NetType("System", "Type") {
        [
            .property(
                "Name", "The name without namespace.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> NetString in
                    NetString(type.object.described.metadataName)
                }),
            .property(
                "FullName", "The name with its namespace.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> NetString in NetString(type.object.described.fullName)
                }),
            .property(
                "Namespace", "The namespace.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> NetString in
                    NetString(type.object.described.definition?.namespace ?? "System")
                }),
            .property(
                "IsArray", "Whether it is an array's type.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Bool in
                    if case .array = type.object.described { true } else { false }
                }),
            .property(
                "IsEnum", "Whether it is an enumeration.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Bool in type.object.described.isEnumeration }),
            .property(
                "IsValueType", "Whether its values are copied when they are handed over.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Bool in !type.object.described.isReferenceType }),
            .property(
                "IsGenericType", "Whether it has type arguments.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Bool in
                    !type.object.described.typeArguments.isEmpty
                }),
            .property(
                "BaseType", "The type that it builds on; null for object and interfaces.",
                NetBody { (type: Instance<NetTypeObject>) throws(EvaluationError) -> Instance<NetTypeObject>? in
                    type.object.described.baseType.map { Instance(NetTypeObject($0)) }
                }),
        ]
    }
}

extension TypeSymbol {
    /// The name that .NET's metadata has: ``List`1``.
    var metadataName: String {
        switch self {
        case .named(let type, let arguments): arguments.isEmpty ? type.name : "\(type.name)`\(type.arity)"
        case .array(let element, let rank): element.metadataName + "[" + String(repeating: ",", count: rank - 1) + "]"
        case .nullable: "Nullable`1"
        case .tuple(let elements, _): "ValueTuple`\(elements.count)"
        default: description
        }
    }
}
