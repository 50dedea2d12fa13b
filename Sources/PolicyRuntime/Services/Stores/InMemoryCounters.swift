import NIOConcurrencyHelpers
public import PolicyExpressions

/// Counters in the memory of this process, exact under concurrency.
///
/// Keys are spread over several locks, so that tasks that count for different keys seldom wait for one another. Counters
/// that hold nothing any more go away as new ones come.
public final class InMemoryCounters: CounterStore {
    private let shards: [Shard]

    /// Makes a store without counts.
    public init() { shards = (0..<32).map { _ in Shard() } }

    /// Counts calls in a sliding window if they fit in.
    public func admit(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) -> WindowCount {
        shard(of: key).windows.withLockedValue { table in
            table.update(key, at: now) { log in log.admit(amount, to: window, at: now.ticks) }
        }
    }

    /// Counts calls in a sliding window.
    public func add(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) {
        shard(of: key).windows.withLockedValue { table in
            table.update(key, at: now) { log in log.add(amount, keptFor: window.length.ticks, at: now.ticks) }
        }
    }

    /// Says whether calls and bytes fit into the current period.
    public func check(_ use: QuotaUse, against quota: UsageQuota, of key: String, at now: NetDateTime) -> QuotaCount {
        shard(of: key).quotas.withLockedValue { table in
            table.update(key, at: now) { period in period.check(use, against: quota, at: now) }
        }
    }

    /// Counts calls and bytes in the current period if nothing is used up.
    public func admit(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) -> QuotaCount {
        shard(of: key).quotas.withLockedValue { table in
            table.update(key, at: now) { period in period.admit(use, to: quota, at: now) }
        }
    }

    /// Counts calls and bytes in the current period.
    public func add(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) {
        shard(of: key).quotas.withLockedValue { table in
            table.update(key, at: now) { period in period.add(use, to: quota, at: now) }
        }
    }

    private func shard(of key: String) -> Shard {
        shards[Int(UInt(bitPattern: key.hashValue) % UInt(shards.count))]
    }

    /// With a lock that the thread sanitizer knows; it does not see that of `Mutex`.
    private final class Shard: Sendable {
        let windows = NIOLockedValueBox(CounterTable<CallLog>())
        let quotas = NIOLockedValueBox(CounterTable<QuotaPeriod>())
    }
}

/// A count that at some time holds nothing any more.
protocol ExpiringCount: Sendable {
    init()
    func isExpired(at ticks: Int64) -> Bool
}

/// Counts by key, swept when there are twice as many as were left by the last sweep.
struct CounterTable<Count: ExpiringCount>: Sendable {
    private var counts: [String: Count] = [:]
    private var sweepsAt = 1024

    mutating func update<Result>(_ key: String, at now: NetDateTime, _ change: (inout Count) -> Result) -> Result {
        if counts.count >= sweepsAt { sweep(now.ticks) }
        return change(&counts[key, default: Count()])
    }

    private mutating func sweep(_ ticks: Int64) {
        counts = counts.filter { !$0.value.isExpired(at: ticks) }
        sweepsAt = max(1024, counts.count * 2)
    }
}
