import APIMPolicy
import PolicyTesting
import Testing

/// Limits over several requests.
@Suite struct LimitTests {
    @Test func rateRenewsAsCallsLeaveTheWindow() async throws {
        let series = try RequestSeries(
            inbound: #"<rate-limit-by-key calls="2" renewal-period="60" counter-key="a" remaining-calls-header-name="X-Left" />"#)
        #expect(await series.run()[header: "X-Left"] == "1")
        series.clock.advance(by: .seconds(20))
        #expect(await series.run()[header: "X-Left"] == "0")
        series.clock.advance(by: .seconds(20))
        let refused = await series.run()
        #expect(refused.status == 429 && refused[header: "Retry-After"] == "20" && refused[header: "X-Left"] == "0")
        series.clock.advance(by: .seconds(20))
        #expect(await series.run().status == 200)
        #expect(series.backend.count == 3)
    }

    @Test func incrementThatReadsTheResponseComesOneCallLater() async throws {
        let series = try RequestSeries(
            inbound: """
                <rate-limit-by-key calls="1" renewal-period="60" counter-key="a" \
                increment-condition="@(context.Response.StatusCode == 401)" />
                """, backend: CountingBackend { $0 == 1 ? 200 : 401 })
        // The first call does not count. As the reference says, the limit shows one call later than otherwise.
        var statuses: [Int] = []
        for _ in 0..<5 { statuses.append(await series.run().status) }
        #expect(statuses == [200, 401, 401, 429, 429])
    }

    @Test func incrementCountsAfterAnErrorToo() async throws {
        let series = try RequestSeries(
            inbound: """
                <rate-limit-by-key calls="0" renewal-period="60" counter-key="a" \
                increment-condition="@(context.Response.StatusCode == 401)" />
                <check-header name="X-Key" failed-check-httpcode="401" failed-check-error-message="no" ignore-case="true" />
                """)
        #expect(await series.run().status == 401)
        #expect(await series.run().status == 429)
    }

    @Test func subscriptionsCountApart() async throws {
        let series = try RequestSeries(inbound: #"<rate-limit calls="1" renewal-period="60" />"#)
        #expect(await series.run(subscription: "a").status == 200)
        #expect(await series.run(subscription: "b").status == 200)
        #expect(await series.run(subscription: "a").status == 429)
        #expect(await series.run().status == 200)
    }

    @Test func quotaRenewsWithItsPeriod() async throws {
        let series = try RequestSeries(
            inbound: #"<quota-by-key calls="1" renewal-period="3600" counter-key="a" first-period-start="2025-01-01T00:30:00Z" />"#)
        #expect(await series.run().status == 200)
        let refused = await series.run()
        // The clock stands at midnight, and a period begins at half past.
        #expect(refused.status == 403 && refused[header: "Retry-After"] == "1800" && refused.lastError == "QuotaExceeded")
        #expect(refused.body.contains("Quota will be replenished in 00:30:00."))
        series.clock.advance(by: .seconds(1800))
        #expect(await series.run().status == 200)
    }

    @Test func bandwidthCountsBothMessages() async throws {
        let series = try RequestSeries(inbound: #"<quota-by-key bandwidth="1" renewal-period="3600" counter-key="a" />"#)
        // 500 bytes of request and 8 of response: the third call begins beyond 1,024.
        var statuses: [Int] = []
        for _ in 0..<4 { statuses.append(await series.run(method: "POST", body: String(repeating: "x", count: 510)).status) }
        #expect(statuses == [200, 200, 403, 403])
    }

    @Test func quotaConditionCountsOnlyWhatItShould() async throws {
        let series = try RequestSeries(
            inbound: """
                <quota-by-key calls="1" renewal-period="3600" counter-key="a" \
                increment-condition="@(context.Response.StatusCode < 400)" />
                """, backend: CountingBackend { $0 == 1 ? 500 : 200 })
        var statuses: [Int] = []
        for _ in 0..<3 { statuses.append(await series.run().status) }
        #expect(statuses == [500, 200, 403])
    }

    @Test func requestsAtTheSameTimeAdmitExactlyTheLimit() async throws {
        let series = try RequestSeries(inbound: #"<rate-limit-by-key calls="100" renewal-period="60" counter-key="a" />"#)
        let admitted = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    var admitted = 0
                    for _ in 0..<25 where await series.run().status == 200 { admitted += 1 }
                    return admitted
                }
            }
            return await group.reduce(0, +)
        }
        #expect(admitted == 100)
    }

    @Test func aFailingStoreLetsRequestsPass() async throws {
        let stores = GatewayStores(counters: BrokenCounters())
        let series = try RequestSeries(
            inbound: #"<rate-limit-by-key calls="0" renewal-period="60" counter-key="a" />"#, stores: stores)
        #expect(await series.run().status == 200)
    }

    private struct BrokenCounters: CounterStore {
        struct Unreachable: Error {}
        func admit(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) throws -> WindowCount {
            throw Unreachable()
        }
        func add(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) throws { throw Unreachable() }
        func check(_ use: QuotaUse, against quota: UsageQuota, of key: String, at now: NetDateTime) throws -> QuotaCount {
            throw Unreachable()
        }
        func admit(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) throws -> QuotaCount { throw Unreachable() }
        func add(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) throws { throw Unreachable() }
    }
}
