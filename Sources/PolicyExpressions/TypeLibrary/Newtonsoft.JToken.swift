extension NetType {
    static let linqToJson = "Newtonsoft.Json.Linq"

    /// `Newtonsoft.Json.Linq.JToken`.
    static let jToken: NetType = NetType(linqToJson, "JToken", interfaces: [.named(.jEnumerableInterface, [.jToken])]) {
        tokenElements + tokenPlace + tokenNeighbours + tokenChanges + tokenPaths + tokenTexts + tokenStatics
            + JTokenConversions.implicit + JTokenConversions.explicit
    }

    // MARK: Elements

    private static var tokenElements: [NetMember] {
        [
            .indexer(
                "The value of a member by its name, or null where there is none.", ["key"],
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
            .indexer(
                "The value of a member or the element at a position, as the key says.", ["key"],
                NetBody { (token: Instance<JToken>, key: Value) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.value(for: key).map { Instance($0) }
                },
                setter: NetBody { (token: Instance<JToken>, key: Value, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try token.object.setValue(value?.object, for: key)
                    return NetVoid()
                }),
            .method(
                "Value", "The value of a member or an element, converted to a type; the type's default where there is none.", ["key"],
                typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, token: Instance<JToken>, key: Value) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try JTokenConversions.convert(try token.object.value(for: key), to: types[0]))
                })),
            .method(
                "Children", "The children; none for a value.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> TokenEnumerable<Instance<JToken>> in
                    TokenEnumerable(token.object.childSequence(of: .jToken))
                }),
            .method(
                "Children", "The children that are tokens of a class.", [], typeParameters: 1,
                NetBody(generic: {
                    (types: TypeArguments, token: Instance<JToken>) throws(EvaluationError) -> TokenEnumerable<TypeParameter0> in
                    TokenEnumerable(token.object.childSequence(of: types[0]))
                })),
            .method(
                "Values", "The children, each converted to a type.", [], typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, token: Instance<JToken>) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    SequenceOf(try token.object.convertedChildren(to: types[0]))
                })),
        ]
    }

    // MARK: The place in the tree

    private static var tokenPlace: [NetMember] {
        [
            .property(
                "HasValues", "Whether the token has children.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Bool in token.object.hasValues }),
            .property(
                "Type", "What kind of token it is.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> JTokenType in token.object.tokenType }),
            .property(
                "Path", "The way from the root to the token, as a JSONPath.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> NetString in token.object.path }),
            .property(
                "Parent", "The container that holds the token, or null.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> TypedToken<JContainer>? in
                    token.object.parent.map { TypedToken($0) }
                }),
            .property(
                "Root", "The outermost token of the tree.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken> in Instance(token.object.root) }),
            .property(
                "First", "The first child, or null; a value throws.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.first().map { Instance($0) }
                }),
            .property(
                "Last", "The last child, or null; a value throws.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.last().map { Instance($0) }
                }),
        ]
    }

    private static var tokenNeighbours: [NetMember] {
        [
            .property(
                "Next", "The token behind this one in its container, or null.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken>? in token.object.next.map { Instance($0) } }
            ),
            .property(
                "Previous", "The token in front of this one in its container, or null.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken>? in
                    token.object.previous.map { Instance($0) }
                }),
            tokens("Ancestors", "The containers around the token, the innermost first.") { $0.ancestors() },
            tokens("AncestorsAndSelf", "The token and the containers around it, the innermost first.") {
                $0.ancestors(includingSelf: true)
            },
            tokens("AfterSelf", "The tokens behind this one in its container.") { $0.followingSiblings },
            tokens("BeforeSelf", "The tokens in front of this one in its container.") { (token) throws(EvaluationError) -> [JToken] in
                try token.precedingSiblings()
            },
        ]
    }

    private static func tokens(
        _ name: String, _ summary: String, _ list: @escaping @Sendable (JToken) throws(EvaluationError) -> [JToken]
    ) -> NetMember {
        .method(
            name, summary,
            NetBody { (token: Instance<JToken>) throws(EvaluationError) -> SequenceOf<Instance<JToken>> in
                let start = token.object
                return SequenceOf(TokenSequence { () throws(EvaluationError) -> [JToken] in try list(start) })
            })
    }

    // MARK: Changes

    private static var tokenChanges: [NetMember] {
        [
            .method(
                "AddAfterSelf", "Adds a token, a value or the elements of a list behind this token.", ["content"],
                NetBody(framed: { (frame: inout Frame, token: Instance<JToken>, content: Value) throws(EvaluationError) -> NetVoid in
                    try token.object.addSibling(content, distance: 1, &frame)
                    return NetVoid()
                })),
            .method(
                "AddBeforeSelf", "Adds a token, a value or the elements of a list in front of this token.", ["content"],
                NetBody(framed: { (frame: inout Frame, token: Instance<JToken>, content: Value) throws(EvaluationError) -> NetVoid in
                    try token.object.addSibling(content, distance: 0, &frame)
                    return NetVoid()
                })),
            .method(
                "Remove", "Takes the token out of its container.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> NetVoid in
                    try token.object.remove()
                    return NetVoid()
                }),
            .method(
                "Replace", "Puts another token in this one's place.", ["value"],
                NetBody { (token: Instance<JToken>, value: Instance<JToken>?) throws(EvaluationError) -> NetVoid in
                    try token.object.replace(with: value?.object)
                    return NetVoid()
                }),
            .method(
                "DeepClone", "A copy of the token with everything below it, without a parent.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> Instance<JToken> in Instance(try token.object.deepClone()) }),
            .method(
                "ToObject", "The token as a value of a type: a simple value, a list, a dictionary or a token.", [], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, token: Instance<JToken>) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try JsonDeserialization.value(of: token.object, as: types[0], &frame))
                })),
        ]
    }

    // MARK: Paths

    private static var tokenPaths: [NetMember] {
        [
            .method(
                "SelectToken", "The token that a JSONPath finds, or null; several are an error.", ["path"],
                NetBody(framed: {
                    (frame: inout Frame, token: Instance<JToken>, path: NetString) throws(EvaluationError) -> Instance<JToken>? in
                    try token.object.selectToken(path, throwsWithoutMatch: false, &frame).map { Instance($0) }
                })),
            .method(
                "SelectToken", "The token that a JSONPath finds; where there is none, null or an exception.", ["path", "errorWhenNoMatch"],
                NetBody(framed: {
                    (frame: inout Frame, token: Instance<JToken>, path: NetString, throwsWithoutMatch: Bool) throws(EvaluationError)
                        -> Instance<JToken>? in
                    try token.object.selectToken(path, throwsWithoutMatch: throwsWithoutMatch, &frame).map { Instance($0) }
                })),
            .method(
                "SelectTokens", "The tokens that a JSONPath finds.", ["path"],
                NetBody { (token: Instance<JToken>, path: NetString) throws(EvaluationError) -> SequenceOf<Instance<JToken>> in
                    SequenceOf(try token.object.selectTokens(path, throwsWithoutMatch: false))
                }),
            .method(
                "SelectTokens", "The tokens that a JSONPath finds; a step that finds none may throw.", ["path", "errorWhenNoMatch"],
                NetBody {
                    (token: Instance<JToken>, path: NetString, throwsWithoutMatch: Bool) throws(EvaluationError)
                        -> SequenceOf<Instance<JToken>> in
                    SequenceOf(try token.object.selectTokens(path, throwsWithoutMatch: throwsWithoutMatch))
                }),
        ]
    }

    // MARK: Text

    private static var tokenTexts: [NetMember] {
        [
            .method(
                "ToString", "Indented JSON of a container, and the bare text of a value.",
                NetBody { (token: Instance<JToken>) throws(EvaluationError) -> NetString in try token.object.text() }),
            .method(
                "ToString", "JSON in a format, in which a text has its quotes.", ["formatting"],
                NetBody { (token: Instance<JToken>, formatting: JsonFormatting) throws(EvaluationError) -> NetString in
                    formatting == .none ? try token.object.compactText() : try token.object.indentedText()
                }),
        ]
    }

    private static var tokenStatics: [NetMember] {
        [
            .staticMethod(
                "Parse", "The token that a JSON text holds.", ["json"],
                NetBody(framed: { (frame: inout Frame, json: NetString) throws(EvaluationError) -> Instance<JToken> in
                    try frame.countParsing(of: json)
                    return Instance(try JToken.parse(json))
                })),
            .staticMethod(
                "Parse", "The token that a JSON text holds, with its comments if the settings ask for them.", ["json", "settings"],
                NetBody(framed: {
                    (frame: inout Frame, json: NetString, settings: Instance<JsonLoadSettings>?) throws(EvaluationError) -> Instance<JToken>
                    in
                    try frame.countParsing(of: json)
                    return Instance(try JToken.parse(json, settings: settings?.object))
                })),
            .staticMethod(
                "FromObject", "The token that an object is written as.", ["o"],
                NetBody(framed: { (frame: inout Frame, value: Value) throws(EvaluationError) -> Instance<JToken> in
                    Instance(try JsonSerialization.token(fromObject: value, &frame))
                })),
            .staticMethod(
                "DeepEquals", "Whether two tokens have equal values and equal descendants.", ["t1", "t2"],
                NetBody { (left: Instance<JToken>?, right: Instance<JToken>?) throws(EvaluationError) -> Bool in
                    try JToken.deepEquals(left?.object, right?.object)
                }),
        ]
    }
}

extension JTokenType: NetEnumerationRepresentable {
    static var fallback: Self { .none }
    static var symbol: TypeSymbol { .named(.jTokenType, []) }
}
