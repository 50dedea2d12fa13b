import PolicyDiagnostics
import PolicyExpressions

/// Reads API Management's traces: sections of entries `{source, timestamp, elapsed, data}`.
///
/// The former JSON behind `Ocp-Apim-Trace-Location` and the answer of `listTrace` have the same entries; sources are called
/// `handler` and `mapper` in the oldest ones, `api-inspector` and `request-forwarder` since. Traces hold no bodies.
enum GatewayTraceImporter {
    private static let sections = ["inbound", "backend", "outbound", "on-error"]

    static func capture(_ json: LocatedJSON) throws(Diagnostic) -> Capture {
        let trace = json["value"] ?? json
        guard let sections = trace["traceEntries"] else {
            throw Diagnostic("missing-member", .error, "the trace has no traceEntries", at: json.span)
        }
        var reading = Reading()
        for name in Self.sections {
            for entry in try sections[name]?.array(name) ?? [] { try reading.read(entry) }
        }
        guard var capture = reading.capture else {
            throw Diagnostic("missing-member", .error, "no entry of the trace has the request that came in", at: sections.span)
        }
        if let id = try trace["traceId"]?.text("traceId"), NetGuid(id) != nil { capture.requestID = id }
        capture.warnings += reading.warnings
        capture.warnings.append(
            Diagnostic("no-bodies", .warning, "traces hold no bodies; write those that policies look at into the files", at: nil))
        return capture
    }

    /// What was read so far.
    private struct Reading {
        var capture: Capture?
        var warnings: [Diagnostic] = []
        /// Requests that were sent and have no answer yet, by the policy that sent them.
        var waiting: [(source: String, request: SentRequest, span: SourceSpan)] = []

        mutating func read(_ entry: LocatedJSON) throws(Diagnostic) {
            guard let data = entry["data"], case .object = data.kind else { return }
            let source = try entry["source"]?.text("source") ?? ""
            if let configuration = data["configuration"] { try configure(configuration) }
            if let request = data["request"], request["url"] != nil, request["method"] != nil {
                try read(request, of: source, at: entry)
            }
            if let response = data["response"], response["status"] != nil { try answer(response, to: source) }
        }

        private mutating func read(_ json: LocatedJSON, of source: String, at entry: LocatedJSON) throws(Diagnostic) {
            let request = SentRequest(
                method: try json["method"]?.text("method") ?? "GET", url: try json["url"]?.text("url") ?? "",
                headers: try json["headers"].map(NamedFields.read) ?? [], body: [])
            guard capture != nil else {
                capture = Capture(incoming: request, span: entry.span)
                if let time = entry["timestamp"] {
                    _ = try RecordedContextReader().date(time, "timestamp")
                    capture?.timestamp = try time.text("timestamp")
                }
                return
            }
            waiting.append((source, request, entry.span))
        }

        /// The forwarder's request is answered by an entry of another source: `forward-request`, or `handler` again.
        private mutating func answer(_ json: LocatedJSON, to source: String) throws(Diagnostic) {
            guard let index = waiting.lastIndex(where: { $0.source == source }) ?? waiting.indices.last else {
                warnings.append(
                    Diagnostic(
                        "no-request", .warning, "the trace does not say which request of \(source) this answers; it is left out",
                        at: json.span))
                return
            }
            let sent = waiting.remove(at: index)
            let code = try json["status"]?["code"]?.integer("code") ?? 200
            guard let statusCode = Int32(exactly: code) else { throw json.mismatch("code", "a status code") }
            let response = RecordedResponse(
                statusCode: statusCode, statusReason: try json["status"]?["reason"]?.text("reason"),
                headers: try json["headers"].map(NamedFields.read) ?? [])
            capture?.outgoing.append(CapturedExchange(request: sent.request, answer: .response(response), span: sent.span))
        }

        // MARK: Configuration

        private mutating func configure(_ json: LocatedJSON) throws(Diagnostic) {
            if let api = json["api"] { capture?.api = try Self.api(api) }
            if let operation = json["operation"], operation["uriTemplate"] != nil {
                capture?.operation = OperationDescription(
                    method: try operation["method"]?.text("method") ?? "GET",
                    urlTemplate: try operation["uriTemplate"]?.text("uriTemplate") ?? "/*")
            }
            // Who is not known is "-".
            if let product = json["product"], let id = product["id"]?.scalarText { capture?.product = ProductDescription(id: id, name: id) }
            if let user = json["user"], let id = user["id"]?.scalarText {
                var description = UserDescription(id: id)
                for group in try user["groups"]?.array("groups") ?? [] {
                    let name = try group.text("a group")
                    description.groups.append(GroupDescription(id: name, name: name))
                }
                capture?.user = description
            }
        }

        private static func api(_ json: LocatedJSON) throws(Diagnostic) -> APIDescription {
            var api = APIDescription()
            if let path = try json["from"]?.text("from") { api.path = String(path.drop { $0 == "/" }) }
            if let revision = try json["revision"]?.text("revision") { api.revision = revision }
            api.version = try json["version"]?.text("version")
            guard let to = json["to"], let host = try to["host"]?.text("host") else { return api }
            let scheme = try to["scheme"]?.text("scheme") ?? "https"
            let url = RequestURL(
                scheme: scheme, host: host, port: try to["port"]?.integer("port"), path: try to["path"]?.text("path") ?? "/")
            api.serviceURL = url.description
            return api
        }
    }
}
