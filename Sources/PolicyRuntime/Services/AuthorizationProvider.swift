public import PolicyExpressions

/// Knows the connections of a credential manager, for `get-authorization-context`.
public protocol AuthorizationProvider: Sendable {
    /// How a connection gets its token.
    ///
    /// - Throws: anything, for a connection that there is not, or that the identity may not use.
    func authorization(for request: AuthorizationRequest) async throws -> AuthorizationSource
}

/// Which connection is asked for, and by whom.
public struct AuthorizationRequest: Sendable, Hashable {
    /// The provider's identifier.
    public var providerID: String
    /// The connection's identifier.
    public var authorizationID: String
    /// Whose permission to use the connection counts.
    public var identity: Identity

    /// An identity.
    public enum Identity: Sendable, Hashable {
        /// That of the gateway.
        case managed
        /// That of a token of Microsoft Entra, which the provider has to check.
        case token(String)
    }

    /// Asks for a connection.
    public init(providerID: String, authorizationID: String, identity: Identity = .managed) {
        (self.providerID, self.authorizationID, self.identity) = (providerID, authorizationID, identity)
    }
}

/// How a connection gets its token.
public enum AuthorizationSource: Sendable {
    /// The provider has one.
    case granted(AuthorizationGrant)
    /// The engine gets one from a token server, through its transport, and keeps it until it expires.
    case clientCredentials(ClientCredentials)
}

/// A token of a connection.
public struct AuthorizationGrant: Sendable, Hashable {
    /// The token for the backend.
    public var accessToken: String
    /// What the provider says besides.
    public var claims: [String: String]

    /// Makes a grant.
    public init(accessToken: String, claims: [String: String] = [:]) { (self.accessToken, self.claims) = (accessToken, claims) }
}

/// What OAuth 2.0's client credentials grant needs (RFC 6749, 4.4).
public struct ClientCredentials: Sendable, Hashable {
    /// The token server.
    public var tokenURL: RequestURL
    /// The client's identifier.
    public var clientID: String
    /// The client's secret.
    public var clientSecret: String
    /// The scopes, with spaces between them; nil for the server's own choice.
    public var scope: String?

    /// Makes credentials.
    public init(tokenURL: RequestURL, clientID: String, clientSecret: String, scope: String? = nil) {
        (self.tokenURL, self.clientID, self.clientSecret, self.scope) = (tokenURL, clientID, clientSecret, scope)
    }
}
