public import PolicyRuntime
import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions

/// Calls a URL and stores the response in a variable.
public struct SendRequest: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "send-request", category: .integration, sections: .all, summary: "Calls a URL and stores the response in a variable.")

    /// What is sent.
    public var request: OutgoingRequest
    /// The variable that gets the response.
    public var responseVariableName: PolicyValue<String>
    /// The time-out in milliseconds: known to the editor's schema alone.
    public var timeoutMilliseconds: PolicyValue<Int32>?
    /// Whether a call that fails leaves null instead of starting on-error.
    public var ignoresErrors: PolicyValue<Bool>
    /// Whether the response is gathered, as it always is here: known to the editor's schema alone.
    public var buffersResponse: PolicyValue<Bool>
    /// Whether a status of 400…599 is a failure: known to the editor's schema alone.
    public var failsOnErrorStatus: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        request = OutgoingRequest(reading: &element)
        responseVariableName = element.attribute(
            "response-variable-name", allowed: .notEmpty, "The variable that gets the response, or null.")
        timeoutMilliseconds = element.optionalAttribute(
            "timeout-ms", allowed: .atLeast(0), "The time-out in milliseconds; not with timeout.")
        ignoresErrors = element.attribute(
            "ignore-error", default: false, expressions: false, "Whether a call that fails leaves null instead of starting on-error.")
        buffersResponse = element.attribute("buffer-response", default: true, expressions: false, "The response is always gathered.")
        failsOnErrorStatus = element.attribute(
            "fail-on-error-status-code", default: false, expressions: false, "Whether a status of 400 to 599 is a failure.")
    }

    /// Binds the parts of the request.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        _ = scope.bind(buffersResponse)
        let ignoresErrors = scope.bind(ignoresErrors).constant ?? false
        let call = BoundCall(
            request: request.bind(milliseconds: timeoutMilliseconds, in: &scope), variable: scope.bindText(responseVariableName),
            ignoresErrors: ignoresErrors, answered: ignoresErrors ? scope.branch("answered", of: "ignore-error") : nil,
            ignored: ignoresErrors ? scope.branch("error ignored", of: "ignore-error") : nil,
            failsOnErrorStatus: scope.bind(failsOnErrorStatus).constant ?? false, position: scope.position)
        return .suspending { context async throws(PolicyError) in
            try await call.run(&context)
            return .proceed
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
    let request: BoundRequest
    let variable: BoundValue<NetString>
    let ignoresErrors: Bool
    let answered: CoveragePoint?, ignored: CoveragePoint?
    let failsOnErrorStatus: Bool
    let position: PolicyPosition

    func run(_ context: inout RequestContext) async throws(PolicyError) {
        let variable = try variable(&context)
        let request = try await request.make(&context)
        do throws(PolicyError) {
            let response = try await context.send(request, at: position)
            try check(response)
            let stored = try await context.collect(response)
            context.setVariable(variable, to: .object(stored), at: position)
            context.reached(answered)
        } catch {
            guard ignoresErrors, error.reason != .clientConnectionFailure else { throw error }
            context.trace("\(request.head.method.rawValue) request resulted in error, error ignored: \(error.message)", at: position)
            context.setVariable(variable, to: .null, at: position)
            context.reached(ignored)
        }
    }

    private func check(_ response: TransportResponse) throws(PolicyError) {
        guard failsOnErrorStatus, (400...599).contains(response.head.status.code) else { return }
        throw PolicyError(nil, "The request was answered with status \(response.head.status.code).")
    }
}
