/// LINQ's forms with comparers, and what gathers into sets and look-ups.
extension NetType {
    /// `System.Linq.ILookup<TKey, TElement>`.
    static let lookup: NetType = NetType(
        "System.Linq", "ILookup", arity: 2, .interface,
        interfaces: [.enumerable(of: .named(.grouping, [.typeParameter(0), .typeParameter(1)]))]
    ) {
        [
            .property(
                "Count", "The number of keys.",
                NetBody { (own: Instance<NetLookup>) throws(EvaluationError) -> Int32 in Int32(own.object.groups.count) }),
            .method(
                "Contains", "Whether there are elements of a key.", ["key"],
                NetBody { (own: Instance<NetLookup>, key: TypeParameter0) throws(EvaluationError) -> Bool in
                    own.object.group(key.boxed) != nil
                }),
            .indexer(
                "The elements of a key; none for a key that is not there.", ["key"],
                NetBody { (own: Instance<NetLookup>, key: TypeParameter0) throws(EvaluationError) -> SequenceOf<TypeParameter1> in
                    SequenceOf(own.object.group(key.boxed) ?? NetArray(type: .array(.object, rank: 1), items: []))
                }),
        ]
    }

    static var linqComparers: [NetMember] { linqCompared + linqComparedOrders + linqComparedSets + linqLookups }

