import HTTPTypes
import PolicyExpressions
import PolicyRuntime
import Synchronization
import Testing

/// Policies that run side by side, and work that outlives its request.
@Suite struct ConcurrentPolicyTests {
    /// Lets requests pass once as many as expected have come, so that only requests at the same time ever do.
    private final class Gate: Sendable {
        private let state = Mutex<(missing: Int, waiting: [CheckedContinuation<Void, Never>])>((0, []))

        init(_ count: Int) { state.withLock { $0.missing = count } }

        func pass() async {
            await withCheckedContinuation { continuation in
                let released = state.withLock { state in
                    state.missing -= 1
                    state.waiting.append(continuation)
                    guard state.missing <= 0 else { return [CheckedContinuation<Void, Never>]() }
                    defer { state.waiting = [] }
                    return state.waiting
                }
                for waiting in released { waiting.resume() }
            }
        }
    }

    private static func call(_ name: String) -> String {
        "<send-request response-variable-name=\"\(name)\"><set-url>https://\(name).example/</set-url><set-method>GET</set-method></send-request>"
    }

    @Test func requestsOfWaitAreUnderWayAtTheSameTime() async throws {
        let gate = Gate(3)
        let transport = Answering { request in
            if request.head.authority != "backend.example" { await gate.pass() }
            return TransportResponse(head: HTTPResponse(status: .ok), body: .bytes(Array((request.head.authority ?? "").utf8)))
        }
        let calls = ["a", "b", "c"].map(Self.call).joined()
        let engine = try makeEngine("<policies><inbound><wait for=\"all\">\(calls)</wait></inbound></policies>", transport: transport)
        var context = makeContext()
        _ = await engine.run(&context)
        for name in ["a", "b", "c"] {
            guard case .object(let object)? = context.gateway.variables[NetString(name)], let response = object as? GatewayResponse else {
                Issue.record("\(name) has no response")
                continue
            }
            #expect(response.body.forwardedBytes == Array("\(name).example".utf8))
        }
    }

    @Test func ordinalsOfCalloutsDiffer() async throws {
        let observer = Ordinals()
        let calls = ["a", "b", "c"].map(Self.call).joined()
        let engine = try makeEngine(
            "<policies><inbound>\(Self.call("x"))<wait>\(calls)</wait></inbound></policies>", observer: observer)
        _ = await engine.run(makeContext())
        #expect(observer.all == [0, 1, 2, 3, 4])
    }

    private final class Ordinals: PolicyObserver {
        private let seen = Mutex<[Int]>([])
        var all: [Int] { seen.withLock { $0.sorted() } }
        func calloutStarted(_ callout: Callout, in context: GatewayContext) { seen.withLock { $0.append(callout.ordinal) } }
    }

    @Test func oneWayRequestsOutliveTheirRequest() async throws {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let transport = Answering { request in
            if request.head.authority == "audit.example" { for await _ in stream { break } }
            return TransportResponse(head: HTTPResponse(status: .ok))
        }
        let stores = GatewayStores()
        let engine = try makeEngine(
            """
            <policies><inbound><send-one-way-request><set-url>https://audit.example/</set-url><set-method>GET</set-method>\
            </send-one-way-request></inbound></policies>
            """, transport: transport, stores: stores)
        let outcome = await engine.run(makeContext())
        #expect(outcome.response.head.status.code == 200)
        continuation.yield()
        await stores.background.finish()
        #expect(transport.requests.contains { $0.head.authority == "audit.example" })
    }

    @Test func oneWayRequestsAreBounded() async throws {
        let transport = Answering()
        let stores = GatewayStores(background: BackgroundWork(bound: 0))
        let engine = try makeEngine(
            """
            <policies><inbound><send-one-way-request><set-url>https://audit.example/</set-url><set-method>GET</set-method>\
            </send-one-way-request></inbound></policies>
            """, transport: transport, stores: stores)
        let outcome = await engine.run(makeContext())
        #expect(outcome.response.head.status.code == 200)
        #expect(transport.requests.allSatisfy { $0.head.authority == "backend.example" })
    }
}
