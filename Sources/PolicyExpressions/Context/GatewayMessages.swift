/// The request as expressions see it (`context.Request`).
public final class GatewayRequest: NetObject {
    // Unchecked, as `url` and what is kept of it: a request belongs to one task, and no access calls out while it lasts.
    /// The HTTP method.
    @exclusivity(unchecked)
    public var method: NetString
    /// The URL after the policies that ran so far.
    @exclusivity(unchecked)
    public var url: RequestURL {
        didSet { urlObject = nil }
    }
    /// The URL as the client sent it.
    public let originalURL: RequestURL
    /// The client's address.
    public let ipAddress: NetString
    /// The header fields.
    public let headers: MultiValueDictionary
    /// The body; nil for a request without one.
    public var body: MessageBody?
    /// The parameters of the operation's template, by name without regard to case.
    public var matchedParameters: [(name: String, value: String)]
    /// The private endpoint that the request came through.
    public var privateEndpointConnection: PrivateEndpointConnectionDescription?
    /// The certificate that the client showed.
    public var clientCertificate: GatewayCertificate?
    /// The model deployment of a Foundry request.
    public var foundryDeployment: String?

    @exclusivity(unchecked)
    private var urlObject: URLObject?
    private lazy var originalURLObject = URLObject(originalURL)
    private(set) lazy var matchedParametersObject = StringDictionary(matchedParameters, ignoresCase: true)

    /// Makes a request; `originalURL` is `url` unless given.
    public init(
        method: String = "GET", url: RequestURL, originalURL: RequestURL? = nil, headers: MultiValueDictionary = MultiValueDictionary(),
        body: MessageBody? = nil, ipAddress: String = "127.0.0.1", matchedParameters: [(name: String, value: String)] = []
    ) {
        self.method = NetString(method)
        self.url = url
        self.originalURL = originalURL ?? url
        self.headers = headers
        self.body = body
        self.ipAddress = NetString(ipAddress)
        self.matchedParameters = matchedParameters
    }

    /// The type of the request in .NET.
    public override var type: TypeSymbol { .request }

    /// `Url` and `OriginalUrl`, made when they are first asked for.
    var currentURLObject: URLObject {
        if let urlObject { return urlObject }
        let object = URLObject(url)
        urlObject = object
        return object
    }

    var originalObject: URLObject { originalURLObject }
}

/// A response as expressions see it: that of the backend, or one that send-request stored (`IResponse`).
public final class GatewayResponse: NetObject {
    /// The status code.
    public var statusCode: Int32
    /// The reason phrase.
    public var statusReason: NetString
    /// The header fields.
    public var headers: MultiValueDictionary
    /// The body, never null in .NET, empty at least.
    public var body: MessageBody

    /// Makes a response; without a reason the status code's usual one stands.
    public init(
        statusCode: Int32 = 200, statusReason: String? = nil, headers: MultiValueDictionary = MultiValueDictionary(),
        body: MessageBody = MessageBody([])
    ) {
        self.statusCode = statusCode
        self.statusReason = NetString(statusReason ?? Self.usualReason(of: statusCode))
        self.headers = headers
        self.body = body
    }

    /// The type of a response in .NET.
    public override var type: TypeSymbol { .response }

    /// The reason phrase that HTTP's registry gives for a status code, or nothing.
    public static func usualReason(of code: Int32) -> String { usualReasons[code] ?? "" }

    private static let usualReasons: [Int32: String] = [
        100: "Continue", 101: "Switching Protocols", 102: "Processing", 103: "Early Hints", 200: "OK", 201: "Created", 202: "Accepted",
        203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content", 206: "Partial Content", 207: "Multi-Status",
        208: "Already Reported", 226: "IM Used", 300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other",
        304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
        402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
        407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict", 410: "Gone", 411: "Length Required",
        412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type",
        416: "Range Not Satisfiable", 417: "Expectation Failed", 421: "Misdirected Request", 422: "Unprocessable Content", 423: "Locked",
        424: "Failed Dependency", 425: "Too Early", 426: "Upgrade Required", 428: "Precondition Required", 429: "Too Many Requests",
        431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons", 500: "Internal Server Error",
        501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
        505: "HTTP Version Not Supported", 507: "Insufficient Storage", 511: "Network Authentication Required",
    ]
}

/// A URL as expressions see it (`IUrl`).
final class URLObject: NetObject {
    let url: RequestURL
    private(set) lazy var query = MultiValueDictionary(QueryParameters(url.queryString).items)

    init(_ url: RequestURL) { self.url = url }

    override var type: TypeSymbol { .url }
}

/// A read-only dictionary of texts, in order (`IReadOnlyDictionary<string, string>`).
final class StringDictionary: NetObject {
    let entries: [(name: NetString, value: NetString)]
    private let ignoresCase: Bool

    init(_ entries: [(name: String, value: String)], ignoresCase: Bool) {
        self.entries = entries.map { (NetString($0.name), NetString($0.value)) }
        self.ignoresCase = ignoresCase
    }

    override var type: TypeSymbol { .stringDictionary }

    subscript(name: NetString) -> NetString? {
        entries.first { ignoresCase ? $0.name.equalsIgnoringASCIICase(name) : $0.name == name }?.value
    }
}
