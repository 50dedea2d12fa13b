public import PolicyDiagnostics
public import PolicyExpressions
import PolicyRuntime

/// What was seen of real traffic, as a run reads it: the request that came in, and what other servers answered.
///
/// Credentials do not stand in it: `{{name}}` stands in their place, and `{{name|url}}` inside of URLs and forms. A run resolves
/// both from its named values; a name that it does not have stands for itself, so that a recording runs as it is.
///
/// ```swift
/// let recording = try Recording(importing: SourceText(name: "orders.har", text: har))
/// try recording.contextText.write(toFile: "context.json", atomically: true, encoding: .utf8)
/// ```
public struct Recording: Sendable {
    /// The request that came in.
    public internal(set) var request: RecordedRequest
    /// The API that the request was matched to; its service URL leads to the recorded backend.
    public internal(set) var api: APIDescription
    /// The operation, where the source says which one.
    public internal(set) var operation: OperationDescription?
    /// The product, where the source says which one.
    public internal(set) var product: ProductDescription?
    /// The user, where the source says who.
    public internal(set) var user: UserDescription?
    /// The identifier of the request, a GUID.
    public internal(set) var requestID: String?
    /// When the request came in, in ISO 8601.
    public internal(set) var timestamp: String?
    /// What other servers answered, the backend among them.
    public internal(set) var exchanges: Exchanges
    /// The credentials that were replaced, in the order in which they were found.
    public internal(set) var placeholders: [SecretPlaceholder]
    /// What the source does not say, and what could not be kept.
    public internal(set) var warnings: [Diagnostic]
}

/// A credential that a recording shows only by name.
public struct SecretPlaceholder: Sendable, Hashable {
    /// The name that stands in its place.
    public var name: String
    /// Where it was found first, in words: `the header Authorization`.
    public var place: String
}

extension [SecretPlaceholder] {
    /// Those that stand in a text.
    func used(in text: String) -> [SecretPlaceholder] {
        filter { text.contains("{{\($0.name)}}") || text.contains("{{\($0.name)|url}}") }
    }
}

extension Recording {
    /// Takes the credentials out of what was seen.
    init(_ capture: Capture, namedValues: any NamedValueProvider) throws(Diagnostic) {
        var redactor = CredentialRedactor(namedValues: namedValues)
        let sent = redactor.named(capture.incoming)
        guard let url = RequestURL(sent.url) else {
            throw Diagnostic("invalid-url", .error, "the request has no absolute URL", at: capture.span, hint: "https://host/path")
        }
        request = RecordedRequest()
        (request.method, request.url, request.headers) = (sent.method, url, sent.headers)
        request.body = sent.body.isEmpty ? nil : sent.body
        if let address = capture.clientAddress { request.ipAddress = address }
        api = capture.api ?? APIDescription(serviceURL: url.origin)
        (operation, product, user) = (capture.operation, capture.product, capture.user)
        (requestID, timestamp) = (capture.requestID, capture.timestamp)
        exchanges = Exchanges()
        for exchange in capture.outgoing { exchanges.all.append(redactor.named(exchange)) }
        placeholders = []
        warnings = capture.warnings + redactor.warnings
        placeholders = redactor.placeholders.used(in: contextText + exchanges.text)
    }
}
