public import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

/// Writes documents in one layout: elements on lines of their own, indented by four spaces; expressions of several lines moved as
/// blocks; comments, blank lines between policies and the text of bodies kept.
///
/// What a policy means is never changed: the result is read again and compared before it is given out.
public struct PolicyFormatter: Sendable {
    /// How expressions are written; nil to leave each as it is.
    public var form: DocumentForm?
    /// The columns after which the attributes of an element stand on lines of their own.
    public var lineLength: Int
    /// How the document is read.
    public var options: PolicyParsingOptions

    /// Makes a formatter.
    public init(form: DocumentForm? = nil, lineLength: Int = 140, options: PolicyParsingOptions = PolicyParsingOptions()) {
        (self.form, self.lineLength, self.options) = (form == .auto ? nil : form, lineLength, options)
    }

    /// Why a document was not formatted.
    public struct Failure: Error, Sendable {
        /// What is wrong with it.
        public var diagnostics: [Diagnostic]
    }

    /// The text of a document in the layout.
    ///
    /// - Throws: what is wrong with the document; a diagnostic of code `format-not-possible` where the form asked for cannot hold it.
    public func format(_ source: SourceText) throws(Failure) -> String {
        let original = parser(options.form).parse(source)
        guard !original.diagnostics.hasErrors else { throw Failure(diagnostics: original.diagnostics) }
        let text = DocumentLayout(source: source, form: form, lineLength: lineLength).write(original.roots)
        let result = SourceText(name: source.name, text: text)
        let again = parser(form ?? options.form).parse(result)
        let isSame = !again.diagnostics.hasErrors && Self.meaning(of: again.roots) == Self.meaning(of: original.roots)
        guard isSame else { throw Failure(diagnostics: [impossible(source, again.diagnostics.first { $0.severity == .error })]) }
        return text
    }

    private func parser(_ form: DocumentForm) -> XMLDocumentParser {
        XMLDocumentParser(form: form, limits: options.limits, isSnippet: options.snippet != nil)
    }

    private static func meaning(of roots: [XMLNode]) -> [CanonicalElement.Node] { CanonicalElement.nodes(of: roots, comments: true) }

    private func impossible(_ source: SourceText, _ reason: Diagnostic?) -> Diagnostic {
        let target = form.map { " as \($0.rawValue)" } ?? ""
        let why = reason.map { ": \($0.message)" } ?? ": some of it would mean something else"
        return Diagnostic(
            "format-not-possible", .error, "the document cannot be written\(target)\(why)", at: SourceSpan(source, SourceRange(0, 0)),
            hint: "nothing was changed; put what stands in the way into a CDATA section")
    }
}
