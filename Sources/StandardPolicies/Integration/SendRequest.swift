public import PolicyRuntime
import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions

/// Calls a URL and stores the response in a variable.
public struct SendRequest: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "send-request", category: .integration, sections: .all, summary: "Calls a URL and stores the response in a variable.")

    /// What the request starts from.
    public enum Mode: String, PolicyEnumeration, BindableType {
        /// Nothing.
        case new
        /// Headers and body of the current request.
        case copy
    }

    /// What the request starts from.
    public var mode: PolicyValue<Mode>
    /// The variable that gets the response.
    public var responseVariableName: PolicyValue<String>
    /// Seconds to wait for status and headers.
    public var timeout: PolicyValue<Int32>
    /// The same in milliseconds: known to the editor's schema alone.
    public var timeoutMilliseconds: PolicyValue<Int32>?
    /// Whether a call that fails leaves null instead of starting on-error.
    public var ignoresErrors: PolicyValue<Bool>
    /// Whether the response is gathered, as it always is here: known to the editor's schema alone.
    public var buffersResponse: PolicyValue<Bool>
    /// Whether a status of 400…599 is a failure: known to the editor's schema alone.
    public var failsOnErrorStatus: PolicyValue<Bool>
    /// The URL.
    public var url: PolicyValue<String>?
    /// The method.
    public var method: SetMethod?
    /// The header fields.
    public var headers: [SetHeader]
    /// The body.
    public var body: SetBody?
    /// Parts that the engine does not run yet.
    public var unbuilt: [PolicyNode]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        mode = element.attribute("mode", default: .new, "'copy' starts from headers and body of the current request.")
        responseVariableName = element.attribute(
            "response-variable-name", allowed: .notEmpty, "The variable that gets the response, or null.")
        timeout = element.attribute("timeout", default: 60, allowed: .atLeast(0), "Seconds to wait for status and headers.")
        timeoutMilliseconds = element.optionalAttribute("timeout-ms", allowed: .atLeast(0), "The same in milliseconds; not with timeout.")
        ignoresErrors = element.attribute(
            "ignore-error", default: false, expressions: false, "Whether a call that fails leaves null instead of starting on-error.")
        buffersResponse = element.attribute("buffer-response", default: true, expressions: false, "The response is always gathered.")
        failsOnErrorStatus = element.attribute(
            "fail-on-error-status-code", default: false, expressions: false, "Whether a status of 400 to 599 is a failure.")
        url = element.optionalChild("set-url", "The URL that is asked.") { $0.text(allowed: .notEmpty, "The URL that is asked.") }
        method = element.policyChild(SetMethod.self)
        headers = element.policyChildren(SetHeader.self)
        body = element.policyChild(SetBody.self)
        unbuilt = element.policyChildren(named: ["authentication-certificate", "authentication-managed-identity", "proxy"])
    }

    /// Binds the parts of the request.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let mode = scope.bind(mode)
        check(mode, in: &scope)
        scope.require(.transport)
        for node in unbuilt { _ = node.policy.compile(in: &scope) }
        let call = BoundCall(
            mode: mode, variable: scope.bindText(responseVariableName),
            timeout: TimeoutValue(seconds: timeout, milliseconds: timeoutMilliseconds, in: &scope),
            ignoresErrors: scope.bind(ignoresErrors).constant ?? false,
            failsOnErrorStatus: scope.bind(failsOnErrorStatus).constant ?? false,
            url: url.map { scope.bindText($0) }, method: method.map { scope.bindText($0.method) },
            headers: headers.map { $0.bind(in: &scope) }, body: body?.bind(in: &scope), position: scope.position)
        if call.copiesBody { scope.readBodies(.request) }
        return .suspending { context async throws(PolicyError) in
            try await call.run(&context)
            return .proceed
        }
    }

    private func check(_ mode: BoundValue<Mode>, in scope: inout CompilationScope) {
        _ = scope.bind(buffersResponse)
        if mode.constant == .new, url == nil {
            scope.error("missing-element", "'send-request' needs a child 'set-url'", hint: "only mode=\"copy\" does without")
        }
        if let timeoutMilliseconds, timeout.text != nil {
            scope.error("invalid-combination", "'send-request' takes 'timeout' or 'timeout-ms', not both", at: timeoutMilliseconds.span)
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "a token from an authorization server", in: .inbound,
            """
            <send-request mode="new" response-variable-name="grant" timeout="20" ignore-error="false">
                <set-url>https://login.example/token</set-url>
                <set-method>POST</set-method>
                <set-header name="Content-Type"><value>application/x-www-form-urlencoded</value></set-header>
                <set-body>grant_type=client_credentials</set-body>
            </send-request>
            <set-header name="Authorization">
                <value>@("Bearer " + (string)((IResponse)context.Variables["grant"]).Body.As<JObject>()["access_token"])</value>
            </set-header>
            """, answers: [("https://login.example/", .init(body: #"{"access_token":"abc"}"#))],
            expects: .backendHeader("Authorization", "Bearer abc")),
        PolicyExample(
            "an HTTP error status is a response like any other", in: .inbound,
            """
            <send-request response-variable-name="stock">
                <set-url>https://stock.example/items/7</set-url>
                <set-method>GET</set-method>
            </send-request>
            <set-header name="X-Stock"><value>@(((IResponse)context.Variables["stock"]).StatusCode.ToString())</value></set-header>
            """, answers: [("https://stock.example/", .init(404))], expects: .backendHeader("X-Stock", "404")),
    ]
}

/// A send-request with its values bound.
private struct BoundCall: Sendable {
    let mode: BoundValue<SendRequest.Mode>
    let variable: BoundValue<NetString>
    let timeout: TimeoutValue
    let ignoresErrors: Bool
    let failsOnErrorStatus: Bool
    let url: BoundValue<NetString>?
    let method: BoundValue<NetString>?
    let headers: [BoundHeader]
    let body: BoundBody?
    let position: PolicyPosition

    /// Whether the call may send the body of the current request, which in outbound is gone.
    var copiesBody: Bool { body == nil && mode.constant != .new && position.section != .outbound }

    func run(_ context: inout RequestContext) async throws(PolicyError) {
        let variable = try variable(&context)
        let request = try makeRequest(&context)
        do throws(PolicyError) {
            let response = try await context.send(request, at: position)
            try check(response)
            let stored = try await context.collect(response)
            context.setVariable(variable, to: .object(stored), at: position)
        } catch {
            guard ignoresErrors, error.reason != .clientConnectionFailure else { throw error }
            context.trace("\(request.head.method.rawValue) request resulted in error, error ignored: \(error.message)", at: position)
            context.setVariable(variable, to: .null, at: position)
        }
    }

    private func check(_ response: TransportResponse) throws(PolicyError) {
        guard failsOnErrorStatus, (400...599).contains(response.head.status.code) else { return }
        throw PolicyError(nil, "The request was answered with status \(response.head.status.code).")
    }

    private func makeRequest(_ context: inout RequestContext) throws(PolicyError) -> TransportRequest {
        let isCopy = try mode(&context) == .copy
        let target = try target(isCopy, &context)
        let method = try method.map { value throws(PolicyError) in try value(&context).string }
        let fields = isCopy ? copiedFields(context.gateway.request.headers) : MultiValueDictionary()
        for header in headers { try header.apply(to: fields, &context) }
        let content = try content(isCopy, fields, &context)
        let head = try HTTPRequest(
            leavingTo: target, method: method ?? (isCopy ? context.gateway.request.method.string : "GET"), headers: fields)
        return TransportRequest(head: head, body: .bytes(content), timeout: try timeout(&context))
    }

    private func target(_ isCopy: Bool, _ context: inout RequestContext) throws(PolicyError) -> RequestURL {
        if let url { return try RequestURL(evaluated: try url(&context).string) }
        guard isCopy else { throw PolicyError(nil, "A request that starts from nothing needs a URL.") }
        return try context.backendTarget()
    }

    /// The fields that a copy starts from; those that described the received message's host and length are left out.
    private func copiedFields(_ headers: MultiValueDictionary) -> MultiValueDictionary {
        let fields = headers.copy()
        for name in ["Host", "Content-Length"] as [NetString] { fields.remove(name) }
        return fields
    }

    private func content(
        _ isCopy: Bool, _ fields: MultiValueDictionary, _ context: inout RequestContext
    ) throws(PolicyError) -> [UInt8] {
        if let body { return try body.makeBody(&context, updating: fields).forwardedBytes ?? [] }
        guard isCopy, copiesBody else { return [] }
        return context.gateway.request.body?.forwardedBytes ?? []
    }
}
