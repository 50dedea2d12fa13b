// How arrays are copied, changed and sorted.
extension NetType {
    private typealias Items = ArrayOf<TypeParameter0>

    static var arrayCopies: [NetMember] {
        let places: [NetMember.DeclaredParameter] = ["sourceArray", "sourceIndex", "destinationArray", "destinationIndex", "length"]
        return [
            .method(
                "Clone", "A copy of the array.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Value in .object(array.object.copied) }),
            .method(
                "CopyTo", "Copies the elements into another array from an index on.", ["array", "index"],
                NetBody { (array: Instance<NetArray>, target: Instance<NetArray>, index: Int32) throws(EvaluationError) -> NetVoid in
                    try copy(array, 0, target, index, Int32(clamping: array.object.count))
                }),
            .method(
                "CopyTo", "Copies the elements into another array from an index on.", ["array", "index"],
                NetBody { (array: Instance<NetArray>, target: Instance<NetArray>, index: Int64) throws(EvaluationError) -> NetVoid in
                    try copy(array, 0, target, try NetArray.index(index, "index"), Int32(clamping: array.object.count))
                }),
            .staticMethod(
                "Copy", "Copies the first elements of one array into another.", ["sourceArray", "destinationArray", "length"],
                NetBody { (source: Instance<NetArray>, target: Instance<NetArray>, length: Int32) throws(EvaluationError) -> NetVoid in
                    try copy(source, 0, target, 0, length)
                }),
            .staticMethod(
                "Copy", "Copies the first elements of one array into another.", ["sourceArray", "destinationArray", "length"],
                NetBody { (source: Instance<NetArray>, target: Instance<NetArray>, length: Int64) throws(EvaluationError) -> NetVoid in
                    try copy(source, 0, target, 0, try NetArray.index(length, "length"))
                }),
            .staticMethod("Copy", "Copies elements of one array into another.", places, NetBody(copy)),
            .staticMethod(
                "Copy", "Copies elements of one array into another.", places,
                NetBody {
                    (source: Instance<NetArray>, from: Int64, target: Instance<NetArray>, to: Int64, length: Int64)
                        throws(EvaluationError) -> NetVoid in
                    try copy(
                        source, try NetArray.index(from, "sourceIndex"), target, try NetArray.index(to, "destinationIndex"),
                        try NetArray.index(length, "length"))
                }),
            .staticMethod("ConstrainedCopy", "Copies elements of one array into another, all or none.", places, NetBody(copy)),
        ]
    }

    private static func copy(
        _ source: Instance<NetArray>, _ from: Int32, _ target: Instance<NetArray>, _ to: Int32, _ length: Int32
    ) throws(EvaluationError) -> NetVoid {
        try NetArray.copy(source.object, from, target.object, to, length)
        return NetVoid()
    }

    // MARK: Changes

    static var arrayAlterations: [NetMember] { replacements + reversals + conversions }

    private static var replacements: [NetMember] {
        [
            .staticMethod(
                "Clear", "Sets elements to their type's default.", ["array", "index", "length"],
                NetBody { (array: Instance<NetArray>, index: Int32, length: Int32) throws(EvaluationError) -> NetVoid in
                    guard index >= 0, length >= 0, Int(index) + Int(length) <= array.object.count else { throw .indexOutOfRange }
                    let part = Int(index)..<Int(index) + Int(length)
                    array.object.replace(part, with: repeatElement(array.object.zero, count: part.count))
                    return NetVoid()
                }),
            .staticMethod(
                "Fill", "Sets every element to a value.", ["array", "value"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0) throws(EvaluationError) -> NetVoid in
                    fill(array.object, 0..<array.object.count, value.boxed)
                }),
            .staticMethod(
                "Fill", "Sets the elements of a part to a value.", ["array", "value", "startIndex", "count"], typeParameters: 1,
                NetBody { (array: Items, value: TypeParameter0, start: Int32, count: Int32) throws(EvaluationError) -> NetVoid in
                    fill(array.object, try array.object.forwards(start, count), value.boxed)
                }),
            .staticMethod(
                "Resize", "Puts an array of another length in place of the variable's, with the same elements as far as they go.",
                [.reference("array"), "newSize"], typeParameters: 1, NetBody(framedGeneric: resize)),
        ]
    }

