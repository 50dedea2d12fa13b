import PolicyDiagnostics

extension JToken: NetClass { static var symbol: TypeSymbol { .jToken } }

extension NetType {
    private static let linq = "Newtonsoft.Json.Linq"

    /// `Newtonsoft.Json.Linq.JToken`.
    static let jToken: NetType = NetType(linq, "JToken", interfaces: [.named(.enumerable, [.named(.jTokenElement, [])])]) {
        tokenAccess + tokenStatics + JTokenConversions.implicit + JTokenConversions.explicit
    }

    /// What `foreach` over a token gives: JToken itself, named apart because a static cannot mention itself.
    static var jTokenElement: NetType { .object }

    static let jContainer: NetType = NetType(linq, "JContainer", base: .named(.jToken, [])) {
        [
            .property(
                "Count", "The number of children.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Int32 in
                    Int32(try container(token).count)
                }),
            .method(
                "Add", "Adds a child at the end.", ["content"],
                NetBody { (token: Instance<JToken>, content: Value) throws(EvaluationError) -> NetVoid in
                    for child in try JTokenConversions.contents(of: content) { try container(token).add(child) }
                    return NetVoid()
                }),
        ]
    }

    /// `Newtonsoft.Json.Linq.JObject`.
    static let jObject: NetType = NetType(linq, "JObject", base: .named(.jContainer, [])) {
        [
            .constructor("An empty object.", [], NetBody { () throws(EvaluationError) -> Instance<JToken> in Instance(JObject()) }),
            .constructor(
                "An object of properties.", [.params("content")],
                NetBody { (content: [Value]) throws(EvaluationError) -> Instance<JToken> in
                    let object = JObject()
                    for item in content { for token in try JTokenConversions.contents(of: item) { try object.add(token) } }
                    return Instance(object)
                }),
            .staticMethod(
                "Parse", "The object that a JSON text holds.", ["json"],
                NetBody { (json: NetString) throws(EvaluationError) -> TypedToken<JObject> in
                    TypedToken(try JObject.parseObject(json))
                }),
            .method(
                "Add", "Adds a property.", ["propertyName", "value"],
                NetBody { (token: Instance<JToken>, name: NetString, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try TypedToken<JObject>.cast(token.object).add(name, value?.object)
                    return NetVoid()
                }),
            .method(
                "Remove", "Removes a property; false when there was none.", ["propertyName"],
                NetBody { (token: Instance<JToken>, name: NetString) throws(EvaluationError) -> Bool in
                    try TypedToken<JObject>.cast(token.object).remove(name)
                }),
            .method(
                "ContainsKey", "Whether there is a property of a name.", ["propertyName"],
                NetBody { (token: Instance<JToken>, name: NetString) throws(EvaluationError) -> Bool in
                    try TypedToken<JObject>.cast(token.object).containsKey(name)
                }),
            .method(
                "Property", "The property of a name, or null.", ["name"],
                NetBody { (token: Instance<JToken>, name: NetString) throws(EvaluationError) -> TypedToken<JProperty>? in
                    try TypedToken<JObject>.cast(token.object).property(name).map { TypedToken($0) }
                }),
            .method(
                "GetValue", "The value of a property, or null.", ["propertyName"],
                NetBody { (token: Instance<JToken>, name: NetString) throws(EvaluationError) -> Instance<JToken>? in
                    try TypedToken<JObject>.cast(token.object)[name].map { Instance($0) }
                }),
        ]
    }

    /// `Newtonsoft.Json.Linq.JArray`.
    static let jArray: NetType = NetType(linq, "JArray", base: .named(.jContainer, [])) {
        [
            .constructor("An empty array.", [], NetBody { () throws(EvaluationError) -> Instance<JToken> in Instance(JArray()) }),
            .constructor(
                "An array of values.", [.params("content")],
                NetBody { (content: [Value]) throws(EvaluationError) -> Instance<JToken> in
                    let array = JArray()
                    for item in content { for token in try JTokenConversions.contents(of: item) { try array.add(token) } }
                    return Instance(array)
                }),
            .staticMethod(
                "Parse", "The array that a JSON text holds.", ["json"],
                NetBody { (json: NetString) throws(EvaluationError) -> TypedToken<JArray> in
                    TypedToken(try JArray.parseArray(json))
                }),
        ]
    }

    /// `Newtonsoft.Json.Linq.JValue`.
    static let jValue: NetType = NetType(linq, "JValue", base: .named(.jToken, [])) {
        [
            .constructor(
                "A value.", ["value"],
                NetBody { (value: Value) throws(EvaluationError) -> Instance<JToken> in
                    Instance(try JTokenConversions.token(from: value))
                }),
            .property(
                "Value", "The value.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Value in
                    JTokenConversions.value(of: token.object)
                }),
        ]
    }

    /// `Newtonsoft.Json.Linq.JProperty`.
    static let jProperty: NetType = NetType(linq, "JProperty", base: .named(.jContainer, [])) {
        [
            .constructor(
                "A property.", ["name", "content"],
                NetBody { (name: NetString, content: Value) throws(EvaluationError) -> Instance<JToken> in
                    Instance(try JProperty(name, try JTokenConversions.token(from: content)))
                }),
            .property(
                "Name", "The name.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> NetString in
                    try TypedToken<JProperty>.cast(token.object).name
                }),
            .property(
                "Value", "The value.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken> in
                    Instance(try TypedToken<JProperty>.cast(token.object).value)
                },
                setter: NetBody { (token: Instance<JToken>, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try TypedToken<JProperty>.cast(token.object).setValue(value?.object)
                    return NetVoid()
                }),
        ]
    }

    /// `Newtonsoft.Json.Linq.JConstructor`.
    static let jConstructor: NetType = NetType(linq, "JConstructor", base: .named(.jContainer, []))

    static let jTokenType: NetType = NetType(linq, "JTokenType", .enumeration, base: .named(.enumerationBase, [])) {
        JTokenType.allCases.map { .constant($0.name, "\($0.name).", .named(.jTokenType, []), .int32($0.rawValue)) }
    }

    static let jsonFormatting: NetType = enumeration("Newtonsoft.Json", "Formatting", ["None", "Indented"])

    static let jsonConvert: NetType = NetType("Newtonsoft.Json", "JsonConvert", .staticClass) {
        [
            .staticMethod(
                "SerializeObject", "A token, a simple value or a list of them as compact JSON.", ["value"],
                NetBody { (value: Value) throws(EvaluationError) -> NetString in
                    try JTokenConversions.token(from: value).compactText()
                })
        ]
    }

    // MARK: Every token

    private static var tokenAccess: [NetMember] {
        [
            .indexer(
                "The value of a property; null without one.", ["key"],
                NetBody { (token: Instance<JToken>, key: NetString?) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.value(forKey: key).map { Instance($0) }
                },
                setter: NetBody { (token: Instance<JToken>, key: NetString?, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try token.object.setValue(value?.object, forKey: key)
                    return NetVoid()
                }),
            .indexer(
                "The element at a position.", ["key"],
                NetBody { (token: Instance<JToken>, index: Int32) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.value(at: index).map { Instance($0) }
                },
                setter: NetBody { (token: Instance<JToken>, index: Int32, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try token.object.setValue(value?.object, at: index)
                    return NetVoid()
                }),
            .property(
                "HasValues", "Whether the token has children.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Bool in token.object.hasValues }),
            .property(
                "Type", "What kind of token it is.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> JTokenType in token.object.tokenType }),
            .property(
                "Path", "The path from the root.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> NetString in token.object.path }),
            .property(
                "Parent", "The container, if there is one.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken>? in token.object.parent.map { Instance($0) }
                }),
            .property(
                "First", "The first child.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.first().map { Instance($0) }
                }),
            .property(
                "Last", "The last child.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.last().map { Instance($0) }
                }),
            .method(
                "ToString", "Indented JSON; a string value bare.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> NetString in try token.object.text() }),
            .method(
                "ToString", "JSON in a format.", ["formatting"],
                NetBody { (token: Instance<JToken>, formatting: JsonFormatting) throws(EvaluationError) -> NetString in
                    formatting == .none ? try token.object.compactText() : try token.object.indentedText()
                }),
            .method(
                "DeepClone", "A copy without parent.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken> in Instance(try token.object.deepClone()) }),
            .method(
                "Value", "The value of a property or an element, converted.", ["key"], typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, token: Instance<JToken>, key: Value) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try JTokenConversions.convert(try JTokenConversions.child(of: token.object, key), to: types[0]))
                })),
        ]
    }

    private static var tokenStatics: [NetMember] {
        [
            .staticMethod(
                "Parse", "The token that a JSON text holds.", ["json"],
                NetBody { (json: NetString) throws(EvaluationError) -> Instance<JToken> in
                    Instance(try JToken.parse(json))
                }),
            .staticMethod(
                "DeepEquals", "Whether two trees are equal.", ["t1", "t2"],
                NetBody { (left: Instance<JToken>?, right: Instance<JToken>?) throws(EvaluationError) -> Bool in
                    try JToken.deepEquals(left?.object, right?.object)
                }),
        ]
    }

    private static func container(_ token: Instance<JToken>) throws(EvaluationError) -> JContainer {
        try TypedToken<JContainer>.cast(token.object)
    }
}

