import HTTPTypes
import PolicyDiagnostics
public import PolicyExpressions
public import PolicyRuntime
import Synchronization

/// Sees a request go through the policies and keeps what a report says about it.
public final class RunRecorder: PolicyObserver {
    private struct State {
        var policies: [(position: PolicyPosition, report: RunReport.Policy)] = []
        var callouts: [Int: RunReport.Callout] = [:]
        var backendRequest: SentRequest?
        var logs: [RunReport.Log] = []
        var diagnostics: [Diagnostic] = []
    }

    private let state = Mutex(State())

    /// Makes a recorder for one request.
    public init() {}

    /// A report of the request, with what became of it.
    public func report(response: RunReport.Response, lastError: LastError?, context: GatewayContext) -> RunReport {
        let variables = context.variables.all.map { (name: $0.name, value: CanonicalValue($0.value)) }
        return state.withLock { state in
            var report = RunReport(response: response)
            report.backendRequest = state.backendRequest
            report.callouts = state.callouts.sorted { $0.key < $1.key }.map(\.value)
            (report.variables, report.lastError) = (variables, lastError)
            (report.policies, report.logs, report.diagnostics) = (state.policies.map(\.report), state.logs, state.diagnostics)
            return report
        }
    }

    // MARK: PolicyObserver

    /// Notes a policy.
    public func policyEntered(_ position: PolicyPosition, in context: GatewayContext) {
        let start = position.span?.start
        let report = RunReport.Policy(
            name: position.name, scope: position.scope.rawValue, section: position.section.rawValue, line: start?.line,
            column: start?.column, span: position.span, result: "running")
        state.withLock { $0.policies.append((position, report)) }
    }

    /// Notes how a policy ended.
    public func policyLeft(_ position: PolicyPosition, _ result: PolicyResult, after duration: Duration, in context: GatewayContext) {
        state.withLock { state in
            guard let index = state.policies.lastIndex(where: { $0.position === position && $0.report.duration == nil }) else { return }
            state.policies[index].report.result = result.name
            state.policies[index].report.duration = duration
        }
    }

    /// Notes an exception, and where in the author's text it was thrown.
    public func expressionFailed(_ expression: ObservedExpression, with error: EvaluationError, in context: GatewayContext) {
        let diagnostic = expression.diagnostic(of: error)
        state.withLock { $0.diagnostics.append(diagnostic) }
    }

    /// Notes a request.
    public func calloutStarted(_ callout: Callout, in context: GatewayContext) {
        let request = SentRequest(callout.request.head, body: callout.request.body.bytesInMemory)
        state.withLock { state in
            switch callout.purpose {
            case .backend: state.backendRequest = request
            case .service: state.callouts[callout.ordinal] = RunReport.Callout(policy: callout.position.name, request: request)
            }
        }
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
        state.withLock { state in
            switch result {
            case .success(let response): state.callouts[callout.ordinal]?.response = RunReport.Response(response)
            case .failure(let error): state.callouts[callout.ordinal]?.error = error.reportText
            }
            state.callouts[callout.ordinal]?.duration = duration
        }
    }

    /// Notes an entry of the trace.
    public func traced(_ entry: TraceEntry, at position: PolicyPosition, in context: GatewayContext) {
        state.withLock { $0.logs.append(RunReport.Log(policy: position.name, message: entry.reportText)) }
    }
}

extension RunRecorder: EventSink, MetricSink {
    /// Notes a message for a logger.
    public func send(_ event: GatewayEvent) {
        let text = "\(event.loggerID): \(String(decoding: event.message, as: UTF8.self))"
        state.withLock { $0.logs.append(RunReport.Log(policy: "log-to-eventhub", message: text)) }
    }

    /// Notes a measurement.
    public func record(_ metric: GatewayMetric) {
        let dimensions = metric.dimensions.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
        let text = "\(metric.namespace)/\(metric.name): \(metric.value.literal) (\(dimensions))"
        state.withLock { $0.logs.append(RunReport.Log(policy: "emit-metric", message: text)) }
    }
}

extension PolicyResult {
    /// The result as reports name it.
    var name: String {
        switch self {
        case .proceeded: "proceeded"
        case .responded: "responded"
        case .forwarded: "forwarded"
        case .failed: "failed"
        }
    }
}

extension TransportBody {
    /// The bytes, as far as they are in memory: a stream can be read only once, and not by an observer.
    var bytesInMemory: [UInt8] { if case .bytes(let bytes) = self { bytes } else { [] } }
}

extension RunReport.Response {
    init(_ response: TransportResponse) {
        self.init(
            statusCode: response.head.status.code, statusReason: response.head.status.reasonPhrase,
            headers: response.head.headerFields.map { ($0.name.rawName, $0.value) }, body: response.body.bytesInMemory)
    }
}

extension TraceEntry {
    /// The entry in a line: `source: message (name: value, …)`.
    fileprivate var reportText: String {
        let facts = metadata.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
        return (source.map { $0 + ": " } ?? "") + message + (facts.isEmpty ? "" : " (\(facts))")
    }
}

extension TransportError {
    /// The error as recordings name it, or its text.
    var reportText: String {
        switch self {
        case .timeout: "timeout"
        case .connectionFailure(let text): "connectionFailure: \(text)"
        case .bodyTooLarge(let limit): "the body is larger than \(limit) bytes"
        case .notRecorded(let text): text
        }
    }
}
