import PolicyDiagnostics
import PolicyExpressions

/// What an importer read, credentials included.
struct Capture {
    /// The request that came in.
    var incoming: SentRequest
    /// Where it stands in the source.
    var span: SourceSpan?
    /// The caller's address.
    var clientAddress: String?
    /// What was sent on, and what came back.
    var outgoing: [CapturedExchange] = []
    var api: APIDescription?
    var operation: OperationDescription?
    var product: ProductDescription?
    var user: UserDescription?
    var requestID: String?
    var timestamp: String?
    /// What the source does not say.
    var warnings: [Diagnostic] = []
}

/// A request that was sent, and what answered it.
struct CapturedExchange {
    var request: SentRequest
    var answer: Exchange.Answer
    var span: SourceSpan?
}

extension SentRequest {
    /// Header fields that speak of one connection, or of bytes that a recording does not keep.
    private static let framing: Set<String> = [
        "connection", "content-length", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    /// The fields that a recording keeps. HTTP/2 writes method and path as fields whose names begin with a colon.
    static func recordable(_ fields: [(name: String, value: String)]) -> [(name: String, value: String)] {
        fields.filter { !framing.contains($0.name.lowercased()) && !$0.name.hasPrefix(":") }
    }
}
