public import PolicyDiagnostics

/// How a policy document is read.
public struct PolicyParsingOptions: Sendable {
    /// The section whose content a file without a `policies` or `fragment` root is; nil to refuse such a file.
    public var snippet: PolicySection?
    /// Whether named values are taken as given. Parsing never looks them up; it is passed on to the compiler.
    public var assumesNamedValues: Bool
    /// The scope that the document is for; nil to allow what any scope does.
    public var scope: PolicyScope?

    /// Makes options.
    public init(snippet: PolicySection? = nil, assumesNamedValues: Bool = false, scope: PolicyScope? = nil) {
        (self.snippet, self.assumesNamedValues, self.scope) = (snippet, assumesNamedValues, scope)
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

    /// Reads a tree that the XML reader made.
    public func parse(roots: [XMLNode], source: SourceText) -> PolicyParseResult {
        var reading = PolicyDocumentReader(registry: registry, options: options, source: source)
        let document = reading.read(roots)
        return PolicyParseResult(document: document, diagnostics: reading.diagnostics.sortedByPlace())
    }
}
