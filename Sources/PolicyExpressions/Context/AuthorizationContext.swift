/// What get-authorization-context leaves in its variable (`Authorization`): the token of a connection that was authorized before.
public final class AuthorizationContext: NetObject {
    /// The token for the backend.
    public let accessToken: NetString
    /// What the provider says besides.
    public let claims: VariableDictionary

    /// Makes an authorization.
    public init(accessToken: NetString, claims: VariableDictionary = VariableDictionary()) {
        (self.accessToken, self.claims) = (accessToken, claims)
    }

    /// The type in .NET.
    public override var type: TypeSymbol { Self.symbol }
}

extension AuthorizationContext: NetClass {
    static var symbol: TypeSymbol { .named(.authorization, []) }
}
