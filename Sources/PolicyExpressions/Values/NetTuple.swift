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
    override var comparedItems: [Value]? { items }
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
    override var comparedItems: [Value]? { items }

    /// The members with their names.
    public var members: [(name: String, value: Value)] {
        guard case .anonymous(let members) = anonymousType else { return [] }
        return Array(zip(members.map(\.name), items))
    }
}
