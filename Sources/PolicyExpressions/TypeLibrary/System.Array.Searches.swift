// How arrays are searched.
extension NetType {
    private typealias Items = ArrayOf<TypeParameter0>
    private typealias Match = PredicateOf<TypeParameter0>

    static var arraySearches: [NetMember] { indexSearches + lastIndexSearches + untypedSearches + binarySearches }

    // MARK: Values

    private static var indexSearches: [NetMember] {
        let summary = "The first index of an element, or -1."
        return [
            .staticMethod(
                "IndexOf", summary, ["array", "value"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    index(of: value.boxed, in: array.object.items, 0..<array.object.count)
                }),
            .staticMethod(
                "IndexOf", summary, ["array", "value", "startIndex"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0, start: Int32) throws(EvaluationError) -> Int32 in
                    index(of: value.boxed, in: array.object.items, try array.object.forwards(start))
                }),
            .staticMethod(
                "IndexOf", summary, ["array", "value", "startIndex", "count"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    index(of: value.boxed, in: array.object.items, try array.object.forwards(start, count))
                }),
        ]
    }

    private static var lastIndexSearches: [NetMember] {
        let summary = "The last index of an element, or -1."
        return [
            .staticMethod(
                "LastIndexOf", summary, ["array", "value"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    lastIndex(of: value.boxed, in: array.object.items, 0..<array.object.count)
                }),
            .staticMethod(
                "LastIndexOf", summary, ["array", "value", "startIndex"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0, start: Int32) throws(EvaluationError) -> Int32 in
                    lastIndex(of: value.boxed, in: array.object.items, try array.object.backwards(start, startsEmptyAtZero: true))
                }),
            .staticMethod(
                "LastIndexOf", summary, ["array", "value", "startIndex", "count"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    lastIndex(of: value.boxed, in: array.object.items, try array.object.backwards(start, count, startsEmptyAtZero: true))
                }),
        ]
    }

    /// The same for arrays whose elements' type is not known, or is not the value's.
    private static var untypedSearches: [NetMember] {
        let first = "The first index of an element, or -1.", last = "The last index of an element, or -1."
        return [
            .staticMethod(
                "IndexOf", first, ["array", "value"],
                NetBody { (array: Instance<NetArray>, value: Value) throws(EvaluationError) -> Int32 in
                    index(of: value, in: try array.object.row, 0..<array.object.count)
                }),
            .staticMethod(
                "IndexOf", first, ["array", "value", "startIndex"],
                NetBody { (array: Instance<NetArray>, value: Value, start: Int32) throws(EvaluationError) -> Int32 in
                    index(of: value, in: try array.object.row, try array.object.forwards(start))
                }),
            .staticMethod(
                "IndexOf", first, ["array", "value", "startIndex", "count"],
                NetBody { (array: Instance<NetArray>, value: Value, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    index(of: value, in: try array.object.row, try array.object.forwards(start, count))
                }),
            .staticMethod(
                "LastIndexOf", last, ["array", "value"],
                NetBody { (array: Instance<NetArray>, value: Value) throws(EvaluationError) -> Int32 in
                    lastIndex(of: value, in: try array.object.row, 0..<array.object.count)
                }),
            .staticMethod(
                "LastIndexOf", last, ["array", "value", "startIndex"],
                NetBody { (array: Instance<NetArray>, value: Value, start: Int32) throws(EvaluationError) -> Int32 in
                    lastIndex(of: value, in: try array.object.row, try array.object.backwards(start, startsEmptyAtZero: true))
                }),
            .staticMethod(
                "LastIndexOf", last, ["array", "value", "startIndex", "count"],
                NetBody { (array: Instance<NetArray>, value: Value, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    lastIndex(of: value, in: try array.object.row, try array.object.backwards(start, count, startsEmptyAtZero: true))
                }),
        ]
    }

    private static func index(of value: Value, in items: [Value], _ part: Range<Int>) -> Int32 {
        Int32(items[part].firstIndex(of: value) ?? -1)
    }

    private static func lastIndex(of value: Value, in items: [Value], _ part: Range<Int>) -> Int32 {
        Int32(items[part].lastIndex(of: value) ?? -1)
    }

    private static var binarySearches: [NetMember] {
        let summary = "The index of an element in a sorted array; the complement of where it would stand if it is not there."
        return [
            .staticMethod(
                "BinarySearch", summary, ["array", "value"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try Sorting.binarySearch(array.object.items, value.boxed)
                }),
            .staticMethod(
                "BinarySearch", summary, ["array", "value", "comparer"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0, comparer: ComparerOf<TypeParameter0>?) throws(EvaluationError) -> Int32 in
                    try Sorting.binarySearch(array.object.items, value.boxed, comparer?.object)
                }),
            .staticMethod(
                "BinarySearch", summary, ["array", "index", "length", "value"], typeParameters: 1,
                NetBody { (array: Items, index: Int32, length: Int32, value: TypeParameter0) throws(EvaluationError) -> Int32 in
                    try binarySearch(array.object, index, length, value.boxed, nil)
                }),
            .staticMethod(
                "BinarySearch", summary, ["array", "index", "length", "value", "comparer"], typeParameters: 1,
                NetBody {
                    (
                        array: Items, index: Int32, length: Int32, value: TypeParameter0, comparer: ComparerOf<TypeParameter0>?
                    ) throws(EvaluationError) -> Int32 in
                    try binarySearch(array.object, index, length, value.boxed, comparer?.object)
                }),
            .staticMethod(
                "BinarySearch", summary, ["array", "value"],
                NetBody { (array: Instance<NetArray>, value: Value) throws(EvaluationError) -> Int32 in
                    try Sorting.binarySearch(try array.object.row, value)
                }),
            .staticMethod(
                "BinarySearch", summary, ["array", "index", "length", "value"],
                NetBody { (array: Instance<NetArray>, index: Int32, length: Int32, value: Value) throws(EvaluationError) -> Int32 in
                    try binarySearch(array.object, index, length, value, nil)
                }),
        ]
    }

    private static func binarySearch(
        _ array: NetArray, _ index: Int32, _ length: Int32, _ value: Value, _ comparer: NetComparer?
    ) throws(EvaluationError) -> Int32 {
        let part = try array.part(index, length)
        let place = try Sorting.binarySearch(try array.row[part], value, comparer)
        return place < 0 ? place - index : place + index
    }

    // MARK: Predicates

    static var arrayPredicates: [NetMember] { matches + matchIndices + lastMatchIndices }

    private static var matches: [NetMember] {
        [
            .staticMethod(
                "Exists", "Whether the predicate holds for an element.", ["array", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, match: Match) throws(EvaluationError) -> Bool in
                    try Searching.first(array.object.items, match.delegate, &frame) != nil
                })),
            .staticMethod(
                "TrueForAll", "Whether the predicate holds for every element.", ["array", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, match: Match) throws(EvaluationError) -> Bool in
                    for item in array.object.items where try !match.test(item, &frame) { return false }
                    return true
                })),
            .staticMethod(
                "Find", "The first element for which the predicate holds, or the type's default.", ["array", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, match: Match) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try Searching.first(array.object.items, match.delegate, &frame)?.element ?? array.object.zero)
                })),
            .staticMethod(
                "FindLast", "The last element for which the predicate holds, or the type's default.", ["array", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, match: Match) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try Searching.first(array.object.items.reversed(), match.delegate, &frame)?.element ?? array.object.zero)
                })),
            .staticMethod(
                "FindAll", "The elements for which the predicate holds.", ["array", "match"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, array: Items, match: Match) throws(EvaluationError) -> Items in
                    ArrayOf(NetArray(type: .array(types[0], rank: 1), items: try Searching.all(array.object.items, match.delegate, &frame)))
                })),
        ]
    }

    private static var matchIndices: [NetMember] {
        let summary = "The index of the first element for which the predicate holds, or -1."
        return [
            .staticMethod(
                "FindIndex", summary, ["array", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, match: Match) throws(EvaluationError) -> Int32 in
                    try index(array.object, 0..<array.object.count, match.delegate, &frame)
                })),
            .staticMethod(
                "FindIndex", summary, ["array", "startIndex", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, start: Int32, match: Match) throws(EvaluationError) -> Int32 in
                    try index(array.object, try array.object.forwards(start), match.delegate, &frame)
                })),
            .staticMethod(
                "FindIndex", summary, ["array", "startIndex", "count", "match"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: Items, start: Int32, count: Int32, match: Match) throws(EvaluationError) -> Int32 in
                    try index(array.object, try array.object.forwards(start, count), match.delegate, &frame)
                })),
        ]
    }

    private static var lastMatchIndices: [NetMember] {
        let summary = "The index of the last element for which the predicate holds, or -1."
        return [
            .staticMethod(
                "FindLastIndex", summary, ["array", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, match: Match) throws(EvaluationError) -> Int32 in
                    try lastIndex(array.object, 0..<array.object.count, match.delegate, &frame)
                })),
            .staticMethod(
                "FindLastIndex", summary, ["array", "startIndex", "match"], typeParameters: 1,
                NetBody(framed: { (frame: inout Frame, array: Items, start: Int32, match: Match) throws(EvaluationError) -> Int32 in
                    try lastIndex(array.object, try array.object.backwards(start), match.delegate, &frame)
                })),
            .staticMethod(
                "FindLastIndex", summary, ["array", "startIndex", "count", "match"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: Items, start: Int32, count: Int32, match: Match) throws(EvaluationError) -> Int32 in
                    try lastIndex(array.object, try array.object.backwards(start, count), match.delegate, &frame)
                })),
        ]
    }

    private static func index(
        _ array: NetArray, _ part: Range<Int>, _ match: NetDelegate, _ frame: inout Frame
    ) throws(EvaluationError) -> Int32 {
        guard let found = try Searching.first(array.items[part], match, &frame) else { return -1 }
        return Int32(part.lowerBound + found.offset)
    }

    private static func lastIndex(
        _ array: NetArray, _ part: Range<Int>, _ match: NetDelegate, _ frame: inout Frame
    ) throws(EvaluationError) -> Int32 {
        guard let found = try Searching.first(array.items[part].reversed(), match, &frame) else { return -1 }
        return Int32(part.upperBound - 1 - found.offset)
    }
}
