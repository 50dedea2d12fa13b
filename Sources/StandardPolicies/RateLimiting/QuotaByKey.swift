public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Limits the calls and the bandwidth of a key within periods that follow one another.
public struct QuotaByKey: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "quota-by-key", category: .rateLimiting, sections: [.inbound],
        summary: "Limits the calls and the bandwidth of a key within periods that follow one another.")

    /// What may be used.
    public var allowance: Allowance
    /// What calls are counted by.
    public var counterKey: PolicyValue<String>
    /// Whether and how a call counts.
    private let increment: Increment
    /// The length of the period in seconds; 0 for one that never ends.
    public var renewalPeriod: PolicyValue<Int32>
    /// When the first period began.
    public var firstPeriodStart: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        allowance = Allowance(reading: &element)
        counterKey = element.attribute("counter-key", "What calls are counted by; a key counts the same in every API.")
        increment = Increment(reading: &element)
        renewalPeriod = element.attribute(
            "renewal-period", expressions: false, allowed: .zeroOrAtLeast(300),
            "The length of the period in seconds; 0 for one that never ends.")
        firstPeriodStart = element.attribute(
            "first-period-start", default: "0001-01-01T00:00:00Z", expressions: false, allowed: .utcInstant,
            "When the first period began: yyyy-MM-ddTHH:mm:ssZ.")
    }

    /// Binds quota and key.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let start = scope.bindText(firstPeriodStart).constant.flatMap { UTCInstant.time(of: $0.string) } ?? .minValue
        let quota = allowance.bind(period: scope.bind(renewalPeriod).constant ?? 0, start: start, in: &scope)
        let key = scope.bindText(counterKey)
        let increment = increment.bind(in: &scope)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            let counter = QuotaCounter(quota: quota, key: "quota-by-key|" + (try key(&context).string), position: position)
            if let calls = increment.amountNow {
                try await counter.count(calls, &context)
            } else {
                try await counter.count(increment, &context)
            }
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "a call within the quota passes", in: .inbound,
            #"<quota-by-key calls="10" renewal-period="3600" counter-key="@(context.Request.IpAddress)" />"#, expects: .status(200)),
        PolicyExample(
            "beyond the quota the request ends", in: .inbound,
            #"<quota-by-key calls="0" renewal-period="0" counter-key="all" />"#,
            expects: .status(403), .failure("QuotaExceeded"), .noBackendRequest,
            .body(#"{ "statusCode": 403, "message": "Out of call volume quota." }"#)),
    ]
}

extension PolicyValueConstraint<Int32> {
    fileprivate static func zeroOrAtLeast(_ minimum: Int32) -> Self {
        Self("0 or at least \(minimum)") { $0 == 0 || $0 >= minimum }
    }
}
