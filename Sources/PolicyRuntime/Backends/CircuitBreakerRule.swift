public import PolicyExpressions

/// When a service is left alone, and for how long.
public struct CircuitBreakerRule: Sendable, Hashable {
    /// How much failing trips the breaker.
    public enum Threshold: Sendable, Hashable {
        /// So many failures within the interval.
        case count(Int)
        /// Such a part of the requests within the interval, in percent.
        case percentage(Int)
    }

    /// The name, for logs.
    public var name: String
    /// How much failing trips the breaker.
    public var threshold: Threshold
    /// The time in which failures are counted.
    public var interval: NetTimeSpan
    /// The status codes that are failures.
    public var statusCodes: [ClosedRange<Int>]
    /// The reasons of errors that are failures, such as `BackendConnectionFailure`. `Server errors` stands for 500…599.
    public var errorReasons: Set<String>
    /// How long the service is left alone.
    public var tripDuration: NetTimeSpan
    /// Whether a Retry-After of the response that tripped the breaker says how long instead.
    public var acceptsRetryAfter: Bool

    /// Describes a rule.
    public init(
        name: String = "rule", threshold: Threshold, interval: NetTimeSpan, statusCodes: [ClosedRange<Int>] = [],
        errorReasons: Set<String> = [], tripDuration: NetTimeSpan, acceptsRetryAfter: Bool = false
    ) {
        (self.name, self.threshold, self.interval) = (name, threshold, interval)
        (self.statusCodes, self.errorReasons) = (statusCodes, errorReasons)
        (self.tripDuration, self.acceptsRetryAfter) = (tripDuration, acceptsRetryAfter)
    }

    func isFailure(_ outcome: BackendOutcome) -> Bool {
        switch outcome {
        case .answered(let status, _):
            statusCodes.contains { $0.contains(status) } || (errorReasons.contains("Server errors") && (500...599).contains(status))
        case .failed(let reason): errorReasons.contains(reason)
        }
    }
}

/// What became of a request to a backend.
enum BackendOutcome: Sendable {
    /// It answered, perhaps with a Retry-After.
    case answered(status: Int, retryAfter: String?)
    /// It did not.
    case failed(reason: String)
}
