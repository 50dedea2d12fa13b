extension NetType {
    /// `Newtonsoft.Json.Linq.JProperty`.
    static let jProperty: NetType = NetType(linqToJson, "JProperty", base: .named(.jContainer, [])) {
        [
            .constructor(
                "A property with a value; the elements of a list become an array.", ["name", "content"],
                NetBody(framed: { (frame: inout Frame, name: NetString, content: Value) throws(EvaluationError) -> TypedToken<JProperty> in
                    TypedToken(try JProperty.of(name, content: content, &frame))
                })),
            .constructor(
                "A property with an array of values.", ["name", .params("content")],
                NetBody(framed: {
                    (frame: inout Frame, name: NetString, content: [Value]) throws(EvaluationError) -> TypedToken<JProperty> in
                    let list = NetArray(type: .array(.object, rank: 1), items: content)
                    return TypedToken(try JProperty.of(name, content: .object(list), &frame))
                })),
            .constructor(
                "A copy of a property.", ["other"],
                NetBody { (other: TypedToken<JProperty>) throws(EvaluationError) -> TypedToken<JProperty> in
                    try TypedToken(TypedToken<JProperty>.cast(try other.object.deepClone()))
                }),
            .property(
                "Name", "The name.",
                NetBody { (property: TypedToken<JProperty>) throws(EvaluationError) -> NetString in property.object.name }),
            .property(
                "Value", "The value.",
                NetBody { (property: TypedToken<JProperty>) throws(EvaluationError) -> Instance<JToken> in Instance(property.object.value)
                },
                setter: NetBody(framed: {
                    (frame: inout Frame, property: TypedToken<JProperty>, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try frame.countCopy(of: value?.object, into: property.object)
                    try property.object.setValue(value?.object)
                    return NetVoid()
                })),
        ]
    }

    /// `Newtonsoft.Json.Linq.JConstructor`.
    static let jConstructor: NetType = NetType(linqToJson, "JConstructor", base: .named(.jContainer, [])) {
        [
            .constructor(
                "A constructor without name and arguments.", [],
                NetBody { () throws(EvaluationError) -> TypedToken<JConstructor> in TypedToken(JConstructor(nil)) }),
            .constructor(
                "A constructor without arguments.", ["name"],
                NetBody { (name: NetString) throws(EvaluationError) -> TypedToken<JConstructor> in TypedToken(try constructor(name)) }),
            .constructor(
                "A constructor with an argument, or with the elements of a list as arguments.", ["name", "content"],
                NetBody(framed: {
                    (frame: inout Frame, name: NetString, content: Value) throws(EvaluationError) -> TypedToken<JConstructor> in
                    let constructor = try constructor(name)
                    try constructor.add(content: content, &frame)
                    return TypedToken(constructor)
                })),
            .constructor(
                "A constructor with arguments.", ["name", .params("content")],
                NetBody(framed: {
                    (frame: inout Frame, name: NetString, content: [Value]) throws(EvaluationError) -> TypedToken<JConstructor> in
                    let constructor = try constructor(name)
                    for value in content { try constructor.add(content: value, &frame) }
                    return TypedToken(constructor)
                })),
            .constructor(
                "A copy of a constructor.", ["other"],
                NetBody { (other: TypedToken<JConstructor>) throws(EvaluationError) -> TypedToken<JConstructor> in
                    try TypedToken(TypedToken<JConstructor>.cast(try other.object.deepClone()))
                }),
            .property(
                "Name", "The constructor's name.",
                NetBody { (constructor: TypedToken<JConstructor>) throws(EvaluationError) -> NetString? in constructor.object.name },
                setter: NetBody { (constructor: TypedToken<JConstructor>, name: NetString?) throws(EvaluationError) -> NetVoid in
                    constructor.object.name = name
                    return NetVoid()
                }),
        ]
    }

    private static func constructor(_ name: NetString) throws(EvaluationError) -> JConstructor {
        if name.isEmpty { throw .argument("Constructor name cannot be empty.", "name") }
        return JConstructor(name)
    }
}
