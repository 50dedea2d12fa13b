extension RequestContext {
    /// Runs policies side by side on this request. They share messages and variables, and take turns: one goes on while
    /// the others wait for something from outside.
    ///
    /// - Parameter endsWithFirst: whether the others are stopped as soon as one has ended.
    /// - Returns: `.respond` when one of them did; the others are stopped then.
    /// - Throws: the error of the one that fails first; the others are stopped then.
    public mutating func runConcurrently(_ parts: [PolicySequence], endsWithFirst: Bool) async throws(PolicyError) -> Flow {
        let counter = CalloutCounter(from: calloutCount)
        let outerCounter = run.sharedCallouts
        run.sharedCallouts = outerCounter ?? counter
        let turns = Turns(SharedContexts(contexts: parts.map { _ in self }))
        let result = await Self.race(parts, on: turns, endsWithFirst: endsWithFirst)
        adopt(await turns.contexts().contexts)
        run.sharedCallouts = outerCounter
        if outerCounter == nil { calloutCount = counter.count }
        guard !Task.isCancelled else { throw .cancelled }
        return try result.get()
    }

    private static func race(
        _ parts: [PolicySequence], on turns: Turns, endsWithFirst: Bool
    ) async -> Result<Flow, PolicyError> {
        await withTaskGroup(of: Result<Flow, PolicyError>.self) { group in
            for (index, part) in parts.enumerated() { group.addTask { await turns.run(part, at: index) } }
            var result = Result<Flow, PolicyError>.success(.proceed)
            var isDecided = false
            // The parts that were stopped are waited for as well: nothing of them goes on behind the policy.
            for await part in group where !isDecided {
                result = part
                isDecided = endsWithFirst || !part.hasProceeded
                if isDecided { group.cancelAll() }
            }
            return result
        }
    }

    /// Takes over what the parts changed besides messages and variables, which they share.
    private mutating func adopt(_ contexts: [RequestContext]) {
        let before = self
        for context in contexts {
            if context.backendURL != before.backendURL { backendURL = context.backendURL }
            if context.rewrittenPath != before.rewrittenPath { rewrittenPath = context.rewrittenPath }
            if context.overridesHost { overridesHost = true }
            if context.receivedBody?.body !== before.receivedBody?.body { receivedBody = context.receivedBody }
            run.completions += context.run.completions.dropFirst(before.run.completions.count)
        }
    }
}

extension Result where Success == Flow {
    fileprivate var hasProceeded: Bool { if case .success(.proceed) = self { true } else { false } }
}

/// The contexts of parts that run side by side.
///
/// Unchecked: a `RequestContext` is not Sendable, since it holds the messages and variables of its request by reference.
/// The contexts go from the task of the request to `Turns` and back. While `Turns` has them, the task of the request
/// does nothing but wait for the task group, which ends only when every part has. The parts run on the executor of
/// `Turns`, an actor: policies are nonisolated(nonsending) and stay on it, so that at no time two of them run. What they
/// await beyond it gets Sendable values only.
private struct SharedContexts: @unchecked Sendable {
    let contexts: [RequestContext]
}

/// Lets the parts that run side by side take turns.
private actor Turns {
    private var current: [RequestContext]

    init(_ shared: SharedContexts) { current = shared.contexts }

    func contexts() -> SharedContexts { SharedContexts(contexts: current) }

    func run(_ part: PolicySequence, at index: Int) async -> Result<Flow, PolicyError> {
        var context = current[index]
        defer { current[index] = context }
        do throws(PolicyError) {
            guard !Task.isCancelled else { throw .cancelled }
            let flow = try await part.run(&context)
            guard flow != .forward else {
                throw PolicyError(nil, "A request cannot be forwarded by a host from policies that run side by side.")
            }
            return .success(flow)
        } catch {
            return .failure(error)
        }
    }
}
