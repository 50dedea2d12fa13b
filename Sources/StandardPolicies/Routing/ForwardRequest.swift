public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Sends the request to the backend.
public struct ForwardRequest: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "forward-request", category: .routing, sections: [.backend],
        summary: "Sends the request to the backend and makes its response the response of the context.")

    /// The HTTP versions to speak with the backend.
    public enum HTTPVersion: String, PolicyEnumeration, BindableType {
        /// HTTP/1.1.
        case http1 = "1"
        /// HTTP/2 where the backend offers it.
        case http2OrHTTP1 = "2or1"
        /// HTTP/2.
        case http2 = "2"
    }

    /// Seconds to wait for status and headers.
    public var timeout: PolicyValue<Int32>
    /// The same in milliseconds.
    public var timeoutMilliseconds: PolicyValue<Int32>?
    /// Seconds to wait for 100 Continue.
    public var continueTimeout: PolicyValue<Int32>?
    /// The HTTP version.
    public var httpVersion: PolicyValue<HTTPVersion>
    /// Whether redirects are followed.
    public var followsRedirects: PolicyValue<Bool>
    /// Whether the body is kept, so that it can be sent again.
    public var buffersRequestBody: PolicyValue<Bool>
    /// Whether chunks of the response are gathered. Chunks leave as they arrive here, whatever it says.
    public var buffersResponse: PolicyValue<Bool>
    /// Whether a status of 400…599 starts on-error.
    public var failsOnErrorStatus: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        timeout = element.attribute("timeout", default: 300, allowed: .atLeast(0), "Seconds to wait for status and headers.")
        timeoutMilliseconds = element.optionalAttribute("timeout-ms", allowed: .atLeast(0), "The same in milliseconds; not with timeout.")
        continueTimeout = element.optionalAttribute("continue-timeout", allowed: .atLeast(0), "Seconds to wait for 100 Continue.")
        httpVersion = element.attribute("http-version", default: .http1, expressions: false, "The HTTP version to speak.")
        followsRedirects = element.attribute("follow-redirects", default: false, "Whether redirects are followed.")
        buffersRequestBody = element.attribute(
            "buffer-request-body", default: false, expressions: false, "Whether the body is kept, so that it can be sent again.")
        buffersResponse = element.attribute(
            "buffer-response", default: true, expressions: false, "Whether chunks of the response are gathered.")
        failsOnErrorStatus = element.attribute(
            "fail-on-error-status-code", default: false, expressions: false, "Whether a status of 400 to 599 starts on-error.")
    }

    /// Binds the options.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        checkTimeouts(in: &scope)
        let timeout = TimeoutValue(seconds: timeout, milliseconds: timeoutMilliseconds, in: &scope)
        let followsRedirects = scope.bind(followsRedirects)
        let fixed = constantOptions(in: &scope)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            var options = fixed
            options.timeout = try timeout(&context)
            options.followsRedirects = try followsRedirects(&context)
            return try await context.forward(options, at: position)
        }
    }

    private func constantOptions(in scope: inout CompilationScope) -> ForwardingOptions {
        var options = ForwardingOptions()
        options.version = scope.bind(httpVersion).constant.flatMap { .init(rawValue: $0.rawValue) } ?? .http1
        options.buffersRequestBody = scope.bind(buffersRequestBody).constant ?? false
        options.failsOnErrorStatus = scope.bind(failsOnErrorStatus).constant ?? false
        _ = scope.bind(buffersResponse)
        return options
    }

    private func checkTimeouts(in scope: inout CompilationScope) {
        if let timeoutMilliseconds, timeout.text != nil {
            scope.error("invalid-combination", "'forward-request' takes 'timeout' or 'timeout-ms', not both", at: timeoutMilliseconds.span)
        }
        if let continueTimeout {
            _ = scope.bind(continueTimeout)
            scope.warning(
                "not-available", "'continue-timeout' has no effect: the transport does not wait for 100 Continue", at: continueTimeout.span)
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "the backend's URL is the API's service URL, the path behind the API's, and the query", in: .backend, "<forward-request />",
            request: .init("GET", "https://gateway.example/shop/orders/7?size=2"),
            expects: .backendURL("https://backend.example/svc/orders/7?size=2"), .backendHeader("X-Forwarded-For", "127.0.0.1")),
        PolicyExample(
            "an error status can be an error", in: .backend, #"<forward-request fail-on-error-status-code="true" />"#,
            answers: [("https://backend.example/", .init(503, body: "down"))], expects: .status(503)),
    ]
}

/// A time-out in seconds or milliseconds.
struct TimeoutValue: Sendable {
    private let seconds: BoundValue<Int32>
    private let milliseconds: BoundValue<Int32>?

    init(seconds: PolicyValue<Int32>, milliseconds: PolicyValue<Int32>?, in scope: inout CompilationScope) {
        self.seconds = scope.bind(seconds)
        self.milliseconds = milliseconds.map { scope.bind($0) }
    }

    func callAsFunction(_ context: inout RequestContext) throws(PolicyError) -> Duration {
        if let milliseconds { return .milliseconds(Int64(try milliseconds(&context))) }
        return .seconds(Int64(try seconds(&context)))
    }
}
