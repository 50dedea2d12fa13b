import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

extension RunTrace {
    /// The trace in the shape of APIM's API inspector, without secrets: entries with source, timestamp, elapsed time and data, by
    /// section. Ends in a line break.
    ///
    /// Messages are those of the service where it is known what it writes; see Docs/FileFormats.md.
    public func inspectorText(serviceName: String = "apim-policy", masking mask: SecretMask = SecretMask()) -> String {
        InspectorWriter(trace: self, mask: mask).json(serviceName: serviceName).compactText + "\n"
    }
}

/// Writes a trace as the inspector does.
private struct InspectorWriter {
    let trace: RunTrace
    let mask: SecretMask

    private static let sections = ["inbound", "backend", "outbound", "on-error"]

    private struct Entry {
        var section: String
        var source: String
        var elapsed: Duration
        var data: JSON
    }

    func json(serviceName: String) -> JSON {
        let all = arrivalEntries + trace.events.compactMap(entry) + responseEntries
        let groups = Self.sections.compactMap { section -> JSON.Member? in
            let entries = all.filter { $0.section == section }
            return entries.isEmpty ? nil : JSON.Member(section, .array(entries.map(json)))
        }
        return [
            "issuer": .null, "serviceName": .string(serviceName), "traceId": JSON(trace.arrival?.requestID),
            "traceEntries": .object(groups),
        ]
    }

    private func json(_ entry: Entry) -> JSON {
        let timestamp = trace.arrival.flatMap { CanonicalValue(.dateTime($0.timestamp.later(by: entry.elapsed))).text }
        let elapsed = NetTimeSpan(ticks: entry.elapsed.ticks).constantFormat
        return ["source": text(entry.source), "timestamp": JSON(timestamp), "elapsed": JSON(elapsed), "data": entry.data]
    }

    // MARK: The gateway's own entries

    private var arrivalEntries: [Entry] {
        guard let arrival = trace.arrival else { return [] }
        let scheme = arrival.request.url.prefix { $0 != ":" }
        let request: JSON = [
            "scheme": ["received": .string(String(scheme)), "original": .string(String(scheme))], "method": text(arrival.request.method),
            "url": text(arrival.request.url), "headers": headers(arrival.request.headers),
        ]
        let configuration: JSON = [
            "api": ["from": text("/" + arrival.api)], "operation": ["name": text(arrival.operation)],
            "user": arrival.user.map { ["id": text($0), "groups": []] } ?? "-", "product": arrival.product.map { ["id": text($0)] } ?? "-",
        ]
        return [
            Entry(section: "inbound", source: "api-inspector", elapsed: .zero, data: ["request": request]),
            Entry(section: "inbound", source: "api-inspector", elapsed: .zero, data: ["configuration": configuration]),
        ]
    }

    private var responseEntries: [Entry] {
        guard trace.response != nil else { return [] }
        let last = trace.events.last
        let section = last?.place?.section == "on-error" ? "on-error" : "outbound"
        let sent: JSON = ["message": "Response has been sent to the caller in full"]
        return [Entry(section: section, source: "transfer-response", elapsed: last?.elapsed ?? .zero, data: sent)]
    }

    // MARK: Events

    /// The entry of an event; nil for what the inspector does not show.
    private func entry(_ event: RunTrace.Event) -> Entry? {
        guard let place = event.place, let (source, data) = described(event.content, place.policy) else { return nil }
        return Entry(section: place.section, source: source, elapsed: event.elapsed, data: data)
    }

    private func described(_ content: RunTrace.Content, _ policy: String) -> (source: String, data: JSON)? {
        switch content {
        case .expression(let expression): (policy, data(expression))
        case .variableSet(let name, let value):
            (policy, ["message": "Context variable was successfully set.", "name": text(name), "value": text(value.text)])
        case .calloutStarted(_, let purpose, let request):
            (purpose == "backend" ? "request-forwarder" : policy, data(request, purpose))
        case .calloutFinished(_, let response?, _, _): (policy, data(response))
        case .calloutFinished(_, nil, let error, _): (policy, ["messages": [text(error)]])
        case .message(_, let source, let message, let metadata):
            (source ?? policy, metadata.isEmpty ? text(message) : data(message, metadata))
        case .policyLeft("failed", let error, _): (policy, ["messages": [text(error)]])
        case .policyEntered, .policyLeft, .changed: nil
        }
    }

    private func data(_ expression: RunTrace.ExpressionEvent) -> JSON {
        // The inspector shows the code without the brackets around it.
        let code = text(String(expression.code.dropFirst(2).dropLast()))
        guard let error = expression.error else {
            return ["message": "Expression was successfully evaluated.", "expression": code, "value": text(expression.value?.text)]
        }
        return ["message": "Expression evaluation failed.", "expression": code, "details": text(error)]
    }

    private func data(_ request: SentRequest, _ purpose: String) -> JSON {
        let message =
            purpose == "backend"
            ? "Request is being forwarded to the backend service." : "\(request.method) request is being sent to '\(request.url)'."
        let fields = headers(request.headers)
        return ["message": text(message), "request": ["method": text(request.method), "url": text(request.url), "headers": fields]]
    }

    private func data(_ response: RunReport.Response) -> JSON {
        let status: JSON = ["code": .integer(response.statusCode), "reason": text(response.statusReason)]
        return ["response": ["status": status, "headers": headers(response.headers)]]
    }

    private func data(_ message: String, _ metadata: [(name: String, value: String)]) -> JSON {
        ["message": text(message), "metadata": .object(metadata.map { JSON.Member(mask.mask($0.name), text($0.value)) })]
    }

    private func headers(_ fields: [(name: String, value: String)]) -> JSON {
        .array(fields.map { ["name": text($0.name), "value": text($0.value)] })
    }

    private func text(_ text: String?) -> JSON { JSON(text.map(mask.mask)) }
}

extension NetDateTime {
    /// The moment so much later.
    fileprivate func later(by duration: Duration) -> NetDateTime {
        NetDateTime(ticks: ticks + duration.ticks, kind: kind)
    }
}
