public import PolicyRuntime
import PolicyExpressions

/// Ends the pipeline with a response of its own.
public struct ReturnResponse: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "return-response", category: .transformation, sections: .all,
        summary: "Stops the pipeline and sends a response to the caller: 200 without a body unless it says otherwise.")

    /// The variable that holds the response to start from.
    public var responseVariableName: PolicyValue<String>?
    /// The status.
    public var status: SetStatus?
    /// The header fields.
    public var headers: [SetHeader]
    /// The body.
    public var body: SetBody?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        responseVariableName = element.optionalAttribute(
            "response-variable-name", expressions: false, allowed: .notEmpty, "The variable that holds the response to start from.")
        status = element.policyChild(SetStatus.self)
        headers = element.policyChildren(SetHeader.self)
        body = element.policyChild(SetBody.self)
    }

    /// Binds the variable's name and the parts of the response.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let variable = responseVariableName.map { scope.bindText($0) }
        let status = status?.bind(in: &scope)
        let headers = headers.map { $0.bind(in: &scope) }
        let body = body?.bind(in: &scope)
        return .immediate { context throws(PolicyError) in
            let response = GatewayResponse()
            if let variable { try Self.copy(try variable(&context), into: response, &context) }
            try status?.apply(to: response, &context)
            for header in headers { try header.apply(to: response.headers, &context) }
            if let body { response.body = try body.makeBody(&context, updating: response.headers) }
            context.gateway.response = response
            return .respond
        }
    }

    /// Starts from a stored response; the stored one itself stays as it is.
    private static func copy(
        _ name: NetString, into response: GatewayResponse, _ context: inout RequestContext
    ) throws(PolicyError) {
        guard case .object(let object)? = context.gateway.variables[name], let stored = object as? GatewayResponse else {
            throw PolicyError(nil, "The variable '\(name)' holds no response.")
        }
        response.statusCode = stored.statusCode
        response.statusReason = stored.statusReason
        response.headers = stored.headers.copy()
        response.body = MessageBody(stored.body.forwardedBytes ?? [])
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "an answer of the gateway's own; the backend is not asked", in: .inbound,
            """
            <return-response>
                <set-status code="403" reason="Closed" />
                <set-header name="Retry-After"><value>60</value></set-header>
                <set-body>come back later</set-body>
            </return-response>
            """, expects: .status(403), .header("Retry-After", "60"), .body("come back later"), .noBackendRequest),
        PolicyExample(
            "a response that send-request stored", in: .inbound,
            """
            <send-request response-variable-name="stock">
                <set-url>https://stock.example/items/7</set-url>
                <set-method>GET</set-method>
            </send-request>
            <return-response response-variable-name="stock" />
            """, answers: [("https://stock.example/", .init(404, body: "none left"))],
            expects: .status(404), .body("none left"), .noBackendRequest),
    ]
}
