/// `System.ValueTuple<…>`, as the language's tuples make it, and `System.Tuple<…>`.
public final class NetTuple: NetObject {
    private let tupleType: TypeSymbol
    /// The elements.
    public private(set) var items: [Value]
    private let nesting: StructuralNesting

    /// Makes a tuple of a type.
    public init(type: TypeSymbol, items: [Value]) { (tupleType, self.items, nesting) = (type, items, StructuralNesting(of: items)) }

    deinit {
        let heldItems = items
        items = []
        DeferredRelease.release(consume heldItems)
    }

    /// The tuple's type.
    public override var type: TypeSymbol { tupleType }

    override var structuralNesting: StructuralNesting? { nesting }
}

/// An object of an anonymous type.
public final class NetAnonymousObject: NetObject {
    private let anonymousType: TypeSymbol
    /// The values in the order of the type's members.
    public private(set) var items: [Value]
    private let nesting: StructuralNesting

    /// Makes an object of an anonymous type.
    public init(type: TypeSymbol, items: [Value]) { (anonymousType, self.items, nesting) = (type, items, StructuralNesting(of: items)) }

    deinit {
        let heldItems = items
        items = []
        DeferredRelease.release(consume heldItems)
    }

    /// The object's type.
    public override var type: TypeSymbol { anonymousType }

    override var structuralNesting: StructuralNesting? { nesting }

    /// The members with their names.
    public var members: [(name: String, value: Value)] {
        guard case .anonymous(let members) = anonymousType else { return [] }
        return Array(zip(members.map(\.name), items))
    }
}

/// An object whose class compares some of its values instead of its identity.
protocol NetComparedByValue: NetObject {
    /// The values that equal objects share.
    var comparedItems: [Value] { get }
}

extension NetObject {
    /// The elements of an object whose equality is that of its elements: a tuple, an anonymous object, a structure; nil for others.
    var structuralItems: [Value]? {
        switch self {
        case let tuple as NetTuple: tuple.items
        case let object as NetAnonymousObject: object.items
        case let object as any NetComparedByValue: object.comparedItems
        default: nil
        }
    }
}
