public import PolicyExpressions

/// Several observers of the same requests, told in their order.
public struct PolicyObserverGroup: PolicyObserver {
    private let observers: [any PolicyObserver]

    /// Makes a group.
    public init(_ observers: [any PolicyObserver]) { self.observers = observers }

    private func each(_ tell: (any PolicyObserver) -> Void) { for observer in observers { tell(observer) } }

    /// Tells every observer.
    public func policyEntered(_ position: PolicyPosition, in context: GatewayContext) { each { $0.policyEntered(position, in: context) } }

    /// Tells every observer.
    public func policyLeft(_ position: PolicyPosition, _ result: PolicyResult, after duration: Duration, in context: GatewayContext) {
        each { $0.policyLeft(position, result, after: duration, in: context) }
    }

    /// Tells every observer.
    public func expressionEvaluated(_ expression: ObservedExpression, as value: Value, in context: GatewayContext) {
        each { $0.expressionEvaluated(expression, as: value, in: context) }
    }

    /// Tells every observer.
    public func expressionFailed(_ expression: ObservedExpression, with error: EvaluationError, in context: GatewayContext) {
        each { $0.expressionFailed(expression, with: error, in: context) }
    }

    /// Tells every observer.
    public func variableSet(_ name: String, to value: Value, at position: PolicyPosition, in context: GatewayContext) {
        each { $0.variableSet(name, to: value, at: position, in: context) }
    }

    /// Tells every observer.
    public func calloutStarted(_ callout: Callout, in context: GatewayContext) { each { $0.calloutStarted(callout, in: context) } }

    /// Tells every observer.
    public func calloutFinished(
        _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration, in context: GatewayContext
    ) {
        each { $0.calloutFinished(callout, with: result, after: duration, in: context) }
    }

    /// Tells every observer.
    public func oneWayCalloutFinished(
        _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration
    ) {
        each { $0.oneWayCalloutFinished(callout, with: result, after: duration) }
    }

    /// Tells every observer.
    public func traced(_ entry: TraceEntry, at position: PolicyPosition, in context: GatewayContext) {
        each { $0.traced(entry, at: position, in: context) }
    }

    /// Tells every observer.
    public func reached(_ point: CoveragePoint) { each { $0.reached(point) } }

    /// Tells every observer.
    public func evaluated(_ point: CoveragePoint, as value: Value) { each { $0.evaluated(point, as: value) } }
}
