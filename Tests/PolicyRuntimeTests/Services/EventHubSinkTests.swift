import HTTPTypes
import PolicyExpressions
import PolicyRuntime
import Synchronization
import Testing

@Suite struct EventHubSinkTests {
    private final class Recording: HTTPTransport {
        let requests = Mutex<[TransportRequest]>([])
        let status: Int
        init(status: Int = 201) { self.status = status }

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            requests.withLock { $0.append(request) }
            return TransportResponse(head: HTTPResponse(status: .init(code: status)), body: .empty)
        }
    }

    private struct Fixed: GatewayClock {
        // 2020-09-13T12:26:40Z, which is 1,600,000,000 seconds of Unix time.
        var now: NetDateTime { NetDateTime(ticks: 621_355_968_000_000_000 + 1_600_000_000 * 10_000_000, kind: .utc) }
        func sleep(for duration: Duration) async throws {}
    }

    private static func sink(_ transport: Recording) -> EventHubSink {
        let hub = EventHub(namespace: "contoso.servicebus.windows.net", name: "audit", keyName: "send", key: "secret")
        return EventHubSink(["log": hub], over: transport, clock: Fixed())
    }

    @Test func messageIsPostedWithAToken() async throws {
        let transport = Recording()
        try await Self.sink(transport).send(GatewayEvent(loggerID: "log", message: Array("a".utf8), partition: .key("k\"é")))
        let request = try #require(transport.requests.withLock { $0.first })
        #expect(request.head.method == .post && request.head.authority == "contoso.servicebus.windows.net")
        #expect(request.head.path == "/audit/messages?timeout=60&api-version=2014-01")
        // The signature was made by another implementation of HMAC-SHA256.
        let signature = "GqA179fxmMAW4JxIDX2WPvGiqccBA78rp3QoykCxDdI%3D"
        #expect(
            request.head.headerFields[.authorization]
                == "SharedAccessSignature sr=https%3A%2F%2Fcontoso.servicebus.windows.net%2Faudit&sig=\(signature)&se=1600000300&skn=send")
        let properties = HTTPField.Name("BrokerProperties").flatMap { request.head.headerFields[$0] }
        #expect(properties == #"{"PartitionKey":"k\u0022\u00e9"}"#)
    }

    @Test func partitionIsPartOfThePath() async throws {
        let transport = Recording()
        try await Self.sink(transport).send(GatewayEvent(loggerID: "log", message: [], partition: .id("1")))
        #expect(transport.requests.withLock { $0.first?.head.path } == "/audit/partitions/1/messages?timeout=60&api-version=2014-01")
    }

    @Test func refusalsAndUnknownLoggersAreErrors() async {
        await #expect(throws: EventHubSink.Failure.refused(status: 401)) {
            try await Self.sink(Recording(status: 401)).send(GatewayEvent(loggerID: "log", message: []))
        }
        await #expect(throws: EventHubSink.Failure.unknownLogger("x")) {
            try await Self.sink(Recording()).send(GatewayEvent(loggerID: "x", message: []))
        }
    }
}
