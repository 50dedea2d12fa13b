import PolicyDiagnostics

/// Compares a text: exactly, or by all of `equals`, `contains`, `excludes`, `regex`, `json`, `jsonPath`, `absent`.
enum TextExpectation {
    static let conditions = ["equals", "contains", "excludes", "regex", "json", "jsonPath", "absent"]

    /// Refuses a condition that there is not, before anything runs.
    static func check(_ wanted: LocatedJSON, _ what: String) throws(Diagnostic) {
        guard case .object(let members) = wanted.kind else { return }
        try wanted.requireMembers(conditions, of: what)
        guard !members.isEmpty else { throw wanted.mismatch(what, "a text or a condition") }
        if let pattern = wanted["regex"], !TextPattern.isPattern(try pattern.text("regex")) {
            throw Diagnostic("invalid-pattern", .error, "this is no regular expression", at: pattern.span)
        }
    }

    static func differences(_ wanted: LocatedJSON, _ had: String?, _ path: String) -> [ExpectationDifference] {
        switch wanted.kind {
        case .object(let members): return members.flatMap { difference($0, had, path) }
        case .null: return had.map { [ExpectationDifference(path, expected: "none", actual: quoted($0), at: wanted.span)] } ?? []
        default: return exactDifference(wanted, had, path)
        }
    }

    private static func exactDifference(_ wanted: LocatedJSON, _ had: String?, _ path: String) -> [ExpectationDifference] {
        if let text = wanted.scalarText, text == had { return [] }
        if case .boolean(let value) = wanted.kind, had == (value ? "True" : "False") { return [] }
        return [
            ExpectationDifference(path, expected: wanted.json.compactText, actual: had.map(quoted) ?? "nothing", at: wanted.span)
                .replaced(
                    by: had.map { text in
                        if case .number = wanted.kind, Double(text) != nil { .number(text) } else { .string(text) }
                    })
        ]
    }

    private static func difference(_ condition: LocatedJSON.Member, _ had: String?, _ path: String) -> [ExpectationDifference] {
        let value = condition.value
        let differs = { (isMet: Bool, expected: String) -> [ExpectationDifference] in
            isMet ? [] : [ExpectationDifference(path, expected: expected, actual: had.map(quoted) ?? "nothing", at: value.span)]
        }
        switch condition.name {
        case "equals": return differences(value, had, path)
        case "contains": return parts(value).flatMap { differs(had?.contains($0) ?? false, "…\(quoted($0))…") }
        case "excludes": return parts(value).flatMap { differs(!(had?.contains($0) ?? false), "a text without \(quoted($0))") }
        case "regex":
            let pattern = value.scalarText ?? ""
            return differs(had.map { TextPattern.find(pattern, in: $0) } ?? false, "a match of /\(pattern)/")
        case "json": return jsonDifferences(value, had, path)
        case "jsonPath": return value.members.flatMap { pathDifferences($0, had, path) }
        case "absent":
            let isAbsent = value.scalarText != "false"
            return differs((had == nil) == isAbsent, isAbsent ? "none" : "a text")
        default: return differs(false, "'\(condition.name)', which is no way to compare a text")
        }
    }

    private static func parts(_ value: LocatedJSON) -> [String] {
        if case .array(let elements) = value.kind { elements.compactMap(\.scalarText) } else { [value.scalarText ?? ""] }
    }

    // MARK: JSON

    private static func jsonDifferences(_ wanted: LocatedJSON, _ had: String?, _ path: String) -> [ExpectationDifference] {
        guard let had, let json = try? JSONReader.read(SourceText(name: path, text: had)).json else {
            return [ExpectationDifference(path, expected: "JSON", actual: had.map(quoted) ?? "nothing", at: wanted.span)]
        }
        return JSONSubset.differences(expected: wanted, actual: json, at: path)
    }

    /// What a JSONPath of Newtonsoft.Json selects: one value against the expectation, several as a list.
    private static func pathDifferences(_ condition: LocatedJSON.Member, _ had: String?, _ path: String) -> [ExpectationDifference] {
        let place = "\(path) at \(condition.name)"
        guard let had, let values = JSONPath.values(at: condition.name, in: had) else {
            return [
                ExpectationDifference(
                    place, expected: "JSON and a path in it", actual: had.map(quoted) ?? "nothing", at: condition.nameSpan)
            ]
        }
        guard let actual = values.count > 1 ? JSON.array(values) : values.first else {
            return condition.value.isNull
                ? []
                : [ExpectationDifference(place, expected: condition.value.json.compactText, actual: "nothing", at: condition.value.span)]
        }
        if condition.value.members.contains(where: { conditions.contains($0.name) }) {
            return differences(condition.value, actual.plainText, place)
        }
        return JSONSubset.differences(expected: condition.value, actual: actual, at: place)
    }

    private static func quoted(_ text: String) -> String { JSON.string(text).compactText }
}

extension JSON {
    /// A text without its quotes, anything else as JSON.
    var plainText: String { if case .string(let text) = self { text } else { compactText } }
}
