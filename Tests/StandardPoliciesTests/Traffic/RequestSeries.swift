import APIMPolicy
import PolicyTesting
import Synchronization

/// Several requests through one engine, under a clock that the test moves.
final class RequestSeries: Sendable {
    let clock = ManualClock()
    let backend: CountingBackend
    private let engine: PolicyEngine

    init(
        inbound: String = "", outbound: String = "", scope: PolicyScope = .operation, stores: GatewayStores = GatewayStores(),
        backend: CountingBackend = CountingBackend()
    ) throws {
        var sources = PolicySources()
        let document = "<policies><inbound><base />\(inbound)</inbound><outbound><base />\(outbound)</outbound></policies>"
        sources[scope] = SourceText(name: "policy.xml", text: document)
        self.backend = backend
        engine = try PolicyEngine(sources, services: GatewayServices(transport: backend, clock: clock, stores: stores))
    }

    func run(
        _ url: String = "https://gateway.example/shop/orders/7", method: String = "GET", headers: [(name: String, value: String)] = [],
        body: String = "", subscription: String? = nil
    ) async -> Answer {
        let message = GatewayRequest(
            method: method, url: RequestURL(url) ?? RequestURL(scheme: "https", host: "gateway.example"),
            headers: MultiValueDictionary(headers), body: body.isEmpty ? nil : MessageBody(Array(body.utf8)))
        let gateway = GatewayContext(request: message)
        gateway.api = APIDescription(path: "shop", serviceURL: "https://backend.example/svc")
        gateway.product = ProductDescription(id: "gold", name: "Gold")
        if let subscription { gateway.subscription = SubscriptionDescription(id: subscription) }
        let outcome = await engine.run(RequestContext(gateway))
        await engine.services.stores.background.finish()
        return await Answer(outcome)
    }

    /// What the caller got.
    struct Answer: Sendable {
        var status: Int
        var body: String
        var headers: HTTPFields
        var lastError: String?

        init(_ outcome: PolicyOutcome) async {
            status = outcome.response.head.status.code
            headers = outcome.response.head.headerFields
            lastError = outcome.lastError?.reason
            body = String(decoding: (try? await outcome.response.body.collect(upTo: 1 << 20)) ?? [], as: UTF8.self)
        }

        subscript(header name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    }
}

/// Answers each request with its number.
final class CountingBackend: HTTPTransport {
    private let counted = Mutex(0)
    private let status: @Sendable (Int) -> Int
    private let wait: @Sendable () async -> Void

    init(status: @escaping @Sendable (Int) -> Int = { _ in 200 }, wait: @escaping @Sendable () async -> Void = {}) {
        (self.status, self.wait) = (status, wait)
    }

    var count: Int { counted.withLock { $0 } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let number = counted.withLock { count in
            count += 1
            return count
        }
        await wait()
        return TransportResponse(
            head: HTTPResponse(status: HTTPResponse.Status(code: status(number))), body: .bytes(Array("answer \(number)".utf8)))
    }
}
