import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Random requests that no policy may fail on: no unhandled error, no secret in the response.
public struct RequestFuzzing: Sendable {
    /// How many requests.
    public var count = 200
    /// The methods to choose from.
    public var methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
    /// The reasons of errors that are the policies' own answers to bad requests: `RateLimitExceeded`, `TokenNotPresent`.
    public var allowedReasons: [String] = []
    /// What every request is made from.
    public var context = RecordedContext()

    /// Makes 200 requests of all methods.
    public init() {}

    private static let headerNames = [
        "Accept", "Authorization", "Content-Type", "Cookie", "Origin", "X-Forwarded-For", "X-Correlation-Id", "If-None-Match", "X-Custom",
    ]
    private static let texts = [
        "", " ", "0", "-1", "null", "true", "Bearer", "Bearer a.b.c", "Basic Og==", "a,b,,c", "application/json", "text/xml; charset=x",
        "*", "%00", "%zz", "../../etc/passwd", "{{name}}", "@(1)", "<a/>", "' or 1=1", "\u{1F600}", "ÄÖÜ", "2024-02-30", "1e999", "[]",
    ]
    private static let bodies = [
        "", "{}", "[]", "null", "{\"a\":1}", "{\"a\":{\"b\":[1,null,\"x\"]}}", "{\"a\":", "<a><b/></a>", "<a>", "text", "a=1&b=%20",
        "\u{0}\u{1}",
        "\u{FEFF}{}", "{\"a\":1e400}", "[[[[[[]]]]]]",
    ]

    /// The next request.
    func context(_ random: SeededRandom) -> RecordedContext {
        var result = context
        result.request.method = random.element(of: methods) ?? "GET"
        for _ in 0..<random.number(below: 4) {
            let name = random.element(of: Self.headerNames) ?? "X-Custom"
            result.request.headers.append((name, random.element(of: Self.texts) ?? ""))
        }
        var query: [String] = []
        for _ in 0..<random.number(below: 3) {
            let name = random.element(of: ["id", "page", "q", "filter"]) ?? "q"
            query.append(name + "=" + QueryParameters.encode(random.element(of: Self.texts) ?? ""))
        }
        if !query.isEmpty { result.request.url.queryString = "?" + query.joined(separator: "&") }
        if random.number(below: 3) > 0 { result.request.body = Array((random.element(of: Self.bodies) ?? "").utf8) }
        return result
    }

    /// What may never come of any request.
    func failures(of report: RunReport, masking mask: SecretMask, at span: SourceSpan?) -> [Diagnostic] {
        var result: [Diagnostic] = []
        if let error = report.lastError, !allowedReasons.contains(error.reason ?? "") {
            let message = "a random request ended in an unhandled error: \(error.reason ?? error.source): \(error.message)"
            result.append(Diagnostic("unhandled-error", .error, mask.mask(message), at: span))
        }
        let text = report.response.headers.map { "\($0.name): \($0.value)\n" }.joined() + report.response.text
        if mask.mask(text) != text {
            result.append(Diagnostic("secret-in-response", .error, "a random request was answered with a secret named value", at: span))
        }
        return result
    }
}
