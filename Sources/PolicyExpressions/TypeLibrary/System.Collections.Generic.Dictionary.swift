/// Dictionaries: the class, its interfaces, its pairs.
extension NetType {
    static let keyValuePair: NetType = NetType("System.Collections.Generic", "KeyValuePair", arity: 2) {
        [
            .constructor(
                "A pair.", ["key", "value"],
                NetBody(generic: {
                    (types: TypeArguments, key: TypeParameter0, value: TypeParameter1) throws(EvaluationError) -> Instance<NetKeyValuePair>
                    in
                    Instance(NetKeyValuePair(type: .named(.keyValuePair, types.types), key: key.boxed, value: value.boxed))
                })),
            .property(
                "Key", "The key.",
                NetBody { (pair: Instance<NetKeyValuePair>) throws(EvaluationError) -> TypeParameter0 in TypeParameter0(pair.object.key) }),
            .property(
                "Value", "The value.",
                NetBody { (pair: Instance<NetKeyValuePair>) throws(EvaluationError) -> TypeParameter1 in TypeParameter1(pair.object.value) }
            ),
            .method(
                "Deconstruct", "Key and value apart.", [.out("key"), .out("value")],
                NetBody(framed: {
                    (frame: inout Frame, pair: Instance<NetKeyValuePair>, key: Out<TypeParameter0>, value: Out<TypeParameter1>)
                        throws(EvaluationError) -> NetVoid in
                    try key.set(pair.object.key, &frame)
                    try value.set(pair.object.value, &frame)
                    return NetVoid()
                })),
        ]
    }

    private static let pair: TypeSymbol = .named(.keyValuePair, [.typeParameter(0), .typeParameter(1)])

