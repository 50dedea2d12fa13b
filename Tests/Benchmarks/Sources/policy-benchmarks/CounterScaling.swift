import APIMPolicy

/// How many calls a store of counters counts in a second, with one task and with two, and whether it counts exactly.
enum CounterScaling {
    private static let calls = 200_000
    private static let keys = 1_000

    static func run() async throws {
        print("\nCounting calls of \(keys) keys, each task \(calls) of them")
        var first = 0.0
        for tasks in [1, 2] {
            let seconds = try await seconds(with: tasks)
            let rate = Double(tasks * calls) / seconds / 1_000_000
            if tasks == 1 { first = rate }
            print("\(tasks) task\(tasks == 1 ? " " : "s")  \(Table.fixed(rate, 2)) million a second, \(Table.fixed(rate / first, 2)) times")
        }
    }

    private static func seconds(with tasks: Int) async throws -> Double {
        let store = InMemoryCounters(), now = NetDateTime.systemUTCNow()
        let window = SlidingWindow(limit: Int64(tasks * calls / keys / 2), length: NetTimeSpan(ticks: 300 * 10_000_000))
        let start = ContinuousClock.now
        let admitted = await withTaskGroup(of: Int.self) { group in
            for task in 0..<tasks { group.addTask { count(in: store, from: task * keys / tasks, window, now) } }
            return await group.reduce(0, +)
        }
        let spent = ContinuousClock.now - start
        // Half of the calls fit into the limits.
        guard admitted == tasks * calls / 2 else { throw UnexpectedResult(description: "\(admitted) calls were admitted") }
        return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
    }

    /// Begins with a key of its own: two tasks in step would meet at each.
    private static func count(in store: InMemoryCounters, from first: Int, _ window: SlidingWindow, _ now: NetDateTime) -> Int {
        let names = (0..<keys).map { "client-\($0)" }
        return (0..<calls).count { store.admit(1, to: window, of: names[($0 + first) % keys], at: now).isAdmitted }
    }
}
