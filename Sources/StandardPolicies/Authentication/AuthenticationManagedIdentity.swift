public import PolicyRuntime
import PolicyExpressions

/// Gets a token of the gateway's own identity and calls the backend with it.
///
/// With a variable for the token the header stays as it is: the reference leaves it open, and its samples set the header themselves.
public struct AuthenticationManagedIdentity: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "authentication-managed-identity", category: .authentication, sections: [.inbound, .backend, .outbound],
        scopes: [.global, .product, .api, .operation],
        summary: "Gets a token of the gateway's own identity and calls the backend with it.")

    /// Whom the token is for.
    public var resource: PolicyValue<String>
    /// The identity; the system's own where it is nil.
    public var clientID: PolicyValue<String>?
    /// The variable that gets the token, instead of the Authorization header.
    public var outputVariable: PolicyValue<String>?
    /// Whether the request goes on without a token.
    public var ignoresErrors: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        resource = element.attribute("resource", allowed: .notEmpty, "Whom the token is for: an application's identifier or URI.")
        clientID = element.optionalAttribute("client-id", "The identity's client; the system-assigned one unless given.")
        outputVariable = element.optionalAttribute(
            "output-token-variable-name", expressions: false, "The variable that gets the token, instead of the Authorization header.")
        ignoresErrors = element.attribute(
            "ignore-error", default: false, expressions: false, "Whether the request goes on without a token.")
    }

    /// Binds whom the token is for.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let identity = bind(in: &scope)
        let variable = outputVariable.map { scope.bindText($0) }
        return .suspending { context async throws(PolicyError) in
            let token = try await identity.token(&context)
            if let variable {
                context.setVariable(try variable(&context), to: token.map { .string(NetString($0)) } ?? .null, at: identity.position)
            } else if let token {
                context.gateway.request.headers["Authorization"] = [NetString("Bearer " + token)]
            }
            return .proceed
        }
    }

    func bind(in scope: inout CompilationScope) -> BoundManagedIdentity {
        scope.require(.transport)
        return BoundManagedIdentity(
            resource: scope.bindText(resource), clientID: clientID.map { scope.bindText($0) },
            ignoresErrors: scope.bind(ignoresErrors).constant ?? false, position: scope.position)
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "a token for the backend", in: .inbound, #"<authentication-managed-identity resource="api://orders" />"#,
            answers: [("http://169.254.169.254/", .init(body: #"{"access_token":"abc","expires_in":"3600"}"#))],
            expects: .backendHeader("Authorization", "Bearer abc"))
    ]
}

/// A managed identity with its values bound.
struct BoundManagedIdentity: Sendable {
    let resource: BoundValue<NetString>
    let clientID: BoundValue<NetString>?
    let ignoresErrors: Bool
    let position: PolicyPosition

    /// The token; nil when there is none and that is to be ignored.
    func token(_ context: inout RequestContext) async throws(PolicyError) -> String? {
        let resource = try resource(&context).string
        let client = try clientID?(&context).string
        do throws(PolicyError) {
            let request = try AccessTokenRequest(
                identity: client?.isEmpty == false ? client : nil, resource: resource, at: context.services.identityEndpoint)
            return try await request.token(&context, position)
        } catch {
            guard ignoresErrors, error.reason != .clientConnectionFailure else { throw error }
            context.trace("No token of the managed identity, error ignored: \(error.message)", at: position)
            return nil
        }
    }
}
