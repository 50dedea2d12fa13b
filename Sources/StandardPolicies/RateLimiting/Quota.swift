public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Limits the calls and the bandwidth of a subscription within periods that follow one another.
///
/// The table demands `renewal-period` on `api` and `operation`, the statement leaves it out; without it the one around holds.
public struct Quota: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "quota", category: .rateLimiting, sections: [.inbound], scopes: [.product], multiplicity: .oncePerDocument,
        summary: "Limits the calls and the bandwidth of a subscription within periods that follow one another.")

    /// A limit on an API, or on an operation.
    public struct Part: Sendable {
        /// Which one.
        public var entity: LimitedEntity
        /// The limit.
        public var allowance: Allowance
        /// The length of the period in seconds; that of the quota around when it is missing.
        public var renewalPeriod: PolicyValue<Int32>?
        /// The operations of the API with limits of their own.
        public var operations: [Part]
    }

    /// The limit on the product.
    public var allowance: Allowance
    /// The length of the period in seconds; 0 for one that never ends.
    public var renewalPeriod: PolicyValue<Int32>
    /// Limits on APIs.
    public var apis: [Part]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        allowance = Allowance(reading: &element)
        renewalPeriod = element.attribute("renewal-period", expressions: false, allowed: .atLeast(0), Self.periodSummary)
        apis = element.children("api", "A limit on one API of the product.") { api in
            var part = Self.part(&api)
            part.operations = api.children("operation", "A limit on one operation of the API.") { Self.part(&$0) }
            return part
        }
    }

    private static let periodSummary = "The length of the period in seconds; 0 for one that never ends."

    private static func part(_ element: inout PolicyReader) -> Part {
        Part(
            entity: LimitedEntity(reading: &element), allowance: Allowance(reading: &element),
            renewalPeriod: element.optionalAttribute("renewal-period", expressions: false, allowed: .atLeast(0), periodSummary),
            operations: [])
    }

    /// Binds the limits. Without a subscription they do not hold. The periods join on to the subscription's start.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let limits = bindLimits(in: &scope)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            guard let subscription = context.gateway.subscription else { return .proceed }
            for (entity, quota) in limits.applying(to: context.gateway, at: position) {
                var quota = quota
                quota.start = subscription.startDate ?? subscription.createdDate
                let counter = QuotaCounter(quota: quota, key: "quota|\(subscription.id)|\(entity)", position: position)
                try await counter.count(1, &context)
            }
            return .proceed
        }
    }

    private func bindLimits(in scope: inout CompilationScope) -> EntityLimits<UsageQuota> {
        let period = scope.bind(renewalPeriod).constant ?? 0
        let whole = allowance.bind(period: period, in: &scope)
        var parts: [EntityLimits<UsageQuota>.Part] = []
        for api in apis {
            let apiPeriod = api.renewalPeriod.flatMap { scope.bind($0).constant } ?? period
            let operations = api.operations.map { part in
                let own = part.renewalPeriod.flatMap { scope.bind($0).constant } ?? apiPeriod
                return (entity: part.entity.bind(in: &scope), limit: Optional(part.allowance.bind(period: own, in: &scope)))
            }
            parts.append(
                .init(
                    entity: api.entity.bind(in: &scope), limit: api.allowance.bind(period: apiPeriod, in: &scope),
                    operations: operations))
        }
        return EntityLimits(whole: whole, parts: parts)
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "without a subscription nothing is limited", in: .inbound, #"<quota calls="0" renewal-period="3600" />"#, scope: .product,
            expects: .status(200))
    ]
}

/// What may be used within a period: calls, bandwidth, or both.
public struct Allowance: Sendable {
    /// How many calls.
    public var calls: PolicyValue<Int32>?
    /// How many kilobytes of messages.
    public var bandwidth: PolicyValue<Int32>?

    init(reading element: inout PolicyReader) {
        bandwidth = element.optionalAttribute(
            "bandwidth", expressions: false, allowed: .atLeast(0), "How many kilobytes of messages.")
        calls = element.optionalAttribute("calls", expressions: false, allowed: .atLeast(0), "How many calls.")
        if calls == nil, bandwidth == nil {
            let problem = "'\(element.element.name)' needs the attribute 'calls', 'bandwidth', or both"
            element.report(Diagnostic("missing-attribute", .error, problem, at: element.element.nameSpan))
        }
    }

    /// Binds both.
    ///
    /// - Parameters:
    ///   - period: seconds; 0 for a period that never ends.
    ///   - start: when some period began.
    func bind(period: Int32, start: NetDateTime = .minValue, in scope: inout CompilationScope) -> UsageQuota {
        UsageQuota(
            calls: calls.flatMap { scope.bind($0).constant }.map(Int64.init),
            bytes: bandwidth.flatMap { scope.bind($0).constant }.map { Int64($0) * 1024 }, start: start,
            period: period == 0 ? nil : NetTimeSpan(seconds: period))
    }
}
