public import PolicyExpressions
public import PolicyRuntime
import Synchronization

/// A clock that stands still until somebody waits on it, and then is at the end of the shortest wait.
///
/// Retries and delays of minutes take no time in a test, and what waits concurrently wakes in the order in which it would.
public final class SelfAdvancingClock: GatewayClock {
    /// How often others may run before a wait is over: enough for tasks that have begun to come to their own wait.
    private static let patience = 32

    private struct State {
        var ticks: Int64
        var nextID = 0
        var wakeTicks: [Int: Int64] = [:]
    }

    private let state: Mutex<State>

    /// Makes a clock that stands at a time; 2025-01-01T00:00:00Z unless given.
    public init(now: NetDateTime = NetDateTime(ticks: 638_712_864_000_000_000, kind: .utc)) { state = Mutex(State(ticks: now.ticks)) }

    /// The time at which the clock stands.
    public var now: NetDateTime { NetDateTime(ticks: state.withLock { $0.ticks }, kind: .utc) }

    /// Moves the clock on.
    public func advance(by duration: Duration) { state.withLock { $0.ticks += max(0, duration.ticks) } }

    /// Waits until nobody else has less to wait, and moves the clock on to the end of the wait.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    public func sleep(for duration: Duration) async throws {
        guard duration > .zero else { return }
        let id = state.withLock { state in
            state.nextID += 1
            state.wakeTicks[state.nextID] = state.ticks + duration.ticks
            return state.nextID
        }
        defer { state.withLock { $0.wakeTicks[id] = nil } }
        repeat {
            for _ in 0..<Self.patience { await Task.yield() }
            try Task.checkCancellation()
        } while !isFirst(id)
    }

    /// Whether a wait is the shortest; the clock is then at its end.
    private func isFirst(_ id: Int) -> Bool {
        state.withLock { state in
            guard let own = state.wakeTicks[id] else { return true }
            guard state.wakeTicks.allSatisfy({ ($0.value, $0.key) >= (own, id) }) else { return false }
            state.ticks = max(state.ticks, own)
            state.wakeTicks[id] = nil
            return true
        }
    }
}
