extension TokenSequence: NetClass { static var symbol: TypeSymbol { .named(.jEnumerableInterface, [.jToken]) } }

extension NetType {
    /// `Newtonsoft.Json.Linq.IJEnumerable<T>`.
    static let jEnumerableInterface: NetType = NetType(
        linqToJson, "IJEnumerable", arity: 1, .interface, interfaces: [.enumerable(of: .typeParameter(0))]
    ) {
        [membersByKey]
    }

    /// `Newtonsoft.Json.Linq.JEnumerable<T>`.
    static let jEnumerable: NetType = NetType(
        linqToJson, "JEnumerable", arity: 1, .structure, carrier: .reference,
        interfaces: [.named(.jEnumerableInterface, [.typeParameter(0)])])

    private static var membersByKey: NetMember {
        .indexer(
            "The values of a member or of a position of each token.", ["key"],
            NetBody { (tokens: Instance<TokenSequence>, key: Value) throws(EvaluationError) -> TokenEnumerable<Instance<JToken>> in
                TokenEnumerable(JTokenConversions.values(of: tokens.object, key, as: .jToken).asJEnumerable)
            })
    }

    /// `Newtonsoft.Json.Linq.Extensions`: what is written as methods of sequences of tokens.
    static let linqExtensions: NetType = NetType(linqToJson, "Extensions", .staticClass) { NetMember.tokenExtensions }
}

extension NetMember {
    /// The extension methods of sequences of tokens.
    static let tokenExtensions: [NetMember] = tokenValueExtensions + tokenTreeExtensions

    private typealias Tokens = SequenceOf<Instance<JToken>>

    private static var tokenValueExtensions: [NetMember] {
        [
            .extensionMethod(
                "Value", "The token itself, converted to a type.", ["value"], typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, tokens: Tokens) throws(EvaluationError) -> TypeParameter0 in
                    TypeParameter0(try JTokenConversions.convert(tokens.object, to: types[0]))
                })),
            .extensionMethod(
                "Values", "The values among the tokens, and the children of the others.", ["source"],
                NetBody { (tokens: Tokens) throws(EvaluationError) -> TokenEnumerable<Instance<JToken>> in
                    TokenEnumerable(JTokenConversions.values(of: tokens.object, .null, as: .jToken).asJEnumerable)
                }),
            .extensionMethod(
                "Values", "The values of a member or of a position of each token.", ["source", "key"],
                NetBody { (tokens: Tokens, key: Value) throws(EvaluationError) -> TokenEnumerable<Instance<JToken>> in
                    TokenEnumerable(JTokenConversions.values(of: tokens.object, key, as: .jToken).asJEnumerable)
                }),
            .extensionMethod(
                "Values", "The values among the tokens, and the children of the others, converted to a type.", ["source"],
                typeParameters: 1,
                NetBody(generic: { (types: TypeArguments, tokens: Tokens) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    SequenceOf(JTokenConversions.values(of: tokens.object, .null, as: types[0]))
                })),
            .extensionMethod(
                "Values", "The values of a member or of a position of each token, converted to a type.", ["source", "key"],
                typeParameters: 1,
                NetBody(generic: {
                    (types: TypeArguments, tokens: Tokens, key: Value) throws(EvaluationError) -> SequenceOf<TypeParameter0> in
                    SequenceOf(JTokenConversions.values(of: tokens.object, key, as: types[0]))
                })),
            .extensionMethod(
                "AsJEnumerable", "The same tokens, with an indexer over all of them.", ["source"], typeParameters: 1,
                NetBody { (tokens: SequenceOf<TypeParameter0>) throws(EvaluationError) -> TokenEnumerable<TypeParameter0> in
                    let source = tokens.object
                    if let tokens = source as? TokenSequence { return TokenEnumerable(tokens.asJEnumerable) }
                    let sequence = TokenSequence { (frame, visit) throws(EvaluationError) -> Bool in try source.walk(&frame, visit) }
                    return TokenEnumerable(sequence.asJEnumerable)
                }),
        ]
    }

    private static var tokenTreeExtensions: [NetMember] {
        [
            flattened("Ancestors", "The containers around each token.") { $0.ancestors() },
            flattened("AncestorsAndSelf", "Each token and the containers around it.") { $0.ancestors(includingSelf: true) },
            flattened("Descendants", "Every token below each token.") { $0.descendants() },
            flattened("DescendantsAndSelf", "Each token and every token below it.") { $0.descendants(includingSelf: true) },
            flattened("Children", "The children of each token.") { $0.children },
            .extensionMethod(
                "Children", "The children of each token, converted to a type.", ["source"], typeParameters: 2, where: .jToken,
                NetBody(generic: {
                    (types: TypeArguments, tokens: SequenceOf<TypeParameter0>) throws(EvaluationError) -> SequenceOf<TypeParameter1> in
                    let target = types[1]
                    return SequenceOf(
                        TokenSequence.flattening(tokens.object, of: target) { (token) throws(EvaluationError) -> [Value] in
                            var values: [Value] = []
                            for child in token.children { values.append(try JTokenConversions.convert(child, to: target)) }
                            return values
                        })
                })),
            .extensionMethod(
                "Properties", "The properties of each object.", ["source"],
                NetBody { (objects: SequenceOf<TypedToken<JObject>>) throws(EvaluationError) -> TokenEnumerable<TypedToken<JProperty>> in
                    TokenEnumerable(
                        TokenSequence.flattening(objects.object, of: .jProperty) { $0.children.map { .object($0) } }.asJEnumerable)
                }),
        ]
    }

    private static func flattened(_ name: String, _ summary: String, _ tokens: @escaping @Sendable (JToken) -> [JToken]) -> NetMember {
        .extensionMethod(
            name, summary, ["source"], typeParameters: 1, where: .jToken,
            NetBody { (source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> TokenEnumerable<Instance<JToken>> in
                TokenEnumerable(
                    TokenSequence.flattening(source.object, of: .jToken) { token in tokens(token).map { .object($0) } }.asJEnumerable)
            })
    }
}
