import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix

/// A real HTTP/1.1 server on 127.0.0.1 for the length of one test. It records what it gets and answers what the test says.
public final class HTTPTestServer: Sendable {
    /// A request as it arrived.
    public struct Request: Sendable {
        /// The method.
        public var method: String
        /// The request target: path and query.
        public var target: String
        /// The header fields in order.
        public var headers: [(name: String, value: String)]
        /// The body.
        public var body: [UInt8]
        /// Which connection it came over, from 0.
        public var connection: Int

        /// The body as text.
        public var text: String { String(decoding: body, as: UTF8.self) }

        /// The values of a header field, joined by commas; nil when it is absent.
        public subscript(name: String) -> String? {
            let values = headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
            return values.isEmpty ? nil : values.joined(separator: ",")
        }
    }

    /// What the server does about a request.
    public enum Answer: Sendable {
        /// A whole response.
        case response(status: Int = 200, headers: [(String, String)] = [], body: String = "")
        /// A response whose body comes in chunks with a pause before each.
        case chunks([String], pause: Duration)
        /// A part of the promised body, then the end of the connection.
        case brokenBody(String, promisedLength: Int)
        /// The end of the connection instead of an answer.
        case closeConnection
        /// Nothing, until the client goes away.
        case silence
    }

    /// Decides about one request. It runs on the server's event loop, so that a test run that keeps all threads of
    /// Swift's pool busy does not make the server slow.
    public typealias Handler = @Sendable (Request) -> Answer

    private struct State {
        var requests: [Request] = []
        var connections = 0
        var openConnections = 0
    }

    private let state = NIOLockedValueBox(State())
    private let handler: Handler

    private init(_ handler: @escaping Handler) { self.handler = handler }

    /// Runs a server while `body` runs; `body` gets the server and its URL, such as `http://127.0.0.1:40123`.
    @discardableResult
    public static func run<Result: Sendable>(
        _ handler: @escaping Handler, while body: (HTTPTestServer, String) async throws -> Result
    ) async throws -> Result {
        let server = HTTPTestServer(handler)
        let channel = try await server.bind()
        let port = channel.localAddress?.port ?? 0
        do {
            let result = try await body(server, "http://127.0.0.1:\(port)")
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// A URL of 127.0.0.1 on which nothing listens.
    public static func unusedURL() async throws -> String {
        let server = HTTPTestServer { _ in .silence }
        let channel = try await server.bind()
        let port = channel.localAddress?.port ?? 0
        try await channel.close()
        return "http://127.0.0.1:\(port)"
    }

    /// The requests so far.
    public var requests: [Request] { state.withLockedValue { $0.requests } }
    /// How many connections were made so far.
    public var connectionCount: Int { state.withLockedValue { $0.connections } }
    /// How many connections are open now.
    public var openConnectionCount: Int { state.withLockedValue { $0.openConnections } }

    private func bind() async throws -> any Channel {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(RequestHandler(server: self, connection: self.connectionOpened()))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    private func connectionOpened() -> Int {
        state.withLockedValue { state in
            defer { state.connections += 1 }
            state.openConnections += 1
            return state.connections
        }
    }

    fileprivate func connectionClosed() { state.withLockedValue { $0.openConnections -= 1 } }

    fileprivate func answer(to request: Request) -> Answer {
        state.withLockedValue { $0.requests.append(request) }
        return handler(request)
    }
}

/// Gathers a request and writes the answer.
private final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: HTTPTestServer
    private let connection: Int
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(server: HTTPTestServer, connection: Int) {
        self.server = server
        self.connection = connection
    }

    func channelInactive(context: ChannelHandlerContext) {
        server.connectionClosed()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): (self.head, body) = (head, [])
        case .body(let buffer): body += Array(buffer: buffer)
        case .end:
            guard let head else { return }
            let request = HTTPTestServer.Request(
                method: head.method.rawValue, target: head.uri, headers: head.headers.map { ($0.name, $0.value) }, body: body,
                connection: connection)
            AnswerWriter(channel: context.channel, head: head).write(server.answer(to: request))
        }
    }
}

/// Writes an answer. A client that went away is no failure of the server.
private struct AnswerWriter: Sendable {
    let channel: any Channel
    let head: HTTPRequestHead

    func write(_ answer: HTTPTestServer.Answer) {
        switch answer {
        case .response(let status, let headers, let body):
            writeHead(status, headers + [("Content-Length", String(body.utf8.count))])
            write(body)
            write(.end(nil))
        case .chunks(let chunks, let pause):
            writeHead(200, [("Transfer-Encoding", "chunked")])
            write(chunks[...], pause: TimeAmount.nanoseconds(Int64(pause / .nanoseconds(1))))
        case .brokenBody(let body, let promisedLength):
            writeHead(200, [("Content-Length", String(promisedLength))])
            write(body)
            channel.close(promise: nil)
        case .closeConnection: channel.close(promise: nil)
        case .silence: break
        }
    }

    private func write(_ chunks: ArraySlice<String>, pause: TimeAmount) {
        guard let chunk = chunks.first, channel.isActive else { return write(.end(nil)) }
        channel.eventLoop.scheduleTask(in: pause) {
            write(chunk)
            write(chunks.dropFirst(), pause: pause)
        }
    }

    private func writeHead(_ status: Int, _ headers: [(String, String)]) {
        write(.head(HTTPResponseHead(version: head.version, status: .init(statusCode: status), headers: HTTPHeaders(headers))))
    }

    private func write(_ text: String) {
        guard !text.isEmpty else { return }
        write(.body(.byteBuffer(ByteBuffer(string: text))))
    }

    private func write(_ part: HTTPServerResponsePart) { channel.writeAndFlush(part, promise: nil) }
}