/// `Newtonsoft.Json.Formatting`.
enum JsonFormatting: Int32, NetEnumerationRepresentable {
    case none, indented

    static var fallback: Self { .none }
    static var symbol: TypeSymbol { .named(.jsonFormatting, []) }
}

extension JTokenType: NetEnumerationRepresentable {
    static var fallback: Self { .none }
    static var symbol: TypeSymbol { .named(.jTokenType, []) }
}

/// A token of a known class as the result of a member.
struct TypedToken<Token: JToken>: NetRepresentable, NetNullable {
    let object: Token
    init(_ object: Token) { self.object = object }

    static var symbol: TypeSymbol {
        if Token.self == JObject.self { return .jObject }
        if Token.self == JArray.self { return .jArray }
        if Token.self == JProperty.self { return .jProperty }
        return Token.self == JContainer.self ? .named(.jContainer, []) : .jToken
    }
    static var optionalSymbol: TypeSymbol { symbol }

    static func cast(_ token: NetObject) throws(EvaluationError) -> Token {
        guard let typed = token as? Token else { throw .invalidCast(.object(token), to: symbol) }
        return typed
    }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return Self(try cast(object))
    }
    var carried: NetObject? { object }
    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        guard let object = try node.evaluate(&frame) else { return nil }
        return Self(try cast(object))
    }
    static func optionalCarried(_ value: Self?) -> NetObject? { value?.object }
}
