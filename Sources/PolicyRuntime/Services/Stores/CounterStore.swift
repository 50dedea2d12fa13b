public import PolicyExpressions

/// Counts calls and bytes for rate limits and quotas.
///
/// Every operation is atomic: it looks and counts in one step, so that a limit holds exactly however many requests come at
/// the same time. Time is the caller's. A store that several gateways share keeps the same promises; the suite in
/// PolicyTesting checks any implementation.
public protocol CounterStore: Sendable {
    /// Counts calls in a sliding window, unless there would then be more of them than allowed: in that case nothing is
    /// counted. An amount of 0 only looks.
    func admit(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) async throws -> WindowCount

    /// Counts calls in a sliding window whatever its limit, once a response has shown that they count.
    func add(_ amount: Int64, to window: SlidingWindow, of key: String, at now: NetDateTime) async throws

    /// Says whether calls and bytes fit into the current period of a quota, and counts nothing.
    func check(_ use: QuotaUse, against quota: UsageQuota, of key: String, at now: NetDateTime) async throws -> QuotaCount

    /// Counts calls and bytes in the current period of a quota, unless it is used up: in that case nothing is counted.
    func admit(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) async throws -> QuotaCount

    /// Counts calls and bytes in the current period of a quota whatever its limits.
    func add(_ use: QuotaUse, to quota: UsageQuota, of key: String, at now: NetDateTime) async throws
}

/// A limit on the calls within any span of a length.
public struct SlidingWindow: Sendable, Hashable {
    /// How many calls may lie within a span.
    public var limit: Int64
    /// The length of the span.
    public var length: NetTimeSpan

    /// Describes a window.
    public init(limit: Int64, length: NetTimeSpan) { (self.limit, self.length) = (limit, length) }
}

/// What a sliding window says about calls.
public struct WindowCount: Sendable, Hashable {
    /// Whether the calls fit in, and were counted.
    public var isAdmitted: Bool
    /// How many more calls fit in now.
    public var remaining: Int64
    /// How long until the calls fit in; zero if they did.
    public var wait: NetTimeSpan

    /// Makes an answer.
    public init(isAdmitted: Bool, remaining: Int64, wait: NetTimeSpan) {
        (self.isAdmitted, self.remaining, self.wait) = (isAdmitted, remaining, wait)
    }
}

/// A limit on the calls and bytes within periods that follow one another.
public struct UsageQuota: Sendable, Hashable {
    /// How many calls a period has; nil for any number.
    public var calls: Int64?
    /// How many bytes a period has; nil for any number.
    public var bytes: Int64?
    /// When some period began; the others join on to it.
    public var start: NetDateTime
    /// How long a period is; nil for one that never ends.
    public var period: NetTimeSpan?

    /// Describes a quota.
    public init(calls: Int64?, bytes: Int64?, start: NetDateTime, period: NetTimeSpan?) {
        (self.calls, self.bytes, self.start, self.period) = (calls, bytes, start, period)
    }

    /// When the period that a time lies in began; nil for the one that never ends.
    public func periodStart(at now: NetDateTime) -> NetDateTime? {
        guard let period, period.ticks > 0 else { return nil }
        let passed = now.ticks.subtractingReportingOverflow(start.ticks).partialValue
        let offset = passed % period.ticks
        let begin = now.ticks - (offset < 0 ? offset + period.ticks : offset)
        return NetDateTime(ticks: max(0, begin), kind: .utc)
    }
}

/// What a request takes from a quota.
public struct QuotaUse: Sendable, Hashable {
    /// Calls.
    public var calls: Int64
    /// Bytes of its messages.
    public var bytes: Int64

    /// Makes an amount.
    public init(calls: Int64 = 0, bytes: Int64 = 0) { (self.calls, self.bytes) = (calls, bytes) }
}

/// What a quota says about a request.
public struct QuotaCount: Sendable, Hashable {
    /// What a quota limits.
    public enum Kind: Sendable, Hashable {
        /// The number of calls.
        case calls
        /// The number of bytes.
        case bandwidth
    }

    /// What is used up; nil when the request fits in.
    public var exceeded: Kind?
    /// How long until the next period begins; nil when there is none.
    public var wait: NetTimeSpan?

    /// Makes an answer.
    public init(exceeded: Kind?, wait: NetTimeSpan?) { (self.exceeded, self.wait) = (exceeded, wait) }
}
