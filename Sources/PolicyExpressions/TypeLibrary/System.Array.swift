/// `System.Array`.
extension NetType {
    static let array: NetType = NetType("System", "Array") { arrayProperties + arrayInstances + arraySearches + arrayChanges }

    private static var arrayProperties: [NetMember] {
        [
            .property(
                "Length", "The number of elements in all dimensions.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Int32 in Int32(clamping: array.object.items.count) }),
            .property(
                "LongLength", "The number of elements in all dimensions, as a long.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Int64 in Int64(array.object.items.count) }),
            .property(
                "Rank", "The number of dimensions.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Int32 in Int32(array.object.lengths.count) }),
        ]
    }

    private static var arrayInstances: [NetMember] {
        [
            .method(
                "GetLength", "The number of elements in a dimension.", ["dimension"],
                NetBody { (array: Instance<NetArray>, dimension: Int32) throws(EvaluationError) -> Int32 in
                    Int32(clamping: try array.object.length(of: dimension))
                }),
            .method(
                "GetLowerBound", "The first index of a dimension.", ["dimension"],
                NetBody { (array: Instance<NetArray>, dimension: Int32) throws(EvaluationError) -> Int32 in
                    _ = try array.object.length(of: dimension)
                    return 0
                }),
            .method(
                "GetUpperBound", "The last index of a dimension.", ["dimension"],
                NetBody { (array: Instance<NetArray>, dimension: Int32) throws(EvaluationError) -> Int32 in
                    Int32(clamping: try array.object.length(of: dimension)) - 1
                }),
            .method(
                "GetValue", "The element at an index.", ["index"],
                NetBody { (array: Instance<NetArray>, index: Int32) throws(EvaluationError) -> Value in try array.object.element(at: index)
                }),
            .method(
                "Clone", "A copy of the array.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Value in
                    .object(NetArray(type: array.object.type, items: array.object.items, lengths: array.object.lengths))
                }),
            .method(
                "CopyTo", "Copies the elements into another array from an index on.", ["array", "index"],
                NetBody { (array: Instance<NetArray>, target: Instance<NetArray>, index: Int32) throws(EvaluationError) -> NetVoid in
                    try target.object.copy(array.object.items, to: index)
                    return NetVoid()
                }),
        ]
    }

    private static var arraySearches: [NetMember] {
        [
            .staticMethod(
                "IndexOf", "The first index of an element, or -1.", ["array", "value"], typeParameters: 1,
                NetBody { (array: ArrayOf<TypeParameter0>, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    Int32(array.object.items.firstIndex(of: value.boxed) ?? -1)
                }),
            .staticMethod(
                "LastIndexOf", "The last index of an element, or -1.", ["array", "value"], typeParameters: 1,
                NetBody { (array: ArrayOf<TypeParameter0>, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    Int32(array.object.items.lastIndex(of: value.boxed) ?? -1)
                }),
            .staticMethod(
                "BinarySearch", "The index of an element in a sorted array; the complement of where it would stand if it is not there.",
                ["array", "value"], typeParameters: 1,
                NetBody { (array: ArrayOf<TypeParameter0>, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try Sorting.binarySearch(array.object.items, value.boxed)
                }),
            .staticMethod(
                "Exists", "Whether the predicate holds for an element.", ["array", "match"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: ArrayOf<TypeParameter0>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Bool
                    in
                    try Searching.first(array.object.items, match.delegate, &frame) != nil
                })),
            .staticMethod(
                "TrueForAll", "Whether the predicate holds for every element.", ["array", "match"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: ArrayOf<TypeParameter0>, match: PredicateOf<TypeParameter0>) throws(EvaluationError) -> Bool
                    in
                    try Searching.all(array.object.items, match.delegate, &frame).count == array.object.items.count
                })),
            .staticMethod(
                "Find", "The first element for which the predicate holds, or the type's default.", ["array", "match"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, array: ArrayOf<TypeParameter0>, match: PredicateOf<TypeParameter0>)
                        throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try Searching.first(array.object.items, match.delegate, &frame)?.element ?? types.zero(0))
                })),
            .staticMethod(
                "FindLast", "The last element for which the predicate holds, or the type's default.", ["array", "match"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, array: ArrayOf<TypeParameter0>, match: PredicateOf<TypeParameter0>)
                        throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try Searching.first(array.object.items.reversed(), match.delegate, &frame)?.element ?? types.zero(0))
                })),
            .staticMethod(
                "FindIndex", "The index of the first element for which the predicate holds, or -1.", ["array", "match"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: ArrayOf<TypeParameter0>, match: PredicateOf<TypeParameter0>) throws(EvaluationError)
                        -> Int32 in
                    Int32(try Searching.first(array.object.items, match.delegate, &frame)?.offset ?? -1)
                })),
            .staticMethod(
                "FindAll", "The elements for which the predicate holds.", ["array", "match"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, array: ArrayOf<TypeParameter0>, match: PredicateOf<TypeParameter0>)
                        throws(EvaluationError) -> ArrayOf<TypeParameter0> in
                    ArrayOf(NetArray(type: .array(types[0], rank: 1), items: try Searching.all(array.object.items, match.delegate, &frame)))
                })),
        ]
    }

    private static var arrayChanges: [NetMember] {
        [
            .staticMethod(
                "Reverse", "Turns the order of the elements round.", ["array"],
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> NetVoid in
                    array.object.replaceItems(array.object.items.reversed())
                    return NetVoid()
                }),
            .staticMethod(
                "Sort", "Sorts the elements by their own order.", ["array"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: ArrayOf<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    array.object.replaceItems(try Sorting.sorted(array.object.items, nil, &frame))
                    return NetVoid()
                })),
            .staticMethod(
                "Sort", "Sorts the elements by a comparison.", ["array", "comparison"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: ArrayOf<TypeParameter0>, order: ComparisonOf<TypeParameter0>) throws(EvaluationError)
                        -> NetVoid in
                    array.object.replaceItems(try Sorting.sorted(array.object.items, by: order.delegate, &frame))
                    return NetVoid()
                })),
            .staticMethod(
                "Sort", "Sorts the elements by a comparer.", ["array", "comparer"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: ArrayOf<TypeParameter0>, comparer: ComparerOf<TypeParameter0>?) throws(EvaluationError)
                        -> NetVoid in
                    array.object.replaceItems(try Sorting.sorted(array.object.items, comparer?.object, &frame))
                    return NetVoid()
                })),
            .staticMethod(
                "Sort", "Sorts keys by their own order, and the items with them.", ["keys", "items"], typeParameters: 2,
                NetBody(framed: {
                    (frame: inout Frame, keys: ArrayOf<TypeParameter0>, items: ArrayOf<TypeParameter1>) throws(EvaluationError) -> NetVoid
                    in
                    try keys.object.sort(with: items.object, &frame)
                    return NetVoid()
                })),
            .staticMethod(
                "Fill", "Sets every element to a value.", ["array", "value"], typeParameters: 1,
                NetBody { (array: ArrayOf<TypeParameter0>, value: TypeParameter0) throws(EvaluationError) -> NetVoid in
                    array.object.replaceItems(array.object.items.map { _ in value.boxed })
                    return NetVoid()
                }),
            .staticMethod(
                "ForEach", "Calls the action with every element.", ["array", "action"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: ArrayOf<TypeParameter0>, action: Action1<TypeParameter0>) throws(EvaluationError) -> NetVoid
                    in
                    for item in array.object.items { try action.invoke(item, &frame) }
                    return NetVoid()
                })),
            .staticMethod(
                "ConvertAll", "What the converter makes of the elements.", ["array", "converter"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, array: ArrayOf<TypeParameter0>,
                        converter: ConverterOf<TypeParameter0, TypeParameter1>
                    )
                        throws(EvaluationError) -> ArrayOf<TypeParameter1> in
                    var items: [Value] = []
                    for item in array.object.items { items.append(try converter.invoke(item, &frame)) }
                    return ArrayOf(NetArray(type: .array(types[1], rank: 1), items: items))
                })),
            .staticMethod(
                "Copy", "Copies the first elements of one array into another.", ["sourceArray", "destinationArray", "length"],
                NetBody { (source: Instance<NetArray>, target: Instance<NetArray>, length: Int32) throws(EvaluationError) -> NetVoid in
                    try target.object.copy(try source.object.part(0, length), to: 0)
                    return NetVoid()
                }),
            .staticMethod(
                "Copy", "Copies elements of one array into another.",
                ["sourceArray", "sourceIndex", "destinationArray", "destinationIndex", "length"],
                NetBody {
                    (source: Instance<NetArray>, from: Int32, target: Instance<NetArray>, to: Int32, length: Int32)
                        throws(EvaluationError) -> NetVoid in
                    try target.object.copy(try source.object.part(from, length), to: to)
                    return NetVoid()
                }),
            .staticMethod(
                "Clear", "Sets elements to their type's default.", ["array", "index", "length"],
                NetBody { (array: Instance<NetArray>, index: Int32, length: Int32) throws(EvaluationError) -> NetVoid in
                    let part = try array.object.part(index, length)
                    let zero = Value.zero(of: array.object.type.elementType ?? .object) ?? .null
                    try array.object.copy(part.map { _ in zero }, to: index)
                    return NetVoid()
                }),
            .staticMethod(
                "Empty", "An array without elements.", [], typeParameters: 1,
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> ArrayOf<TypeParameter0> in
                    ArrayOf(NetArray(type: .array(types[0], rank: 1), items: []))
                })),
        ]
    }
}

