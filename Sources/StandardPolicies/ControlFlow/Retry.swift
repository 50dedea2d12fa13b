public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Runs its policies again as long as a condition holds.
///
/// The reference leaves open what an error inside does. Here the condition decides, as it does after a response: when it
/// holds, there is another attempt, and when it does not, or cannot be evaluated, or the attempts are used up, the error
/// goes on to on-error.
public struct Retry: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "retry", category: .controlFlow, sections: .all, summary: "Runs its policies again as long as a condition holds.")

    /// Whether there is another attempt.
    public var condition: PolicyValue<Bool>
    /// How many further attempts there are at most.
    public var count: PolicyValue<Int32>
    /// Seconds between attempts.
    public var interval: PolicyValue<Int32>
    /// The longest wait in seconds.
    public var maximumInterval: PolicyValue<Int32>?
    /// Seconds by which the wait grows.
    public var delta: PolicyValue<Int32>?
    /// Whether the first further attempt comes without a wait.
    public var firstFastRetry: PolicyValue<Bool>
    /// What runs.
    public var policies: [PolicyNode]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        condition = element.attribute("condition", "Whether there is another attempt; looked at after each one.")
        count = element.attribute("count", allowed: .range(1...50), "How many further attempts there are at most.")
        interval = element.attribute("interval", allowed: .atLeast(0), "Seconds between attempts.")
        maximumInterval = element.optionalAttribute(
            "max-interval", allowed: .atLeast(0), "The longest wait in seconds; with it and delta the wait doubles each time.")
        delta = element.optionalAttribute("delta", allowed: .atLeast(0), "Seconds by which the wait grows.")
        firstFastRetry = element.attribute(
            "first-fast-retry", default: false, "Whether the first further attempt comes without a wait.")
        policies = element.policies()
    }

    /// Binds the schedule and compiles what is repeated.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        for node in policies { reportWait(in: node.element, &scope) }
        let (holds, holdsBodies) = scope.bindLate { $0.bind(condition) }
        let (schedule, scheduleBodies) = scope.bindLate { scope in
            RetrySchedule(
                count: scope.bind(count), interval: scope.bind(interval), maximum: maximumInterval.map { scope.bind($0) },
                delta: delta.map { scope.bind($0) }, firstIsFast: scope.bind(firstFastRetry))
        }
        let loop = RetryLoop(
            condition: holds, bodies: holdsBodies.union(scheduleBodies), schedule: schedule,
            policies: scope.compile(policies), position: scope.position)
        return .suspending { context async throws(PolicyError) in try await loop.run(&context) }
    }

    /// The reference forbids `wait` inside `retry`, at any depth.
    private func reportWait(in element: XMLElement, _ scope: inout CompilationScope) {
        if element.name == "wait" {
            scope.error("not-allowed-here", "'wait' is not allowed in 'retry'", at: element.nameSpan)
        }
        for child in element.elements { reportWait(in: child, &scope) }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "a busy backend is asked again", in: .backend,
            """
            <retry condition="@(context.Response.StatusCode == 503)" count="3" interval="0">
                <set-variable name="tries" value="@(context.Variables.GetValueOrDefault<int>("tries") + 1)" />
                <forward-request buffer-request-body="true" />
            </retry>
            """, answers: [("https://backend.example/", .init(503))], expects: .status(503), .variable("tries", "4")),
        PolicyExample(
            "a condition that does not hold ends it after the first attempt", in: .backend,
            """
            <retry condition="@(context.Response.StatusCode >= 500)" count="3" interval="10">
                <set-variable name="tries" value="@(context.Variables.GetValueOrDefault<int>("tries") + 1)" />
                <forward-request />
            </retry>
            """, expects: .status(200), .variable("tries", "1")),
    ]
}

/// When attempts come.
struct RetrySchedule: Sendable {
    let count: BoundValue<Int32>
    let interval: BoundValue<Int32>
    let maximum: BoundValue<Int32>?
    let delta: BoundValue<Int32>?
    let firstIsFast: BoundValue<Bool>

