public import PolicyExpressions
public import PolicyRuntime

/// What every `CounterStore` must do. It knows no test framework: what it gives are sentences, one for each rule that an
/// implementation breaks.
///
/// ```swift
/// let broken = try await CounterStoreSuite(makeStore: { MyCounters() }).differences()
/// #expect(broken.isEmpty)
/// ```
public struct CounterStoreSuite: Sendable {
    private let makeStore: @Sendable () async throws -> any CounterStore
    private let start: NetDateTime

    /// Makes a suite.
    ///
    /// - Parameter makeStore: gives a store without counts, a new one for each rule.
    public init(
        start: NetDateTime = NetDateTime(ticks: 638_712_864_000_000_000, kind: .utc),
        makeStore: @escaping @Sendable () async throws -> any CounterStore
    ) {
        (self.start, self.makeStore) = (start, makeStore)
    }

    /// The rules that the implementation breaks.
    ///
    /// - Throws: what the store throws.
    public func differences() async throws -> [String] {
        var broken: [String] = []
        for (rule, holds) in rules where try await !holds(try await makeStore()) { broken.append(rule) }
        return broken
    }

    private var rules: [(String, @Sendable (any CounterStore) async throws -> Bool)] {
        [
            ("a window admits its limit and tells what is left", admitsItsLimit),
            ("a call leaves the window when it is as old as the window is long", slides),
            ("a refused call is not counted", refusedIsNotCounted),
            ("an amount of 0 only looks", zeroLooks),
            ("what is added counts beyond the limit", addingIgnoresTheLimit),
            ("keys count apart", keysCountApart),
            ("tasks that count at the same time admit exactly the limit", isExact),
            ("a quota renews when its period is over", quotaRenews),
            ("bandwidth that is used up ends the period's calls", bandwidthEnds),
            ("checking a quota counts nothing", checkingCountsNothing),
        ]
    }

    private func later(_ seconds: Int64) -> NetDateTime { NetDateTime(ticks: start.ticks + seconds * 10_000_000, kind: .utc) }

    private func window(_ limit: Int64) -> SlidingWindow { SlidingWindow(limit: limit, length: NetTimeSpan(ticks: 600_000_000)) }

    // MARK: Windows

    private func admitsItsLimit(_ store: any CounterStore) async throws -> Bool {
        let first = try await store.admit(1, to: window(2), of: "a", at: start)
        let second = try await store.admit(1, to: window(2), of: "a", at: later(10))
        let third = try await store.admit(1, to: window(2), of: "a", at: later(20))
        return first == WindowCount(isAdmitted: true, remaining: 1, wait: NetTimeSpan(ticks: 0))
            && second == WindowCount(isAdmitted: true, remaining: 0, wait: NetTimeSpan(ticks: 0))
            && third == WindowCount(isAdmitted: false, remaining: 0, wait: NetTimeSpan(ticks: 400_000_000))
    }

    private func slides(_ store: any CounterStore) async throws -> Bool {
        _ = try await store.admit(1, to: window(1), of: "a", at: start)
        let before = try await store.admit(1, to: window(1), of: "a", at: later(59))
        let after = try await store.admit(1, to: window(1), of: "a", at: later(60))
        return !before.isAdmitted && after.isAdmitted
    }

    private func refusedIsNotCounted(_ store: any CounterStore) async throws -> Bool {
        _ = try await store.admit(1, to: window(1), of: "a", at: start)
        for second in 1...59 { _ = try await store.admit(1, to: window(1), of: "a", at: later(Int64(second))) }
        return try await store.admit(1, to: window(1), of: "a", at: later(60)).isAdmitted
    }

    private func zeroLooks(_ store: any CounterStore) async throws -> Bool {
        for _ in 0..<5 { _ = try await store.admit(0, to: window(1), of: "a", at: start) }
        return try await store.admit(1, to: window(1), of: "a", at: start).isAdmitted
    }

    private func addingIgnoresTheLimit(_ store: any CounterStore) async throws -> Bool {
        for _ in 0..<3 { try await store.add(1, to: window(1), of: "a", at: start) }
        let tight = try await store.admit(0, to: window(2), of: "a", at: start)
        let wide = try await store.admit(0, to: window(3), of: "a", at: start)
        return !tight.isAdmitted && wide.isAdmitted
    }

    private func keysCountApart(_ store: any CounterStore) async throws -> Bool {
        _ = try await store.admit(1, to: window(1), of: "a", at: start)
        return try await store.admit(1, to: window(1), of: "b", at: start).isAdmitted
    }

    private func isExact(_ store: any CounterStore) async throws -> Bool {
        let window = window(1000)
        let admitted = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    var admitted = 0
                    for _ in 0..<200 where try await store.admit(1, to: window, of: "all", at: start).isAdmitted { admitted += 1 }
                    return admitted
                }
            }
            return try await group.reduce(0, +)
        }
        return admitted == 1000
    }

    // MARK: Quotas

    private func quota(calls: Int64? = nil, bytes: Int64? = nil) -> UsageQuota {
        UsageQuota(calls: calls, bytes: bytes, start: start, period: NetTimeSpan(ticks: 3_000_000_000))
    }

    private func quotaRenews(_ store: any CounterStore) async throws -> Bool {
        let quota = quota(calls: 1)
        let first = try await store.admit(QuotaUse(calls: 1), to: quota, of: "a", at: later(10))
        let second = try await store.admit(QuotaUse(calls: 1), to: quota, of: "a", at: later(20))
        let third = try await store.admit(QuotaUse(calls: 1), to: quota, of: "a", at: later(300))
        return first.exceeded == nil && second.exceeded == .calls && second.wait == NetTimeSpan(ticks: 2_800_000_000)
            && third.exceeded == nil
    }

    private func bandwidthEnds(_ store: any CounterStore) async throws -> Bool {
        let quota = quota(bytes: 100)
        try await store.add(QuotaUse(bytes: 99), to: quota, of: "a", at: start)
        let before = try await store.admit(QuotaUse(calls: 1), to: quota, of: "a", at: start)
        try await store.add(QuotaUse(bytes: 1), to: quota, of: "a", at: start)
        let after = try await store.admit(QuotaUse(calls: 1), to: quota, of: "a", at: start)
        return before.exceeded == nil && after.exceeded == .bandwidth
    }

    private func checkingCountsNothing(_ store: any CounterStore) async throws -> Bool {
        for _ in 0..<3 { _ = try await store.check(QuotaUse(calls: 1), against: quota(calls: 1), of: "a", at: start) }
        return try await store.admit(QuotaUse(calls: 1), to: quota(calls: 1), of: "a", at: start).exceeded == nil
    }
}
