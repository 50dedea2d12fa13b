import Foundation
import PolicyDiagnostics

/// Reads HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/).
enum HARImporter {
    static func capture(_ json: LocatedJSON, entry: Int) throws(Diagnostic) -> Capture {
        guard let entries = try json["log"]?["entries"]?.array("entries"), !entries.isEmpty else {
            throw Diagnostic("missing-member", .error, "the archive has no entries", at: json.span)
        }
        guard entries.indices.contains(entry - 1) else {
            throw Diagnostic("no-such-entry", .error, "there is no entry \(entry); the archive has \(entries.count)", at: json.span)
        }
        let chosen = entries[entry - 1]
        var capture = Capture(incoming: try request(of: chosen), span: chosen.span)
        if let started = chosen["startedDateTime"] {
            _ = try RecordedContextReader().date(started, "startedDateTime")
            capture.timestamp = try started.text("startedDateTime")
        }
        // What the client saw stands for what the backend answered: an archive of the client's side has nothing else.
        for entry in entries { try add(entry, to: &capture) }
        return capture
    }

    private static func add(_ entry: LocatedJSON, to capture: inout Capture) throws(Diagnostic) {
        let request = try request(of: entry)
        guard let response = entry["response"] else {
            capture.warnings.append(Diagnostic("no-answer", .warning, "the entry has no response; it is left out", at: entry.span))
            return
        }
        capture.outgoing.append(CapturedExchange(request: request, answer: try answer(response), span: entry.span))
    }

    private static func request(of entry: LocatedJSON) throws(Diagnostic) -> SentRequest {
        guard let request = entry["request"], let url = request["url"] else {
            throw Diagnostic("missing-member", .error, "the entry has no request with a URL", at: entry.span)
        }
        return SentRequest(
            method: try request["method"]?.text("method") ?? "GET", url: try url.text("url"),
            headers: try request["headers"].map(NamedFields.read) ?? [], body: try request["postData"].map(postData) ?? [])
    }

    private static func postData(_ json: LocatedJSON) throws(Diagnostic) -> [UInt8] {
        if let text = json["text"] { return try content(text, encoding: json["encoding"]) }
        let parameters = try json["params"].map(NamedFields.read) ?? []
        let type = try json["mimeType"]?.text("mimeType") ?? "application/x-www-form-urlencoded"
        guard parameters.isEmpty || type.hasPrefix("application/x-www-form-urlencoded") else {
            throw Diagnostic("not-read", .error, "parts of \(type) without their text cannot be put together again", at: json.span)
        }
        let pairs = parameters.map { PlaceholderText.percentEncoded($0.name) + "=" + PlaceholderText.percentEncoded($0.value) }
        return Array(pairs.joined(separator: "&").utf8)
    }

    private static func content(_ text: LocatedJSON, encoding: LocatedJSON?) throws(Diagnostic) -> [UInt8] {
        guard let encoding else { return Array(try text.text("text").utf8) }
        guard try encoding.text("encoding").lowercased() == "base64" else { throw encoding.mismatch("encoding", "base64") }
        return try RecordedBody.base64(text)
    }

    private static func answer(_ json: LocatedJSON) throws(Diagnostic) -> Exchange.Answer {
        let status = try json["status"]?.integer("status") ?? 0
        // Browsers write 0 for a request that got no response.
        guard status != 0 else { return .connectionFailure }
        guard let code = Int32(exactly: status) else { throw json.mismatch("status", "a status code") }
        var response = RecordedResponse(statusCode: code, statusReason: try json["statusText"]?.text("statusText"))
        if response.statusReason?.isEmpty == true { response.statusReason = nil }
        // The text of an archive is decoded already.
        response.headers = try json["headers"].map(NamedFields.read)?.filter { $0.name.lowercased() != "content-encoding" } ?? []
        if let text = json["content"]?["text"] { response.body = try content(text, encoding: json["content"]?["encoding"]) }
        return .response(response)
    }
}

/// Lists of `{"name": …, "value": …}`, as archives and traces write header fields.
enum NamedFields {
    static func read(_ json: LocatedJSON) throws(Diagnostic) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for field in try json.array("header fields") {
            guard let name = field["name"] else { throw Diagnostic("missing-member", .error, "a field has no name", at: field.span) }
            fields.append((try name.text("name"), try field["value"]?.text("value") ?? ""))
        }
        return fields
    }
}
