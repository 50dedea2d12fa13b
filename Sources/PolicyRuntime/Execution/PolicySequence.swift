import Logging
public import PolicyExpressions

/// One policy of a compiled document.
final class CompiledStatement: Sendable {
    let position: PolicyPosition
    let action: PolicyAction
    /// The bodies that the policy's own values may read; they are in memory before it runs.
    let bodiesRead: BodiesRead
    let traits: StatementTraits
    /// Whether the policy never waits.
    let isImmediate: Bool

    init(position: PolicyPosition, action: PolicyAction, bodiesRead: BodiesRead, traits: StatementTraits = StatementTraits()) {
        (self.position, self.action, self.bodiesRead, self.traits) = (position, action, bodiesRead, traits)
        isImmediate = if case .immediate = action { bodiesRead.isEmpty } else { false }
    }
}

/// What the engine knows of a policy besides what it does.
struct StatementTraits: Sendable {
    /// What answers preflight requests in place of the section; several for a fragment that holds several.
    var preflights: [CompiledStatement] = []
    /// Whether a response from a cache goes on behind this policy.
    var endsCaching = false
}

/// Compiled policies that run one after the other: a section, or the content of a container such as `when`.
public struct PolicySequence: Sendable {
    let statements: [CompiledStatement]
    /// Whether none of the policies ever waits, so that a container of them need not either.
    public let isImmediate: Bool

    init(_ statements: [CompiledStatement]) {
        self.statements = statements
        isImmediate = statements.allSatisfy(\.isImmediate)
    }

    /// Each of the policies by itself.
    public var parts: [PolicySequence] { statements.map { PolicySequence([$0]) } }

    /// Runs the policies until one of them ends the section.
    ///
    /// - Throws: the error of the policy that failed, with its position.
    public func run(_ context: inout RequestContext) async throws(PolicyError) -> Flow {
        try await run(&context, from: 0)
    }

    /// Runs policies of which none waits; for containers whose sequences all are immediate.
    ///
    /// - Throws: the error of the policy that failed, with its position.
    public func runImmediately(_ context: inout RequestContext) throws(PolicyError) -> Flow {
        for statement in statements {
            let flow = try statement.runImmediately(&context)
            if flow != .proceed { return flow }
        }
        return .proceed
    }

    /// Goes on behind a policy that had the host forward the request.
    func run(_ context: inout RequestContext, from start: Int) async throws(PolicyError) -> Flow {
        for index in statements.indices.dropFirst(start) {
            let statement = statements[index]
            let flow = if statement.isImmediate { try statement.runImmediately(&context) } else { try await statement.run(&context) }
            if flow == .forward { context.resume(with: resumption(from: index + 1)) }
            if flow != .proceed { return flow }
        }
        return .proceed
    }

    private func resumption(from index: Int) -> Resumption {
        Resumption { context, inner async throws(PolicyError) in
            try inner.get()
            return try await run(&context, from: index)
        }
    }
}

extension CompiledStatement {
    func run(_ context: inout RequestContext) async throws(PolicyError) -> Flow {
        guard context.observer == nil else { return try await runObserved(&context) }
        do throws(PolicyError) {
            return try await perform(&context)
        } catch {
            throw error.located(at: position)
        }
    }

    func runImmediately(_ context: inout RequestContext) throws(PolicyError) -> Flow {
        guard case .immediate(let run) = action else {
            throw PolicyError(nil, "A policy that waits was run as one that does not.").located(at: position)
        }
        guard context.observer == nil else { return try runObservedImmediately(run, &context) }
        do throws(PolicyError) {
            return try run(&context)
        } catch {
            throw error.located(at: position)
        }
    }

    private func perform(_ context: inout RequestContext) async throws(PolicyError) -> Flow {
        if !bodiesRead.isEmpty { try await context.buffer(bodiesRead) }
        switch action {
        case .immediate(let run): return try run(&context)
        case .suspending(let run):
            let flow = try await run(&context)
            guard !Task.isCancelled else { throw .cancelled }
            return flow
        }
    }
}

// With an observer.
extension CompiledStatement {
    private func runObserved(_ context: inout RequestContext) async throws(PolicyError) -> Flow {
        let start = enter(&context)
        do throws(PolicyError) {
            let flow = try await perform(&context)
            leave(&context, PolicyResult(flow), since: start)
            return flow
        } catch {
            throw fail(&context, error, since: start)
        }
    }

    private func runObservedImmediately(
        _ run: (inout RequestContext) throws(PolicyError) -> Flow, _ context: inout RequestContext
    ) throws(PolicyError) -> Flow {
        let start = enter(&context)
        do throws(PolicyError) {
            let flow = try run(&context)
            leave(&context, PolicyResult(flow), since: start)
            return flow
        } catch {
            throw fail(&context, error, since: start)
        }
    }

    private func enter(_ context: inout RequestContext) -> NetDateTime {
        context.observer?.policyEntered(position, in: context.gateway)
        return context.services.clock.now
    }

    private func leave(_ context: inout RequestContext, _ result: PolicyResult, since start: NetDateTime) {
        context.flushTrace(at: position)
        context.observer?.policyLeft(position, result, after: context.services.clock.time(since: start), in: context.gateway)
    }

    private func fail(_ context: inout RequestContext, _ error: PolicyError, since start: NetDateTime) -> PolicyError {
        let located = error.located(at: position)
        leave(&context, .failed(located), since: start)
        return located
    }
}

extension PolicyResult {
    init(_ flow: Flow) {
        switch flow {
        case .proceed: self = .proceeded
        case .respond: self = .responded
        case .forward: self = .forwarded
        case .resumeOutbound: self = .responded
        }
    }
}

extension RequestContext {
    /// Tells the observer which way a policy takes.
    ///
    /// - Parameter point: what `CompilationScope.branch` gave.
    @inlinable
    public func reached(_ point: CoveragePoint?) {
        if let point { observer?.reached(point) }
    }

    /// Hands what expressions wrote with `context.Trace` to the observer and the log.
    mutating func flushTrace(at position: PolicyPosition) {
        guard !gateway.traceMessages.isEmpty else { return }
        for message in gateway.traceMessages { trace(message, at: position) }
        gateway.traceMessages.removeAll()
    }

    /// Writes a line to the trace of the request.
    public func trace(_ message: String, at position: PolicyPosition) { trace(TraceEntry(message), at: position) }

    /// Writes an entry to the trace of the request, and to the log.
    public func trace(_ entry: TraceEntry, at position: PolicyPosition) {
        services.logger.log(level: entry.logLevel, "\(entry.source ?? position.name): \(entry.message)", metadata: entry.logMetadata)
        observer?.traced(entry, at: position, in: gateway)
    }
}

extension TraceEntry {
    fileprivate var logLevel: Logger.Level {
        switch severity {
        case .verbose: .debug
        case .information: .info
        case .error: .error
        }
    }

    fileprivate var logMetadata: Logger.Metadata? {
        metadata.isEmpty ? nil : Logger.Metadata(metadata.map { ($0.name, .string($0.value)) }) { _, last in last }
    }
}
