public import PolicyDiagnostics
public import PolicyRuntime

/// What `expected.json` or the `expect` of a test demands of a run. Only what it names is compared; see Docs/FileFormats.md.
public struct RunExpectations: Sendable {
    /// What the expectations show, in a line.
    public let reason: String
    let expected: LocatedJSON
    private let mustBeRefused: Bool
    private let diagnostic: LocatedJSON?

    private static let members = [
        "version", "policy", "why", "source", "exitStatus", "diagnostic", "outcome", "response", "backendRequest", "callouts",
        "notCalled", "variables", "lastError", "policies", "logs", "cache", "counters",
    ]

    /// Reads expectations.
    ///
    /// - Throws: a diagnostic at the first value that is not what it should be.
    public init(reading source: SourceText) throws(Diagnostic) { try self.init(try JSONReader.read(source)) }

    init(_ json: LocatedJSON) throws(Diagnostic) {
        try json.requireMembers(Self.members, of: "the expectations")
        reason = try json["why"]?.text("why") ?? ""
        diagnostic = json["diagnostic"]
        mustBeRefused = try json["exitStatus"]?.integer("exitStatus") ?? (diagnostic == nil ? 0 : 1) != 0
        expected = json
        _ = try diagnostic?.text("diagnostic")
        try check()
    }

    private func check() throws(Diagnostic) {
        for name in ["response", "backendRequest"] {
            if let message = expected.member(name)?.value { try MessageExpectation.check(message, "the \(name)") }
        }
        for callout in try expected["callouts"]?.array("callouts") ?? [] {
            try callout.requireMembers(["policy", "request", "response", "error"], of: "a callout")
            if let request = callout["request"] { try MessageExpectation.check(request, "the request") }
        }
        try expected["policies"]?.requireMembers(["ran", "notRan"], of: "policies")
        for pattern in try expected["notCalled"]?.array("notCalled") ?? [] { try TextExpectation.check(pattern, "a URL") }
        for entry in try expected["logs"]?.array("logs") ?? [] { try TextExpectation.check(entry, "a line of the log") }
    }

    /// How a report differs, a sentence for each difference. Secrets are compared as they are shown.
    public func differences(from report: RunReport, mask: SecretMask = SecretMask()) -> [String] {
        guard !mustBeRefused else { return ["the document must be refused, and it ran"] }
        return differences(from: report.json(masking: mask)).map(\.description)
    }

    /// How a refusal differs; `text` holds the diagnostics.
    public func differences(fromRefusal text: String) -> [String] {
        guard mustBeRefused else { return ["the run must give a response, and it was refused: \(text)"] }
        let pattern = diagnostic?.scalarText ?? ""
        return TextPattern.find(pattern, in: text) ? [] : ["the diagnostic does not match /\(pattern)/: \(text)"]
    }

    /// Whether the documents must be refused.
    var expectsRefusal: Bool { mustBeRefused }

    func differences(from actual: JSON) -> [ExpectationDifference] {
        var result: [ExpectationDifference] = []
        if let outcome = expected["outcome"] {
            result += JSONSubset.differences(expected: outcome, actual: actual["outcome"] ?? .null, at: "outcome")
        }
        for part in ["response", "backendRequest"] {
            if let message = expected.member(part) { result += MessageExpectation.differences(message.value, actual[part], part) }
        }
        result += calloutDifferences(actual) + variableDifferences(actual) + errorDifferences(actual) + policyDifferences(actual)
        return result + uncalledDifferences(actual) + logDifferences(actual)
    }

    private func calloutDifferences(_ actual: JSON) -> [ExpectationDifference] {
        guard let callouts = expected["callouts"] else { return [] }
        let (wanted, had) = (callouts.elements, actual["callouts"]?.elementList ?? [])
        let requests = had.map { "\($0["request"]?["method"]?.text ?? "") \($0["request"]?["url"]?.text ?? "")" }
        let count =
            wanted.count == had.count
            ? []
            : [
                ExpectationDifference(
                    "callouts", expected: "\(wanted.count)",
                    actual: "\(had.count)" + (had.isEmpty ? "" : " (\(requests.joined(separator: ", ")))"), at: callouts.span)
            ]
        return count
            + zip(wanted, had).enumerated().flatMap { index, pair in
                Self.calloutDifferences(pair.0, pair.1, "callouts[\(index)]")
            }
    }

