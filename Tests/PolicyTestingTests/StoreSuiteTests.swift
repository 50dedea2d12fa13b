import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import Testing

/// The suites for stores: ours keep every rule, and a store that breaks one is found out.
@Suite struct StoreSuiteTests {
    @Test func countersInMemoryKeepEveryRule() async throws {
        #expect(try await CounterStoreSuite { InMemoryCounters() }.differences().isEmpty)
    }

    @Test func cacheInMemoryKeepsEveryRule() async throws {
        #expect(try await CacheStoreSuite { InMemoryCache() }.differences().isEmpty)
    }

    private struct Forgetful: CounterStore {
        func admit(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) -> WindowCount {
            WindowCount(isAdmitted: true, remaining: window.limit - amount, wait: NetTimeSpan(ticks: 0))
        }
        func add(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) {}
        func check(_ use: QuotaUse, against quota: UsageQuota, of key: String, at now: NetDateTime) -> QuotaCount {
            QuotaCount(exceeded: nil, wait: nil)
        }
        func admit(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) -> QuotaCount {
            QuotaCount(exceeded: nil, wait: nil)
        }
        func add(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) {}
    }

    @Test func countersThatForgetAreFoundOut() async throws {
        let broken = try await CounterStoreSuite { Forgetful() }.differences()
        #expect(broken.contains("tasks that count at the same time admit exactly the limit"))
        #expect(broken.contains("a quota renews when its period is over"))
        #expect(!broken.contains("keys count apart"))
    }
}
