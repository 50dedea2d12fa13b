public import PolicyRuntime
import PolicyExpressions

/// Calls a URL and does not wait for the response, nor for an error.
public struct SendOneWayRequest: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "send-one-way-request", category: .integration, sections: .all,
        summary: "Calls a URL and does not wait for the response, nor for an error.")

    /// What is sent.
    public var request: OutgoingRequest

    /// Reads the policy.
    public init(reading element: inout PolicyReader) { request = OutgoingRequest(reading: &element) }

    /// Binds the parts of the request.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let request = request.bind(in: &scope)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            try context.sendOneWay(try await request.make(&context), at: position)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the caller does not wait for the audit", in: .inbound,
            """
            <send-one-way-request>
                <set-url>https://audit.example/events</set-url>
                <set-method>POST</set-method>
                <set-body>@(context.Request.Method + " " + context.Operation.Id)</set-body>
            </send-one-way-request>
            """, answers: [("https://audit.example/", .init(500))], expects: .status(200), .body(#"{"ok":true}"#))
    ]
}
