import PolicyDiagnostics

/// A collection in the bodies of generic members, whose static type names the elements' types.
protocol NetCollectionRepresentable: NetRepresentable where Node == ReferenceNode {
    associatedtype Object: NetObject
    var object: Object { get }
    init(_ object: Object)
}

extension NetCollectionRepresentable {
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        guard let own = object.cast(to: Object.self) else { throw .invalidCast(.object(object), to: symbol) }
        return Self(own)
    }
    var carried: NetObject? { object }
}

/// `List<Element>`.
struct ListOf<Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetList
    init(_ object: NetList) { self.object = object }
    static var symbol: TypeSymbol { .list(of: Element.symbol) }
}

/// `Element[]`.
struct ArrayOf<Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetArray
    init(_ object: NetArray) { self.object = object }
    static var symbol: TypeSymbol { .array(Element.symbol, rank: 1) }
}

/// `Dictionary<Key, Value>`.
struct DictionaryOf<Key: NetRepresentable, Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetDictionary
    init(_ object: NetDictionary) { self.object = object }
    static var symbol: TypeSymbol { .dictionary(Key.symbol, Element.symbol) }
}

/// `IGrouping<Key, Element>`.
struct GroupingOf<Key: NetRepresentable, Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetGrouping
    init(_ object: NetGrouping) { self.object = object }
    static var symbol: TypeSymbol { .named(.grouping, [Key.symbol, Element.symbol]) }
}

/// `ICollection<Element>`.
struct CollectionOf<Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetObject
    init(_ object: NetObject) { self.object = object }
    static var symbol: TypeSymbol { .named(.collection, [Element.symbol]) }
}

/// `IDictionary<Key, Value>`.
struct DictionaryInterfaceOf<Key: NetRepresentable, Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetObject
    init(_ object: NetObject) { self.object = object }
    static var symbol: TypeSymbol { .named(.dictionaryInterface, [Key.symbol, Element.symbol]) }
}

/// `IReadOnlyDictionary<Key, Value>`.
struct ReadOnlyDictionaryOf<Key: NetRepresentable, Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetDictionary
    init(_ object: NetDictionary) { self.object = object }
    static var symbol: TypeSymbol { .named(.readOnlyDictionary, [Key.symbol, Element.symbol]) }
}

/// `KeyValuePair<Key, Value>`.
struct KeyValuePairOf<Key: NetRepresentable, Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetKeyValuePair
    init(_ object: NetKeyValuePair) { self.object = object }
    static var symbol: TypeSymbol { .named(.keyValuePair, [Key.symbol, Element.symbol]) }
}
