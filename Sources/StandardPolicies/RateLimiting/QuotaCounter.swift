import PolicyExpressions
import PolicyRuntime

/// One quota of a request, with what it counts by.
struct QuotaCounter: Sendable {
    let quota: UsageQuota
    let key: String
    let position: PolicyPosition

    init(quota: UsageQuota, key: String, position: PolicyPosition) {
        (self.quota, self.position) = (quota, position)
        // Policies with the same key but periods of another length cannot count together.
        self.key = "\(key)|\(quota.period?.ticks ?? 0)|\(quota.start.ticks)"
    }

    /// Counts a call that counts in any case.
    func count(_ calls: Int64, _ context: inout RequestContext) async throws(PolicyError) {
        let isFirst = context.isFirstCount(of: key)
        let use = QuotaUse(calls: isFirst ? calls : 0)
        let now = context.services.clock.now
        let answer = try await context.counting(at: position) { counters in
            try await counters.admit(use, to: quota, of: key, at: now)
        }
        if let exceeded = answer?.exceeded { throw Self.error(exceeded, wait: answer?.wait) }
        if isFirst, quota.bytes != nil { countBytes(in: &context) }
    }

    /// Looks whether a call fits in, and counts it once the response is known.
    func count(_ increment: BoundIncrement, _ context: inout RequestContext) async throws(PolicyError) {
        let isFirst = context.isFirstCount(of: key)
        let now = context.services.clock.now
        let answer = try await context.counting(at: position) { counters in
            try await counters.check(QuotaUse(calls: isFirst ? 1 : 0), against: quota, of: key, at: now)
        }
        if let exceeded = answer?.exceeded { throw Self.error(exceeded, wait: answer?.wait) }
        guard isFirst else { return }
        let counter = self
        context.atEnd(of: position) { context throws(PolicyError) in
            let calls = try await increment.amountAtEnd(&context)
            let now = context.services.clock.now
            _ = try await context.counting(at: counter.position) { counters in
                try await counters.add(QuotaUse(calls: calls), to: counter.quota, of: counter.key, at: now)
            }
        }
        if quota.bytes != nil { countBytes(in: &context) }
    }

    /// Counts the bytes of both messages once the caller has the response.
    private func countBytes(in context: inout RequestContext) {
        let counter = self
        context.atEnd(of: position) { context throws(PolicyError) in
            let sent = context.requestByteCount
            let services = context.services
            context.countResponseBytes { received in
                let use = QuotaUse(bytes: sent + received)
                _ = services.stores.background.begin {
                    try? await services.stores.counters.add(use, to: counter.quota, of: counter.key, at: services.clock.now)
                }
            }
        }
    }

    /// The reference gives the messages; a quota that never renews has none for the wait.
    private static func error(_ exceeded: QuotaCount.Kind, wait: NetTimeSpan?) -> PolicyError {
        let what = exceeded == .calls ? "Out of call volume quota." : "Out of bandwidth quota."
        let seconds = wait?.wholeSeconds
        let rest = seconds.map { " Quota will be replenished in \(replenishment($0))." } ?? ""
        return PolicyError(
            "QuotaExceeded", what + rest, statusCode: 403, isMessagePublic: true,
            headers: seconds.map { [(name: "Retry-After", value: String($0))] } ?? [])
    }

    /// `hh:mm:ss`, with days before it where there are any.
    static func replenishment(_ seconds: Int64) -> String {
        func padded(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(padded).joined(separator: ":")
        return seconds >= 86_400 ? "\(seconds / 86_400).\(clock)" : clock
    }
}
