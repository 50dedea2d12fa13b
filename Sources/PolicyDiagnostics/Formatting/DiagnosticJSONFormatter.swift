/// Writes diagnostics for machines: one JSON object a line.
///
/// `{"file","line","column","endLine","endColumn","severity","code","message","hint"}`; a diagnostic without a place has
/// `null` for the place. Notes follow as lines of their own with severity `note`.
public struct DiagnosticJSONFormatter: Sendable {
    /// Makes a formatter.
    public init() {}

    /// The lines of one diagnostic, each ending in a line break.
    public func format(_ diagnostic: Diagnostic) -> String {
        let own = line(
            span: diagnostic.span, severity: diagnostic.severity, code: diagnostic.code, message: diagnostic.message, hint: diagnostic.hint)
        return own
            + diagnostic.notes.map { note in
                line(span: note.span, severity: .note, code: diagnostic.code, message: note.message, hint: nil)
            }.joined()
    }

    /// Several diagnostics in the order of their places.
    public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
        diagnostics.sortedByPlace().map { format($0) }.joined()
    }

    /// The last line of a check: how many files there were, how many were accepted, how many refused.
    public func summary(files: Int, refused: Int) -> String {
        let counts: JSON = ["files": .integer(files), "accepted": .integer(files - refused), "refused": .integer(refused)]
        return JSON.object([JSON.Member("summary", counts)]).compactText + "\n"
    }

    private func line(
        span: SourceSpan?, severity: Diagnostic.Severity, code: Diagnostic.Code, message: String, hint: String?
    ) -> String {
        let (start, end) = (span?.start, span?.end)
        let object: JSON = [
            "file": JSON(span?.source.name),
            "line": JSON(start?.line), "column": JSON(start?.column),
            "endLine": JSON(end?.line), "endColumn": JSON(end?.column),
            "severity": .string(severity.rawValue), "code": .string(code.rawValue),
            "message": .string(message), "hint": JSON(hint),
        ]
        return object.compactText + "\n"
    }
}
