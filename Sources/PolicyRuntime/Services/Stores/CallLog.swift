import PolicyExpressions

/// The calls of a key, each with its time: an exact sliding window.
///
/// Calls at nearly the same time share an entry once there are many entries; the entry goes when its last call does, so
/// that never more calls than allowed lie within a span.
struct CallLog: ExpiringCount {
    private struct Entry: Sendable {
        var first: Int64
        var last: Int64
        var count: Int64
    }

    private static let exactEntries = 64
    /// The part of a window within which calls share an entry.
    private static let granularity: Int64 = 256

    private var entries: [Entry] = []
    private var total: Int64 = 0
    /// The longest window that was asked for.
    private var retention: Int64 = 0
    private var latest: Int64 = 0

    init() {}

    func isExpired(at ticks: Int64) -> Bool { entries.last.map { $0.last <= ticks - retention } ?? true }

    mutating func admit(_ amount: Int64, to window: SlidingWindow, at time: Int64) -> WindowCount {
        let now = advance(to: time, keeping: window.length.ticks)
        let used = count(since: now - window.length.ticks)
        let (sum, overflows) = used.addingReportingOverflow(max(0, amount))
        guard !overflows, sum <= window.limit else {
            let wait = NetTimeSpan(ticks: wait(for: max(0, amount), in: window, at: now))
            return WindowCount(isAdmitted: false, remaining: max(0, window.limit - used), wait: wait)
        }
        append(amount, at: now)
        return WindowCount(isAdmitted: true, remaining: window.limit - sum, wait: NetTimeSpan(ticks: 0))
    }

    mutating func add(_ amount: Int64, keptFor length: Int64, at time: Int64) {
        append(amount, at: advance(to: time, keeping: length))
    }

    /// Forgets what no window reaches any more. A clock that was set back stands still for the log.
    private mutating func advance(to time: Int64, keeping length: Int64) -> Int64 {
        latest = max(latest, time)
        retention = max(retention, length)
        let expired = entries.prefix { $0.last <= latest - retention }
        if !expired.isEmpty {
            total -= expired.reduce(0) { $0 + $1.count }
            entries.removeFirst(expired.count)
        }
        return latest
    }

    private func count(since start: Int64) -> Int64 {
        guard let first = entries.first, first.last <= start else { return total }
        return entries.reversed().prefix { $0.last > start }.reduce(0) { $0 + $1.count }
    }

    private mutating func append(_ amount: Int64, at now: Int64) {
        guard amount > 0 else { return }
        let (sum, overflows) = total.addingReportingOverflow(amount)
        guard !overflows else { return }
        total = sum
        if let end = entries.indices.last, shares(entries[end], now) {
            entries[end].last = now
            entries[end].count += amount
        } else {
            entries.append(Entry(first: now, last: now, count: amount))
        }
    }

    private func shares(_ entry: Entry, _ now: Int64) -> Bool {
        entry.first == now || entries.count >= Self.exactEntries && now - entry.first < retention / Self.granularity
    }

    /// How long until enough calls have left the window.
    private func wait(for amount: Int64, in window: SlidingWindow, at now: Int64) -> Int64 {
        var left = count(since: now - window.length.ticks)
        for entry in entries where entry.last > now - window.length.ticks {
            left -= entry.count
            if left + amount <= window.limit { return entry.last + window.length.ticks - now }
        }
        return window.length.ticks
    }
}

/// What was used in a period of a quota.
struct QuotaPeriod: ExpiringCount {
    private var start: NetDateTime?
    private var end: Int64?
    private var used = QuotaUse()

    init() {}

    func isExpired(at ticks: Int64) -> Bool { end.map { $0 <= ticks } ?? false }

    mutating func admit(_ use: QuotaUse, to quota: UsageQuota, at now: NetDateTime) -> QuotaCount {
        let answer = check(use, against: quota, at: now)
        if answer.exceeded == nil { count(use) }
        return answer
    }

    mutating func check(_ use: QuotaUse, against quota: UsageQuota, at now: NetDateTime) -> QuotaCount {
        enter(quota, at: now)
        let wait = end.map { NetTimeSpan(ticks: max(0, $0 - now.ticks)) }
        if let limit = quota.calls, used.calls.addingSaturated(max(0, use.calls)) > limit {
            return QuotaCount(exceeded: .calls, wait: wait)
        }
        if let limit = quota.bytes, used.bytes >= limit { return QuotaCount(exceeded: .bandwidth, wait: wait) }
        return QuotaCount(exceeded: nil, wait: wait)
    }

    mutating func add(_ use: QuotaUse, to quota: UsageQuota, at now: NetDateTime) {
        enter(quota, at: now)
        count(use)
    }

    private mutating func count(_ use: QuotaUse) {
        used.calls = used.calls.addingSaturated(max(0, use.calls))
        used.bytes = used.bytes.addingSaturated(max(0, use.bytes))
    }

    private mutating func enter(_ quota: UsageQuota, at now: NetDateTime) {
        let current = quota.periodStart(at: now)
        if let current, let start, current.ticks <= start.ticks { return }
        if current == nil, start == nil { return }
        (start, used) = (current, QuotaUse())
        end = current.flatMap { begin in quota.period.map { begin.ticks.addingSaturated($0.ticks) } }
    }
}

extension Int64 {
    /// The sum with a number that is not negative, or the largest number when there is none that large.
    func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}
