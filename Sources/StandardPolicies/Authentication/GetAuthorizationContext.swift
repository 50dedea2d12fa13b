public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Fetches the token of a connection that was authorized before.
public struct GetAuthorizationContext: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "get-authorization-context", category: .authentication, sections: [.inbound], scopes: [.global, .product, .api, .operation],
        summary: "Fetches the token of a connection that was authorized before.")

    /// Whose permission counts.
    public enum IdentityType: String, PolicyEnumeration, BindableType {
        /// That of the gateway.
        case managed
        /// That of a token.
        case jwt

        /// Reads the word in any case: Azure's snippets write JWT.
        public init?(literal: String) { self.init(rawValue: literal.lowercased().filter { !$0.isWhitespace }) }
    }

    /// The provider.
    public var providerID: PolicyValue<String>
    /// The connection.
    public var authorizationID: PolicyValue<String>
    /// The variable that gets the authorization.
    public var variableName: PolicyValue<String>
    /// Whose permission counts.
    public var identityType: PolicyValue<IdentityType>
    /// The token of that identity.
    public var identity: PolicyValue<String>?
    /// Whether a failure leaves null in the variable.
    public var ignoresErrors: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        providerID = element.attribute("provider-id", allowed: .notEmpty, "The provider's identifier.")
        authorizationID = element.attribute("authorization-id", allowed: .notEmpty, "The connection's identifier.")
        variableName = element.attribute("context-variable-name", allowed: .notEmpty, "The variable that gets the authorization.")
        identityType = element.attribute("identity-type", default: .managed, "Whose permission to use the connection counts.")
        identity = element.optionalAttribute("identity", "A token of that identity; with identity-type jwt.")
        ignoresErrors = element.attribute("ignore-error", default: false, "Whether a failure leaves null in the variable.")
    }

    /// Binds which connection is meant.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        scope.require(.authorizations)
        if identityType.text != nil, scope.bind(identityType).constant == .jwt, identity == nil {
            scope.error("missing-attribute", "identity-type=\"jwt\" needs the attribute 'identity'", at: identityType.span)
        }
        let connection = BoundConnection(
            providerID: scope.bindText(providerID), authorizationID: scope.bindText(authorizationID),
            variable: scope.bindText(variableName), identityType: scope.bind(identityType), identity: identity.map { scope.bindText($0) },
            ignoresErrors: scope.bind(ignoresErrors), position: scope.position)
        return .suspending { context async throws(PolicyError) in
            try await connection.authorize(&context)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the token of a connection", in: .inbound,
            """
            <get-authorization-context provider-id="github" authorization-id="bot" context-variable-name="auth" />
            <set-header name="Authorization" exists-action="override">
                <value>@("Bearer " + ((Authorization)context.Variables["auth"]).AccessToken)</value>
            </set-header>
            """, expects: .backendHeader("Authorization", "Bearer token of github/bot"))
    ]
}

/// A connection with its values bound.
private struct BoundConnection: Sendable {
    let providerID: BoundValue<NetString>
    let authorizationID: BoundValue<NetString>
    let variable: BoundValue<NetString>
    let identityType: BoundValue<GetAuthorizationContext.IdentityType>
    let identity: BoundValue<NetString>?
    let ignoresErrors: BoundValue<Bool>
    let position: PolicyPosition

    func authorize(_ context: inout RequestContext) async throws(PolicyError) {
        let variable = try variable(&context), ignoresErrors = try ignoresErrors(&context)
        do throws(PolicyError) {
            let grant = try await grant(&context)
            let claims = VariableDictionary()
            for (name, value) in grant.claims.sorted(by: { $0.key < $1.key }) { claims[NetString(name)] = .string(NetString(value)) }
            let authorization = AuthorizationContext(accessToken: NetString(grant.accessToken), claims: claims)
            context.setVariable(variable, to: .object(authorization), at: position)
        } catch {
            guard ignoresErrors, error.reason != .clientConnectionFailure, error.reason != .expressionValueEvaluationFailure else {
                throw error
            }
            context.trace("The authorization could not be had, error ignored: \(error.message)", at: position)
            context.setVariable(variable, to: .null, at: position)
        }
    }

    private func grant(_ context: inout RequestContext) async throws(PolicyError) -> AuthorizationGrant {
        var request = AuthorizationRequest(
            providerID: try providerID(&context).string, authorizationID: try authorizationID(&context).string)
        if try identityType(&context) == .jwt {
            guard let token = try identity?(&context).string, !token.isEmpty else {
                throw PolicyError(nil, "identity-type jwt needs a token in 'identity'.")
            }
            request.identity = .token(token)
        }
        let source: AuthorizationSource
        do {
            guard let provider = context.services.authorizations else { throw PolicyError(nil, "There is no credential manager.") }
            source = try await provider.authorization(for: request)
        } catch {
            throw PolicyError(
                nil, "There is no authorization '\(request.authorizationID)' of the provider '\(request.providerID)' to be had: \(error)")
        }
        switch source {
        case .granted(let grant): return grant
        case .clientCredentials(let credentials):
            return AuthorizationGrant(accessToken: try await AccessTokenRequest(credentials).token(&context, position))
        }
    }
}
