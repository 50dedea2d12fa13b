import PolicyDiagnostics

/// A row of a test's table: what `${name}` stands for.
struct PolicyTestParameters {
    private let values: [LocatedJSON.Member]?

    init(_ row: LocatedJSON?) throws(Diagnostic) {
        values = try row.map { row throws(Diagnostic) in try row.members("a row of parameters") }
    }

    /// The row in a few words: its own `name`, or the values.
    var title: String? {
        guard let values else { return nil }
        if let name = values.first(where: { $0.name == "name" })?.value.scalarText { return name }
        return values.map { "\($0.name)=\($0.value.scalarText ?? $0.value.json.compactText)" }.joined(separator: ", ")
    }

    /// The value with the row's values in their places. A text that is nothing but a place becomes the value itself.
    func applied(to json: LocatedJSON) throws(Diagnostic) -> LocatedJSON {
        guard values != nil else { return json }
        switch json.kind {
        case .string(let text): return LocatedJSON(kind: try applied(to: text, at: json.span), span: json.span)
        case .array(let elements):
            var result: [LocatedJSON] = []
            for element in elements { result.append(try applied(to: element)) }
            return LocatedJSON(kind: .array(result), span: json.span)
        case .object(let members):
            var result: [LocatedJSON.Member] = []
            for var member in members {
                member.value = try applied(to: member.value)
                if case .string(let name) = try applied(to: member.name, at: member.nameSpan) { member.name = name }
                result.append(member)
            }
            return LocatedJSON(kind: .object(result), span: json.span)
        default: return json
        }
    }

    private func applied(to text: String, at span: SourceSpan) throws(Diagnostic) -> LocatedJSON.Kind {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            let value = try value(String(rest[start.upperBound..<end]), at: span)
            if start.lowerBound == text.startIndex, rest.index(after: end) == text.endIndex { return value.kind }
            result += rest[..<start.lowerBound] + (value.scalarText ?? value.json.compactText)
            rest = rest[rest.index(after: end)...]
        }
        return .string(result + rest)
    }

    private func value(_ name: String, at span: SourceSpan) throws(Diagnostic) -> LocatedJSON {
        let known = values ?? []
        guard let value = known.first(where: { $0.name == name })?.value else {
            throw Diagnostic(
                "unknown-parameter", .error, "the row has no parameter '\(name)'", at: span,
                hint: didYouMean(name, among: known.map(\.name)) ?? "it has \(known.map(\.name).joined(separator: ", "))")
        }
        return value
    }
}
