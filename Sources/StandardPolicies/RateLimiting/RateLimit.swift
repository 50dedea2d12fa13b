public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Limits how many calls a subscription makes within any span of a length.
///
/// The table demands `renewal-period` on `api` and `operation`, the examples leave it out; without it the one around holds.
public struct RateLimit: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "rate-limit", category: .rateLimiting, sections: [.inbound], scopes: [.product, .api, .operation],
        multiplicity: .oncePerDocument, summary: "Limits how many calls a subscription makes within any span of a length.")

    /// So many calls in a span.
    public struct Rate: Sendable {
        /// How many calls.
        public var calls: PolicyValue<Int32>
        /// The length of the span in seconds; that of the rate around when it is missing.
        public var renewalPeriod: PolicyValue<Int32>?
    }

    /// A limit on an API, or on an operation.
    public struct Part: Sendable {
        /// Which one.
        public var entity: LimitedEntity
        /// The limit.
        public var rate: Rate
        /// The operations of the API with limits of their own.
        public var operations: [Part]
    }

    /// How many calls.
    public var calls: PolicyValue<Int32>
    /// The length of the span in seconds.
    public var renewalPeriod: PolicyValue<Int32>
    /// Limits on APIs.
    public var apis: [Part]
    private let report: LimitReport

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        calls = element.attribute("calls", expressions: false, allowed: .atLeast(0), "How many calls.")
        renewalPeriod = element.attribute(
            "renewal-period", expressions: false, allowed: .range(1...300), "The length of the span in seconds.")
        report = LimitReport(reading: &element)
        apis = element.children("api", "A limit on one API of the product.") { api in
            var part = Self.part(&api)
            part.operations = api.children("operation", "A limit on one operation of the API.") { Self.part(&$0) }
            return part
        }
    }

    private static func part(_ element: inout PolicyReader) -> Part {
        let entity = LimitedEntity(reading: &element)
        let rate = Rate(
            calls: element.attribute("calls", expressions: false, allowed: .atLeast(0), "How many calls."),
            renewalPeriod: element.optionalAttribute(
                "renewal-period", expressions: false, allowed: .range(1...300), "The length of the span in seconds."))
        return Part(entity: entity, rate: rate, operations: [])
    }

    /// Binds the limits. Without a subscription they do not hold.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let limits = bindLimits(in: &scope)
        let report = report.bind(in: &scope)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            guard let subscription = context.gateway.subscription?.id else { return .proceed }
            for (entity, window) in limits.applying(to: context.gateway, at: position) {
                let (key, now) = ("rate|\(subscription)|\(entity)", context.services.clock.now)
                let count = try await context.counting(at: position) { counters in
                    try await counters.admit(1, to: window, of: key, at: now)
                }
                if let count { try report.apply(count, limit: window.limit, to: &context) }
            }
            return .proceed
        }
    }

    private func bindLimits(in scope: inout CompilationScope) -> EntityLimits<SlidingWindow> {
        let whole = Self.bind(Rate(calls: calls, renewalPeriod: renewalPeriod), within: nil, in: &scope)
        var parts: [EntityLimits<SlidingWindow>.Part] = []
        for api in apis {
            let window = Self.bind(api.rate, within: whole, in: &scope)
            let operations = api.operations.map { part in
                (entity: part.entity.bind(in: &scope), limit: Optional(Self.bind(part.rate, within: window, in: &scope)))
            }
            parts.append(.init(entity: api.entity.bind(in: &scope), limit: window, operations: operations))
        }
        return EntityLimits(whole: whole, parts: parts)
    }

    private static func bind(_ rate: Rate, within outer: SlidingWindow?, in scope: inout CompilationScope) -> SlidingWindow {
        let calls = Int64(scope.bind(rate.calls).constant ?? 0)
        let length = rate.renewalPeriod.flatMap { scope.bind($0).constant }.map { NetTimeSpan(seconds: $0) }
        return SlidingWindow(limit: calls, length: length ?? outer?.length ?? NetTimeSpan(seconds: 1))
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "without a subscription nothing is limited", in: .inbound, #"<rate-limit calls="0" renewal-period="60" />"#,
            expects: .status(200))
    ]
}