    private static var linqCompared: [NetMember] {
        [
            .extensionMethod(
                "Contains", "Whether an element equals the value by a comparer.", ["source", "value", "comparer"], typeParameters: 1,
                NetBody(framed: {
                    (
                        frame: inout Frame, source: SequenceOf<TypeParameter0>, value: TypeParameter0,
                        comparer: EqualityComparerOf<TypeParameter0>?
                    ) throws(EvaluationError) -> Bool in
                    let own = comparer?.object ?? NetComparer(.standard)
                    return try !source.walk(&frame) { (element: Value, _) throws(EvaluationError) -> Bool in
                        !own.areEqual(element, value.boxed)
                    }
                })),
            .extensionMethod(
                "Distinct", "The elements, each once by a comparer.", ["source", "comparer"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, source: SequenceOf<TypeParameter0>, comparer: EqualityComparerOf<TypeParameter0>?)
                        throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        try NetHashSet.gathered(source.object, .object, comparer?.object, &frame).walk(&frame, visit)
                    }
                })),
            .extensionMethod(
                "ToHashSet", "A set of the elements.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Instance<
                        NetHashSet
                    > in
                    Instance(try .gathered(source.object, types[0], nil, &frame))
                })),
            .extensionMethod(
                "ToHashSet", "A set of the elements, which a comparer compares.", ["source", "comparer"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        comparer: EqualityComparerOf<TypeParameter0>?
                    )
                        throws(EvaluationError) -> Instance<NetHashSet> in
                    Instance(try .gathered(source.object, types[0], comparer?.object, &frame))
                })),
            .extensionMethod(
                "ToDictionary", "A dictionary of the elements by their keys, which a comparer compares.",
                ["source", "keySelector", "comparer"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        key: Function1<TypeParameter0, TypeParameter1>, comparer: EqualityComparerOf<TypeParameter1>?
                    ) throws(EvaluationError) -> DictionaryOf<TypeParameter1, TypeParameter0> in
                    try .gathered(source.object, key.delegate, nil, .dictionary(types[1], types[0]), comparer?.object, &frame)
                })),
            .extensionMethod(
                "ToDictionary", "A dictionary of keys, which a comparer compares, and values that are made of the elements.",
                ["source", "keySelector", "elementSelector", "comparer"], typeParameters: 3,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        key: Function1<TypeParameter0, TypeParameter1>, element: Function1<TypeParameter0, TypeParameter2>,
                        comparer: EqualityComparerOf<TypeParameter1>?
                    ) throws(EvaluationError) -> DictionaryOf<TypeParameter1, TypeParameter2> in
                    try .gathered(source.object, key.delegate, element.delegate, .dictionary(types[1], types[2]), comparer?.object, &frame)
                })),
            .extensionMethod(
                "GroupBy", "The elements in groups of keys that a comparer takes for equal.", ["source", "keySelector", "comparer"],
                typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>, key: Function1<TypeParameter0, TypeParameter1>,
                        comparer: EqualityComparerOf<TypeParameter1>?
                    ) throws(EvaluationError) -> SequenceOf<GroupingOf<TypeParameter1, TypeParameter0>> in
                    .groups(source.object, key.delegate, nil, key: types[1], element: types[0], comparer?.object)
                })),
            .extensionMethod(
                "SequenceEqual", "Whether both have elements that a comparer takes for equal, in the same order.",
                ["first", "second", "comparer"], typeParameters: 1,
                NetBody(framed: {
                    (
                        frame: inout Frame, first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>,
                        comparer: EqualityComparerOf<TypeParameter0>?
                    ) throws(EvaluationError) -> Bool in
                    let own = comparer?.object ?? NetComparer(.standard)
                    return try first.elements(&frame).map(own.folded) == second.elements(&frame).map(own.folded)
                })),
        ]
    }

    private static var linqComparedOrders: [NetMember] {
        [("OrderBy", false), ("OrderByDescending", true)].map { name, isDescending in
            .extensionMethod(
                name, "The elements by their keys, which a comparer orders.", ["source", "keySelector", "comparer"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>, selector: Function1<TypeParameter0, TypeParameter1>,
                        comparer: ComparerOf<TypeParameter1>?
                    ) throws(EvaluationError) -> Instance<OrderedSequence> in
                    let key = OrderedSequence.Key(selector: selector.delegate, isDescending: isDescending, comparer: comparer?.object)
                    return Instance(OrderedSequence(of: types[0], source.object, [key]))
                }))
        }
            + [("ThenBy", false), ("ThenByDescending", true)].map { name, isDescending in
                .extensionMethod(
                    name, "The elements with one more key, which a comparer orders.", ["source", "keySelector", "comparer"],
                    typeParameters: 2,
                    NetBody(framedGeneric: {
                        (
                            _, _, source: Instance<OrderedSequence>, selector: Function1<TypeParameter0, TypeParameter1>,
                            comparer: ComparerOf<TypeParameter1>?
                        ) throws(EvaluationError) -> Instance<OrderedSequence> in
                        Instance(
                            source.object.then(.init(selector: selector.delegate, isDescending: isDescending, comparer: comparer?.object)))
                    }))
            }
    }

    private static var linqComparedSets: [NetMember] {
        [
            compared("Union", "The elements of both, each once by a comparer.") {
                (first: NetObject, second: NetObject, set: NetHashSet, frame: inout Frame, visit: ElementVisit) throws(EvaluationError)
                    -> Bool in
                let own = try NetHashSet.gathered(first, .object, set.comparer, &frame)
                _ = try second.walk(&frame) { (item: Value, _) throws(EvaluationError) -> Bool in
                    _ = own.insert(item)
                    return true
                }
                return try own.walk(&frame, visit)
            },
            compared("Except", "The elements of the first that the second does not have, each once by a comparer.") {
                (first: NetObject, second: NetObject, set: NetHashSet, frame: inout Frame, visit: ElementVisit) throws(EvaluationError)
                    -> Bool in
                let others = try NetHashSet.gathered(second, .object, set.comparer, &frame)
                return try first.walk(&frame) { (item: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                    others.insert(item) ? try visit(item, &frame) : true
                }
            },
            compared("Intersect", "The elements of the first that the second has as well, each once by a comparer.") {
                (first: NetObject, second: NetObject, set: NetHashSet, frame: inout Frame, visit: ElementVisit) throws(EvaluationError)
                    -> Bool in
                let others = try NetHashSet.gathered(second, .object, set.comparer, &frame)
                return try first.walk(&frame) { (item: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                    others.remove(item) ? try visit(item, &frame) : true
                }
            },
        ]
    }

    private typealias ComparedWalk =
        @Sendable (NetObject, NetObject, NetHashSet, inout Frame, ElementVisit) throws(EvaluationError) -> Bool

    private static func compared(_ name: String, _ summary: String, _ walk: @escaping ComparedWalk) -> NetMember {
        .extensionMethod(
            name, summary, ["first", "second", "comparer"], typeParameters: 1,
            NetBody(framedGeneric: {
                (
                    _, types: TypeArguments, first: SequenceOf<TypeParameter0>, second: SequenceOf<TypeParameter0>,
                    comparer: EqualityComparerOf<TypeParameter0>?
                ) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                let set = NetHashSet(type: .object, comparer: comparer?.object)
                return .lazy(types[0]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                    try walk(first.object, second.object, set, &frame, visit)
                }
            }))
    }

    private static var linqLookups: [NetMember] {
        [
            .extensionMethod(
                "ToLookup", "The elements by their keys, at hand.", ["source", "keySelector"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        key: Function1<TypeParameter0, TypeParameter1>
                    )
                        throws(EvaluationError) -> LookupOf<TypeParameter1, TypeParameter0> in
                    let groups = try Grouping.groups(source.object, key.delegate, nil, types[1], types[0], nil, &frame)
                    return LookupOf(NetLookup(type: .named(.lookup, [types[1], types[0]]), groups))
                })),
            .extensionMethod(
                "ToLookup", "What is made of the elements by their keys, at hand.", ["source", "keySelector", "elementSelector"],
                typeParameters: 3,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        key: Function1<TypeParameter0, TypeParameter1>, element: Function1<TypeParameter0, TypeParameter2>
                    ) throws(EvaluationError) -> LookupOf<TypeParameter1, TypeParameter2> in
                    let groups = try Grouping.groups(source.object, key.delegate, element.delegate, types[1], types[2], nil, &frame)
                    return LookupOf(NetLookup(type: .named(.lookup, [types[1], types[2]]), groups))
                })),
            .extensionMethod(
                "GroupBy", "What is made of each key and of what the selector makes of its elements.",
                ["source", "keySelector", "elementSelector", "resultSelector"], typeParameters: 4,
                NetBody(framedGeneric: {
                    (
                        _, types: TypeArguments, source: SequenceOf<TypeParameter0>, key: Function1<TypeParameter0, TypeParameter1>,
                        element: Function1<TypeParameter0, TypeParameter2>,
                        result: Function2<TypeParameter1, SequenceOf<TypeParameter2>, TypeParameter3>
                    ) throws(EvaluationError) -> SequenceOf<TypeParameter3> in
                    .lazy(types[3]) { (frame: inout Frame, visit: ElementVisit) throws(EvaluationError) -> Bool in
                        for group in try Grouping.groups(source.object, key.delegate, element.delegate, types[1], types[2], nil, &frame) {
                            guard try visit(try result.invoke(group.key, .object(group), &frame), &frame) else { return false }
                        }
                        return true
                    }
                })),
        ]
    }
}

/// `ILookup<K, T>`: groups at hand.
final class NetLookup: NetObject {
    private let lookupType: TypeSymbol
    let groups: [NetGrouping]
    private let places: [Value: Int]

    init(type: TypeSymbol, _ groups: [NetGrouping]) {
        (lookupType, self.groups) = (type, groups)
        places = Dictionary(groups.enumerated().map { ($0.element.key, $0.offset) }) { first, _ in first }
    }

    override var type: TypeSymbol { lookupType }

    func group(_ key: Value) -> NetGrouping? { places[key].map { groups[$0] } }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for group in groups {
            try frame.step()
            guard try visit(.object(group), &frame) else { return false }
        }
        return true
    }
}

extension NetLookup: NetClass {
    static var symbol: TypeSymbol { .named(.lookup, [.typeParameter(0), .typeParameter(1)]) }
}

/// `ILookup<Key, Element>` in the bodies of generic members.
struct LookupOf<Key: NetRepresentable, Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetLookup
    init(_ object: NetLookup) { self.object = object }
    static var symbol: TypeSymbol { .named(.lookup, [Key.symbol, Element.symbol]) }
}
