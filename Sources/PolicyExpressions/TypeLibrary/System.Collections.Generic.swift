/// The interfaces of collections. Their members work on whatever object stands behind the interface.
extension NetType {
    /// `System.Collections.IEnumerable`.
    static let untypedEnumerable: NetType = NetType("System.Collections", "IEnumerable", .interface, carrier: .value)

    /// `System.Collections.Generic.IEnumerable<T>`.
    static let enumerable: NetType = NetType(
        "System.Collections.Generic", "IEnumerable", arity: 1, .interface, carrier: .value, interfaces: [.named(.untypedEnumerable, [])]
    ) {
        [
            .method(
                "GetEnumerator", "An enumerator in front of the first element.",
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Instance<NetEnumerator> in
                    Instance(NetEnumerator(of: source.object.type.elementType ?? .object, try source.elements(&frame)))
                }))
        ]
    }

    /// `System.Collections.Generic.IEnumerator<T>`.
    static let enumerator: NetType = NetType(
        "System.Collections.Generic", "IEnumerator", arity: 1, .interface, interfaces: [.named(.disposable, [])]
    ) {
        [
            .method(
                "MoveNext", "Goes to the next element; false behind the last one.",
                NetBody { (enumerator: Instance<NetEnumerator>) throws(EvaluationError) -> Bool in enumerator.object.moveNext() }),
            .property(
                "Current", "The element where the enumerator is.",
                NetBody { (enumerator: Instance<NetEnumerator>) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(enumerator.object.current)
                }),
            .method(
                "Reset", "Goes back in front of the first element.",
                NetBody { (enumerator: Instance<NetEnumerator>) throws(EvaluationError) -> NetVoid in
                    enumerator.object.reset()
                    return NetVoid()
                }),
            .method("Dispose", "Does nothing.", NetBody { (_: Instance<NetEnumerator>) throws(EvaluationError) -> NetVoid in NetVoid() }),
        ]
    }

    /// `System.Collections.Generic.ICollection<T>`.
    static let collection: NetType = NetType(
        "System.Collections.Generic", "ICollection", arity: 1, .interface, interfaces: [.enumerable(of: .typeParameter(0))]
    ) {
        [
            .property("Count", "The number of elements.", NetBody { (own: AnyCollection) throws(EvaluationError) -> Int32 in own.count }),
            .property(
                "IsReadOnly", "Whether elements cannot be added or removed.",
                NetBody { (own: AnyCollection) throws(EvaluationError) -> Bool in own.isReadOnly }),
            .method(
                "Add", "Adds an element.", ["item"],
                NetBody(framed: { (frame: inout Frame, own: AnyCollection, item: TypeParameter0) throws(EvaluationError) -> NetVoid in
                    try frame.allocate(MemoryLayout<Value>.stride)
                    try own.add(item.boxed)
                    return NetVoid()
                })),
            .method(
                "Contains", "Whether an element is there.", ["item"],
                NetBody(framed: { (frame: inout Frame, own: AnyCollection, item: TypeParameter0) throws(EvaluationError) -> Bool in
                    try own.contains(item.boxed, &frame)
                })),
            .method(
                "Remove", "Removes the first such element; false when there is none.", ["item"],
                NetBody { (own: AnyCollection, item: TypeParameter0) throws(EvaluationError) -> Bool in try own.remove(item.boxed) }),
            .method(
                "Clear", "Removes every element.",
                NetBody { (own: AnyCollection) throws(EvaluationError) -> NetVoid in
                    try own.removeAll()
                    return NetVoid()
                }),
            .method(
                "CopyTo", "Copies the elements into an array from a place on.", ["array", "arrayIndex"],
                NetBody(framed: {
                    (frame: inout Frame, own: AnyCollection, array: ArrayOf<TypeParameter0>, index: Int32) throws(EvaluationError)
                        -> NetVoid in
                    try array.object.copy(SequenceOf<Value>(own.object).elements(&frame), to: index)
                    return NetVoid()
                })),
        ]
    }

    /// `System.Collections.Generic.IList<T>`.
    static let listInterface: NetType = NetType(
        "System.Collections.Generic", "IList", arity: 1, .interface, interfaces: [.named(.collection, [.typeParameter(0)])]
    ) {
        [
            .indexer(
                "The element at a place.", ["index"],
                NetBody { (list: AnyList, index: Int32) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try list.item(at: index))
                },
                setter: NetBody { (list: AnyList, index: Int32, item: TypeParameter0) throws(EvaluationError) -> NetVoid in
                    try list.setItem(item.boxed, at: index)
                    return NetVoid()
                }),
            .method(
                "IndexOf", "The place of an element, or -1.", ["item"],
                NetBody { (list: AnyList, item: TypeParameter0) throws(EvaluationError) -> Int32 in
                    Int32(list.items.firstIndex(of: item.boxed) ?? -1)
                }),
            .method(
                "Insert", "Puts an element in front of a place.", ["index", "item"],
                NetBody { (list: AnyList, index: Int32, item: TypeParameter0) throws(EvaluationError) -> NetVoid in
                    try list.list.insert([item.boxed], at: index)
                    return NetVoid()
                }),
            .method(
                "RemoveAt", "Removes the element at a place.", ["index"],
                NetBody { (list: AnyList, index: Int32) throws(EvaluationError) -> NetVoid in
                    let own = try list.list
                    own.items.remove(at: try own.index(index))
                    return NetVoid()
                }),
        ]
    }

    /// `System.Collections.Generic.IReadOnlyCollection<T>`.
    static let readOnlyCollection: NetType = NetType(
        "System.Collections.Generic", "IReadOnlyCollection", arity: 1, .interface, interfaces: [.enumerable(of: .typeParameter(0))]
    ) {
        [.property("Count", "The number of elements.", NetBody { (own: AnyCollection) throws(EvaluationError) -> Int32 in own.count })]
    }

    /// `System.Collections.Generic.IReadOnlyList<T>`.
    static let readOnlyList: NetType = NetType(
        "System.Collections.Generic", "IReadOnlyList", arity: 1, .interface, interfaces: [.named(.readOnlyCollection, [.typeParameter(0)])]
    ) {
        [
            .indexer(
                "The element at a place.", ["index"],
                NetBody { (list: AnyList, index: Int32) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try list.item(at: index))
                })
        ]
    }

    /// `System.Collections.Generic.IEqualityComparer<T>`.
    static let equalityComparerInterface: NetType = NetType("System.Collections.Generic", "IEqualityComparer", arity: 1, .interface) {
        [
            .method(
                "Equals", "Whether the comparer takes both for equal.", ["x", "y"],
                NetBody {
                    (comparer: EqualityComparerOf<TypeParameter0>, x: TypeParameter0, y: TypeParameter0) throws(EvaluationError) -> Bool in
                    comparer.object.areEqual(x.boxed, y.boxed)
                })
        ]
    }

    /// `System.Collections.Generic.IComparer<T>`.
    static let comparerInterface: NetType = NetType("System.Collections.Generic", "IComparer", arity: 1, .interface) {
        [
            .method(
                "Compare", "Negative, zero or positive, as the first stands before, beside or behind the second.", ["x", "y"],
                NetBody {
                    (comparer: ComparerOf<TypeParameter0>, x: TypeParameter0, y: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try comparer.object.compare(x.boxed, y.boxed)
                })
        ]
    }

    /// `System.Collections.Generic.EqualityComparer<T>`.
    static let equalityComparer: NetType = NetType(
        "System.Collections.Generic", "EqualityComparer", arity: 1,
        interfaces: [.named(.equalityComparerInterface, [.typeParameter(0)])]
    ) {
        [
            .staticProperty(
                "Default", "The comparer that uses the type's own equality.",
                NetBody { () throws(EvaluationError) -> EqualityComparerOf<TypeParameter0> in EqualityComparerOf(NetComparer(.standard)) })
        ]
    }

    /// `System.Collections.Generic.Comparer<T>`.
    static let comparer: NetType = NetType(
        "System.Collections.Generic", "Comparer", arity: 1, interfaces: [.named(.comparerInterface, [.typeParameter(0)])]
    ) {
        [
            .staticProperty(
                "Default", "The comparer that uses the type's own order.",
                NetBody { () throws(EvaluationError) -> ComparerOf<TypeParameter0> in ComparerOf(NetComparer(.standard)) })
        ]
    }

    /// `System.StringComparer`.
    static let stringComparer: NetType = NetType(
        "System", "StringComparer",
        interfaces: [.named(.equalityComparerInterface, [.named(.string, [])]), .named(.comparerInterface, [.named(.string, [])])]
    ) {
        [
            comparer("Ordinal", "Compares UTF-16 units.", .ordinal),
            comparer("OrdinalIgnoreCase", "Compares UTF-16 units without regard to case.", .ordinalIgnoreCase),
            comparer("InvariantCulture", "Compares by the invariant culture.", .invariantCulture),
            comparer(
                "InvariantCultureIgnoreCase", "Compares by the invariant culture without regard to case.", .invariantCultureIgnoreCase),
            comparer("CurrentCulture", "Compares by the current culture, which is the invariant one.", .invariantCulture),
            comparer(
                "CurrentCultureIgnoreCase", "Compares by the current culture, which is the invariant one, without regard to case.",
                .invariantCultureIgnoreCase),
        ] + comparerMembers
    }

    private static func comparer(_ name: String, _ summary: String, _ kind: NetComparer.Kind) -> NetMember {
        .staticProperty(name, summary, NetBody { () throws(EvaluationError) -> Instance<NetComparer> in Instance(NetComparer(kind)) })
    }

    /// Everything of `System.Collections`.
    static let collections: [NetType] = [
        .untypedEnumerable, .enumerable, .enumerator, .collection, .listInterface, .readOnlyCollection, .readOnlyList, .setInterface,
        .equalityComparerInterface, .comparerInterface, .equalityComparer, .comparer, .stringComparer, .list, .hashSet, .queue, .stack,
        .dictionary, .dictionaryInterface, .readOnlyDictionary, .collectionExtensions, .keyValuePair, .keyValuePairFactory, .keyCollection,
        .valueCollection,
    ]
}
