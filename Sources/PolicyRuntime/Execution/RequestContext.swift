public import HTTPTypes
public import PolicyExpressions

/// Everything that policies see and change while one request passes through.
///
/// The messages, variables and descriptions are those of `gateway`, which is what expressions see as `context`. The rest
/// is what expressions do not see: bodies that are still arriving, and where the request will go.
public struct RequestContext {
    /// What expressions see as `context`.
    public let gateway: GatewayContext
    /// Sees what happens to this request; nil until the engine puts its own observer here.
    public var observer: (any PolicyObserver)?
    /// The URL that the backend's paths begin with; nil stands for the API's service URL.
    public var backendURL: RequestURL?
    /// The entity that the request goes to; nil stands for `backendURL`.
    public internal(set) var backend: Backend?
    /// The path behind the backend's URL as rewrite-uri gave it; nil stands for the request's path behind the API's.
    public var rewrittenPath: String?
    /// Whether a policy set the Host header of the request, which then goes to the backend instead of the URL's host.
    public var overridesHost = false
    /// The proxy that the request is forwarded through.
    public var proxy: TransportProxy?
    /// The certificate that the backend is shown.
    public var clientCertificate: TransportCertificate?
    /// Whether a cors policy has decided about the request; those behind it then leave it alone.
    public var isCrossOriginDecided = false
    /// The services of the engine that runs the request.
    public internal(set) var services = GatewayServices.none

    /// The content behind a request body that is not in memory.
    var requestStream: TransportBody = .empty
    /// The response body as it came from the backend and what is behind it, as long as no policy replaced it.
    var receivedBody: (body: MessageBody, content: TransportBody)?
    /// The service of `backend` that was chosen last.
    var backendService: BackendService?
    var calloutCount = 0
    var run = RunState()

    /// Makes a context of a request that an HTTP server received.
    ///
    /// - Parameters:
    ///   - request: The head; without scheme or authority, `https` and the Host field stand in.
    ///   - body: The body. Bytes that are none mean that the request has no body: `context.Request.Body` is null.
    ///   - clientAddress: The caller's address, as `context.Request.IpAddress` shows it.
    ///   - matchedParameters: What the operation's template matched, by name.
    public init(
        _ request: HTTPRequest, body: TransportBody = .empty, clientAddress: String = "127.0.0.1",
        api: APIDescription = APIDescription(), operation: OperationDescription = OperationDescription(),
        product: ProductDescription? = nil, matchedParameters: [(name: String, value: String)] = []
    ) {
        let message = GatewayRequest(
            method: request.method.rawValue, url: RequestURL(receivedBy: request), headers: MultiValueDictionary(received: request),
            body: MessageBody(received: body), ipAddress: clientAddress, matchedParameters: matchedParameters)
        self.init(GatewayContext(request: message))
        requestStream = body
        (gateway.api, gateway.operation, gateway.product) = (api, operation, product)
    }

    /// Makes a context of one that was built before, all of its bodies in memory.
    public init(_ gateway: GatewayContext) { self.gateway = gateway }

    /// What a run keeps between its halves.
    struct RunState {
        var policy: CompiledPolicy?
        var forwarding = Forwarding.byTransport
        var pending: PendingForward?
        /// Where the backend section goes on once the response is there, innermost first.
        var resumptions: [Resumption] = []
        /// The counters that have counted this request.
        var counted: Set<String> = []
        /// What a cache-lookup found missing, for the policy that stores it.
        var missing: MissingResponse?
        /// The cookie that keeps the caller at a member of a pool.
        var sessionCookie: NetString?
        /// What policies do at the end.
        var completions: [Completion] = []
        /// Counts callouts for all contexts that policies of this request run in at the same time; see `RequestContext.runConcurrently`.
        var sharedCallouts: CalloutCounter?
    }

    /// Who sends the request to the backend.
    enum Forwarding { case byTransport, byHost }
}

extension RequestURL {
    init(receivedBy request: HTTPRequest) {
        let host = request.authority ?? request.headerFields[.host] ?? "localhost"
        let origin = "\(request.scheme ?? "https")://\(host)"
        let target = request.path ?? "/"
        // A target in absolute form names the origin itself.
        let parsed = RequestURL(target.hasPrefix("/") ? origin + target : target) ?? RequestURL(origin)
        self = parsed ?? RequestURL(scheme: "https", host: "localhost", path: "/")
    }
}

extension HTTPField.Name {
    static let host = HTTPField.Name(verified: "Host")

    private init(verified name: String) { self = HTTPField.Name(name) ?? .accept }
}

extension MultiValueDictionary {
    /// The fields of a request, the Host that HTTP/2 keeps apart included.
    convenience init(received request: HTTPRequest) {
        self.init(request.headerFields.map { (name: $0.name.rawName, value: $0.value) })
        if let authority = request.authority, self["Host"] == nil { self["Host"] = [NetString(authority)] }
    }
}

extension MessageBody {
    /// The body of a received message; nil when there is none.
    convenience init?(received body: TransportBody) {
        switch body {
        case .bytes(let bytes) where bytes.isEmpty: return nil
        case .bytes(let bytes): self.init(bytes)
        case .stream: self.init(streaming: ())
        }
    }
}
