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
    /// Of the engine that runs the request.
    @usableFromInline var shared = SharedServices.none
    /// Everything else. Behind a reference, since the compiler copies a context where a function only looks at it.
    private var state = CopyOnWrite(RequestState())

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
}

extension RequestContext {
    /// The services of the engine that runs the request.
    @inlinable public var services: GatewayServices { shared.services }

    /// The URL that the backend's paths begin with; nil stands for the API's service URL.
    public var backendURL: RequestURL? {
        get { state.value.backendURL }
        _modify { yield &state.value.backendURL }
    }
    /// The entity that the request goes to; nil stands for `backendURL`.
    public internal(set) var backend: Backend? {
        get { state.value.backend }
        _modify { yield &state.value.backend }
    }
    /// The path behind the backend's URL as rewrite-uri gave it; nil stands for the request's path behind the API's.
    public var rewrittenPath: String? {
        get { state.value.rewrittenPath }
        _modify { yield &state.value.rewrittenPath }
    }
    /// Whether a policy set the Host header of the request, which then goes to the backend instead of the URL's host.
    public var overridesHost: Bool {
        get { state.value.overridesHost }
        _modify { yield &state.value.overridesHost }
    }
    /// The proxy that the request is forwarded through.
    public var proxy: TransportProxy? {
        get { state.value.proxy }
        _modify { yield &state.value.proxy }
    }
    /// The certificate that the backend is shown.
    public var clientCertificate: TransportCertificate? {
        get { state.value.clientCertificate }
        _modify { yield &state.value.clientCertificate }
    }
    /// Whether a cors policy has decided about the request; those behind it then leave it alone.
    public var isCrossOriginDecided: Bool {
        get { state.value.isCrossOriginDecided }
        _modify { yield &state.value.isCrossOriginDecided }
    }
    /// The content behind a request body that is not in memory.
    var requestStream: TransportBody {
        get { state.value.requestStream }
        _modify { yield &state.value.requestStream }
    }
    /// The response body as it came from the backend and what is behind it, as long as no policy replaced it.
    var receivedBody: (body: MessageBody, content: TransportBody)? {
        get { state.value.receivedBody }
        _modify { yield &state.value.receivedBody }
    }
    /// The service of `backend` that was chosen last.
    var backendService: BackendService? {
        get { state.value.backendService }
        _modify { yield &state.value.backendService }
    }
    var calloutCount: Int {
        get { state.value.calloutCount }
        _modify { yield &state.value.calloutCount }
    }
    var run: RunState {
        get { state.value.run }
        _modify { yield &state.value.run }
    }
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
    static let forwardedFor = HTTPField.Name(verified: "X-Forwarded-For")

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
