/// Writes diagnostics for people: place, sentence, the author's own line and a caret under the culprit.
///
/// ```text
/// policy.xml:3:6: error: Error in element 'set-heeader' on line 3, column 6: there is no such policy; did you mean 'set-header'?
///  3 |     <set-heeader name="Accept">
///    |      ^~~~~~~~~~~
/// ```
public struct DiagnosticTextFormatter: Sendable {
    /// Whether the text carries ANSI colours.
    public var usesColor: Bool

    /// Makes a formatter; colours are off unless the caller knows that a terminal reads the text.
    public init(usesColor: Bool = false) { self.usesColor = usesColor }

    /// One diagnostic with its notes, ending in a line break.
    public func format(_ diagnostic: Diagnostic) -> String {
        var text = headline(diagnostic) + excerpt(diagnostic.span, style: diagnostic.severity.style)
        for note in diagnostic.notes {
            text += place(note.span) + paint("note:", .note) + " " + note.message + "\n" + excerpt(note.span, style: .note)
        }
        return text
    }

    /// Several diagnostics in the order of their places.
    public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
        diagnostics.sortedByPlace().map { format($0) }.joined()
    }

    private func headline(_ diagnostic: Diagnostic) -> String {
        let severity = paint(diagnostic.severity.rawValue + ":", diagnostic.severity.style)
        return place(diagnostic.span) + severity + " " + paint(diagnostic.placedSentence, .strong) + "\n"
    }

    private func place(_ span: SourceSpan?) -> String {
        guard let span else { return "" }
        let start = span.start
        return paint("\(span.source.name):\(start.line):\(start.column):", .strong) + " "
    }

    private func excerpt(_ span: SourceSpan?, style: Style) -> String {
        guard let span, !span.source.utf8.isEmpty else { return "" }
        let excerpt = SourceExcerpt(span)
        let number = String(excerpt.lineNumber)
        let blank = String(repeating: " ", count: number.utf8.count)
        return " \(number) | \(excerpt.line)\n \(blank) | \(paint(excerpt.marks, style))\n"
    }

    fileprivate enum Style: String {
        case error = "\u{1B}[1;31m"
        case warning = "\u{1B}[1;35m"
        case note = "\u{1B}[1;36m"
        case strong = "\u{1B}[1m"
    }

    private func paint(_ text: String, _ style: Style) -> String { usesColor ? style.rawValue + text + "\u{1B}[0m" : text }
}

extension Diagnostic.Severity {
    fileprivate var style: DiagnosticTextFormatter.Style {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}

extension Diagnostic {
    /// The sentence as Azure's management API words it, where the problem is in an element.
    fileprivate var placedSentence: String {
        guard severity == .error, let element, let start = span?.start else { return sentence }
        return "Error in element '\(element)' on line \(start.line), column \(start.column): \(sentence)"
    }

    /// Message and hint as one line.
    package var sentence: String {
        guard let hint else { return message }
        return message + (message.last.map { ".!?".contains($0) } == true ? " " : "; ") + hint
    }
}
