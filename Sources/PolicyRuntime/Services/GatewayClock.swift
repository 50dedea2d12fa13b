public import PolicyExpressions

/// The time that policies go by. A test puts a clock of its own here and decides when time passes.
public protocol GatewayClock: Sendable {
    /// The current time in UTC.
    var now: NetDateTime { get }

    /// Waits.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    func sleep(for duration: Duration) async throws
}

/// The computer's clock.
public struct SystemClock: GatewayClock {
    /// Makes a clock.
    public init() {}

    /// The current time in UTC.
    public var now: NetDateTime { .systemUTCNow() }

    /// Waits on the clock that does not stop while the computer sleeps.
    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration, clock: .continuous) }
}

extension GatewayClock {
    /// The time that passed since an earlier `now`; never negative, even if the clock was set back.
    package func time(since start: NetDateTime) -> Duration { .microseconds(max(0, now.ticks - start.ticks) / 10) }
}
