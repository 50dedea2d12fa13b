public import PolicyExpressions

/// What came of a request.
public struct PolicyOutcome: Sendable {
    /// What the caller gets.
    public var response: TransportResponse
    /// The error that ended the regular sections, if one did; the response is then what on-error made of it.
    public var lastError: LastError?

    /// Makes an outcome.
    public init(response: TransportResponse, lastError: LastError? = nil) { (self.response, self.lastError) = (response, lastError) }
}

/// What a host that forwards by itself does after the inbound half.
public enum InboundResult: Sendable {
    /// Send this to the backend, then call `runOutbound` with the response, or with what went wrong.
    case forward(TransportRequest)
    /// Answer the caller; the policies are done.
    case respond(PolicyOutcome)
}
