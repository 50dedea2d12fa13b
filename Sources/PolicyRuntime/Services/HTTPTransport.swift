public import HTTPTypes

/// Sends one HTTP request and gives its response: the only way in which policies reach the network.
///
/// A transport does not follow redirects unless the request asks for it, keeps connections for reuse, and stops when the
/// task is cancelled. A test double is a few lines:
///
/// ```swift
/// struct AlwaysOK: HTTPTransport {
///     func send(_ request: TransportRequest) async throws -> TransportResponse {
///         TransportResponse(head: HTTPResponse(status: .ok), body: .bytes(Array("hello".utf8)))
///     }
/// }
/// ```
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns once status and header fields have arrived.
    ///
    /// - Throws: `TransportError` when there is no response: a time-out, a failed connection, a broken one.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A request that leaves the gateway.
public struct TransportRequest: Sendable {
    /// Method, URL and header fields.
    public var head: HTTPRequest
    /// The body.
    public var body: TransportBody
    /// How long to wait for status and header fields; nil waits as long as the connection lasts.
    public var timeout: Duration?
    /// Whether redirects are followed.
    public var followsRedirects: Bool
    /// The HTTP version to speak.
    public var version: Version
    /// The proxy to go through.
    public var proxy: TransportProxy?
    /// What is checked of the server's certificate.
    public var tls: TransportTLS

    /// The HTTP versions that `forward-request` can ask for.
    public enum Version: String, Sendable, Hashable {
        /// HTTP/1.1.
        case http1 = "1"
        /// HTTP/2 where the server offers it.
        case http2OrHTTP1 = "2or1"
        /// HTTP/2 only.
        case http2 = "2"
    }

    /// Makes a request.
    public init(
        head: HTTPRequest, body: TransportBody = .empty, timeout: Duration? = nil, followsRedirects: Bool = false,
        version: Version = .http1, proxy: TransportProxy? = nil, tls: TransportTLS = TransportTLS()
    ) {
        (self.head, self.body, self.timeout) = (head, body, timeout)
        (self.followsRedirects, self.version, self.proxy, self.tls) = (followsRedirects, version, proxy, tls)
    }
}

/// What is checked of a server's certificate, and what it is shown.
public struct TransportTLS: Sendable, Hashable {
    /// Whether it must come from a trusted authority; without that nothing is checked at all.
    public var validatesChain: Bool
    /// Whether it must be for the server's name.
    public var validatesName: Bool
    /// The certificate that the server is shown if it asks for one.
    public var clientCertificate: TransportCertificate?

    /// Makes settings; everything is checked unless something else is said.
    public init(validatesChain: Bool = true, validatesName: Bool = true) {
        (self.validatesChain, self.validatesName) = (validatesChain, validatesName)
    }
}

/// A certificate with its key, to be shown to servers.
public enum TransportCertificate: Sendable, Hashable {
    /// A certificate in DER, and its key as PKCS #8 in DER.
    case certificate([UInt8], privateKey: [UInt8])
    /// A PKCS #12 file (PFX) with both, and its password.
    case pkcs12([UInt8], password: String?)
}

/// An HTTP proxy, spoken to in plain HTTP.
public struct TransportProxy: Sendable, Hashable {
    /// A name and a password.
    public struct Credentials: Sendable, Hashable {
        /// The name.
        public var username: String
        /// The password.
        public var password: String

        /// Makes credentials.
        public init(username: String, password: String) { (self.username, self.password) = (username, password) }
    }

    /// The proxy's host.
    public var host: String
    /// The proxy's port.
    public var port: Int
    /// What the proxy knows the gateway by; sent as Basic credentials.
    public var credentials: Credentials?

    /// Names a proxy.
    public init(host: String, port: Int, credentials: Credentials? = nil) {
        (self.host, self.port, self.credentials) = (host, port, credentials)
    }
}

/// A response that came in.
public struct TransportResponse: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body, perhaps still on its way.
    public var body: TransportBody

    /// Makes a response.
    public init(head: HTTPResponse, body: TransportBody = .empty) { (self.head, self.body) = (head, body) }
}

/// A message body: bytes in memory or chunks still to come.
public enum TransportBody: Sendable {
    /// All of it, in memory.
    case bytes([UInt8])
    /// Chunks, to be read once.
    case stream(AsyncThrowingStream<[UInt8], any Error>)

    /// No content.
    public static let empty = TransportBody.bytes([])

    /// Gathers the whole body.
    ///
    /// - Throws: `TransportError.bodyTooLarge` beyond `limit` bytes, or what the stream throws.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        switch self {
        case .bytes(let bytes):
            guard bytes.count <= limit else { throw TransportError.bodyTooLarge(limit: limit) }
            return bytes
        case .stream(let chunks):
            var bytes: [UInt8] = []
            for try await chunk in chunks {
                guard bytes.count + chunk.count <= limit else { throw TransportError.bodyTooLarge(limit: limit) }
                bytes += chunk
            }
            return bytes
        }
    }
}

/// Why there is no response.
public enum TransportError: Error, Sendable, Hashable {
    /// Status and header fields did not arrive in time.
    case timeout
    /// The connection could not be made, or broke. The text is for logs and traces.
    case connectionFailure(String)
    /// A body was larger than the buffer allows.
    case bodyTooLarge(limit: Int)
    /// A recording has no answer to the request. The text says what was asked and what was nearest.
    case notRecorded(String)
}