extension NetArray: NetClass {
    static var symbol: TypeSymbol { .named(.array, []) }

    fileprivate func length(of dimension: Int32) throws(EvaluationError) -> Int {
        guard dimension >= 0, Int(dimension) < lengths.count else { throw .indexOutOfRange }
        return lengths[Int(dimension)]
    }

    fileprivate func part(_ index: Int32, _ length: Int32) throws(EvaluationError) -> [Value] {
        guard index >= 0, length >= 0 else {
            throw .argumentOutOfRange(index < 0 ? "sourceIndex" : "length", "Non-negative number required.")
        }
        guard Int(index) + Int(length) <= items.count else {
            throw .argument(
                "Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray")
        }
        return Array(items[Int(index)..<Int(index) + Int(length)])
    }

    /// Sorts the elements, and those of another array in the same way.
    fileprivate func sort(with others: NetArray, _ frame: inout Frame) throws(EvaluationError) {
        guard others.items.count >= items.count else { throw .argument("Keys and items arrays must have equal lengths.") }
        let places = (0..<items.count).map { Value.int32(Int32($0)) }, keys = items, values = others.items
        let sorted = try Sorting.merged(places, &frame) { (left, right, _) throws(EvaluationError) -> Int32 in
            guard case .int32(let a) = left, case .int32(let b) = right else { return 0 }
            return try ValueOrder.compare(keys[Int(a)], keys[Int(b)])
        }
        let order = sorted.map { Int($0.integer ?? 0) }
        replaceItems(order.map { keys[$0] })
        others.replaceItems(order.map { values[$0] } + values[items.count...])
    }
}