    private static func fill(_ array: NetArray, _ part: Range<Int>, _ value: Value) -> NetVoid {
        array.replace(part, with: repeatElement(value, count: part.count))
        return NetVoid()
    }

    private static func resize(
        _ frame: inout Frame, _ types: TypeArguments, _ array: Ref<Items>, _ size: Int32
    ) throws(EvaluationError) -> NetVoid {
        if size < 0 { throw .argumentOutOfRange("newSize", "Non-negative number required.") }
        var items: [Value] = []
        if case .object(let old as NetArray) = try array.value(&frame) {
            if old.items.count == Int(size) { return NetVoid() }
            items = Array(old.items.prefix(Int(size)))
        }
        try frame.allocate(Int(size) * MemoryLayout<Value>.stride)
        let zero = Value.zero(of: types[0]) ?? .null
        items += repeatElement(zero, count: Int(size) - items.count)
        try array.set(.object(NetArray(type: .array(types[0], rank: 1), items: items)), &frame)
        return NetVoid()
    }

    private static var reversals: [NetMember] {
        [
            .staticMethod(
                "Reverse", "Turns the order of the elements round.", ["array"],
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> NetVoid in
                    array.object.replaceItems(try array.object.row.reversed())
                    return NetVoid()
                }),
            .staticMethod(
                "Reverse", "Turns the order of a part's elements round.", ["array", "index", "length"],
                NetBody { (array: Instance<NetArray>, index: Int32, length: Int32) throws(EvaluationError) -> NetVoid in
                    let part = try array.object.part(index, length)
                    array.object.replace(part, with: try array.object.row[part].reversed())
                    return NetVoid()
                }),
        ]
    }

    private static var conversions: [NetMember] {
        [
            .staticMethod(
                "ForEach", "Calls the action with every element.", ["array", "action"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: Items, action: Action1<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    for item in array.object.items { try action.invoke(item, &frame) }
                    return NetVoid()
                })),
            .staticMethod(
                "ConvertAll", "What the converter makes of the elements.", ["array", "converter"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, array: Items, converter: ConverterOf<TypeParameter0, TypeParameter1>
                    ) throws(EvaluationError) -> ArrayOf<TypeParameter1> in
                    var items: [Value] = []
                    for item in array.object.items { items.append(try converter.invoke(item, &frame)) }
                    return ArrayOf(NetArray(type: .array(types[1], rank: 1), items: items))
                })),
        ]
    }

    // MARK: Sorting

    static var arraySorts: [NetMember] { elementSorts + keySorts }

    private static var elementSorts: [NetMember] {
        [
            .staticMethod(
                "Sort", "Sorts the elements by their own order.", ["array"],
                NetBody(framed: { (frame: inout Frame, array: Instance<NetArray>) throws(EvaluationError) -> NetVoid in
                    try sort(array.object, nil, nil, &frame)
                })),
            .staticMethod(
                "Sort", "Sorts the elements of a part by their own order.", ["array", "index", "length"],
                NetBody(framed: {
                    (frame: inout Frame, array: Instance<NetArray>, index: Int32, length: Int32) throws(EvaluationError) -> NetVoid in
                    try sort(array.object, try array.object.part(index, length), nil, &frame)
                })),
            .staticMethod(
                "Sort", "Sorts the elements by a comparison.", ["array", "comparison"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: Items, order: ComparisonOf<TypeParameter0>) throws(EvaluationError) -> NetVoid in
                    array.object.replaceItems(try Sorting.sorted(array.object.items, by: order.delegate, &frame))
                    return NetVoid()
                })),
            .staticMethod(
                "Sort", "Sorts the elements by a comparer.", ["array", "comparer"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, array: Items, comparer: ComparerOf<TypeParameter0>?) throws(EvaluationError) -> NetVoid in
                    try sort(array.object, nil, comparer?.object, &frame)
                })),
            .staticMethod(
                "Sort", "Sorts the elements of a part by a comparer.", ["array", "index", "length", "comparer"], typeParameters: 1,
                NetBody(framed: {
                    (
                        frame: inout Frame, array: Items, index: Int32, length: Int32, comparer: ComparerOf<TypeParameter0>?
                    ) throws(EvaluationError) -> NetVoid in
                    try sort(array.object, try array.object.part(index, length), comparer?.object, &frame)
                })),
        ]
    }

    private static func sort(
        _ array: NetArray, _ part: Range<Int>?, _ comparer: NetComparer?, _ frame: inout Frame
    ) throws(EvaluationError) -> NetVoid {
        let items = try array.row, part = part ?? 0..<items.count
        array.replace(part, with: try Sorting.sorted(Array(items[part]), comparer, &frame))
        return NetVoid()
    }

    private static var keySorts: [NetMember] {
        let whole = "Sorts keys, and the items with them.", partly = "Sorts a part's keys, and the items with them."
        return [
            .staticMethod(
                "Sort", whole, ["keys", "items"],
                NetBody(framed: {
                    (frame: inout Frame, keys: Instance<NetArray>, items: Instance<NetArray>?) throws(EvaluationError) -> NetVoid in
                    try sort(keys.object, items?.object, nil, nil, &frame)
                })),
            .staticMethod(
                "Sort", partly, ["keys", "items", "index", "length"],
                NetBody(framed: {
                    (
                        frame: inout Frame, keys: Instance<NetArray>, items: Instance<NetArray>?, index: Int32, length: Int32
                    ) throws(EvaluationError) -> NetVoid in
                    try sort(keys.object, items?.object, try keys.object.part(index, length), nil, &frame)
                })),
            .staticMethod(
                "Sort", whole, ["keys", "items", "comparer"], typeParameters: 2,
                NetBody(framed: {
                    (
                        frame: inout Frame, keys: Items, items: ArrayOf<TypeParameter1>?, comparer: ComparerOf<TypeParameter0>?
                    ) throws(EvaluationError) -> NetVoid in
                    try sort(keys.object, items?.object, nil, comparer?.object, &frame)
                })),
            .staticMethod(
                "Sort", partly, ["keys", "items", "index", "length", "comparer"], typeParameters: 2,
                NetBody(framed: {
                    (
                        frame: inout Frame, keys: Items, items: ArrayOf<TypeParameter1>?, index: Int32, length: Int32,
                        comparer: ComparerOf<TypeParameter0>?
                    ) throws(EvaluationError) -> NetVoid in
                    try sort(keys.object, items?.object, try keys.object.part(index, length), comparer?.object, &frame)
                })),
        ]
    }

    private static func sort(
        _ keys: NetArray, _ items: NetArray?, _ part: Range<Int>?, _ comparer: NetComparer?, _ frame: inout Frame
    ) throws(EvaluationError) -> NetVoid {
        guard let items else { return try sort(keys, part, comparer, &frame) }
        let part = part ?? 0..<keys.items.count, oldKeys = try keys.row, oldItems = try items.row
        guard oldItems.count >= part.upperBound else {
            throw .argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of"
                    + " the source collection.")
        }
        let order = try Sorting.introspective(Array(part), &frame) { (left, right, _) throws(EvaluationError) -> Int32 in
            if let comparer { return try comparer.compare(oldKeys[left], oldKeys[right]) }
            return try ValueOrder.compare(oldKeys[left], oldKeys[right])
        }
        keys.replace(part, with: order.map { oldKeys[$0] })
        items.replace(part, with: order.map { oldItems[$0] })
        return NetVoid()
    }
}

extension ArrayOf: NetNullable {}

extension NetArray {
    fileprivate var copied: NetArray { NetArray(type: type, items: items, lengths: lengths) }
}
