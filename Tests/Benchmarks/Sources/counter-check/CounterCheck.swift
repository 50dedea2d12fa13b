import APIMPolicy

/// Counts calls of one key from many tasks at once, in each way that a store of counters counts, and demands that exactly
/// the limit is admitted.
///
/// A program of its own: built with the thread sanitizer it must be without what counts allocations in the benchmarks,
/// which takes the place of the functions that the sanitizer watches.
@main
struct CounterCheck {
    private static let tasks = 64
    private static let calls = 10_000
    private static let limit: Int64 = 1_000
    private static let length = NetTimeSpan(ticks: 300 * 10_000_000)

    static func main() async throws {
        let store = InMemoryCounters(), now = NetDateTime.systemUTCNow()
        let window = SlidingWindow(limit: limit, length: length)
        try await check("a sliding window") { store.admit(1, to: window, of: "client", at: now).isAdmitted }
        let quota = UsageQuota(calls: limit, bytes: nil, start: now, period: length)
        try await check("a quota") { store.admit(QuotaUse(calls: 1), to: quota, of: "client", at: now).exceeded == nil }
    }

    /// Has every task make its calls, and throws unless those that were admitted are as many as the limit.
    private static func check(_ name: String, _ call: @escaping @Sendable () -> Bool) async throws {
        let admitted = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<tasks { group.addTask { (0..<calls).count { _ in call() } } }
            return await group.reduce(0, +)
        }
        print("\(name): \(admitted) of \(tasks * calls) calls were admitted, the limit is \(limit)")
        guard admitted == Int(limit) else { throw WrongCount(name: name, admitted: admitted) }
    }
}

/// A counter that admitted too many calls, or too few.
struct WrongCount: Error {
    var name: String
    var admitted: Int
}
