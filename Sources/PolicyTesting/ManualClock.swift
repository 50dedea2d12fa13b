public import PolicyExpressions
public import PolicyRuntime
import Synchronization

/// A clock whose time passes when a test says so.
///
/// ```swift
/// let clock = ManualClock()
/// async let outcome = run(with: clock)   // waits 20 s for a token server
/// await clock.sleepers(atLeast: 1)
/// clock.advance(by: .seconds(20))
/// ```
public final class ManualClock: GatewayClock {
    private struct Sleeper {
        var wakeTicks: Int64
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var ticks: Int64
        var nextID = 0
        var sleepers: [Int: Sleeper] = [:]
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    /// Makes a clock that stands at a time; 2025-01-01T00:00:00Z unless given.
    public init(now: NetDateTime = NetDateTime(ticks: 638_712_864_000_000_000, kind: .utc)) { state = Mutex(State(ticks: now.ticks)) }

    /// The time at which the clock stands.
    public var now: NetDateTime { NetDateTime(ticks: state.withLock { $0.ticks }, kind: .utc) }

    /// Waits until the clock has been moved on by as much. Returns at once for no time.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    public func sleep(for duration: Duration) async throws {
        guard duration > .zero else { return }
        let id = state.withLock { state in
            defer { state.nextID += 1 }
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { enter(id, duration.ticks, $0) }
        } onCancel: {
            cancel(id)
        }
    }

    /// Moves the clock on and wakes who has waited long enough.
    public func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.ticks += max(0, duration.ticks)
            let due = state.sleepers.filter { $0.value.wakeTicks <= state.ticks }.sorted { $0.value.wakeTicks < $1.value.wakeTicks }
            for (id, _) in due { state.sleepers[id] = nil }
            return due.map(\.value.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    /// Returns once at least so many tasks wait on the clock.
    public func sleepers(atLeast count: Int) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                guard state.sleepers.count < count else { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isReached { continuation.resume() }
        }
    }

    private func enter(_ id: Int, _ ticks: Int64, _ continuation: CheckedContinuation<Void, any Error>) {
        let reached = state.withLock { state in
            state.sleepers[id] = Sleeper(wakeTicks: state.ticks + ticks, continuation: continuation)
            let reached = state.watchers.filter { $0.count <= state.sleepers.count }
            state.watchers.removeAll { $0.count <= state.sleepers.count }
            return reached.map(\.continuation)
        }
        for watcher in reached { watcher.resume() }
        // The task may have been cancelled before there was anything to cancel.
        if Task.isCancelled { cancel(id) }
    }

    private func cancel(_ id: Int) {
        state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume(throwing: CancellationError())
    }
}

extension Duration {
    /// .NET's ticks of 100 ns; at most a hundred years.
    var ticks: Int64 {
        let (seconds, attoseconds) = components
        return min(max(seconds, -3_155_760_000), 3_155_760_000) * 10_000_000 + attoseconds / 100_000_000_000
    }
}
