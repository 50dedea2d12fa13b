import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import StandardPolicies
import Synchronization

/// Compiles documents by scope with the standard policies.
func compile(_ documents: [PolicyScope: String], options: CompilationOptions = CompilationOptions()) -> Compilation {
    var scoped = ScopedDocuments()
    var diagnostics: [Diagnostic] = []
    for (scope, text) in documents {
        let parsed = PolicyParser(registry: .standard).parse(SourceText(name: "\(scope.rawValue).xml", text: text))
        scoped[scope] = parsed.document
        diagnostics += parsed.diagnostics
    }
    var compilation = PolicyCompiler(options: options).compile(scoped)
    compilation.diagnostics = diagnostics + compilation.diagnostics
    return compilation
}

/// An engine for an operation's document.
func makeEngine(
    _ document: String, transport: (any HTTPTransport)? = Answering(), observer: (any PolicyObserver)? = nil,
    stores: GatewayStores = GatewayStores()
) throws -> PolicyEngine {
    let compilation = compile([.operation: document])
    guard let policies = compilation.policies else { throw PolicyCompilationError(compilation.diagnostics) }
    return try PolicyEngine(policies, services: GatewayServices(transport: transport, observer: observer, stores: stores))
}

/// A request to the API `shop` whose backend is `https://backend.example/svc`.
func makeContext(_ path: String = "/shop/orders/7", body: TransportBody = .empty, headers: HTTPFields = [:]) -> RequestContext {
    let request = HTTPRequest(
        method: .post, scheme: "https", authority: "gateway.example", path: path, headerFields: headers)
    return RequestContext(request, body: body, api: APIDescription(path: "shop", serviceURL: "https://backend.example/svc"))
}

/// Answers every request alike and remembers what it was asked.
final class Answering: HTTPTransport {
    private let answer: @Sendable (TransportRequest) async throws -> TransportResponse
    private let sent = Mutex<[TransportRequest]>([])

    init(
        _ answer: @escaping @Sendable (TransportRequest) async throws -> TransportResponse = { _ in
            TransportResponse(head: HTTPResponse(status: .ok), body: .bytes(Array("fine".utf8)))
        }
    ) {
        self.answer = answer
    }

    var requests: [TransportRequest] { sent.withLock { $0 } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        sent.withLock { $0.append(request) }
        return try await answer(request)
    }
}

extension TransportResponse {
    var text: String {
        get async throws { String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self) }
    }
}

/// A stream of chunks that are all there.
func stream(_ chunks: String...) -> TransportBody {
    .stream(
        AsyncThrowingStream { continuation in
            for chunk in chunks { continuation.yield(Array(chunk.utf8)) }
            continuation.finish()
        })
}
