/// A `System.Type`: what `typeof(T)` and `GetType()` give.
public final class NetTypeObject: NetObject {
    /// The type that it describes.
    public let described: TypeSymbol

    init(_ described: TypeSymbol) { self.described = described }

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
