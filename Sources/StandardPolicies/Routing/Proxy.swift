public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Sends what is forwarded through an HTTP proxy.
///
/// The proxy gets Basic credentials; NTLM is not spoken.
public struct Proxy: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "proxy", category: .routing, sections: [.inbound], summary: "Sends what is forwarded through an HTTP proxy.")

    /// The proxy's URL.
    public var url: PolicyValue<String>
    /// The name that the proxy knows the gateway by.
    public var username: PolicyValue<String>?
    /// The password.
    public var password: PolicyValue<String>?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        url = element.attribute("url", allowed: .notEmpty, "The proxy: http://host:port.")
        username = element.optionalAttribute("username", "The name that the proxy knows the gateway by.")
        password = element.optionalAttribute("password", "The password.")
    }

    /// Binds the proxy.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let proxy = bind(in: &scope)
        return .immediate { context throws(PolicyError) in
            context.proxy = try proxy.evaluate(&context)
            return .proceed
        }
    }

    /// Binds the parts for a policy that holds this one.
    func bind(in scope: inout CompilationScope) -> BoundProxy {
        let bound = BoundProxy(
            url: scope.bindText(url), username: username.map { scope.bindText($0) }, password: password.map { scope.bindText($0) })
        if let constant = bound.url.constant, BoundProxy.server(constant.string) == nil {
            scope.error("invalid-value", "'\(constant)' is no proxy", at: url.span, hint: "it is http://host:port")
        }
        return bound
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the backend sees the same request", in: .inbound,
            #"<proxy url="http://proxy.example:8080" username="gateway" password="secret" />"#,
            expects: .backendURL("https://backend.example/svc/orders/7"), .status(200))
    ]
}

/// A proxy with its values bound.
struct BoundProxy: Sendable {
    let url: BoundValue<NetString>
    let username: BoundValue<NetString>?
    let password: BoundValue<NetString>?

    func evaluate(_ context: inout RequestContext) throws(PolicyError) -> TransportProxy {
        let text = try url(&context).string
        guard let server = Self.server(text) else { throw PolicyError(nil, "'\(text)' is no proxy: it is http://host:port.") }
        var proxy = TransportProxy(host: server.host, port: server.port)
        if let username {
            let password = try password.map { value throws(PolicyError) in try value(&context).string }
            proxy.credentials = TransportProxy.Credentials(username: try username(&context).string, password: password ?? "")
        }
        return proxy
    }

    static func server(_ text: String) -> RequestURL? {
        guard let url = try? RequestURL(outbound: text), url.scheme == "http", url.path == "/", url.queryString.isEmpty else { return nil }
        return url
    }
}
