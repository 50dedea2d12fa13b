import HTTPTypes
import PolicyDiagnostics
public import PolicyExpressions
public import PolicyRuntime
import Synchronization

/// Writes down what happens to one request.
public final class TraceRecorder: PolicyObserver {
    fileprivate struct State {
        var trace = RunTrace()
        var messages: MessageState?
        /// The policies under way, innermost last.
        var open: [RunTrace.Place] = []
        /// The values of the expression that is being evaluated.
        var parts: [RunTrace.Part] = []
    }

    /// More values of one expression than this are not kept.
    private static let partsKept = 400

    private let clock: any GatewayClock
    private let start: NetDateTime
    private let state = Mutex(State())

    /// Makes a recorder for one request, which begins now.
    ///
    /// - Parameter clock: the one that the engine goes by.
    public init(clock: any GatewayClock = SystemClock()) { (self.clock, start) = (clock, clock.now) }

    /// What happened so far.
    ///
    /// - Parameter response: what the caller got.
    public func trace(response: RunReport.Response? = nil) -> RunTrace {
        var trace = state.withLock { $0.trace }
        trace.response = response
        return trace
    }

    // MARK: PolicyObserver

    /// Notes a policy, and what the policy around it changed before.
    public func policyEntered(_ position: PolicyPosition, in context: GatewayContext) {
        let (now, messages) = (elapsed, MessageState(context))
        let arrival = RunTrace.Arrival(context, at: start)
        let place = RunTrace.Place(position)
        state.withLock { state in
            if state.trace.arrival == nil { state.trace.arrival = arrival }
            state.note(messages, in: state.open.last, at: now)
            state.open.append(place)
            state.trace.events.append(RunTrace.Event(place: place, elapsed: now, content: .policyEntered))
        }
    }

    /// Notes what the policy changed, and how it ended.
    public func policyLeft(_ position: PolicyPosition, _ result: PolicyResult, after duration: Duration, in context: GatewayContext) {
        let (now, messages, place) = (elapsed, MessageState(context), RunTrace.Place(position))
        var message: String?
        if case .failed(let error) = result { message = error.message }
        let left = RunTrace.Content.policyLeft(result: result.name, error: message, duration: duration)
        state.withLock { state in
            state.note(messages, in: place, at: now)
            if let index = state.open.lastIndex(of: place) { state.open.remove(at: index) }
            state.trace.events.append(RunTrace.Event(place: place, elapsed: now, content: left))
        }
    }

    /// Notes a value.
    public func expressionEvaluated(_ expression: ObservedExpression, as value: Value, in context: GatewayContext) {
        note(expression, value: CanonicalValue(value), error: nil)
    }

    /// Notes an exception.
    public func expressionFailed(_ expression: ObservedExpression, with error: EvaluationError, in context: GatewayContext) {
        note(expression, value: nil, error: expression.diagnostic(of: error).message)
    }

    private func note(_ expression: ObservedExpression, value: CanonicalValue?, error: String?) {
        let now = elapsed
        state.withLock { state in
            let parts = state.parts.sorted { $0.span.range.lowerBound < $1.span.range.lowerBound }
            state.parts = []
            let event = RunTrace.ExpressionEvent(code: expression.code, span: expression.span, value: value, error: error, parts: parts)
            let place = RunTrace.Place(expression.position)
            state.trace.events.append(RunTrace.Event(place: place, elapsed: now, content: .expression(event)))
        }
    }

    /// Notes the value of a part of an expression. Objects other than JSON are left out: to write them would walk through them.
    public func evaluated(_ point: CoveragePoint, as value: Value) {
        if case .object(let object) = value, !(object is JToken) { return }
        let shown = CanonicalValue(value)
        state.withLock { state in
            if let index = state.parts.firstIndex(where: { $0.span == point.span }) {
                state.parts[index].value = shown
                state.parts[index].count += 1
            } else if state.parts.count < Self.partsKept {
                state.parts.append(RunTrace.Part(span: point.span, value: shown, count: 1))
            }
        }
    }

    /// Notes a variable.
    public func variableSet(_ name: String, to value: Value, at position: PolicyPosition, in context: GatewayContext) {
        note(.variableSet(name: name, value: CanonicalValue(value)), in: position)
    }

    /// Notes a request.
    public func calloutStarted(_ callout: Callout, in context: GatewayContext) {
        let request = SentRequest(callout.request.head, body: callout.request.body.bytesInMemory)
        let purpose = callout.purpose == .backend ? "backend" : "service"
        note(.calloutStarted(number: callout.ordinal, purpose: purpose, request: request), in: callout.position)
    }

    /// Notes a response, or why there is none.
    public func calloutFinished(
        _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration, in context: GatewayContext
    ) {
        oneWayCalloutFinished(callout, with: result, after: duration)
    }

    /// Notes the response to a request that nobody waited for.
    public func oneWayCalloutFinished(
        _ callout: Callout, with result: Result<TransportResponse, TransportError>, after duration: Duration
    ) {
        let content: RunTrace.Content
        switch result {
        case .success(let response):
            content = .calloutFinished(number: callout.ordinal, response: RunReport.Response(response), error: nil, duration: duration)
        case .failure(let error):
            content = .calloutFinished(number: callout.ordinal, response: nil, error: error.reportText, duration: duration)
        }
        note(content, in: callout.position)
    }

    /// Notes what a policy wrote.
    public func traced(_ entry: TraceEntry, at position: PolicyPosition, in context: GatewayContext) {
        let severity = "\(entry.severity)"
        note(.message(severity: severity, source: entry.source, text: entry.message, metadata: entry.metadata), in: position)
    }

    private var elapsed: Duration { clock.time(since: start) }

    private func note(_ content: RunTrace.Content, in position: PolicyPosition) {
        let event = RunTrace.Event(place: RunTrace.Place(position), elapsed: elapsed, content: content)
        state.withLock { $0.trace.events.append(event) }
    }
}

extension TraceRecorder.State {
    /// Notes what is not as it was at the last look.
    fileprivate mutating func note(_ now: MessageState, in place: RunTrace.Place?, at elapsed: Duration) {
        if let messages {
            let changes = now.changes(since: messages)
            if !changes.isEmpty { trace.events.append(RunTrace.Event(place: place, elapsed: elapsed, content: .changed(changes))) }
        }
        messages = now
    }
}

extension RunTrace.Place {
    init(_ position: PolicyPosition) {
        self.init(
            policy: position.name, scope: position.scope.rawValue, section: position.section.rawValue, path: position.path,
            span: position.span)
    }
}

extension RunTrace.Arrival {
    fileprivate init(_ context: GatewayContext, at timestamp: NetDateTime) {
        let headers = context.request.headers.entries.flatMap { entry in entry.values.map { (entry.name.string, $0.string) } }
        let request = SentRequest(
            method: context.request.method.string, url: context.request.originalURL.description, headers: headers, body: [])
        self.init(
            timestamp: timestamp, requestID: context.requestID.hyphenated, request: request, api: context.api.path,
            operation: context.operation.name, user: context.user?.id, product: context.product?.id)
    }
}
