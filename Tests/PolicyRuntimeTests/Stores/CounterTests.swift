import PolicyExpressions
import PolicyRuntime
import Synchronization
import Testing

/// Counters in memory, under a clock that the tests decide about.
@Suite struct CounterTests {
    private static let start = NetDateTime(ticks: 638_712_864_000_000_000, kind: .utc)

    private static func later(_ seconds: Double) -> NetDateTime {
        NetDateTime(ticks: start.ticks + Int64(seconds * 10_000_000), kind: .utc)
    }

    private static func window(_ limit: Int64, _ seconds: Int64) -> SlidingWindow {
        SlidingWindow(limit: limit, length: NetTimeSpan(ticks: seconds * 10_000_000))
    }

    @Test func windowSlides() {
        let counters = InMemoryCounters()
        let window = Self.window(2, 60)
        #expect(counters.admit(1, to: window, of: "a", at: Self.later(0)).remaining == 1)
        #expect(counters.admit(1, to: window, of: "a", at: Self.later(20)).isAdmitted)
        let refused = counters.admit(1, to: window, of: "a", at: Self.later(30))
        #expect(!refused.isAdmitted && refused.wait.ticks == 300_000_000)
        // The first call leaves the window when it is exactly as old as the window is long.
        #expect(!counters.admit(1, to: window, of: "a", at: Self.later(59.9)).isAdmitted)
        #expect(counters.admit(1, to: window, of: "a", at: Self.later(60)).isAdmitted)
        #expect(!counters.admit(1, to: window, of: "a", at: Self.later(79)).isAdmitted)
    }

    @Test func refusedCallsAreNotCounted() {
        let counters = InMemoryCounters()
        let window = Self.window(1, 60)
        #expect(counters.admit(1, to: window, of: "a", at: Self.later(0)).isAdmitted)
        for second in 1...59 { #expect(!counters.admit(1, to: window, of: "a", at: Self.later(Double(second))).isAdmitted) }
        #expect(counters.admit(1, to: window, of: "a", at: Self.later(60)).isAdmitted)
    }

    @Test func lookingCountsNothing() {
        let counters = InMemoryCounters()
        let window = Self.window(1, 60)
        #expect(counters.admit(0, to: window, of: "a", at: Self.later(0)).isAdmitted)
        counters.add(1, to: window, of: "a", at: Self.later(0))
        // As many as the limit are still within it; one more is not.
        #expect(counters.admit(0, to: window, of: "a", at: Self.later(1)).isAdmitted)
        counters.add(1, to: window, of: "a", at: Self.later(1))
        #expect(!counters.admit(0, to: window, of: "a", at: Self.later(2)).isAdmitted)
    }

    @Test func neverMoreThanTheLimitWithinASpan() {
        let counters = InMemoryCounters()
        let window = Self.window(500, 60)
        var admitted: [Double] = []
        for step in 0..<4000 {
            let time = Double(step) * 0.05
            if counters.admit(1, to: window, of: "a", at: Self.later(time)).isAdmitted { admitted.append(time) }
        }
        for (index, time) in admitted.enumerated() where index >= 500 { #expect(time - admitted[index - 500] >= 60) }
        #expect(admitted.count >= 1500)
    }

    @Test func exactUnderConcurrency() async {
        let counters = InMemoryCounters()
        let window = Self.window(100_000, 300)
        let admitted = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    (0..<10_000).count { _ in counters.admit(1, to: window, of: "all", at: Self.start).isAdmitted }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(admitted == 100_000)
    }

    @Test func quotaPeriodsJoinOn() {
        let counters = InMemoryCounters()
        let hour = NetTimeSpan(ticks: 36_000_000_000)
        let quota = UsageQuota(calls: 1, bytes: nil, start: NetDateTime(ticks: 0, kind: .utc), period: hour)
        #expect(counters.admit(QuotaUse(calls: 1), to: quota, of: "a", at: Self.later(600)).exceeded == nil)
        let refused = counters.admit(QuotaUse(calls: 1), to: quota, of: "a", at: Self.later(3000))
        #expect(refused.exceeded == .calls && refused.wait?.ticks == 6_000_000_000)
        #expect(counters.admit(QuotaUse(calls: 1), to: quota, of: "a", at: Self.later(3600)).exceeded == nil)
    }

    @Test func bandwidthIsUsedUpByWhatWasAdded() {
        let counters = InMemoryCounters()
        let quota = UsageQuota(calls: nil, bytes: 1000, start: Self.start, period: nil)
        #expect(counters.admit(QuotaUse(calls: 1), to: quota, of: "a", at: Self.start).exceeded == nil)
        counters.add(QuotaUse(bytes: 999), to: quota, of: "a", at: Self.start)
        #expect(counters.admit(QuotaUse(calls: 1), to: quota, of: "a", at: Self.start).exceeded == nil)
        counters.add(QuotaUse(bytes: 1), to: quota, of: "a", at: Self.start)
        let refused = counters.admit(QuotaUse(calls: 1), to: quota, of: "a", at: Self.later(1_000_000))
        #expect(refused.exceeded == .bandwidth && refused.wait == nil)
    }
}
