import HTTPTypes
import PolicyExpressions
import PolicyRuntime
import Testing

/// Containers around a policy that has the host forward the request.
@Suite struct HostForwardingTests {
    private static func response(_ status: Int) -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: HTTPResponse.Status(code: status)))
    }

    private static func isForward(_ result: InboundResult) -> Bool { if case .forward = result { true } else { false } }

    private static func status(_ result: InboundResult) -> Int? {
        if case .respond(let outcome) = result { outcome.response.head.status.code } else { nil }
    }

    private static let retrying = """
        <policies><backend>
            <retry condition="@(context.Response == null || context.Response.StatusCode == 503)" count="2" interval="0">
                <choose><when condition="@(true)"><forward-request /></when></choose>
            </retry>
            <set-header name="X-Behind"><value>1</value></set-header>
        </backend></policies>
        """

    @Test func retryForwardsAgainUntilTheConditionFails() async throws {
        let engine = try makeEngine(Self.retrying)
        var context = makeContext()
        #expect(Self.isForward(await engine.runInbound(&context)))
        #expect(Self.isForward(await engine.runOutbound(&context, response: Self.response(503))))
        #expect(Self.isForward(await engine.runOutbound(&context, failure: .timeout)))
        #expect(Self.status(await engine.runOutbound(&context, response: Self.response(200))) == 200)
        #expect(context.gateway.request.headers["X-Behind"] != nil)
    }

    @Test func retryGivesUpAfterItsCount() async throws {
        let engine = try makeEngine(Self.retrying)
        var context = makeContext()
        _ = await engine.runInbound(&context)
        _ = await engine.runOutbound(&context, response: Self.response(503))
        _ = await engine.runOutbound(&context, response: Self.response(503))
        #expect(Self.status(await engine.runOutbound(&context, response: Self.response(503))) == 503)
    }

    @Test func theLastFailureIsTheError() async throws {
        let engine = try makeEngine(Self.retrying)
        var context = makeContext()
        _ = await engine.runInbound(&context)
        for _ in 0..<2 { _ = await engine.runOutbound(&context, failure: .timeout) }
        guard case .respond(let outcome) = await engine.runOutbound(&context, failure: .timeout) else {
            Issue.record("there was another attempt")
            return
        }
        #expect(outcome.lastError?.reason == "Timeout")
    }

    @Test func aPlaceIsHeldUntilTheHostHasTheResponse() async throws {
        let engine = try makeEngine(
            #"<policies><backend><limit-concurrency key="a" max-count="1"><forward-request /></limit-concurrency></backend></policies>"#)
        var (first, second) = (makeContext(), makeContext())
        #expect(Self.isForward(await engine.runInbound(&first)))
        #expect(Self.status(await engine.runInbound(&second)) == 429)
        #expect(Self.status(await engine.runOutbound(&first, response: Self.response(200))) == 200)
        var third = makeContext()
        #expect(Self.isForward(await engine.runInbound(&third)))
    }

    @Test func aPlaceOfAnAbandonedRequestIsFree() async throws {
        let engine = try makeEngine(
            #"<policies><backend><limit-concurrency key="a" max-count="1"><forward-request /></limit-concurrency></backend></policies>"#)
        do {
            var abandoned = makeContext()
            #expect(Self.isForward(await engine.runInbound(&abandoned)))
        }
        var next = makeContext()
        #expect(Self.isForward(await engine.runInbound(&next)))
    }
}
