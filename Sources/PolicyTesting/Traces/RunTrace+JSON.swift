import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

extension RunTrace {
    /// The trace as one JSON object in our own form, without secrets. Ends in a line break.
    public func jsonText(masking mask: SecretMask = SecretMask()) -> String {
        TraceWriter(mask: mask).json(self).compactText + "\n"
    }
}

/// Writes a trace. Every text that can hold a secret goes through the mask.
private struct TraceWriter {
    let mask: SecretMask
    private var messages: ReportWriter { ReportWriter(mask: mask) }

    init(mask: SecretMask) { self.mask = mask }

    func json(_ trace: RunTrace) -> JSON {
        [
            "version": 1, "arrival": trace.arrival.map(json) ?? .null, "events": .array(trace.events.map(json)),
            "response": trace.response.map(messages.json) ?? .null,
        ]
    }

    private func json(_ arrival: RunTrace.Arrival) -> JSON {
        [
            "timestamp": .string(CanonicalValue(.dateTime(arrival.timestamp)).text ?? ""), "requestId": .string(arrival.requestID),
            "request": messages.json(arrival.request), "api": text(arrival.api), "operation": text(arrival.operation),
            "user": text(arrival.user), "product": text(arrival.product),
        ]
    }

    private func json(_ event: RunTrace.Event) -> JSON {
        var members = [JSON.Member("elapsedMs", milliseconds(event.elapsed))]
        members.append(JSON.Member("policy", event.place.map(json) ?? .null))
        members += self.members(of: event.content).map { JSON.Member($0.name, $0.value) }
        return .object(members)
    }

    private func json(_ place: RunTrace.Place) -> JSON {
        let start = place.span?.start
        return [
            "name": .string(place.policy), "scope": .string(place.scope), "section": .string(place.section), "path": JSON(place.path),
            "file": JSON(place.span?.source.name), "line": JSON(start?.line), "column": JSON(start?.column),
        ]
    }

    private func members(of content: RunTrace.Content) -> [JSON.Member] {
        switch content {
        case .policyEntered: [kind("policyEntered")]
        case .policyLeft(let result, let error, let duration):
            [
                kind("policyLeft"), JSON.Member("result", .string(result)), JSON.Member("error", text(error)),
                JSON.Member("durationMs", milliseconds(duration)),
            ]
        case .changed(let changes): [kind("changed"), JSON.Member("changes", .array(changes.map(json)))]
        case .expression(let expression): [kind("expression")] + members(of: expression)
        case .variableSet(let name, let value):
            [kind("variableSet"), JSON.Member("name", text(name)), JSON.Member("value", json(value))]
        case .calloutStarted(let number, let purpose, let request):
            [
                kind("calloutStarted"), JSON.Member("number", .integer(number)), JSON.Member("purpose", .string(purpose)),
                JSON.Member("request", messages.json(request)),
            ]
        case .calloutFinished(let number, let response, let error, let duration):
            [
                kind("calloutFinished"), JSON.Member("number", .integer(number)),
                JSON.Member("response", response.map(messages.json) ?? .null), JSON.Member("error", text(error)),
                JSON.Member("durationMs", milliseconds(duration)),
            ]
        case .message(let severity, let source, let message, let metadata):
            [
                kind("message"), JSON.Member("severity", .string(severity)), JSON.Member("source", text(source)),
                JSON.Member("text", text(message)),
                JSON.Member("metadata", .array(metadata.map { ["name": text($0.name), "value": text($0.value)] })),
            ]
        }
    }

    private func kind(_ name: String) -> JSON.Member { JSON.Member("event", .string(name)) }

    private func members(of expression: RunTrace.ExpressionEvent) -> [JSON.Member] {
        [
            JSON.Member("code", text(expression.code)), JSON.Member("line", JSON(expression.span?.start.line)),
            JSON.Member("column", JSON(expression.span?.start.column)), JSON.Member("value", expression.value.map(json) ?? .null),
            JSON.Member("error", text(expression.error)), JSON.Member("parts", .array(expression.parts.map(json))),
        ]
    }

    private func json(_ part: RunTrace.Part) -> JSON {
        [
            "code": text(part.span.text), "line": .integer(part.span.start.line), "column": .integer(part.span.start.column),
            "value": json(part.value), "count": .integer(part.count),
        ]
    }

    private func json(_ change: RunTrace.Change) -> JSON {
        [
            "subject": .string(change.subject.rawValue), "name": text(change.name), "before": text(change.before),
            "after": text(change.after),
        ]
    }

    private func json(_ value: CanonicalValue) -> JSON { messages.json(value) }

    private func text(_ text: String?) -> JSON { JSON(text.map(mask.mask)) }

    private func milliseconds(_ duration: Duration) -> JSON { messages.milliseconds(duration) }
}
