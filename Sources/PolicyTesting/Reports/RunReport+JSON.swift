import Foundation
package import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

extension RunReport {
    /// The JSON object that `run --format json` prints, on one line, without secrets.
    public func jsonText(masking mask: SecretMask = SecretMask()) -> String { json(masking: mask).compactText }

    package func json(masking mask: SecretMask = SecretMask()) -> JSON { ReportWriter(mask: mask).json(self) }
}

/// Writes a report. Every text that can hold a secret goes through the mask.
struct ReportWriter {
    let mask: SecretMask

    func json(_ report: RunReport) -> JSON {
        [
            "version": 1,
            "outcome": report.lastError == nil ? "response" : "error",
            "response": json(report.response),
            "backendRequest": report.backendRequest.map(json) ?? .null,
            "callouts": .array(report.callouts.map(json)),
            "variables": .object(report.variables.map { JSON.Member($0.name, json($0.value)) }),
            "lastError": report.lastError.map(json) ?? .null,
            "policies": .array(report.policies.map(json)),
            "logs": .array(report.logs.map { ["policy": .string($0.policy), "message": text($0.message)] }),
        ]
    }

    // MARK: Messages

    func json(_ response: RunReport.Response) -> JSON {
        [
            "statusCode": .integer(response.statusCode), "statusReason": text(response.statusReason),
            "headers": headers(response.headers), "body": body(response.body),
        ]
    }

    func json(_ request: SentRequest) -> JSON {
        [
            "method": text(request.method), "url": text(request.url),
            "headers": headers(request.headers), "body": body(request.body),
        ]
    }

    private func json(_ callout: RunReport.Callout) -> JSON {
        var members = [JSON.Member("policy", .string(callout.policy)), JSON.Member("request", json(callout.request))]
        if let response = callout.response { members.append(JSON.Member("response", json(response))) }
        if let error = callout.error { members.append(JSON.Member("error", text(error))) }
        members.append(JSON.Member("durationMs", milliseconds(callout.duration)))
        return .object(members)
    }

    private func headers(_ fields: [(name: String, value: String)]) -> JSON {
        RecordedBody.json(of: fields.map { ($0.name, mask.mask($0.value)) })
    }

    private func body(_ bytes: [UInt8]) -> JSON {
        if let text = String(validating: bytes, as: UTF8.self) { return .string(mask.mask(text)) }
        // A secret shows in base 64 too; what holds one is shown as far as it is text.
        let text = String(decoding: bytes, as: UTF8.self)
        guard mask.mask(text) == text else { return .string(mask.mask(text)) }
        return ["base64": .string(Data(bytes).base64EncodedString())]
    }

    // MARK: The rest

    func json(_ value: CanonicalValue) -> JSON { ["type": .string(value.type), "value": text(value.text)] }

    private func json(_ error: LastError) -> JSON {
        [
            "source": text(error.source), "reason": text(error.reason), "message": text(error.message), "scope": JSON(error.scope),
            "section": JSON(error.section), "path": JSON(error.path), "policyId": text(error.policyID),
        ]
    }

    private func json(_ policy: RunReport.Policy) -> JSON {
        [
            "name": .string(policy.name), "scope": .string(policy.scope), "section": .string(policy.section),
            "line": JSON(policy.line), "column": JSON(policy.column), "result": .string(policy.result),
            "durationMs": milliseconds(policy.duration),
        ]
    }

    private func text(_ text: String?) -> JSON { JSON(text.map(mask.mask)) }

    /// To the microsecond, so that the text stays short.
    func milliseconds(_ duration: Duration?) -> JSON {
        guard let duration else { return .null }
        let microseconds = duration / .microseconds(1)
        return JSON(microseconds.rounded() / 1000)
    }
}