    /// `System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>`.
    static let readOnlyDictionary: NetType = NetType(
        "System.Collections.Generic", "IReadOnlyDictionary", arity: 2, .interface, interfaces: [.enumerable(of: pair)]
    ) {
        dictionaryReads + [
            .indexer(
                "The value of a key; a KeyNotFoundException without one.", ["key"],
                NetBody { (dictionary: AnyDictionary, key: TypeParameter0) throws(EvaluationError) -> TypeParameter1 in
                    TypeParameter1(try dictionary.required(key.boxed))
                }),
            .property(
                "Keys", "The keys.",
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, own: AnyDictionary) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    SequenceOf(try own.keyView(.keyCollection, types, &frame))
                })),
            .property(
                "Values", "The values.",
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, own: AnyDictionary) throws(EvaluationError) -> SequenceOf<TypeParameter1> in
                    SequenceOf(try own.valueView(.valueCollection, types, &frame))
                })),
        ]
    }

    /// `System.Collections.Generic.IDictionary<TKey, TValue>`.
    static let dictionaryInterface: NetType = NetType(
        "System.Collections.Generic", "IDictionary", arity: 2, .interface, interfaces: [.named(.collection, [pair])]
    ) { [dictionaryIndexer] + dictionaryReads + dictionaryChanges + dictionaryViews }

    /// `System.Collections.Generic.Dictionary<TKey, TValue>`.
    static let dictionary: NetType = NetType(
        "System.Collections.Generic", "Dictionary", arity: 2,
        interfaces: [
            .named(.dictionaryInterface, [.typeParameter(0), .typeParameter(1)]),
            .named(.readOnlyDictionary, [.typeParameter(0), .typeParameter(1)]),
        ]
    ) { [dictionaryIndexer] + dictionaryConstructors + dictionaryReads + dictionaryChanges + dictionaryViews + dictionaryRest }

    /// `Dictionary<TKey, TValue>.KeyCollection`.
    static let keyCollection: NetType = NetType(
        "System.Collections.Generic", "Dictionary.KeyCollection", arity: 2, interfaces: [.named(.collection, [.typeParameter(0)])])

    /// `Dictionary<TKey, TValue>.ValueCollection`.
    static let valueCollection: NetType = NetType(
        "System.Collections.Generic", "Dictionary.ValueCollection", arity: 2, interfaces: [.named(.collection, [.typeParameter(1)])])

    /// `System.Collections.Generic.KeyValuePair`, whose `Create` makes pairs.
    static let keyValuePairFactory: NetType = NetType("System.Collections.Generic", "KeyValuePair", .staticClass) {
        [
            .staticMethod(
                "Create", "A pair of a key and a value.", ["key", "value"], typeParameters: 2,
                NetBody(generic: {
                    (types: TypeArguments, key: TypeParameter0, value: TypeParameter1)
                        throws(EvaluationError) -> KeyValuePairOf<TypeParameter0, TypeParameter1> in
                    KeyValuePairOf(NetKeyValuePair(type: .named(.keyValuePair, [types[0], types[1]]), key: key.boxed, value: value.boxed))
                }))
        ]
    }

    /// `System.Collections.Generic.CollectionExtensions`.
    static let collectionExtensions: NetType = NetType("System.Collections.Generic", "CollectionExtensions", .staticClass) {
        [
            .extensionMethod(
                "GetValueOrDefault", "The value of a key, or the type's default.", ["dictionary", "key"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, own: AnyDictionary, key: TypeParameter0) throws(EvaluationError) -> TypeParameter1 in
                    TypeParameter1(try own.value(key.boxed) ?? types.zero(1))
                })),
            .extensionMethod(
                "GetValueOrDefault", "The value of a key, or a default.", ["dictionary", "key", "defaultValue"], typeParameters: 2,
                NetBody { (own: AnyDictionary, key: TypeParameter0, fallback: TypeParameter1) throws(EvaluationError) -> TypeParameter1 in
                    TypeParameter1(try own.value(key.boxed) ?? fallback.boxed)
                }),
        ]
    }

    // MARK: Members

    private static var dictionaryReads: [NetMember] {
        [
            .property(
                "Count", "The number of keys.",
                NetBody { (dictionary: AnyDictionary) throws(EvaluationError) -> Int32 in Int32(clamping: dictionary.count) }),
            .method(
                "ContainsKey", "Whether there is a value for a key.", ["key"],
                NetBody { (dictionary: AnyDictionary, key: TypeParameter0) throws(EvaluationError) -> Bool in
                    try dictionary.value(key.boxed) != nil
                }),
            .method(
                "TryGetValue", "Whether there is a value for a key, and the value.", ["key", .out("value")],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, own: AnyDictionary, key: TypeParameter0, value: Out<TypeParameter1>)
                        throws(EvaluationError) -> Bool in
                    let found = try own.value(key.boxed)
                    try value.set(found ?? types.zero(1), &frame)
                    return found != nil
                })),
        ]
    }

    private static var dictionaryIndexer: NetMember {
        .indexer(
            "The value of a key; a KeyNotFoundException without one.", ["key"],
            NetBody { (dictionary: AnyDictionary, key: TypeParameter0) throws(EvaluationError) -> TypeParameter1 in
                TypeParameter1(try dictionary.required(key.boxed))
            },
            setter: NetBody { (own: AnyDictionary, key: TypeParameter0, value: TypeParameter1) throws(EvaluationError) -> NetVoid in
                guard !key.boxed.isNull else { throw .argumentNull("key") }
                try own.dictionary[key.boxed] = value.boxed
                return NetVoid()
            })
    }

    private static var dictionaryChanges: [NetMember] {
        [
            .method(
                "Add", "Adds a key that is not there yet.", ["key", "value"],
                NetBody(framed: {
                    (frame: inout Frame, own: AnyDictionary, key: TypeParameter0, value: TypeParameter1) throws(EvaluationError) -> NetVoid
                    in
                    try frame.allocate(2 * MemoryLayout<Value>.stride)
                    return try own.dictionary.add(key.boxed, value.boxed)
                })),
            .method(
                "Remove", "Removes a key; false when it was not there.", ["key"],
                NetBody { (own: AnyDictionary, key: TypeParameter0) throws(EvaluationError) -> Bool in
                    guard try own.value(key.boxed) != nil else { return false }
                    try own.dictionary[key.boxed] = nil
                    return true
                }),
        ]
    }

    private static var dictionaryViews: [NetMember] {
        [
            .property(
                "Keys", "The keys.",
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, own: AnyDictionary) throws(EvaluationError) -> CollectionOf<TypeParameter0>
                    in
                    CollectionOf(try own.keyView(.keyCollection, types, &frame))
                })),
            .property(
                "Values", "The values.",
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, own: AnyDictionary) throws(EvaluationError) -> CollectionOf<TypeParameter1>
                    in
                    CollectionOf(try own.valueView(.valueCollection, types, &frame))
                })),
        ]
    }

    private static var dictionaryConstructors: [NetMember] {
        [
            .constructor(
                "An empty dictionary.", [],
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> Instance<NetDictionary> in
                    Instance(NetDictionary(type: .dictionary(types[0], types[1])))
                })),
            .constructor(
                "An empty dictionary with room for keys.", ["capacity"],
                NetBody(generic: { (types: TypeArguments, capacity: Int32) throws(EvaluationError) -> Instance<NetDictionary> in
                    guard capacity >= 0 else { throw .argumentOutOfRange("capacity") }
                    return Instance(NetDictionary(type: .dictionary(types[0], types[1])))
                })),
            .constructor(
                "An empty dictionary whose keys a comparer compares.", ["comparer"],
                NetBody(generic: {
                    (types: TypeArguments, comparer: EqualityComparerOf<TypeParameter0>?) throws(EvaluationError) -> Instance<NetDictionary>
                    in
                    Instance(NetDictionary(type: .dictionary(types[0], types[1]), comparer: comparer?.object))
                })),
            .constructor(
                "A dictionary of the pairs of another.", ["dictionary"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: DictionaryInterfaceOf<TypeParameter0, TypeParameter1>)
                        throws(EvaluationError) -> Instance<NetDictionary> in
                    Instance(try .copy(of: source.object, types, nil, &frame))
                })),
            .constructor(
                "A dictionary of the pairs of another, whose keys a comparer compares.", ["dictionary", "comparer"],
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: DictionaryInterfaceOf<TypeParameter0, TypeParameter1>,
                        comparer: EqualityComparerOf<TypeParameter0>?
                    ) throws(EvaluationError) -> Instance<NetDictionary> in
                    Instance(try .copy(of: source.object, types, comparer?.object, &frame))
                })),
            .constructor(
                "A dictionary of pairs.", ["collection"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<KeyValuePairOf<TypeParameter0, TypeParameter1>>)
                        throws(EvaluationError) -> Instance<NetDictionary> in
                    Instance(try .copy(of: source.object, types, nil, &frame))
                })),
        ]
    }

    private static var dictionaryRest: [NetMember] {
        [
            .method(
                "ContainsValue", "Whether a key has this value.", ["value"],
                NetBody { (own: Instance<NetDictionary>, value: TypeParameter1) throws(EvaluationError) -> Bool in
                    own.object.entries.contains { $0.value == value.boxed }
                }),
            .method(
                "TryAdd", "Adds a key; false when it is there already.", ["key", "value"],
                NetBody(framed: {
                    (frame: inout Frame, own: Instance<NetDictionary>, key: TypeParameter0, value: TypeParameter1) throws(EvaluationError)
                        -> Bool in
                    guard !key.boxed.isNull else { throw .argumentNull("key") }
                    guard own.object[key.boxed] == nil else { return false }
                    try frame.allocate(2 * MemoryLayout<Value>.stride)
                    own.object[key.boxed] = value.boxed
                    return true
                })),
            .method(
                "Remove", "Removes a key and gives its value; false when it was not there.", ["key", .out("value")],
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, own: Instance<NetDictionary>, key: TypeParameter0,
                        value: Out<TypeParameter1>
                    )
                        throws(EvaluationError) -> Bool in
                    guard !key.boxed.isNull else { throw .argumentNull("key") }
                    let found = own.object[key.boxed]
                    try value.set(found ?? types.zero(1), &frame)
                    if found != nil { own.object[key.boxed] = nil }
                    return found != nil
                })),
            .property(
                "Comparer", "What compares the keys.",
                NetBody { (own: Instance<NetDictionary>) throws(EvaluationError) -> EqualityComparerOf<TypeParameter0> in
                    EqualityComparerOf(own.object.comparer ?? NetComparer(.standard))
                }),
        ]
    }
}

