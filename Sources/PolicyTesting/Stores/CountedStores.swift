import PolicyExpressions
import PolicyRuntime
import Synchronization

/// A counter store that remembers how much it let in for each key, so that a test can look.
final class WatchedCounters: CounterStore {
    private let counters = InMemoryCounters()
    private let counts = Mutex<[String: Int64]>([:])

    /// What was counted for a key as a policy wrote it; nil where nothing was.
    func count(of key: String) -> Int64? {
        counts.withLock { counts in counts.first { $0.key == key || $0.key.hasSuffix("|" + key) }?.value }
    }

    func admit(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) -> WindowCount {
        let result = counters.admit(amount, to: window, of: key, at: now)
        if result.isAdmitted { note(amount, key) }
        return result
    }

    func add(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) {
        counters.add(amount, to: window, of: key, at: now)
        note(amount, key)
    }

    func check(_ use: QuotaUse, against quota: UsageQuota, of key: String, at now: NetDateTime) -> QuotaCount {
        counters.check(use, against: quota, of: key, at: now)
    }

    func admit(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) -> QuotaCount {
        let result = counters.admit(use, to: quota, of: key, at: now)
        if result.exceeded == nil { note(use.calls, key) }
        return result
    }

    func add(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) {
        counters.add(use, to: quota, of: key, at: now)
        note(use.calls, key)
    }

    private func note(_ amount: Int64, _ key: String) { counts.withLock { $0[key, default: 0] += amount } }
}
