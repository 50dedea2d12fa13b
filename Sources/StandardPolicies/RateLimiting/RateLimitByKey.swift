public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Limits how many calls of the same key come within any span of a length.
///
/// An increment that is an expression is evaluated at the end of the request; the limit is then looked at before, and so
/// one call more passes, as the reference says.
public struct RateLimitByKey: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "rate-limit-by-key", category: .rateLimiting, sections: [.inbound],
        summary: "Limits how many calls of the same key come within any span of a length.")

    /// How many calls.
    public var calls: PolicyValue<Int32>
    /// The length of the span in seconds.
    public var renewalPeriod: PolicyValue<Int32>
    /// What calls are counted by.
    public var counterKey: PolicyValue<String>
    /// Whether and how a call counts.
    private let increment: Increment
    /// Whether a call counts only once there is a response: known to Microsoft's toolkit alone.
    public var incrementsAfterResponse: PolicyValue<Bool>
    /// Known to the editor's schema alone.
    public var flexibleRetryWindow: PolicyValue<Bool>?
    private let report: LimitReport

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        calls = element.attribute("calls", allowed: .atLeast(0), "How many calls.")
        renewalPeriod = element.attribute("renewal-period", allowed: .range(1...300), "The length of the span in seconds.")
        counterKey = element.attribute("counter-key", "What calls are counted by; a key counts the same in every scope.")
        increment = Increment(reading: &element)
        incrementsAfterResponse = element.attribute(
            "increment-after-response", default: false, expressions: false, "Whether a call counts only once there is a response.")
        flexibleRetryWindow = element.optionalAttribute(
            "flexible-retry-window", expressions: false, "Has no effect: only the editor's schema knows it.")
        report = LimitReport(reading: &element)
    }

    /// Binds limit and key.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        if let flexibleRetryWindow {
            scope.warning("not-available", "'flexible-retry-window' has no effect", at: flexibleRetryWindow.span)
        }
        let limit = KeyedRate(
            calls: scope.bind(calls), period: scope.bind(renewalPeriod), key: scope.bindText(counterKey),
            increment: increment.bind(in: &scope, isLate: scope.bind(incrementsAfterResponse).constant ?? false),
            report: report.bind(in: &scope), position: scope.position)
        return .suspending { context async throws(PolicyError) in
            try await limit.apply(to: &context)
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "the caller is told how many calls are left", in: .inbound,
            """
            <rate-limit-by-key calls="5" renewal-period="60" counter-key="@(context.Request.IpAddress)"
                remaining-calls-header-name="X-Left" total-calls-header-name="X-Limit" />
            """, expects: .status(200), .header("X-Left", "4"), .header("X-Limit", "5")),
        PolicyExample(
            "beyond the limit the caller is told how long to wait", in: .inbound,
            #"<rate-limit-by-key calls="0" renewal-period="60" counter-key="all" />"#,
            expects: .status(429), .header("Retry-After", "60"), .failure("RateLimitExceeded"), .noBackendRequest,
            .body(#"{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in 60 seconds." }"#)),
    ]
}

/// A rate-limit-by-key with its values bound.
private struct KeyedRate: Sendable {
    let calls: BoundValue<Int32>
    let period: BoundValue<Int32>
    let key: BoundValue<NetString>
    let increment: BoundIncrement
    let report: BoundLimitReport
    let position: PolicyPosition

    func apply(to context: inout RequestContext) async throws(PolicyError) {
        let window = SlidingWindow(limit: Int64(try calls(&context)), length: NetTimeSpan(seconds: try period(&context)))
        let key = "rate-by-key|" + (try self.key(&context).string)
        let amount = increment.amountNow
        let now = context.services.clock.now
        let count = try await context.counting(at: position) { counters in
            try await counters.admit(amount ?? 0, to: window, of: key, at: now)
        }
        if let count { try report.apply(count, limit: window.limit, to: &context) }
        guard amount == nil else { return }
        let (increment, position) = (increment, position)
        context.atEnd(of: position) { context throws(PolicyError) in
            let amount = try await increment.amountAtEnd(&context)
            guard amount > 0 else { return }
            let now = context.services.clock.now
            _ = try await context.counting(at: position) { try await $0.add(amount, to: window, of: key, at: now) }
        }
    }
}
