public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Ends the pipeline with an example of the operation's definition, or with an empty response.
public struct MockResponse: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "mock-response", category: .transformation, sections: [.inbound, .outbound, .onError],
        summary: "Stops the pipeline with an example of the operation's definition, or with an empty response.")

    /// The status code.
    public var statusCode: PolicyValue<Int32>
    /// The content type of the example; the first one's where it is missing.
    public var contentType: PolicyValue<String>?
    /// Which of several examples, from 0: known to Microsoft's toolkit alone.
    public var index: PolicyValue<Int32>?
    /// Whether the policy does anything: known to the editor's schema alone.
    public var isEnabled: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        statusCode = element.attribute(
            "status-code", default: 200, expressions: false, allowed: .range(100...599), "The status code.")
        contentType = element.optionalAttribute(
            "content-type", expressions: false, "The content type of the example; the first one's when it is missing.")
        index = element.optionalAttribute(
            "index", expressions: false, allowed: .atLeast(0), "Which of several examples, from 0.")
        isEnabled = element.attribute("enabled", default: true, expressions: false, "Whether the policy does anything.")
    }

    /// Picks the example once.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let status = scope.bind(statusCode).constant ?? 200
        let type = contentType.flatMap { scope.bindText($0).constant?.string }
        let place = Int(index.flatMap { scope.bind($0).constant } ?? 0)
        guard scope.bind(isEnabled).constant ?? true else { return .immediate { _ throws(PolicyError) in .proceed } }
        let example = Self.examples(of: status, type, in: scope.responseExamples).dropFirst(place).first
        return .immediate { context throws(PolicyError) in
            let response = GatewayResponse(statusCode: status)
            if let example {
                response.headers["Content-Type"] = [NetString(example.contentType)]
                response.body = MessageBody(example.body)
            }
            context.gateway.response = response
            return .respond
        }
    }

    private static func examples(of status: Int32, _ type: String?, in all: [ResponseExample]) -> [ResponseExample] {
        let candidates = all.filter { $0.statusCode == status }
        guard let type = type ?? candidates.first?.contentType else { return [] }
        return candidates.filter { $0.contentType.equalsIgnoringCase(type) }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "without an example in the definition the response is empty", in: .inbound, #"<mock-response status-code="204" />"#,
            expects: .status(204), .body(""), .noBackendRequest)
    ]
}
