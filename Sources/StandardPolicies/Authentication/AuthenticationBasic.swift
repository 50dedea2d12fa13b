public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Calls the backend with a name and a password.
public struct AuthenticationBasic: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "authentication-basic", category: .authentication, sections: [.inbound], multiplicity: .oncePerSection,
        summary: "Calls the backend with a name and a password.")

    /// The name.
    public var username: PolicyValue<String>
    /// The password.
    public var password: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        username = element.attribute("username", "The name.")
        password = element.attribute("password", "The password.")
    }

    /// Binds both. A header of the caller's is replaced.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let (username, password) = (scope.bindText(username), scope.bindText(password))
        return .immediate { context throws(PolicyError) in
            let credentials = try username(&context).string + ":" + (try password(&context).string)
            context.gateway.request.headers["Authorization"] = [NetString("Basic " + Base64.encode(credentials.utf8))]
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the backend gets them, the caller's own header is gone", in: .inbound,
            #"<authentication-basic username="svc" password="a:b" />"#,
            request: .init(headers: [("Authorization", "Bearer abc")]), expects: .backendHeader("Authorization", "Basic c3ZjOmE6Yg=="))
    ]
}
