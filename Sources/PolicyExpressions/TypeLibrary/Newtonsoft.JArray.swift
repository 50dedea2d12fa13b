extension NetType {
    /// `Newtonsoft.Json.Linq.JArray`.
    static let jArray: NetType = NetType(linqToJson, "JArray", base: .named(.jContainer, [])) {
        arrayCreation + arrayReads + arrayChanges
    }

    private static var arrayCreation: [NetMember] {
        [
            .constructor("An empty array.", [], NetBody { () throws(EvaluationError) -> TypedToken<JArray> in TypedToken(JArray()) }),
            .constructor(
                "An array of values.", [.params("content")],
                NetBody(framed: { (frame: inout Frame, content: [Value]) throws(EvaluationError) -> TypedToken<JArray> in
                    try arrayOf(.object(NetArray(type: .array(.object, rank: 1), items: content)), &frame)
                })),
            .constructor(
                "An array of a value, or of the elements of a list.", ["content"],
                NetBody(framed: { (frame: inout Frame, content: Value) throws(EvaluationError) -> TypedToken<JArray> in
                    try arrayOf(content, &frame)
                })),
            .constructor(
                "A copy of an array.", ["other"],
                NetBody { (other: TypedToken<JArray>) throws(EvaluationError) -> TypedToken<JArray> in
                    try TypedToken(TypedToken<JArray>.cast(try other.object.deepClone()))
                }),
            .staticMethod(
                "Parse", "The array that a JSON text holds.", ["json"],
                NetBody(framed: { (frame: inout Frame, json: NetString) throws(EvaluationError) -> TypedToken<JArray> in
                    try frame.countParsing(of: json)
                    return TypedToken(try JArray.parseArray(json))
                })),
            .staticMethod(
                "Parse", "The array that a JSON text holds, with its comments if the settings ask for them.", ["json", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, json: NetString, settings: Instance<JsonLoadSettings>?) throws(EvaluationError) -> TypedToken<
                        JArray
                    > in
                    try frame.countParsing(of: json)
                    return TypedToken(try JArray.parseArray(json, settings: settings?.object))
                })),
            .staticMethod(
                "FromObject", "The JSON array that a list is written as.", ["o"],
                NetBody(framed: { (frame: inout Frame, value: Value) throws(EvaluationError) -> TypedToken<JArray> in
                    let token = try JsonSerialization.token(fromObject: value, &frame)
                    guard let array = token as? JArray else {
                        throw .argument("Object serialized to \(token.tokenType.name). JArray instance expected.")
                    }
                    return TypedToken(array)
                })),
        ]
    }

    private static func arrayOf(_ content: Value, _ frame: inout Frame) throws(EvaluationError) -> TypedToken<JArray> {
        let array = JArray()
        try array.add(content: content, &frame)
        return TypedToken(array)
    }

    private static var arrayReads: [NetMember] {
        [
            .indexer(
                "The element at a position.", ["index"],
                NetBody { (array: TypedToken<JArray>, index: Int32) throws(EvaluationError) -> Instance<JToken>? in
                    try array.object.value(at: index).map { Instance($0) }
                },
                setter: NetBody { (array: TypedToken<JArray>, index: Int32, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try array.object.setValue(value?.object, at: index)
                    return NetVoid()
                }),
            .property(
                "IsReadOnly", "Always false.", NetBody { (_: TypedToken<JArray>) throws(EvaluationError) -> Bool in false }),
            .method(
                "Contains", "Whether exactly this token is an element.", ["item"],
                NetBody { (array: TypedToken<JArray>, item: Instance<JToken>?) throws(EvaluationError) -> Bool in
                    item.map { array.object.position(of: $0.object) != nil } ?? false
                }),
            .method(
                "IndexOf", "The position of exactly this token, or -1.", ["item"],
                NetBody { (array: TypedToken<JArray>, item: Instance<JToken>?) throws(EvaluationError) -> Int32 in
                    Int32(item.flatMap { array.object.position(of: $0.object) } ?? -1)
                }),
            .method(
                "CopyTo", "Copies the elements into an array, from a position on.", ["array", "arrayIndex"],
                NetBody(framed: {
                    (frame: inout Frame, array: TypedToken<JArray>, target: Instance<NetArray>, start: Int32) throws(EvaluationError)
                        -> NetVoid in
                    try frame.step(array.object.count)
                    try array.object.copy(to: target.object, at: start)
                    return NetVoid()
                })),
        ]
    }

    private static var arrayChanges: [NetMember] {
        [
            .method(
                "Add", "Adds a token at the end.", ["item"],
                NetBody(framed: {
                    (frame: inout Frame, array: TypedToken<JArray>, item: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try frame.allocate(JToken.approximateSize)
                    try array.object.add(item?.object)
                    return NetVoid()
                })),
            .method(
                "Insert", "Puts a token in at a position.", ["index", "item"],
                NetBody(framed: {
                    (frame: inout Frame, array: TypedToken<JArray>, index: Int32, item: Instance<JToken>?) throws(EvaluationError)
                        -> NetVoid in
                    try frame.allocate(JToken.approximateSize)
                    try array.object.insert(item?.object, at: index)
                    return NetVoid()
                })),
            .method(
                "Remove", "Takes exactly this token out; false when it is no element.", ["item"],
                NetBody { (array: TypedToken<JArray>, item: Instance<JToken>?) throws(EvaluationError) -> Bool in
                    guard let position = item.flatMap({ array.object.position(of: $0.object) }) else { return false }
                    array.object.removeChild(position)
                    return true
                }),
            .method(
                "RemoveAt", "Takes the element at a position out.", ["index"],
                NetBody { (array: TypedToken<JArray>, index: Int32) throws(EvaluationError) -> NetVoid in
                    try array.object.remove(at: index)
                    return NetVoid()
                }),
            .method(
                "Clear", "Takes all elements out.",
                NetBody { (array: TypedToken<JArray>) throws(EvaluationError) -> NetVoid in
                    try array.object.removeAll()
                    return NetVoid()
                }),
        ]
    }
}

extension JContainer {
    /// `CopyTo`; throws what `JArray.CopyTo` does when there is no room.
    fileprivate func copy(to target: NetArray, at start: Int32) throws(EvaluationError) {
        guard start >= 0 else { throw .argumentOutOfRange("arrayIndex", "arrayIndex is less than 0.") }
        if start >= target.items.count, start != 0 { throw .argument("arrayIndex is equal to or greater than the length of array.") }
        guard count <= target.items.count - Int(start) else {
            throw .argument(
                "The number of elements in the source JObject is greater than the available space from arrayIndex to the end of the "
                    + "destination array.")
        }
        for position in 0..<count { try target.setElement(.object(child(position)), at: start + Int32(position)) }
    }
}
