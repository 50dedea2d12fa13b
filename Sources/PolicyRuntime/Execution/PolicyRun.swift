import Logging
import PolicyExpressions

/// The order in which the sections of one request run.
enum PolicyRun {
    /// Runs every section and forwards over the engine's transport.
    static func runAll(_ context: inout RequestContext) async -> PolicyOutcome {
        let step = await runUntilForward(&context)
        switch step {
        case .respond(let outcome): return outcome
        case .forward:
            // Only a host that forwards by itself is ever asked to.
            return await fail(&context, PolicyError(nil, "A request was to be forwarded by a host that does not."))
        }
    }

    /// Runs inbound and backend as far as they go without the backend's response.
    static func runUntilForward(_ context: inout RequestContext) async -> InboundResult {
        guard let policy = context.run.policy else { return await failed(&context, PolicyError(nil, "The engine has no policy.")) }
        do throws(PolicyError) {
            if let answer = try await answerPreflight(policy, &context) { return answer }
            switch try await policy.inbound.run(&context) {
            case .proceed: return try await finish(try await policy.backend.run(&context), policy, &context)
            case let flow: return try await finish(flow, policy, &context)
            }
        } catch {
            return await failed(&context, error)
        }
    }

    /// Goes on in the backend section with what the host got from the backend.
    static func resume(_ context: inout RequestContext, with result: Result<TransportResponse, TransportError>) async -> InboundResult {
        guard let pending = context.run.pending, let policy = context.run.policy else {
            return await failed(&context, PolicyError(nil, "There is no forwarded request that a response could belong to."))
        }
        context.run.pending = nil
        do throws(PolicyError) {
            let flow = try await goOn(&context, after: context.finish(pending, with: result))
            return try await finish(flow, policy, &context)
        } catch {
            return await failed(&context, error)
        }
    }

    /// Answers a preflight request if there is a policy for that, which runs alone. Nil for every other request.
    private static func answerPreflight(
        _ policy: CompiledPolicy, _ context: inout RequestContext
    ) async throws(PolicyError) -> InboundResult? {
        guard !policy.preflight.statements.isEmpty, context.isPreflight else { return nil }
        if try await policy.preflight.run(&context) == .proceed { context.gateway.response = GatewayResponse() }
        return .respond(respond(&context))
    }

    /// Runs what is left of the backend section behind the policy that had the host forward.
    private static func goOn(_ context: inout RequestContext, after first: Resumption.Inner) async throws(PolicyError) -> Flow {
        var (left, inner) = (context.run.resumptions[...], first)
        context.run.resumptions = []
        while let next = left.popFirst() {
            do throws(PolicyError) {
                let flow = try await next(&context, after: inner)
                // When the host is to forward again, what is around the policy still comes after it.
                if flow == .forward { context.run.resumptions += left }
                if flow != .proceed { return flow }
                inner = .proceeded
            } catch {
                inner = .failed(error)
            }
        }
        try inner.get()
        return .proceed
    }

    /// What follows the backend section.
    private static func finish(
        _ flow: Flow, _ policy: CompiledPolicy, _ context: inout RequestContext
    ) async throws(PolicyError) -> InboundResult {
        switch flow {
        case .forward:
            guard let pending = context.run.pending else { throw PolicyError(nil, "A policy forwarded nothing.") }
            return .forward(pending.callout.request)
        case .respond: break
        case .proceed: _ = try await policy.outbound.run(&context)
        case .resumeOutbound: _ = try await policy.outbound.run(&context, from: policy.outbound.indexBehindCaching)
        }
        try await context.complete()
        return .respond(respond(&context))
    }

    private static func failed(_ context: inout RequestContext, _ error: PolicyError) async -> InboundResult {
        .respond(await fail(&context, error))
    }

    /// Runs on-error with the default answer in place.
    private static func fail(_ context: inout RequestContext, _ error: PolicyError) async -> PolicyOutcome {
        context.services.logger.info("request failed", metadata: error.logMetadata)
        context.run.resumptions.removeAll()
        context.adopt(error)
        do throws(PolicyError) {
            if let policy = context.run.policy { _ = try await policy.onError.run(&context) }
            await context.completeAfterError()
            return respond(&context)
        } catch {
            // Nothing is documented for an error in on-error: the first error's answer is lost, the caller gets a plain 500.
            var plain = PolicyError(error.reason, error.message, source: error.source)
            plain.position = error.position
            context.adopt(plain)
            await context.completeAfterError()
            return respond(&context)
        }
    }

    private static func respond(_ context: inout RequestContext) -> PolicyOutcome {
        do throws(PolicyError) {
            return PolicyOutcome(response: try context.outgoingResponse(), lastError: context.gateway.lastError)
        } catch {
            context.adopt(error)
            let answer = DefaultAnswer(for: error, requestID: context.gateway.requestID)
            return PolicyOutcome(response: answer.transportResponse, lastError: context.gateway.lastError)
        }
    }
}

extension PolicyError {
    /// What a log says of an error, its message included: logs are for operators.
    fileprivate var logMetadata: Logger.Metadata {
        let error = lastError
        return ["source": "\(error.source)", "reason": "\(error.reason ?? "-")", "message": "\(error.message)"]
    }
}
