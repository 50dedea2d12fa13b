public import PolicyDiagnostics

/// How a policy document is read.
public struct PolicyParsingOptions: Sendable {
    /// How expressions are written.
    public var form: DocumentForm
    /// How large the document may be.
    public var limits: DocumentLimits
    /// The section whose content a file without a `policies` or `fragment` root is; nil to refuse such a file.
    public var snippet: PolicySection?
    /// The scope that the document is for; nil to allow what any scope does.
    public var scope: PolicyScope?

    /// Makes options.
    public init(
        form: DocumentForm = .auto, limits: DocumentLimits = DocumentLimits(), snippet: PolicySection? = nil, scope: PolicyScope? = nil
    ) {
        (self.form, self.limits, self.snippet, self.scope) = (form, limits, snippet, scope)
    }
}

/// What came out of parsing a policy document.
public struct PolicyParseResult: Sendable {
    /// The document; nil when no part of it could be read. With errors among the diagnostics it is what could be read.
    public var document: PolicyDocument?
    /// What was found, in the order of the text.
    public var diagnostics: [Diagnostic]

    /// Makes a result.
    public init(document: PolicyDocument?, diagnostics: [Diagnostic]) { (self.document, self.diagnostics) = (document, diagnostics) }
}

/// Reads policy documents: text to typed tree.
public struct PolicyParser: Sendable {
    /// The policies that are built.
    public var registry: PolicyRegistry
    /// How documents are read.
    public var options: PolicyParsingOptions

    /// Makes a parser.
    public init(registry: PolicyRegistry, options: PolicyParsingOptions = PolicyParsingOptions()) {
        (self.registry, self.options) = (registry, options)
    }

    /// Reads a document. What can be read is read, and as much as is independent of each other is reported.
    public func parse(_ source: SourceText) -> PolicyParseResult {
        let xml = XMLDocumentParser(form: options.form, limits: options.limits, isSnippet: options.snippet != nil).parse(source)
        if xml.roots.isEmpty, xml.diagnostics.hasErrors { return PolicyParseResult(document: nil, diagnostics: xml.diagnostics) }
        var reader = PolicyDocumentReader(registry: registry, options: options, source: source)
        let document = reader.read(xml.roots)
        let doubtful = xml.roots.spans(ofElementsNamedAt: Set(xml.mended))
        let found = reader.diagnostics.filter { diagnostic in
            !doubtful.contains { $0.contains(diagnostic.span?.range.lowerBound ?? -1) }
        }
        return PolicyParseResult(document: document, diagnostics: (xml.diagnostics + found).sortedByPlace().namingElements(in: xml.roots))
    }
}

extension [XMLNode] {
    /// The ranges of the elements whose names stand at these places. What was reported inside of a mended element is a consequence.
    fileprivate func spans(ofElementsNamedAt names: Set<SourceSpan>) -> [SourceRange] {
        guard !names.isEmpty else { return [] }
        return flatMap { node -> [SourceRange] in
            guard case .element(let element) = node else { return [] }
            return names.contains(element.nameSpan) ? [element.span.range] : element.children.spans(ofElementsNamedAt: names)
        }
    }
}