    private static func calloutDifferences(_ wanted: LocatedJSON, _ had: JSON, _ path: String) -> [ExpectationDifference] {
        var result: [ExpectationDifference] = []
        for name in ["request", "response"] {
            if let message = wanted.member(name) { result += MessageExpectation.differences(message.value, had[name], "\(path).\(name)") }
        }
        for name in ["policy", "error"] {
            if let text = wanted.member(name) { result += TextExpectation.differences(text.value, had[name]?.text, "\(path).\(name)") }
        }
        return result
    }

    private func uncalledDifferences(_ actual: JSON) -> [ExpectationDifference] {
        let urls = (actual["callouts"]?.elementList ?? []).compactMap { $0["request"]?["url"]?.text }
        return (expected["notCalled"]?.elements ?? []).flatMap { pattern in
            urls.filter { TextExpectation.differences(pattern, $0, "").isEmpty }.map {
                ExpectationDifference("callouts", expected: "no call of it", actual: JSON.string($0).compactText, at: pattern.span)
            }
        }
    }

    private func variableDifferences(_ actual: JSON) -> [ExpectationDifference] {
        (expected["variables"]?.members ?? []).flatMap { variable -> [ExpectationDifference] in
            let path = "variables.\(variable.name)"
            let had = actual["variables"]?[variable.name]
            if variable.value.member("type") != nil || variable.value.member("value") != nil, let had {
                return JSONSubset.differences(expected: variable.value, actual: had, at: path)
            }
            if case .object = variable.value.kind, had == nil, variable.value["absent"] == nil {
                return [ExpectationDifference(path, expected: "a value", actual: "nothing", at: variable.nameSpan)]
            }
            return TextExpectation.differences(variable.value, had?["value"]?.text, path)
        }
    }

    private func errorDifferences(_ actual: JSON) -> [ExpectationDifference] {
        guard let wanted = expected.member("lastError")?.value else { return [] }
        let had = actual["lastError"] ?? .null
        guard !wanted.isNull, had != .null else {
            let isMet = wanted.isNull && had == .null
            let actual = had == .null ? "none" : had.compactText
            return isMet
                ? []
                : [
                    ExpectationDifference(
                        "lastError", expected: wanted.isNull ? "none" : wanted.json.compactText, actual: actual, at: wanted.span)
                ]
        }
        return wanted.members.flatMap { TextExpectation.differences($0.value, had[$0.name]?.text, "lastError.\($0.name)") }
    }

    private func policyDifferences(_ actual: JSON) -> [ExpectationDifference] {
        let names = (actual["policies"]?.elementList ?? []).compactMap { $0["name"]?.text }
        let missing = (expected["policies"]?["ran"]?.elements ?? []).filter { !names.contains($0.scalarText ?? "") }
        let surplus = (expected["policies"]?["notRan"]?.elements ?? []).filter { names.contains($0.scalarText ?? "") }
        return missing.map {
            ExpectationDifference("policies", expected: "\($0.scalarText ?? "") to run", actual: "it did not", at: $0.span)
        }
            + surplus.map {
                ExpectationDifference("policies", expected: "\($0.scalarText ?? "") not to run", actual: "it did", at: $0.span)
            }
    }

    private func logDifferences(_ actual: JSON) -> [ExpectationDifference] {
        let lines = (actual["logs"]?.elementList ?? []).compactMap { $0["message"]?.text }
        return (expected["logs"]?.elements ?? []).compactMap { wanted in
            guard !lines.contains(where: { TextExpectation.differences(wanted, $0, "").isEmpty }) else { return nil }
            return ExpectationDifference(
                "logs", expected: "a line \(wanted.json.compactText)",
                actual: lines.isEmpty ? "none" : lines.map { JSON.string($0).compactText }.joined(separator: ", "), at: wanted.span)
        }
    }
}
