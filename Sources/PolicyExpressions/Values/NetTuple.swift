/// `System.ValueTuple<…>`, as the language's tuples make it, and `System.Tuple<…>`.
public final class NetTuple: NetObject {
    private let tupleType: TypeSymbol
    /// The elements.
    public internal(set) var items: [Value]

    /// Makes a tuple of a type.
    public init(type: TypeSymbol, items: [Value]) { (tupleType, self.items) = (type, items) }

    /// The tuple's type.
    public override var type: TypeSymbol { tupleType }
}

/// An object of an anonymous type.
public final class NetAnonymousObject: NetObject {
    private let anonymousType: TypeSymbol
    /// The values in the order of the type's members.
    public let items: [Value]

    /// Makes an object of an anonymous type.
    public init(type: TypeSymbol, items: [Value]) { (anonymousType, self.items) = (type, items) }

    /// The object's type.
    public override var type: TypeSymbol { anonymousType }

    /// The members with their names.
    public var members: [(name: String, value: Value)] {
        guard case .anonymous(let members) = anonymousType else { return [] }
        return Array(zip(members.map(\.name), items))
    }
}

extension NetObject {
    /// The elements of an object whose equality is that of its elements: a tuple, an anonymous object, a name of XML, a
    /// URI, an address; nil for others.
    var structuralItems: [Value]? {
        switch self {
        case let tuple as NetTuple: tuple.items
        case let object as NetAnonymousObject: object.items
        case let name as XName: [.string(name.name.namespaceName), .string(name.name.localName)]
        case let namespace as XNamespace: [.string(namespace.name)]
        case let uri as NetUri: [.boolean(uri.absolute == nil), .string(uri.comparisonKey)]
        case let address as NetIPAddress: address.bytes.map { .byte($0) }
        case let version as NetVersion: version.numbers.map { .int32($0) }
        default: nil
        }
    }
}
