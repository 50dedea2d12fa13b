public import PolicyDiagnostics
public import PolicyRuntime

/// What `expected.json` demands of a run. Only what it names is compared; see Docs/FileFormats.md.
public struct RunExpectations: Sendable {
    /// What the expectations show, in a line.
    public let reason: String
    private let expected: JSON
    private let exitStatus: Int
    private let diagnostic: String

    /// Reads expectations.
    ///
    /// - Throws: a diagnostic at the first value that is not what it should be.
    public init(reading source: SourceText) throws(Diagnostic) {
        let json = try JSONReader.read(source)
        try json.requireMembers(
            [
                "version", "policy", "why", "source", "exitStatus", "diagnostic", "outcome", "response", "backendRequest", "callouts",
                "variables", "lastError", "policies",
            ], of: "the expectations")
        reason = try json["why"]?.text("why") ?? ""
        exitStatus = try json["exitStatus"]?.integer("exitStatus") ?? 0
        diagnostic = try json["diagnostic"]?.text("diagnostic") ?? ""
        expected = json.json
    }

    /// How a report differs, a sentence for each difference.
    public func differences(from report: RunReport, mask: SecretMask = SecretMask()) -> [String] {
        guard exitStatus == 0 else { return ["the document must be refused, and it ran"] }
        guard let actual = try? JSONReader.read(SourceText(name: "report", text: report.jsonText(masking: mask))).json else {
            return ["the report is not JSON"]
        }
        return differences(actual)
    }

    /// How a refusal differs; `text` holds the diagnostics.
    public func differences(fromRefusal text: String) -> [String] {
        guard exitStatus != 0 else { return ["the run must give a response, and it was refused: \(text)"] }
        return TextPattern.find(diagnostic, in: text) ? [] : ["the diagnostic does not match /\(diagnostic)/: \(text)"]
    }

    private func differences(_ actual: JSON) -> [String] {
        var result: [String] = []
        if let outcome = expected["outcome"], outcome != actual["outcome"] {
            result.append("outcome: want \(outcome.compactText), have \(actual["outcome"].compact)")
        }
        for part in ["response", "backendRequest"] {
            if let message = expected["\(part)"] { result += MessageExpectation.differences(message, actual[part], part) }
        }
        result += calloutDifferences(actual) + variableDifferences(actual) + errorDifferences(actual) + policyDifferences(actual)
        return result
    }

    private func calloutDifferences(_ actual: JSON) -> [String] {
        guard let wanted = expected["callouts"]?.elements else { return [] }
        let had = actual["callouts"]?.elements ?? []
        let count = wanted.count == had.count ? [] : ["callouts: want \(wanted.count), have \(had.count)"]
        return count
            + zip(wanted, had).enumerated().flatMap { index, pair in
                MessageExpectation.differences(pair.0["request"] ?? .object([]), pair.1["request"], "callouts[\(index)].request")
            }
    }

    private func variableDifferences(_ actual: JSON) -> [String] {
        (expected["variables"]?.members ?? []).flatMap { variable -> [String] in
            let path = "variables.\(variable.name)"
            switch (variable.value, actual["variables"]?[variable.name]) {
            case (.null, nil): return []
            case (.null, let value?): return ["\(path): want none, have \(value.compactText)"]
            case (_, nil): return ["\(path): missing"]
            case (let wanted, let value?): return JSONSubset.differences(expected: wanted, actual: value, at: path)
            }
        }
    }

    private func errorDifferences(_ actual: JSON) -> [String] {
        guard let wanted = expected["lastError"] else { return [] }
        let had = actual["lastError"] ?? .null
        guard wanted != .null, had != .null else {
            return wanted == had ? [] : ["lastError: want \(wanted.compactText), have \(had.compactText)"]
        }
        return wanted.members.flatMap { TextExpectation.differences($0.value, had[$0.name], "lastError.\($0.name)") }
    }

    private func policyDifferences(_ actual: JSON) -> [String] {
        let ran = (actual["policies"]?.elements ?? []).compactMap { $0["name"] }
        let missing = (expected["policies"]?["ran"]?.elements ?? []).filter { !ran.contains($0) }
        let surplus = (expected["policies"]?["notRan"]?.elements ?? []).filter { ran.contains($0) }
        return missing.map { "policies: \($0.compactText) did not run" } + surplus.map { "policies: \($0.compactText) ran" }
    }
}

/// Compares a request or a response.
private enum MessageExpectation {
    static func differences(_ wanted: JSON, _ had: JSON?, _ path: String) -> [String] {
        let had = had == .null ? nil : had
        guard wanted != .null else { return had.map { ["\(path): want none, have \($0.compactText)"] } ?? [] }
        guard let had else { return ["\(path): missing"] }
        return wanted.members.flatMap { member -> [String] in
            switch member.name {
            case "headers": return headerDifferences(member.value, had["headers"], path)
            case "body", "url", "statusReason": return TextExpectation.differences(member.value, had[member.name], "\(path).\(member.name)")
            default:
                guard had[member.name] != member.value else { return [] }
                return ["\(path).\(member.name): want \(member.value.compactText), have \(had[member.name].compact)"]
            }
        }
    }

    private static func headerDifferences(_ wanted: JSON, _ had: JSON?, _ path: String) -> [String] {
        wanted.members.flatMap { field -> [String] in
            let value = had?.members.first { $0.name.lowercased() == field.name.lowercased() }?.value.joinedByCommas
            switch (field.value, value) {
            case (.null, nil): return []
            case (.null, let value?): return ["\(path).\(field.name): want absent, have '\(value)'"]
            case (_, nil): return ["\(path).\(field.name): missing"]
            case (let expected, let value?): return TextExpectation.differences(expected, .string(value), "\(path).\(field.name)")
            }
        }
    }
}

/// Compares a text: exactly, or by `contains`, `excludes`, `regex`, or as JSON.
private enum TextExpectation {
    static func differences(_ wanted: JSON, _ had: JSON?, _ path: String) -> [String] {
        let text = had?.text ?? ""
        for condition in wanted.members {
            switch condition.name {
            case "json": return jsonDifferences(condition.value, text, path)
            case "contains":
                return text.contains(condition.value.text ?? "") ? [] : ["\(path): want …\(condition.value.compactText)…, have '\(text)'"]
            case "excludes":
                return text.contains(condition.value.text ?? "") ? ["\(path): \(condition.value.compactText) is in '\(text)'"] : []
            case "regex":
                return TextPattern.find(condition.value.text ?? "", in: text)
                    ? [] : ["\(path): '\(text)' does not match \(condition.value.compactText)"]
            default: return ["\(path): '\(condition.name)' is no way to compare a text"]
            }
        }
        if wanted == .null { return had == nil || had == .null ? [] : ["\(path): want none, have \(had.compact)"] }
        return wanted == .string(text) ? [] : ["\(path): want \(wanted.compactText), have \(had.compact)"]
    }

    private static func jsonDifferences(_ wanted: JSON, _ text: String, _ path: String) -> [String] {
        guard let had = try? JSONReader.read(SourceText(name: path, text: text)).json else { return ["\(path): not JSON: '\(text)'"] }
        return JSONSubset.differences(expected: wanted, actual: had, at: path)
    }
}

extension JSON {
    fileprivate var members: [Member] { if case .object(let members) = self { members } else { [] } }
    fileprivate var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
    fileprivate var joinedByCommas: String { text ?? elements.compactMap(\.text).joined(separator: ",") }
    fileprivate subscript(name: String) -> JSON? { members.last { $0.name == name }?.value }
}

extension JSON? {
    fileprivate var compact: String { self?.compactText ?? "nothing" }
}
