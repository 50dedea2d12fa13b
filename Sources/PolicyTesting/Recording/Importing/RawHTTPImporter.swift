import PolicyDiagnostics
import PolicyExpressions

/// Reads HTTP/1.1 messages as text (RFC 9112), a request and perhaps the response to it, with `###` on a line between messages as
/// `.http` files have it. A request line may hold a whole URL; otherwise the Host field says where to.
enum RawHTTPImporter {
    private static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"]

    /// Whether a line is a request line, such as `GET /orders HTTP/1.1` or `POST https://host/orders`.
    static func looksLikeARequest(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard words.count == 2 || words.count == 3 else { return false }
        return methods.contains(String(words[0])) && (words[1].hasPrefix("/") || words[1].contains("://"))
    }

    static func capture(_ source: SourceText) throws(Diagnostic) -> Capture {
        let messages = HTTPMessageText.messages(in: source)
        guard let first = messages.first, !first.isResponse else {
            throw Diagnostic(
                "invalid-request", .error, "expected a request line", at: SourceSpan(source, SourceRange(0, min(1, source.utf8.count))),
                hint: "GET https://host/path HTTP/1.1")
        }
        var capture = Capture(incoming: try request(first), span: first.span)
        var sent = capture.incoming
        for message in messages.dropFirst() {
            guard message.isResponse else {
                sent = try request(message)
                continue
            }
            capture.outgoing.append(CapturedExchange(request: sent, answer: .response(try response(message)), span: message.span))
        }
        return capture
    }

    private static func request(_ message: HTTPMessageText) throws(Diagnostic) -> SentRequest {
        let words = message.startLine.split(separator: " ")
        guard words.count == 2 || words.count == 3, words.count == 2 || words[2].hasPrefix("HTTP/") else {
            throw message.invalid("this is no request line", hint: "GET https://host/path HTTP/1.1")
        }
        let (fields, target) = (try message.fields(), String(words[1]))
        if target.contains("://") {
            return SentRequest(method: String(words[0]), url: target, headers: fields, body: message.body)
        }
        guard target.hasPrefix("/"), let host = SentRequest.joined(fields, "Host") else {
            throw message.invalid("the request says no host", hint: "a Host field, or a whole URL in the request line")
        }
        return SentRequest(method: String(words[0]), url: "https://\(host)\(target)", headers: fields, body: message.body)
    }

    private static func response(_ message: HTTPMessageText) throws(Diagnostic) -> RecordedResponse {
        let words = message.startLine.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, let code = Int32(words[1]), (100...999).contains(code) else {
            throw message.invalid("this is no status line", hint: "HTTP/1.1 200 OK")
        }
        let reason = words.count == 3 ? String(words[2]) : nil
        return RecordedResponse(statusCode: code, statusReason: reason, headers: try message.fields(), body: message.body)
    }
}
