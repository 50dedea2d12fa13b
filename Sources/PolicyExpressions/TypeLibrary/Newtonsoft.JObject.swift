extension NetType {
    /// `Newtonsoft.Json.Linq.JObject`.
    static let jObject: NetType = NetType(
        linqToJson, "JObject", base: .named(.jContainer, []), interfaces: [.named(.dictionaryInterface, [.string, .jToken])]
    ) {
        objectCreation + objectReads + objectChanges
    }

    private static var objectCreation: [NetMember] {
        [
            .constructor(
                "An empty object.", [], NetBody { () throws(EvaluationError) -> TypedToken<JObject> in TypedToken(JObject()) }),
            .constructor(
                "An object of properties.", [.params("content")],
                NetBody(framed: { (frame: inout Frame, content: [Value]) throws(EvaluationError) -> TypedToken<JObject> in
                    try objectOf(.object(NetArray(type: .array(.object, rank: 1), items: content)), &frame)
                })),
            .constructor(
                "An object of a property or of a list of them.", ["content"],
                NetBody(framed: { (frame: inout Frame, content: Value) throws(EvaluationError) -> TypedToken<JObject> in
                    try objectOf(content, &frame)
                })),
            .constructor(
                "A copy of an object.", ["other"],
                NetBody { (other: TypedToken<JObject>) throws(EvaluationError) -> TypedToken<JObject> in
                    try TypedToken(TypedToken<JObject>.cast(try other.object.deepClone()))
                }),
            .staticMethod(
                "Parse", "The object that a JSON text holds.", ["json"],
                NetBody(framed: { (frame: inout Frame, json: NetString) throws(EvaluationError) -> TypedToken<JObject> in
                    try frame.countParsing(of: json)
                    return TypedToken(try JObject.parseObject(json))
                })),
            .staticMethod(
                "Parse", "The object that a JSON text holds, with its comments if the settings ask for them.", ["json", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, json: NetString, settings: Instance<JsonLoadSettings>?) throws(EvaluationError) -> TypedToken<
                        JObject
                    > in
                    try frame.countParsing(of: json)
                    return TypedToken(try JObject.parseObject(json, settings: settings?.object))
                })),
            .staticMethod(
                "FromObject", "The JSON object that an object is written as.", ["o"],
                NetBody(framed: { (frame: inout Frame, value: Value) throws(EvaluationError) -> TypedToken<JObject> in
                    let token = try JsonSerialization.token(fromObject: value, &frame)
                    guard let object = token as? JObject else {
                        throw .argument("Object serialized to \(token.tokenType.name). JObject instance expected.")
                    }
                    return TypedToken(object)
                })),
        ]
    }

    private static func objectOf(_ content: Value, _ frame: inout Frame) throws(EvaluationError) -> TypedToken<JObject> {
        let object = JObject()
        try object.add(content: content, &frame)
        return TypedToken(object)
    }

    private static var objectReads: [NetMember] {
        [
            .indexer(
                "The value of a property, or null where there is none.", ["propertyName"],
                NetBody { (object: TypedToken<JObject>, name: NetString) throws(EvaluationError) -> Instance<JToken>? in
                    object.object[name].map { Instance($0) }
                },
                setter: NetBody {
                    (object: TypedToken<JObject>, name: NetString?, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    guard let name else { throw .argumentNull("name") }
                    try object.object.setValue(value?.object, forKey: name)
                    return NetVoid()
                }),
            .method(
                "ContainsKey", "Whether there is a property of a name.", ["propertyName"],
                NetBody { (object: TypedToken<JObject>, name: NetString) throws(EvaluationError) -> Bool in object.object.containsKey(name)
                }),
            .method(
                "Property", "The property of a name, or null.", ["name"],
                NetBody { (object: TypedToken<JObject>, name: NetString?) throws(EvaluationError) -> TypedToken<JProperty>? in
                    name.flatMap { object.object.property($0) }.map { TypedToken($0) }
                }),
            .method(
                "Properties", "The properties in their order.",
                NetBody { (object: TypedToken<JObject>) throws(EvaluationError) -> SequenceOf<TypedToken<JProperty>> in
                    let object = object.object
                    return SequenceOf(TokenSequence(of: .jProperty) { () -> [JToken] in object.properties })
                }),
            .method(
                "PropertyValues", "The values of the properties in their order.",
                NetBody { (object: TypedToken<JObject>) throws(EvaluationError) -> TokenEnumerable<Instance<JToken>> in
                    let object = object.object
                    return TokenEnumerable(TokenSequence { () -> [JToken] in object.properties.map(\.value) }.asJEnumerable)
                }),
            .method(
                "GetValue", "The value of a property, or null.", ["propertyName"],
                NetBody { (object: TypedToken<JObject>, name: NetString?) throws(EvaluationError) -> Instance<JToken>? in
                    name.flatMap { object.object[$0] }.map { Instance($0) }
                }),
            .method(
                "GetValue", "The value of the property of exactly a name, or else of the first whose name compares equal; or null.",
                ["propertyName", "comparison"],
                NetBody {
                    (object: TypedToken<JObject>, name: NetString?, comparison: StringComparison) throws(EvaluationError)
                        -> Instance<JToken>? in
                    value(in: object.object, name, comparison).map { Instance($0) }
                }),
            .method(
                "TryGetValue", "Whether there is a property of a name, with its value.", ["propertyName", .out("value")],
                NetBody(framed: {
                    (frame: inout Frame, object: TypedToken<JObject>, name: NetString?, value: Out<Instance<JToken>>)
                        throws(EvaluationError)
                        -> Bool in
                    try set(value, name.flatMap { object.object[$0] }, &frame)
                })),
            .method(
                "TryGetValue", "Whether there is a property whose name compares equal, with its value.",
                ["propertyName", "comparison", .out("value")],
                NetBody(framed: {
                    (
                        frame: inout Frame, object: TypedToken<JObject>, name: NetString?, comparison: StringComparison,
                        result: Out<Instance<JToken>>
                    ) throws(EvaluationError) -> Bool in
                    try set(result, value(in: object.object, name, comparison), &frame)
                })),
        ]
    }

    private static func value(in object: JObject, _ name: NetString?, _ comparison: StringComparison) -> JToken? {
        guard let name else { return nil }
        return comparison.ignoresCase ? object.value(named: name) { $0.equalsIgnoreCase(name) } : object[name]
    }

    private static func set(_ result: Out<Instance<JToken>>, _ value: JToken?, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        try result.set(value.map { .object($0) } ?? .null, &frame)
        return value != nil
    }

    private static var objectChanges: [NetMember] {
        [
            .method(
                "Add", "Adds a property, whose name must not be taken.", ["propertyName", "value"],
                NetBody(framed: {
                    (frame: inout Frame, object: TypedToken<JObject>, name: NetString?, value: Instance<JToken>?) throws(EvaluationError)
                        -> NetVoid in
                    guard let name else { throw .argumentNull("name") }
                    try frame.allocate(JToken.approximateSize)
                    try object.object.add(name, value?.object)
                    return NetVoid()
                })),
            .method(
                "Remove", "Takes a property out; false when there was none.", ["propertyName"],
                NetBody { (object: TypedToken<JObject>, name: NetString?) throws(EvaluationError) -> Bool in
                    name.map { object.object.remove($0) } ?? false
                }),
        ]
    }
}
