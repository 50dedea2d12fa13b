public import PolicyExpressions

/// Why a policy ended the regular sections. It becomes `context.LastError`, and on-error runs.
public struct PolicyError: Error, Sendable {
    /// The failing element or pipeline step when it is not the policy that threw.
    public var source: String?
    /// A stable error code.
    public var reason: Reason?
    /// A text for operators: it is in LastError and in traces, and leaves only where `isMessagePublic`.
    public var message: String
    /// The status of the answer unless on-error changes it, in 100…599.
    public var statusCode: Int32
    /// Whether the caller may read the message. If not, it gets a generic text and an activity identifier.
    public var isMessagePublic: Bool
    /// What the caller reads where that is another text than the message of LastError.
    public var callerMessage: String?
    /// Header fields that the answer carries, such as Retry-After.
    public var headers: [(name: String, value: String)]
    /// Whether on-error works on the response that is there, instead of the default answer.
    public var keepsResponse = false
    /// The policy that failed; the innermost one that noticed.
    public internal(set) var position: PolicyPosition?

    /// The codes that errors are known by (`context.LastError.Reason`).
    public struct Reason: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
        /// The code.
        public var rawValue: String
        /// Makes a reason.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Makes a reason.
        public init(stringLiteral value: String) { rawValue = value }

        /// An expression threw an exception.
        public static let expressionValueEvaluationFailure: Reason = "ExpressionValueEvaluationFailure"
        /// Status and headers did not arrive in time.
        public static let timeout: Reason = "Timeout"
        /// A connection could not be made, or broke.
        public static let backendConnectionFailure: Reason = "BackendConnectionFailure"
        /// The client went away.
        public static let clientConnectionFailure: Reason = "ClientConnectionFailure"
    }

    /// Makes an error.
    public init(
        _ reason: Reason?, _ message: String, statusCode: Int32 = 500, isMessagePublic: Bool = false,
        headers: [(name: String, value: String)] = [], source: String? = nil
    ) {
        (self.reason, self.message, self.statusCode) = (reason, message, statusCode)
        (self.isMessagePublic, self.headers, self.source) = (isMessagePublic, headers, source)
    }

    /// The error of an expression that threw.
    public init(_ error: EvaluationError) {
        self.init(.expressionValueEvaluationFailure, "Expression evaluation failed. " + error.message)
    }

    /// The client went away, and the task of its request was cancelled.
    public static let cancelled = PolicyError(
        .clientConnectionFailure, "The client closed the connection while the request was pending.")

    /// The same error at a policy; a policy that is already known stays, since it is the inner one.
    public func located(at position: PolicyPosition) -> PolicyError {
        guard self.position == nil else { return self }
        var error = self
        error.position = position
        return error
    }

    /// As `context.LastError` shows it.
    public var lastError: LastError {
        LastError(
            source: source ?? position?.name ?? "gateway", reason: reason?.rawValue, message: message, scope: position?.scope.rawValue,
            section: position?.section.rawValue, path: position?.path, policyID: position?.policyID)
    }
}