extension NetDictionary: NetClass {
    static var symbol: TypeSymbol { .named(.dictionary, [.typeParameter(0), .typeParameter(1)]) }

    fileprivate func add(_ key: Value, _ value: Value) throws(EvaluationError) -> NetVoid {
        guard !key.isNull else { throw .argumentNull("key") }
        guard self[key] == nil else {
            throw .argument("An item with the same key has already been added. Key: \(try ValueText.text(of: key).string)")
        }
        self[key] = value
        return NetVoid()
    }

    fileprivate static func copy(
        of source: NetObject, _ types: TypeArguments, _ comparer: NetComparer?, _ frame: inout Frame
    ) throws(EvaluationError) -> NetDictionary {
        let dictionary = NetDictionary(type: .dictionary(types[0], types[1]), comparer: comparer)
        for (key, value) in try AnyDictionary(object: source).pairs(&frame) {
            try frame.allocate(2 * MemoryLayout<Value>.stride)
            _ = try dictionary.add(key, value)
        }
        return dictionary
    }
}

extension NetKeyValuePair: NetClass {
    static var symbol: TypeSymbol { .named(.keyValuePair, [.typeParameter(0), .typeParameter(1)]) }
}

extension AnyDictionary {
    fileprivate func keyView(_ view: NetType, _ types: TypeArguments, _ frame: inout Frame) throws(EvaluationError) -> NetCollectionView {
        let own = self
        return NetCollectionView(type: .named(view, [types[0], types[1]]), items: try pairs(&frame).map(\.key)) { key in
            ((try? own.value(key)) ?? nil) != nil
        }
    }

    fileprivate func valueView(_ view: NetType, _ types: TypeArguments, _ frame: inout Frame) throws(EvaluationError) -> NetCollectionView {
        NetCollectionView(type: .named(view, [types[0], types[1]]), items: try pairs(&frame).map(\.value))
    }
}