    /// The wait before a further attempt, which counts from 1.
    ///
    /// - Interval alone: always the same.
    /// - Interval and delta: `interval + (n - 1) · delta`.
    /// - Interval, max-interval and delta: `interval + 2^(n - 1) · random(0.8 · delta … 1.2 · delta)`, at most max-interval.
    func wait(before attempt: Int, _ context: inout RequestContext) throws(PolicyError) -> Duration {
        if attempt == 1, try firstIsFast(&context) { return .zero }
        let interval = Double(try interval(&context))
        let delta = try delta.map { value throws(PolicyError) in Double(try value(&context)) }
        guard let maximum = try maximum.map({ value throws(PolicyError) in Double(try value(&context)) }) else {
            return .seconds(interval + Double(attempt - 1) * (delta ?? 0))
        }
        let spread = 0.8 + 0.4 * Double(context.services.random() >> 11) / Double(1 << 53)
        let growth = (delta ?? 0) * spread * Double(1 << UInt64(min(attempt - 1, 50)))
        return .seconds(min(maximum, interval + growth))
    }
}

/// A retry with its values bound.
private struct RetryLoop: Sendable {
    let condition: BoundValue<Bool>
    /// The bodies that condition and schedule read.
    let bodies: BodiesRead
    let schedule: RetrySchedule
    let policies: PolicySequence
    let position: PolicyPosition

    func run(_ context: inout RequestContext, retries: Int = 0) async throws(PolicyError) -> Flow {
        var retries = retries
        while true {
            let inner: Resumption.Inner
            do throws(PolicyError) {
                let flow = try await policies.run(&context)
                if flow == .forward { waitForHost(retries, &context) }
                guard flow == .proceed else { return flow }
                inner = .proceeded
            } catch {
                inner = .failed(error)
            }
            guard try await goesOn(after: inner, retries, &context) else { return .proceed }
            retries += 1
        }
    }

    /// When the host forwards, its response ends the attempt.
    private func waitForHost(_ retries: Int, _ context: inout RequestContext) {
        context.resume(
            with: Resumption { context, inner async throws(PolicyError) in
                do throws(PolicyError) {
                    guard try await goesOn(after: inner, retries, &context) else { return .proceed }
                    return try await run(&context, retries: retries + 1)
                } catch {
                    throw error.located(at: position)
                }
            })
    }

    /// Whether there is another attempt; waits until then.
    ///
    /// - Throws: the error of an attempt that was the last.
    private func goesOn(
        after inner: Resumption.Inner, _ retries: Int, _ context: inout RequestContext
    ) async throws(PolicyError) -> Bool {
        guard case .failed(let failure) = inner else {
            return try await holds(retries, &context)
        }
        guard failure.reason != .clientConnectionFailure else { throw failure }
        guard try await holds(after: failure, retries, &context) else { throw failure }
        return true
    }

    /// The condition sees the error that ended the attempt; one that cannot be evaluated then does not hold.
    private func holds(
        after failure: PolicyError, _ retries: Int, _ context: inout RequestContext
    ) async throws(PolicyError) -> Bool {
        let earlier = context.gateway.lastError
        context.gateway.lastError = failure.lastError
        defer { context.gateway.lastError = earlier }
        do throws(PolicyError) {
            return try await holds(retries, &context)
        } catch {
            guard error.reason == .clientConnectionFailure else { return false }
            throw error
        }
    }

    private func holds(_ retries: Int, _ context: inout RequestContext) async throws(PolicyError) -> Bool {
        if !bodies.isEmpty { try await context.buffer(bodies) }
        guard try condition(&context), retries < Int(try schedule.count(&context)) else { return false }
        let wait = try schedule.wait(before: retries + 1, &context)
        if wait > .zero {
            do { try await context.services.clock.sleep(for: wait) } catch { throw .cancelled }
        }
        return true
    }
}
