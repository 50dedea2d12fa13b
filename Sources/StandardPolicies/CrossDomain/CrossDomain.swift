public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Serves the policy file that Flash and Acrobat ask for before they call.
///
/// The page does not say which path the file has; it is the one of Adobe's specification, `/crossdomain.xml`.
public struct CrossDomain: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "cross-domain", category: .crossDomain, sections: [.inbound], scopes: [.global],
        summary: "Serves the policy file that Flash and Acrobat ask for before they call.")

    /// The policy file.
    public var policyFile: XMLElement

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        policyFile = element.child("cross-domain-policy", "The file, as Adobe's specification says.") { $0.foreignContent() }
    }

    /// Writes the file once.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let file = "<?xml version=\"1.0\"?>\n" + PolicyPrinter(form: .xml).print([.element(policyFile)])
        let bytes = Array(file.utf8)
        return .immediate { context throws(PolicyError) in
            let request = context.gateway.request
            guard request.originalURL.path == "/crossdomain.xml", ["GET", "HEAD"].contains(request.method.string) else { return .proceed }
            let fields = MultiValueDictionary([(name: "Content-Type", value: "text/x-cross-domain-policy")])
            context.gateway.response = GatewayResponse(headers: fields, body: MessageBody(bytes))
            return .respond
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the file is served", in: .inbound,
            """
            <cross-domain>
                <cross-domain-policy>
                    <site-control permitted-cross-domain-policies="master-only" />
                </cross-domain-policy>
            </cross-domain>
            """, scope: .global, request: .init("GET", "https://gateway.example/crossdomain.xml"),
            expects: .status(200), .header("Content-Type", "text/x-cross-domain-policy"), .noBackendRequest)
    ]
}
