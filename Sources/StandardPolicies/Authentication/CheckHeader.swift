public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Demands a header of the request, perhaps with one of certain values.
public struct CheckHeader: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "check-header", category: .authentication, sections: [.inbound], scopes: [.global, .product, .api, .operation],
        summary: "Demands a header of the request, perhaps with one of certain values.")

    /// The header's name.
    public var name: PolicyValue<String>
    /// The status of the answer when it is not as it should be.
    public var failedStatus: PolicyValue<Int32>
    /// What the caller is told then.
    public var failedMessage: PolicyValue<String>
    /// Whether the values are compared without regard to case.
    public var ignoresCase: PolicyValue<Bool>
    /// The values of which one must be there; none: any value will do.
    public var values: [PolicyValue<String>]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        name = element.attribute("name", allowed: .notEmpty, "The header's name.")
        failedStatus = element.attribute(
            "failed-check-httpcode", allowed: .range(100...599), "The status of the answer when the header is not as it should be.")
        failedMessage = element.attribute("failed-check-error-message", "What the caller is told then.")
        ignoresCase = element.attribute("ignore-case", "Whether the values are compared without regard to case.")
        values = element.valueChildren("value", "An allowed value; one of them is enough, and without any the header must only be there.")
    }

    /// Binds name, values and answer.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let check = BoundCheck(
            name: scope.bindText(name), status: scope.bind(failedStatus), message: scope.bindText(failedMessage),
            ignoresCase: scope.bind(ignoresCase), values: values.map { scope.bindText($0) }, position: scope.position)
        return .immediate { context throws(PolicyError) in
            try check(&context)
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "one of the values is enough", in: .inbound,
            """
            <check-header name="X-Tenant" failed-check-httpcode="403" failed-check-error-message="Unknown tenant" ignore-case="true">
                <value>north</value>
                <value>south</value>
            </check-header>
            """, request: .init(headers: [("X-Tenant", "South")]), expects: .status(200)),
        PolicyExample(
            "without the header the request ends", in: .inbound,
            """
            <check-header name="X-Tenant" failed-check-httpcode="401" failed-check-error-message="Send your tenant" ignore-case="true" />
            """, expects: .status(401), .body(#"{ "statusCode": 401, "message": "Send your tenant" }"#), .failure("HeaderNotFound"),
            .noBackendRequest),
    ]
}

private struct BoundCheck: Sendable {
    let name: BoundValue<NetString>
    let status: BoundValue<Int32>
    let message: BoundValue<NetString>
    let ignoresCase: BoundValue<Bool>
    let values: [BoundValue<NetString>]
    let position: PolicyPosition

    func callAsFunction(_ context: inout RequestContext) throws(PolicyError) {
        let name = try name(&context)
        guard let found = context.gateway.request.headers[name] else {
            throw try failure("HeaderNotFound", "Header \(name) was not found in the request. Access denied.", &context)
        }
        guard try isAllowed(found, &context) else {
            let value = found.map(\.string).joined(separator: ",")
            throw try failure("HeaderValueNotAllowed", "Header \(name) value of \(value) is not allowed. Access denied.", &context)
        }
    }

    private func isAllowed(_ found: [NetString], _ context: inout RequestContext) throws(PolicyError) -> Bool {
        if values.isEmpty { return true }
        let ignoresCase = try ignoresCase(&context)
        for value in values {
            let allowed = try value(&context)
            if found.contains(where: { $0 == allowed || ignoresCase && $0.equalsIgnoringASCIICase(allowed) }) { return true }
        }
        return false
    }

    /// LastError has the service's text, the caller gets the configured one.
    private func failure(
        _ reason: PolicyError.Reason, _ message: String, _ context: inout RequestContext
    ) throws(PolicyError) -> PolicyError {
        var error = PolicyError(reason, message, statusCode: try status(&context))
        error.callerMessage = try self.message(&context).string
        return error
    }
}
