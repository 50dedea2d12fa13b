internal import AsyncHTTPClient
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL
public import PolicyRuntime
internal import Synchronization

/// Sends requests over real HTTP, with AsyncHTTPClient.
///
/// Connections are kept for reuse. Servers' certificates are verified against the system's roots. Redirects are followed
/// only when a request asks for it. A response is handed out once its header fields are there; its body streams at the
/// reader's pace, and dropping it closes the connection. Cancelling the task cancels the request.
///
/// ```swift
/// let transport = AsyncHTTPClientTransport()
/// let response = try await transport.send(TransportRequest(head: head, timeout: .seconds(20)))
/// try await transport.shutdown()
/// ```
public final class AsyncHTTPClientTransport: HTTPTransport {
    private let configuration: Configuration
    private let state = Mutex(State())

    /// How connections are made and kept.
    public struct Configuration: Sendable {
        /// How long making a connection may take, TLS included.
        public var connectTimeout: Duration
        /// How long an unused connection is kept.
        public var idleTimeout: Duration
        /// How many connections to one host may be open at a time; requests beyond it wait. Azure's gateway has 2048.
        public var connectionsPerHost: Int

        /// Makes a configuration. `connectionsPerHost` below 1 counts as 1.
        public init(connectTimeout: Duration = .seconds(10), idleTimeout: Duration = .seconds(60), connectionsPerHost: Int = 2048) {
            (self.connectTimeout, self.idleTimeout) = (connectTimeout, idleTimeout)
            self.connectionsPerHost = max(1, connectionsPerHost)
        }
    }

    /// AsyncHTTPClient decides on redirects, protocol versions, proxies and the checks of certificates per client, so there is one client per combination.
    private struct ClientKind: Hashable {
        var followsRedirects: Bool
        var allowsHTTP2: Bool
        var proxy: TransportProxy?
        var tls: TransportTLS
    }

    /// Expressions can name proxies; what they come up with must not use up the memory.
    private static let clientLimit = 64

    private struct State {
        var clients: [ClientKind: HTTPClient] = [:]
        var isShutDown = false
    }

    /// Makes a transport; no connection is made before the first request.
    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    deinit {
        let clients = state.withLock { $0.clients.values.map { $0 } }
        guard !clients.isEmpty else { return }
        // AsyncHTTPClient traps in debug builds when a client goes away before its shutdown.
        Task { for client in clients { try? await client.shutdown() } }
    }

    /// Sends a request and returns once status and header fields have arrived.
    ///
    /// - Throws: `TransportError`, or `CancellationError` when the task was cancelled.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        do {
            let client = try client(for: request)
            let deadline = request.timeout.map { NIODeadline.now() + TimeAmount(clamping: $0) } ?? .distantFuture
            let response = try await client.execute(HTTPClientRequest(request), deadline: deadline)
            guard request.version != .http2 || response.version.major == 2 else {
                throw TransportError.connectionFailure("the server does not speak HTTP/2, which the request demands")
            }
            return TransportResponse(response)
        } catch {
            throw transportError(for: error)
        }
    }

    /// Closes all connections. Requests under way fail, and so do later ones.
    ///
    /// - Throws: what went wrong when the connections were closed; they are closed nevertheless.
    public func shutdown() async throws {
        let clients = state.withLock { state in
            defer { state.clients = [:] }
            state.isShutDown = true
            return state.clients.values.map { $0 }
        }
        for client in clients { try await client.shutdown() }
    }

    private func client(for request: TransportRequest) throws -> HTTPClient {
        let kind = ClientKind(
            followsRedirects: request.followsRedirects, allowsHTTP2: request.version != .http1, proxy: request.proxy, tls: request.tls)
        return try state.withLock { state in
            guard !state.isShutDown else { throw TransportError.connectionFailure("the transport was shut down") }
            if let client = state.clients[kind] { return client }
            guard state.clients.count < Self.clientLimit else {
                throw TransportError.connectionFailure(
                    "requests go through more than \(Self.clientLimit) proxies or with as many certificates")
            }
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try clientConfiguration(for: kind))
            state.clients[kind] = client
            return client
        }
    }

    private func tlsConfiguration(_ tls: TransportTLS) throws -> TLSConfiguration {
        var result = TLSConfiguration.makeClientConfiguration()
        result.certificateVerification = !tls.validatesChain ? .none : tls.validatesName ? .fullVerification : .noHostnameVerification
        do { try tls.clientCertificate?.put(into: &result) } catch {
            // NIOSSL's errors can quote what they read, and a key must not be shown.
            throw TransportError.connectionFailure("the client certificate or its key cannot be read")
        }
        return result
    }

    private func clientConfiguration(for kind: ClientKind) throws -> HTTPClient.Configuration {
        var result = HTTPClient.Configuration(
            tlsConfiguration: try tlsConfiguration(kind.tls),
            redirectConfiguration: kind.followsRedirects ? .follow(max: 10, allowCycles: false) : .disallow,
            timeout: .init(connect: TimeAmount(clamping: configuration.connectTimeout)),
            connectionPool: .init(
                idleTimeout: TimeAmount(clamping: configuration.idleTimeout),
                concurrentHTTP1ConnectionsPerHostSoftLimit: configuration.connectionsPerHost))
        // A refused connection is an answer at once; trying again is the business of the retry policy.
        result.connectionPool.retryConnectionEstablishment = false
        result.proxy = kind.proxy.map { proxy in
            .server(
                host: proxy.host, port: proxy.port,
                authorization: proxy.credentials.map { .basic(username: $0.username, password: $0.password) })
        }
        result.httpVersion = kind.allowsHTTP2 ? .automatic : .http1Only
        return result
    }
}
