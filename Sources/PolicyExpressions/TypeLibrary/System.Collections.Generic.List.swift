/// `System.Collections.Generic.List<T>`.
extension NetType {
    static let list: NetType = NetType(
        "System.Collections.Generic", "List", arity: 1,
        interfaces: [.named(.listInterface, [.typeParameter(0)]), .named(.readOnlyList, [.typeParameter(0)])]
    ) { listConstructors + listChanges + listSearches + listPredicates + listParts + listOrder }

    private static var listConstructors: [NetMember] {
        [
            .constructor(
                "An empty list.", [],
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> Instance<NetList> in
                    Instance(NetList(type: .list(of: types[0])))
                })),
            .constructor(
                "An empty list with room for elements.", ["capacity"],
                NetBody(generic: { (types: TypeArguments, capacity: Int32) throws(EvaluationError) -> Instance<NetList> in
                    guard capacity >= 0 else { throw .argumentOutOfRange("capacity", "Non-negative number required.") }
                    let list = NetList(type: .list(of: types[0]))
                    list.capacity = capacity
                    return Instance(list)
                })),
            .constructor(
                "A list of the elements of a sequence.", ["collection"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> Instance<
                        NetList
                    > in
                    Instance(NetList(type: .list(of: types[0]), items: try source.elements(&frame)))
                })),
            .property(
                "Capacity", "How many elements the list has room for.",
                NetBody { (list: Instance<NetList>) throws(EvaluationError) -> Int32 in
                    max(list.object.capacity, Int32(clamping: list.object.items.count))
                },
                setter: NetBody { (list: Instance<NetList>, capacity: Int32) throws(EvaluationError) -> NetVoid in
                    guard Int(capacity) >= list.object.items.count else {
                        throw .argumentOutOfRange("value", "capacity was less than the current size.")
                    }
                    list.object.capacity = capacity
                    return NetVoid()
                }),
        ]
    }

    private static var listChanges: [NetMember] {
        [
            .method(
                "AddRange", "Adds the elements of a sequence at the end.", ["collection"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, items: SequenceOf<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    list.object.items += try items.elements(&frame)
                    return NetVoid()
                })),
            .method(
                "InsertRange", "Puts the elements of a sequence in front of a place.", ["index", "collection"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, index: Int32, items: SequenceOf<TypeParameter0>)
                        throws(EvaluationError) -> NetVoid in
                    try list.object.insert(try items.elements(&frame), at: index)
                    return NetVoid()
                })),
            .method(
                "RemoveRange", "Removes some elements from a place on.", ["index", "count"],
                NetBody { (list: Instance<NetList>, index: Int32, count: Int32) throws(EvaluationError) -> NetVoid in
                    list.object.items.removeSubrange(try list.object.range(index, count))
                    return NetVoid()
                }),
            .method(
                "RemoveAll", "Removes the elements for which the predicate holds, and says how many.", ["match"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Int32 in
                    var kept: [Value] = []
                    for item in list.object.items where try !match.test(item, &frame) { kept.append(item) }
                    defer { list.object.items = kept }
                    return Int32(clamping: list.object.items.count - kept.count)
                })),
            .method(
                "TrimExcess", "Gives up room that is not needed.",
                NetBody { (list: Instance<NetList>) throws(EvaluationError) -> NetVoid in
                    list.object.capacity = 0
                    return NetVoid()
                }),
        ]
    }

    private static var listSearches: [NetMember] {
        [
            .method(
                "LastIndexOf", "The last place of an element, or -1.", ["item"],
                NetBody { (list: Instance<NetList>, item: TypeParameter0) throws(EvaluationError) -> Int32 in
                    Int32(list.object.items.lastIndex(of: item.boxed) ?? -1)
                }),
            .method(
                "IndexOf", "The place of an element from a place on, or -1.", ["item", "index"],
                NetBody { (list: Instance<NetList>, item: TypeParameter0, index: Int32) throws(EvaluationError) -> Int32 in
                    guard index >= 0, Int(index) <= list.object.items.count else { throw .argumentOutOfRange("index") }
                    return Int32(list.object.items[Int(index)...].firstIndex(of: item.boxed) ?? -1)
                }),
            .method(
                "BinarySearch", "The place of an element in a sorted list; the complement of where it would stand if it is not there.",
                ["item"],
                NetBody { (list: Instance<NetList>, item: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try Sorting.binarySearch(list.object.items, item.boxed)
                }),
            .method(
                "ToArray", "A new array of the elements.",
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, list: Instance<NetList>) throws(EvaluationError) -> ArrayOf<TypeParameter0> in
                    ArrayOf(NetArray(type: .array(types[0], rank: 1), items: list.object.items))
                })),
            .method(
                "CopyTo", "Copies the elements into an array.", ["array"],
                NetBody { (list: Instance<NetList>, array: ArrayOf<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    try array.object.copy(list.object.items, to: 0)
                    return NetVoid()
                }),
            .method(
                "AsReadOnly", "The elements for reading.",
                NetBody { (list: Instance<NetList>) throws(EvaluationError) -> AnyList in AnyList(object: list.object) }),
        ]
    }

    private static var listPredicates: [NetMember] {
        [
            .method(
                "Find", "The first element for which the predicate holds, or the type's default.", ["match"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, list: Instance<NetList>, match: PredicateOf<TypeParameter0>)
                        throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try Searching.first(list.object.items, match.delegate, &frame)?.element ?? types.zero(0))
                })),
            .method(
                "FindLast", "The last element for which the predicate holds, or the type's default.", ["match"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, list: Instance<NetList>, match: PredicateOf<TypeParameter0>)
                        throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try Searching.first(list.object.items.reversed(), match.delegate, &frame)?.element ?? types.zero(0))
                })),
            .method(
                "FindIndex", "The place of the first element for which the predicate holds, or -1.", ["match"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Int32 in
                    Int32(try Searching.first(list.object.items, match.delegate, &frame)?.offset ?? -1)
                })),
            .method(
                "FindLastIndex", "The place of the last element for which the predicate holds, or -1.", ["match"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Int32 in
                    let items = list.object.items
                    guard let found = try Searching.first(items.reversed(), match.delegate, &frame) else { return -1 }
                    return Int32(items.count - 1 - found.offset)
                })),
            .method(
                "FindAll", "A list of the elements for which the predicate holds.", ["match"],
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, list: Instance<NetList>, match: PredicateOf<TypeParameter0>)
                        throws(EvaluationError) -> ListOf<TypeParameter0> in
                    ListOf(NetList(type: .list(of: types[0]), items: try Searching.all(list.object.items, match.delegate, &frame)))
                })),
            .method(
                "Exists", "Whether the predicate holds for an element.", ["match"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Bool in
                    try Searching.first(list.object.items, match.delegate, &frame) != nil
                })),
            .method(
                "TrueForAll", "Whether the predicate holds for every element.", ["match"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Bool in
                    try Searching.all(list.object.items, match.delegate, &frame).count == list.object.items.count
                })),
            .method(
                "ForEach", "Calls the action with every element.", ["action"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, action: Action1<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    _ = try list.object.walk(&frame) { (item: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
                        try action.invoke(item, &frame)
                        return true
                    }
                    return NetVoid()
                })),
            .method(
                "ConvertAll", "A list of what the converter makes of the elements.", ["converter"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, list: Instance<NetList>,
                        converter: ConverterOf<TypeParameter0, TypeParameter1>
                    ) throws(EvaluationError) -> ListOf<TypeParameter1> in
                    var items: [Value] = []
                    for item in list.object.items { items.append(try converter.invoke(item, &frame)) }
                    return ListOf(NetList(type: .list(of: types[1]), items: items))
                })),
        ]
    }

    private static var listParts: [NetMember] {
        [
            .method(
                "GetRange", "A list of some elements from a place on.", ["index", "count"],
                NetBody(framedGeneric: {
                    (_, types: TypeArguments, list: Instance<NetList>, index: Int32, count: Int32)
                        throws(EvaluationError) -> ListOf<TypeParameter0> in
                    ListOf(NetList(type: .list(of: types[0]), items: Array(list.object.items[try list.object.range(index, count)])))
                })),
            .method(
                "Reverse", "Turns the order of the elements round.",
                NetBody { (list: Instance<NetList>) throws(EvaluationError) -> NetVoid in
                    list.object.items.reverse()
                    return NetVoid()
                }),
            .method(
                "Reverse", "Turns the order of some elements round.", ["index", "count"],
                NetBody { (list: Instance<NetList>, index: Int32, count: Int32) throws(EvaluationError) -> NetVoid in
                    list.object.items[try list.object.range(index, count)].reverse()
                    return NetVoid()
                }),
        ]
    }

    private static var listOrder: [NetMember] {
        [
            .method(
                "Sort", "Sorts the elements by their own order.",
                NetBody(framed: { (frame: inout Frame, list: Instance<NetList>) throws(EvaluationError) -> NetVoid in
                    list.object.items = try Sorting.sorted(list.object.items, nil, &frame)
                    return NetVoid()
                })),
            .method(
                "Sort", "Sorts the elements by a comparison.", ["comparison"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, order: ComparisonOf<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    list.object.items = try Sorting.sorted(list.object.items, by: order.delegate, &frame)
                    return NetVoid()
                })),
            .method(
                "Sort", "Sorts the elements by a comparer.", ["comparer"],
                NetBody(framed: {
                    (frame: inout Frame, list: Instance<NetList>, comparer: ComparerOf<TypeParameter0>?) throws(EvaluationError) -> NetVoid
                    in
                    list.object.items = try Sorting.sorted(list.object.items, comparer?.object, &frame)
                    return NetVoid()
                })),
        ]
    }
}

extension NetList: NetClass {
    static var symbol: TypeSymbol { .named(.list, [.typeParameter(0)]) }
}
