public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Lets only so many requests run its policies at the same time.
public struct LimitConcurrency: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "limit-concurrency", category: .rateLimiting, sections: .all,
        summary: "Lets only so many requests run its policies at the same time; the next one fails at once.")

    /// What the requests are counted by.
    public var key: PolicyValue<String>
    /// How many there may be.
    public var maximumCount: PolicyValue<Int32>
    /// What runs.
    public var policies: [PolicyNode]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        key = element.attribute("key", "What the requests are counted by; policies of the same key count together.")
        maximumCount = element.attribute(
            "max-count", expressions: false, allowed: .atLeast(1), "How many requests may run the policies at the same time.")
        policies = element.policies()
    }

    /// Compiles the policies. The place is free again when they have ended, also those behind a forwarding host.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let key = scope.bindText(key)
        let limit = Int(scope.bind(maximumCount).constant ?? 1)
        let policies = scope.compile(policies)
        if policies.isImmediate {
            return .immediate { context throws(PolicyError) in
                let slot = try Self.enter(try key(&context).string, limit, context)
                defer { slot.free() }
                return try policies.runImmediately(&context)
            }
        }
        return .suspending { context async throws(PolicyError) in
            let slot = try Self.enter(try key(&context).string, limit, context)
            do throws(PolicyError) {
                let flow = try await policies.run(&context)
                if flow == .forward { Self.hold(slot, in: &context) } else { slot.free() }
                return flow
            } catch {
                slot.free()
                throw error
            }
        }
    }

    /// Keeps the place until what is inside has ended for good.
    private static func hold(_ slot: ConcurrencySlot, in context: inout RequestContext) {
        context.resume(
            with: Resumption { _, inner async throws(PolicyError) in
                slot.free()
                try inner.get()
                return .proceed
            })
    }

    /// The status is the reference's; it gives neither reason nor message.
    private static func enter(_ key: String, _ limit: Int, _ context: RequestContext) throws(PolicyError) -> ConcurrencySlot {
        guard let slot = context.services.stores.concurrency.enter(key, atMost: limit) else {
            throw PolicyError(
                "ConcurrencyLimitExceeded", "Concurrency limit is exceeded.", statusCode: 429, isMessagePublic: true)
        }
        return slot
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "a request below the limit runs the policies", in: .inbound,
            """
            <limit-concurrency key="@(context.Request.IpAddress)" max-count="3">
                <set-header name="X-Inside"><value>yes</value></set-header>
            </limit-concurrency>
            """, expects: .backendHeader("X-Inside", "yes")),
        PolicyExample(
            "one beyond it is answered with 429", in: .inbound,
            """
            <limit-concurrency key="orders" max-count="1">
                <limit-concurrency key="orders" max-count="1">
                    <set-header name="X-Inside"><value>yes</value></set-header>
                </limit-concurrency>
            </limit-concurrency>
            """, expects: .status(429), .noBackendRequest),
    ]
}
