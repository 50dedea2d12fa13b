import PolicyExpressions
import Synchronization

/// Runs requests through compiled policies.
///
/// An engine is shared by all requests of a process. Replacing its policies is atomic: a request that is under way
/// finishes with the policies it began with.
///
/// ```swift
/// let outcome = await engine.run(RequestContext(request, body: .bytes(body)))
/// ```
///
/// A host that forwards requests by itself calls `runInbound`, sends what it is given, and calls `runOutbound` with the
/// response.
public final class PolicyEngine: Sendable {
    private let shared: SharedServices
    private let current: Mutex<CompiledPolicySet>

    /// Makes an engine.
    ///
    /// - Throws: `PolicyCompilationError` when a policy needs a service that `services` does not have.
    public init(_ policies: CompiledPolicySet, services: GatewayServices) throws(PolicyCompilationError) {
        try policies.checkServices(services)
        shared = SharedServices(services)
        current = Mutex(policies)
    }

    /// What the policies need from outside.
    public var services: GatewayServices { shared.services }

    /// The policies that new requests run through.
    public var policies: CompiledPolicySet { current.withLock { $0 } }

    /// Replaces the policies for all requests that begin from now on.
    ///
    /// - Throws: `PolicyCompilationError` when a policy needs a service that the engine does not have; the engine keeps
    ///   its policies then.
    public func replace(with policies: CompiledPolicySet) throws(PolicyCompilationError) {
        try policies.checkServices(services)
        current.withLock { $0 = policies }
    }

    /// Runs all sections and forwards over the engine's transport.
    public func run(_ context: inout RequestContext) async -> PolicyOutcome {
        begin(&context, forwarding: .byTransport)
        return await PolicyRun.runAll(&context)
    }

    /// Runs all sections of a request whose context is not needed afterwards.
    public func run(_ context: consuming RequestContext) async -> PolicyOutcome {
        await run(&context)
    }

    /// Runs the policies up to the point at which the request goes to the backend.
    public func runInbound(_ context: inout RequestContext) async -> InboundResult {
        begin(&context, forwarding: .byHost)
        return await PolicyRun.runUntilForward(&context)
    }

    /// Runs the rest of the policies once the backend has answered.
    ///
    /// - Parameter context: the one that `runInbound` was given.
    public func runOutbound(_ context: inout RequestContext, response: TransportResponse) async -> InboundResult {
        await PolicyRun.resume(&context, with: .success(response))
    }

    /// Runs on-error after the host got no response from the backend.
    ///
    /// - Parameter context: the one that `runInbound` was given.
    public func runOutbound(_ context: inout RequestContext, failure: TransportError) async -> InboundResult {
        await PolicyRun.resume(&context, with: .failure(failure))
    }

    private func begin(_ context: inout RequestContext, forwarding: RunState.Forwarding) {
        let gateway = context.gateway
        context.shared = shared
        context.observer = context.observer ?? shared.services.observer
        context.run = RunState()
        context.run.forwarding = forwarding
        context.run.policy = current.withLock { $0.policy(for: gateway) }
        gateway.environment = shared.evaluationEnvironment
        gateway.expressionObserver = context.observer
        if gateway.timestamp == .minValue { gateway.timestamp = shared.services.clock.now }
        if gateway.requestID == NetGuid(high: 0, low: 0) { gateway.requestID = shared.services.makeGuid() }
    }
}
