/// What the `Authorization` header holds: tokens and credentials.
extension NetType {
    /// `Jwt`.
    static let jsonWebToken: NetType = NetType("", "Jwt") {
        [
            claim("Id", "The token's identifier (`jti`).", "jti"), claim("Issuer", "Who issued the token (`iss`).", "iss"),
            claim("Subject", "Whom the token is about (`sub`).", "sub"),
            date("ExpirationTime", "When the token expires (`exp`).", "exp"),
            date("NotBefore", "From when on the token is valid (`nbf`).", "nbf"),
            date("IssuedAt", "When the token was issued (`iat`).", "iat"),
            .property(
                "Algorithm", "The algorithm of the signature (`alg`).",
                NetBody { (token: Instance<JsonWebToken>) throws(EvaluationError) -> NetString? in token.object.headerText("alg") }),
            .property(
                "Type", "The token's type (`typ`).",
                NetBody { (token: Instance<JsonWebToken>) throws(EvaluationError) -> NetString? in token.object.headerText("typ") }),
            .property(
                "Claims", "All claims by name.",
                NetBody { (token: Instance<JsonWebToken>) throws(EvaluationError) -> Instance<MultiValueDictionary> in
                    Instance(token.object.claims)
                }),
            .property(
                "Audiences", "Whom the token is for (`aud`).",
                NetBody { (token: Instance<JsonWebToken>) throws(EvaluationError) -> SequenceOf<NetString> in
                    SequenceOf(NetArray(token.object.claims["aud"] ?? []))
                }),
        ]
    }

    private static func claim(_ name: String, _ summary: String, _ claim: String) -> NetMember {
        .property(
            name, summary, NetBody { (token: Instance<JsonWebToken>) throws(EvaluationError) -> NetString? in token.object.text(claim) })
    }

    private static func date(_ name: String, _ summary: String, _ claim: String) -> NetMember {
        .property(
            name, summary, NetBody { (token: Instance<JsonWebToken>) throws(EvaluationError) -> NetDateTime? in token.object.date(claim) })
    }

    /// `BasicAuthCredentials`.
    static let basicCredentials: NetType = NetType("", "BasicAuthCredentials") {
        [
            .property(
                "UserId", "The user.",
                NetBody { (credentials: Instance<BasicCredentials>) throws(EvaluationError) -> NetString in credentials.object.userID }),
            .property(
                "Username", "The user.",
                NetBody { (credentials: Instance<BasicCredentials>) throws(EvaluationError) -> NetString in credentials.object.userID }),
            .property(
                "Password", "The password.",
                NetBody { (credentials: Instance<BasicCredentials>) throws(EvaluationError) -> NetString in credentials.object.password }),
        ]
    }
}

extension NetType {
    /// `Authorization`.
    static let authorization: NetType = NetType("", "Authorization") {
        [
            .property(
                "AccessToken", "The token for the backend.",
                NetBody { (context: Instance<AuthorizationContext>) throws(EvaluationError) -> NetString in context.object.accessToken }),
            .property(
                "Claims", "What the provider says besides.",
                NetBody { (context: Instance<AuthorizationContext>) throws(EvaluationError) -> Instance<VariableDictionary> in
                    Instance(context.object.claims)
                }),
        ]
    }
}

extension NetMember {
    /// Extension methods that read the `Authorization` header.
    static var authorizationExtensions: [NetMember] {
        [
            .extensionMethod(
                "AsJwt", "The token in a text, perhaps behind `Bearer `; null when it is none. Nothing is validated.", ["input"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Instance<JsonWebToken>? in
                    text.flatMap { JsonWebToken($0) }.map { Instance($0) }
                }),
            .extensionMethod(
                "TryParseJwt", "Whether the text is a token, and the token.", ["input", .out("result")],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString?, result: Out<Instance<JsonWebToken>>) throws(EvaluationError) -> Bool in
                    let token = text.flatMap { JsonWebToken($0) }
                    try result.set(token.map { .object($0) } ?? .null, &frame)
                    return token != nil
                })),
            .extensionMethod(
                "AsBasic", "User and password in the text of a Basic header; null when it is none.", ["input"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Instance<BasicCredentials>? in
                    text.flatMap { BasicCredentials($0) }.map { Instance($0) }
                }),
            .extensionMethod(
                "TryParseBasic", "Whether the text is a Basic header, and its credentials.", ["input", .out("result")],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString?, result: Out<Instance<BasicCredentials>>) throws(EvaluationError) -> Bool in
                    let credentials = text.flatMap { BasicCredentials($0) }
                    try result.set(credentials.map { .object($0) } ?? .null, &frame)
                    return credentials != nil
                })),
        ]
    }
}
