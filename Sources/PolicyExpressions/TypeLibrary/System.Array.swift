/// `System.Array`.
extension NetType {
    static let array: NetType = NetType("System", "Array", interfaces: [.named(.cloneable, [])]) {
        arrayProperties + arrayDimensions + arrayValues + arrayCopies + arrayCreations + arraySearches + arrayPredicates + arrayAlterations
            + arraySorts
    }

    private static var arrayProperties: [NetMember] {
        [
            .property(
                "Length", "The number of elements in all dimensions.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Int32 in Int32(clamping: array.object.count) }),
            .property(
                "LongLength", "The number of elements in all dimensions, as a long.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Int64 in Int64(array.object.count) }),
            .property(
                "Rank", "The number of dimensions.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Int32 in Int32(array.object.lengths.count) }),
            .property(
                "IsFixedSize", "Whether elements can be neither added nor removed, which is so.",
                NetBody { (_: Instance<NetArray>) throws(EvaluationError) -> Bool in true }),
            .property(
                "IsReadOnly", "Whether elements cannot be set, which is not so.",
                NetBody { (_: Instance<NetArray>) throws(EvaluationError) -> Bool in false }),
            .property(
                "IsSynchronized", "Whether several threads may change the array, which is not so.",
                NetBody { (_: Instance<NetArray>) throws(EvaluationError) -> Bool in false }),
            .property(
                "SyncRoot", "The array itself.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Value in .object(array.object) }),
        ]
    }

    private static var arrayDimensions: [NetMember] {
        [
            .method(
                "GetLength", "The number of elements in a dimension.", ["dimension"],
                NetBody { (array: Instance<NetArray>, dimension: Int32) throws(EvaluationError) -> Int32 in
                    Int32(clamping: try array.object.length(of: dimension))
                }),
            .method(
                "GetLongLength", "The number of elements in a dimension, as a long.", ["dimension"],
                NetBody { (array: Instance<NetArray>, dimension: Int32) throws(EvaluationError) -> Int64 in
                    Int64(try array.object.length(of: dimension))
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
        ]
    }

    private static var arrayValues: [NetMember] {
        let places: [[NetMember.DeclaredParameter]] = [["index"], ["index1", "index2"], ["index1", "index2", "index3"]]
        return places.flatMap { [value($0, long: false), value($0, long: true), setting($0, long: false), setting($0, long: true)] } + [
            value([.params("indices")], long: false), value([.params("indices")], long: true),
            setting([.params("indices")], long: false), setting([.params("indices")], long: true),
            .method(
                "Initialize", "Does nothing: a new array's elements are defaults already.",
                NetBody { (_: Instance<NetArray>) throws(EvaluationError) -> NetVoid in NetVoid() }),
            .method(
                "GetEnumerator", "An enumerator in front of the first element.",
                NetBody { (array: Instance<NetArray>) throws(EvaluationError) -> Instance<NetEnumerator> in
                    Instance(NetEnumerator(of: .object, array.object.items))
                }
            ).giving(.named(.enumerator, [.object])),
        ]
    }

    private static func value(_ names: [NetMember.DeclaredParameter], long: Bool) -> NetMember {
        .method("GetValue", "The element at an index of each dimension.", names, ArrayIndices.body(names, long: long))
    }

    private static func setting(_ names: [NetMember.DeclaredParameter], long: Bool) -> NetMember {
        .method(
            "SetValue", "Sets the element at an index of each dimension.", ["value"] + names, ArrayIndices.settingBody(names, long: long))
    }

    private static var arrayCreations: [NetMember] {
        [
            creation(["length"], NetBody(framed: create)),
            creation(
                ["length1", "length2"],
                NetBody(framed: {
                    (frame: inout Frame, type: Instance<NetTypeObject>, first: Int32, second: Int32) throws(EvaluationError) in
                    try create(&frame, type, [first, second], ["length1", "length2"])
                })),
            creation(
                ["length1", "length2", "length3"],
                NetBody(framed: {
                    (
                        frame: inout Frame, type: Instance<NetTypeObject>, first: Int32, second: Int32, third: Int32
                    ) throws(EvaluationError) in
                    try create(&frame, type, [first, second, third], ["length1", "length2", "length3"])
                })),
            creation(
                [.params("lengths")],
                NetBody(framed: { (frame: inout Frame, type: Instance<NetTypeObject>, lengths: [Int32]) throws(EvaluationError) in
                    try create(&frame, type, lengths, lengths.indices.map { "lengths[\($0)]" })
                })),
            .staticMethod(
                "Empty", "An array without elements.", [], typeParameters: 1,
                NetBody(making: { (types: TypeArguments) throws(EvaluationError) -> ArrayOf<TypeParameter0> in
                    ArrayOf(NetArray(type: .array(types[0], rank: 1), items: []))
                })),
            .staticMethod(
                "AsReadOnly", "The array for reading; what changes in it is seen.", ["array"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (_: inout Frame, types: TypeArguments, array: ArrayOf<TypeParameter0>) throws(EvaluationError)
                        -> ReadOnlyCollectionOf<TypeParameter0> in
                    ReadOnlyCollectionOf(NetCollectionView(type: .named(.readOnlyCollectionClass, [types[0]]), of: array.object))
                })),
        ]
    }

    private static func creation(_ lengths: [NetMember.DeclaredParameter], _ body: NetBody) -> NetMember {
        .staticMethod("CreateInstance", "An array of a type with a length for each dimension.", ["elementType"] + lengths, body)
    }

    private static func create(
        _ frame: inout Frame, _ type: Instance<NetTypeObject>, _ length: Int32
    ) throws(EvaluationError) -> Instance<NetArray> { try create(&frame, type, [length], ["length"]) }

    private static func create(
        _ frame: inout Frame, _ type: Instance<NetTypeObject>, _ lengths: [Int32], _ names: [String]
    ) throws(EvaluationError) -> Instance<NetArray> {
        if lengths.isEmpty { throw .argument("Must provide at least one rank.") }
        for (length, name) in zip(lengths, names) where length < 0 { throw .argumentOutOfRange(name, "Non-negative number required.") }
        let element = type.object.described
        if element == .void { throw .notSupported("Arrays of System.Void are not supported.") }
        var count = 1
        for length in lengths {
            let (product, overflows) = count.multipliedReportingOverflow(by: Int(length))
            count = overflows ? .max : product
        }
        try frame.allocate(min(count, Int.max / 64) * MemoryLayout<Value>.stride)
        let items = Array(repeating: Value.zero(of: element) ?? .null, count: count),
            symbol = TypeSymbol.array(element, rank: lengths.count)
        return Instance(
            lengths.count == 1
                ? NetArray(type: symbol, items: items) : NetArray(type: symbol, items: items, lengths: lengths.map { Int($0) }))
    }
}

/// The bodies of `GetValue` and `SetValue` with one to three indices, or with an array of them, of either size.
private enum ArrayIndices {
    static func body(_ names: [NetMember.DeclaredParameter], long: Bool) -> NetBody {
        switch (names.first?.isParams == true ? 0 : names.count, long) {
        case (1, false): NetBody { (array: Instance<NetArray>, i: Int32) throws(EvaluationError) in try array.object.value(at: [i]) }
        case (1, true):
            NetBody { (array: Instance<NetArray>, i: Int64) throws(EvaluationError) in try array.object.value(at: try small([i])) }
        case (2, false):
            NetBody { (array: Instance<NetArray>, i: Int32, j: Int32) throws(EvaluationError) in try array.object.value(at: [i, j]) }
        case (2, true):
            NetBody { (array: Instance<NetArray>, i: Int64, j: Int64) throws(EvaluationError) in
                try array.object.value(at: try small([i, j]))
            }
        case (3, false):
            NetBody { (array: Instance<NetArray>, i: Int32, j: Int32, k: Int32) throws(EvaluationError) in
                try array.object.value(at: [i, j, k])
            }
        case (3, true):
            NetBody { (array: Instance<NetArray>, i: Int64, j: Int64, k: Int64) throws(EvaluationError) in
                try array.object.value(at: try small([i, j, k]))
            }
        case (_, false):
            NetBody { (array: Instance<NetArray>, indices: [Int32]) throws(EvaluationError) in try array.object.value(at: indices) }
        case (_, true):
            NetBody { (array: Instance<NetArray>, indices: [Int64]) throws(EvaluationError) in
                try array.object.value(at: try small(indices, "indices"))
            }
        }
    }

    static func settingBody(_ names: [NetMember.DeclaredParameter], long: Bool) -> NetBody {
        switch (names.first?.isParams == true ? 0 : names.count, long) {
        case (1, false):
            NetBody { (array: Instance<NetArray>, value: Value, i: Int32) throws(EvaluationError) in try set(array, value, [i]) }
        case (1, true):
            NetBody { (array: Instance<NetArray>, value: Value, i: Int64) throws(EvaluationError) in try set(array, value, try small([i])) }
        case (2, false):
            NetBody { (array: Instance<NetArray>, value: Value, i: Int32, j: Int32) throws(EvaluationError) in
                try set(array, value, [i, j])
            }
        case (2, true):
            NetBody { (array: Instance<NetArray>, value: Value, i: Int64, j: Int64) throws(EvaluationError) in
                try set(array, value, try small([i, j]))
            }
        case (3, false):
            NetBody { (array: Instance<NetArray>, value: Value, i: Int32, j: Int32, k: Int32) throws(EvaluationError) in
                try set(array, value, [i, j, k])
            }
        case (3, true):
            NetBody { (array: Instance<NetArray>, value: Value, i: Int64, j: Int64, k: Int64) throws(EvaluationError) in
                try set(array, value, try small([i, j, k]))
            }
        case (_, false):
            NetBody { (array: Instance<NetArray>, value: Value, indices: [Int32]) throws(EvaluationError) in
                try set(array, value, indices)
            }
        case (_, true):
            NetBody { (array: Instance<NetArray>, value: Value, indices: [Int64]) throws(EvaluationError) in
                try set(array, value, try small(indices, "indices"))
            }
        }
    }

    private static func set(_ array: Instance<NetArray>, _ value: Value, _ indices: [Int32]) throws(EvaluationError) -> NetVoid {
        try array.object.setValue(value, at: indices)
        return NetVoid()
    }

    private static func small(_ indices: [Int64], _ name: String? = nil) throws(EvaluationError) -> [Int32] {
        var result: [Int32] = []
        for (place, index) in indices.enumerated() {
            result.append(try NetArray.index(index, name ?? (indices.count == 1 ? "index" : "index\(place + 1)")))
        }
        return result
    }
}

extension NetArray: NetClass {
    static var symbol: TypeSymbol { .named(.array, []) }

    fileprivate func length(of dimension: Int32) throws(EvaluationError) -> Int {
        guard dimension >= 0, Int(dimension) < lengths.count else { throw .indexOutOfRange }
        return lengths[Int(dimension)]
    }
}
