import Synchronization

/// Work that goes on after the request that began it: requests that nobody waits for, events, metrics.
///
/// There is never more of it at a time than the bound; what comes beyond is turned away.
public final class BackgroundWork: Sendable {
    private struct State {
        var running = 0
        var idle: [CheckedContinuation<Void, Never>] = []
    }

    /// How much may run at a time.
    public let bound: Int
    private let state = Mutex(State())

    /// Makes an empty bound; the default leaves room for a thousand pieces of work.
    public init(bound: Int = 1_000) { self.bound = max(0, bound) }

    /// Begins a piece of work in a task of its own.
    ///
    /// - Returns: whether there was room for it.
    public func begin(_ work: @escaping @Sendable () async -> Void) -> Bool {
        let hasRoom = state.withLock { state in
            guard state.running < bound else { return false }
            state.running += 1
            return true
        }
        guard hasRoom else { return false }
        Task.detached { [self] in
            await work()
            end()
        }
        return true
    }

    /// Returns once nothing is running.
    public func finish() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                guard state.running > 0 else { return true }
                state.idle.append(continuation)
                return false
            }
            if isIdle { continuation.resume() }
        }
    }

    private func end() {
        let idle = state.withLock { state in
            state.running -= 1
            guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.idle = [] }
            return state.idle
        }
        for continuation in idle { continuation.resume() }
    }
}
