public import PolicyDiagnostics
public import PolicyExpressions

/// Sees what policies do while a request runs: the source of traces, coverage, profiles and spans.
///
/// Every method has an empty default. They are called in order and in the task of the request; `context` is the request
/// they belong to and is only to be read. Nothing here may fail or wait.
///
/// What `ExpressionObserver` asks for is told of documents that were compiled with `CompilationOptions.measuresCoverage`.
public protocol PolicyObserver: ExpressionObserver {
    /// A policy begins.
    func policyEntered(_ position: PolicyPosition, in context: GatewayContext)
    /// A policy has ended.
    func policyLeft(_ position: PolicyPosition, _ result: PolicyResult, after duration: Duration, in context: GatewayContext)
    /// An expression of a policy gave a value.
    func expressionEvaluated(_ expression: ObservedExpression, as value: Value, in context: GatewayContext)
    /// An expression of a policy threw an exception or met a limit; `ObservedExpression.diagnostic(of:)` shows where.
    func expressionFailed(_ expression: ObservedExpression, with error: EvaluationError, in context: GatewayContext)
    /// A policy set a variable.
    func variableSet(_ name: String, to value: Value, at position: PolicyPosition, in context: GatewayContext)
    /// A request is about to leave the gateway.
    func calloutStarted(_ callout: Callout, in context: GatewayContext)
    /// A request that left the gateway has its response, or none.
    func calloutFinished(
        _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration, in context: GatewayContext)
    /// A request that nobody waits for has its response, or none. It may come long after the request that caused it, and
    /// from another task.
    func oneWayCalloutFinished(_ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration)
    /// A policy or an expression wrote a line to the trace.
    func traced(_ entry: TraceEntry, at position: PolicyPosition, in context: GatewayContext)
}

extension PolicyObserver {
    /// Does nothing.
    public func policyEntered(_ position: PolicyPosition, in context: GatewayContext) {}
    /// Does nothing.
    public func policyLeft(_ position: PolicyPosition, _ result: PolicyResult, after duration: Duration, in context: GatewayContext) {}
    /// Does nothing.
    public func expressionEvaluated(_ expression: ObservedExpression, as value: Value, in context: GatewayContext) {}
    /// Does nothing.
    public func expressionFailed(_ expression: ObservedExpression, with error: EvaluationError, in context: GatewayContext) {}
    /// Does nothing.
    public func variableSet(_ name: String, to value: Value, at position: PolicyPosition, in context: GatewayContext) {}
    /// Does nothing.
    public func calloutStarted(_ callout: Callout, in context: GatewayContext) {}
    /// Does nothing.
    public func calloutFinished(
        _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration, in context: GatewayContext
    ) {}
    /// Does nothing.
    public func oneWayCalloutFinished(
        _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration
    ) {}
    /// Does nothing.
    public func traced(_ entry: TraceEntry, at position: PolicyPosition, in context: GatewayContext) {}
}

/// How a policy ended.
public enum PolicyResult: Sendable {
    /// The next policy runs.
    case proceeded
    /// The response is ready to be sent; nothing else of the regular sections runs.
    case responded
    /// The host was given the request to forward; the rest runs once it has the response.
    case forwarded
    /// on-error runs.
    case failed(PolicyError)
}

/// An expression of a policy document, for those who watch its evaluation.
public struct ObservedExpression: Sendable {
    /// The code after named values were put in, secrets masked, with `@( )` or `@{ }` around it.
    public var code: String
    /// Where it stands, if it came from a document.
    public var span: SourceSpan?
    /// The policy it belongs to.
    public var position: PolicyPosition

    private let diagnosis: @Sendable (EvaluationError) -> Diagnostic

    /// Makes a description; `diagnosis` shows an exception under the author's text.
    init(code: String, span: SourceSpan?, position: PolicyPosition, diagnosis: @escaping @Sendable (EvaluationError) -> Diagnostic) {
        (self.code, self.span, self.position, self.diagnosis) = (code, span, position, diagnosis)
    }

    /// An exception of this expression, with its place in the author's text and what is known about its cause. What it
    /// quotes of secret named values is masked; values of the request are not.
    public func diagnostic(of error: EvaluationError) -> Diagnostic { diagnosis(error) }
}

/// A request that leaves the gateway because of a policy.
public struct Callout: Sendable {
    /// Whom a request goes to.
    public enum Purpose: Sendable, Hashable {
        /// The backend: the request of the caller, forwarded.
        case backend
        /// Some other service, on the way.
        case service
    }

    /// Counts the requests that left for one incoming request, from 0, in the order in which they began.
    public var ordinal: Int
    /// Whom it goes to.
    public var purpose: Purpose
    /// The policy that sends it.
    public var position: PolicyPosition
    /// What is sent.
    public var request: TransportRequest

    /// Makes a description.
    public init(ordinal: Int, purpose: Purpose, position: PolicyPosition, request: TransportRequest) {
        (self.ordinal, self.purpose, self.position, self.request) = (ordinal, purpose, position, request)
    }
}
