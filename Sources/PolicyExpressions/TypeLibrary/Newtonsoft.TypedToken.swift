import PolicyDiagnostics

extension JToken: NetClass { static var symbol: TypeSymbol { .jToken } }

/// A token of a known class in the bodies of library members.
struct TypedToken<Token: JToken>: NetRepresentable, NetNullable {
    let object: Token
    init(_ object: Token) { self.object = object }

    static var symbol: TypeSymbol {
        if Token.self == JObject.self { return .jObject }
        if Token.self == JArray.self { return .jArray }
        if Token.self == JProperty.self { return .jProperty }
        if Token.self == JValue.self { return .jValue }
        if Token.self == JContainer.self { return .named(.jContainer, []) }
        if Token.self == JConstructor.self { return .named(.jConstructor, []) }
        return Token.self == JRaw.self ? .named(.jRaw, []) : .jToken
    }
    static var optionalSymbol: TypeSymbol { symbol }

    static func cast(_ token: NetObject) throws(EvaluationError) -> Token {
        guard let typed = token.cast(to: Token.self) else { throw .invalidCast(.object(token), to: symbol) }
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

/// `JEnumerable<Element>` as the result of a library member.
struct TokenEnumerable<Element: NetRepresentable>: NetRepresentable {
    let object: TokenSequence
    init(_ object: TokenSequence) { self.object = object }

    static var symbol: TypeSymbol { .named(.jEnumerable, [Element.symbol]) }
    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) as? TokenSequence else { throw nullFailure(parameter) }
        return Self(object)
    }
    var carried: NetObject? { object }
}
