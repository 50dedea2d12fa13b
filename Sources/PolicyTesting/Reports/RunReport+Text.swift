import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

extension RunReport {
    /// The report for people: what left the gateway, what ran, what came back. Ends in a line break.
    public func text(masking mask: SecretMask = SecretMask()) -> String {
        var lines = callouts.flatMap(Self.lines(of:))
        if let backendRequest {
            lines +=
                ["→ backend: \(backendRequest.method) \(backendRequest.url)"] + Self.lines(of: backendRequest.headers, backendRequest.body)
        } else {
            lines.append("→ backend: nothing was sent")
        }
        if let error = lastError {
            lines.append("✗ \(error.source) in \(error.section ?? "?"): \(error.reason ?? "error"): \(error.message)")
        }
        lines += diagnostics.flatMap(Self.lines(of:))
        lines += logs.map { "· \($0.policy): \($0.message)" }
        lines.append("← \(response.statusCode) \(response.statusReason)")
        lines += Self.lines(of: response.headers, response.body)
        return lines.map { mask.mask($0) + "\n" }.joined()
    }

    private static func lines(of callout: Callout) -> [String] {
        let answer = callout.response.map { "\($0.statusCode) \($0.statusReason)" } ?? callout.error ?? "no answer"
        return ["→ \(callout.policy): \(callout.request.method) \(callout.request.url) ← \(answer)"]
    }

    private static func lines(of diagnostic: Diagnostic) -> [String] {
        DiagnosticTextFormatter(usesColor: false).format([diagnostic]).split(separator: "\n", omittingEmptySubsequences: true).map {
            "    " + $0
        }
    }

    private static func lines(of headers: [(name: String, value: String)], _ body: [UInt8]) -> [String] {
        let fields = headers.map { "    \($0.name): \($0.value)" }
        guard !body.isEmpty else { return fields }
        guard let text = String(validating: body, as: UTF8.self) else { return fields + ["", "    \(body.count) bytes that are not text"] }
        return fields + [""] + text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    }
}
