import PolicyExpressions
import Synchronization

/// What a gateway knows of its backends: which circuit breakers are open, and whose turn it is in each pool.
///
/// As in Azure each gateway counts for itself.
public final class BackendHealth: Sendable {
    private let breakers = Mutex<[String: [CircuitBreakerState]]>([:])
    private let turns = Mutex<[String: [String: Int]]>([:])

    /// Makes a state in which every backend is well.
    public init() {}

    /// Whether the circuit breaker of a service lets requests through.
    func isAvailable(_ service: BackendService, at now: NetDateTime) -> Bool { wait(for: service, at: now) == nil }

    /// How long a service is still left alone, in ticks; nil when it is not.
    func wait(for service: BackendService, at now: NetDateTime) -> Int64? {
        guard !service.circuitBreaker.isEmpty else { return nil }
        let end = breakers.withLock { states in states[service.id]?.compactMap(\.openUntil).max() }
        return end.flatMap { $0 > now.ticks ? $0 - now.ticks : nil }
    }

    /// Takes note of what became of a request.
    ///
    /// - Returns: the rules that tripped because of it.
    func note(_ outcome: BackendOutcome, of service: BackendService, at now: NetDateTime) -> [CircuitBreakerRule] {
        let rules = service.circuitBreaker
        guard !rules.isEmpty else { return [] }
        return breakers.withLock { states in
            var own = states[service.id] ?? []
            // Rules that changed begin anew.
            if own.count != rules.count { own = rules.map { _ in CircuitBreakerState() } }
            let tripped = rules.indices.filter { own[$0].note(outcome, under: rules[$0], at: now) }
            states[service.id] = own
            return tripped.map { rules[$0] }
        }
    }

    /// The member of a group whose turn it is: smooth weighted round robin, in which a heavy member's turns are spread.
    func next(of group: [BackendPool.Member], in pool: String) -> BackendPool.Member? {
        turns.withLock { turns in
            var credits = turns[pool] ?? [:]
            for member in group { credits[member.service.id, default: 0] += member.weight }
            // The first of those with the most credit.
            let chosen = group.reduce(nil as BackendPool.Member?) { best, member in
                guard let best else { return member }
                return (credits[member.service.id] ?? 0) > (credits[best.service.id] ?? 0) ? member : best
            }
            if let chosen { credits[chosen.service.id, default: 0] -= group.reduce(0) { $0 + $1.weight } }
            turns[pool] = credits
            return chosen
        }
    }
}

/// What a rule has seen of a service.
struct CircuitBreakerState: Sendable {
    /// When requests go through again; nil when they do.
    private(set) var openUntil: Int64?
    private var log: [(ticks: Int64, isFailure: Bool)] = []
    private var failures = 0

    /// Entries beyond these are not needed for a sound judgement, and would only take memory.
    private static let limit = 10_000

    /// Counts an outcome; true when the breaker trips by it.
    mutating func note(_ outcome: BackendOutcome, under rule: CircuitBreakerRule, at now: NetDateTime) -> Bool {
        if let end = openUntil {
            // What was sent before the breaker tripped does not count twice.
            guard end <= now.ticks else { return false }
            openUntil = nil
        }
        let isFailure = rule.isFailure(outcome)
        if case .count = rule.threshold, !isFailure { return false }
        add(isFailure, within: rule.interval.ticks, at: now.ticks)
        guard isFailure, isReached(rule.threshold) else { return false }
        trip(rule, outcome, at: now)
        return true
    }

    private mutating func add(_ isFailure: Bool, within interval: Int64, at now: Int64) {
        let old = log.prefix { $0.ticks <= now.subtractingReportingOverflow(interval).partialValue }.count
        remove(max(old, log.count >= Self.limit ? Self.limit / 2 : 0))
        log.append((now, isFailure))
        if isFailure { failures += 1 }
    }

    private mutating func remove(_ count: Int) {
        guard count > 0 else { return }
        failures -= log.prefix(count).count { $0.isFailure }
        log.removeFirst(count)
    }

    private func isReached(_ threshold: CircuitBreakerRule.Threshold) -> Bool {
        switch threshold {
        case .count(let count): failures >= count
        case .percentage(let percentage): failures * 100 >= log.count * percentage
        }
    }

    private mutating func trip(_ rule: CircuitBreakerRule, _ outcome: BackendOutcome, at now: NetDateTime) {
        (log, failures) = ([], 0)
        var duration = rule.tripDuration.ticks
        if rule.acceptsRetryAfter, case .answered(_, let text?) = outcome { duration = RetryAfter.ticks(text, at: now) ?? duration }
        openUntil = now.ticks.addingSaturated(max(0, duration))
    }
}
