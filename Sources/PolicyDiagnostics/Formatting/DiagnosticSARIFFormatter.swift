/// What a tool says of a kind of problem that it looks for.
public struct DiagnosticRule: Sendable, Hashable {
    /// The kind of problem.
    public var code: Diagnostic.Code
    /// How bad it is.
    public var severity: Diagnostic.Severity
    /// What it is, in one line.
    public var summary: String
    /// Why it matters.
    public var explanation: String

    /// Describes a kind of problem.
    public init(_ code: Diagnostic.Code, _ severity: Diagnostic.Severity, summary: String, explanation: String) {
        (self.code, self.severity, self.summary, self.explanation) = (code, severity, summary, explanation)
    }
}

/// Writes diagnostics as a SARIF 2.1.0 log, the form that code scanning services read.
public struct DiagnosticSARIFFormatter: Sendable {
    private let toolName: String
    private let toolVersion: String?
    private let rules: [DiagnosticRule]

    /// Makes a formatter that names the tool which found the diagnostics.
    ///
    /// - Parameter rules: what the log says of codes; a code that is not among them has its name only.
    public init(toolName: String = "apim-policy", toolVersion: String? = nil, rules: [DiagnosticRule] = []) {
        (self.toolName, self.toolVersion, self.rules) = (toolName, toolVersion, rules)
    }

    /// The whole log, ending in a line break.
    public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
        let sorted = diagnostics.sortedByPlace()
        let rules = Set(sorted.map(\.code.rawValue)).sorted()
        let run: JSON = [
            "tool": ["driver": driver(rules: rules)],
            "columnKind": "utf16CodeUnits",
            "results": .array(sorted.map { result($0, rules: rules) }),
        ]
        let log: JSON = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        ]
        return log.prettyText + "\n"
    }

    private func driver(rules: [String]) -> JSON {
        var members = [JSON.Member("name", .string(toolName))]
        if let toolVersion { members.append(JSON.Member("version", .string(toolVersion))) }
        members.append(JSON.Member("rules", .array(rules.map(descriptor))))
        return .object(members)
    }

    private func descriptor(_ id: String) -> JSON {
        guard let rule = rules.first(where: { $0.code.rawValue == id }) else { return ["id": .string(id)] }
        return [
            "id": .string(id), "shortDescription": ["text": .string(rule.summary)],
            "fullDescription": ["text": .string(rule.explanation)], "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
        ]
    }

    private func result(_ diagnostic: Diagnostic, rules: [String]) -> JSON {
        var members = [
            JSON.Member("ruleId", .string(diagnostic.code.rawValue)),
            JSON.Member("ruleIndex", JSON(rules.firstIndex(of: diagnostic.code.rawValue))),
            JSON.Member("level", .string(diagnostic.severity.rawValue)),
            JSON.Member("message", ["text": .string(diagnostic.sentence)]),
            JSON.Member("locations", .array(diagnostic.span.map { [location($0)] } ?? [])),
        ]
        if !diagnostic.notes.isEmpty { members.append(JSON.Member("relatedLocations", .array(diagnostic.notes.map(related)))) }
        if let fix = diagnostic.fix { members.append(JSON.Member("fixes", [self.fix(fix, hint: diagnostic.hint)])) }
        return .object(members)
    }

    private func location(_ span: SourceSpan) -> JSON {
        ["physicalLocation": ["artifactLocation": artifact(span.source), "region": region(span)]]
    }

    private func related(_ note: Diagnostic.Note) -> JSON {
        guard let span = note.span else { return ["message": ["text": .string(note.message)]] }
        return [
            "physicalLocation": ["artifactLocation": artifact(span.source), "region": region(span)],
            "message": ["text": .string(note.message)],
        ]
    }

    private func fix(_ fix: Diagnostic.Fix, hint: String?) -> JSON {
        let replacement: JSON = ["deletedRegion": region(fix.span), "insertedContent": ["text": .string(fix.replacement)]]
        let change: JSON = ["artifactLocation": artifact(fix.span.source), "replacements": [replacement]]
        return ["description": ["text": .string(hint ?? "replace by '\(fix.replacement)'")], "artifactChanges": [change]]
    }

    private func artifact(_ source: SourceText) -> JSON { ["uri": .string(Self.uriReference(ofPath: source.name))] }

    private func region(_ span: SourceSpan) -> JSON {
        let (start, end) = (span.start, span.end)
        return [
            "startLine": .integer(start.line), "startColumn": .integer(start.column),
            "endLine": .integer(end.line), "endColumn": .integer(end.column),
        ]
    }

    /// A path as a URI reference (RFC 3986): absolute paths become `file:` URIs, relative ones stay relative.
    private static func uriReference(ofPath path: String) -> String {
        var encoded = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            if byte < 0x80, scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar) {
                encoded.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return encoded
    }
}
