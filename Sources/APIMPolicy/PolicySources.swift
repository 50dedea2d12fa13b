public import PolicyDiagnostics
public import PolicyRuntime
public import StandardPolicies

/// The policy documents of one operation as texts, by scope. A scope without a document inherits.
public struct PolicySources: Sendable {
    /// The text of a scope's document.
    public subscript(scope: PolicyScope) -> SourceText? {
        get { texts[scope] }
        set { texts[scope] = newValue }
    }

    /// The texts of the fragments that documents include, by identifier.
    public var fragments: [String: SourceText] = [:]

    private var texts: [PolicyScope: SourceText] = [:]

    /// Takes texts as they were written, in either form that API Management accepts.
    public init(
        global: String? = nil, workspace: String? = nil, product: String? = nil, api: String? = nil, operation: String? = nil,
        fragments: [String: String] = [:]
    ) {
        let given: [(PolicyScope, String?)] = [
            (.global, global), (.workspace, workspace), (.product, product), (.api, api), (.operation, operation),
        ]
        for (scope, text) in given { texts[scope] = text.map { SourceText(name: scope.rawValue + ".xml", text: $0) } }
        for (id, text) in fragments { self.fragments[id] = SourceText(name: "fragments/\(id).xml", text: text) }
    }
}

extension CompiledPolicySet {
    /// Parses and compiles documents with the standard policies.
    ///
    /// - Throws: `PolicyCompilationError` when a document is refused.
    public init(
        _ sources: PolicySources, namedValues: any NamedValueProvider = DictionaryNamedValues(),
        backends: BackendEntities = BackendEntities(), options: CompilationOptions = CompilationOptions(),
        registry: PolicyRegistry = .standard
    ) throws(PolicyCompilationError) {
        var documents = ScopedDocuments()
        var diagnostics: [Diagnostic] = []
        for scope in PolicyScope.allCases {
            guard let source = sources[scope] else { continue }
            let parsed = PolicyParser(registry: registry, options: PolicyParsingOptions(scope: scope)).parse(source)
            documents[scope] = parsed.document
            diagnostics += parsed.diagnostics
        }
        let (fragments, found) = PolicyFragments.parse(sources.fragments, registry: registry)
        diagnostics += found
        guard !diagnostics.hasErrors else { throw PolicyCompilationError(diagnostics.sortedByPlace()) }
        let compilation = PolicyCompiler(namedValues: namedValues, fragments: fragments, backends: backends, options: options).compile(
            documents)
        guard let policies = compilation.policies else {
            throw PolicyCompilationError((diagnostics + compilation.diagnostics).sortedByPlace())
        }
        self = policies
    }
}

extension PolicyEngine {
    /// Parses and compiles documents, and makes an engine that runs them.
    ///
    /// ```swift
    /// let engine = try PolicyEngine(
    ///     PolicySources(operation: policy), namedValues: DictionaryNamedValues(["key": NamedValue("abc", isSecret: true)]),
    ///     services: GatewayServices(transport: transport))
    /// ```
    ///
    /// - Throws: `PolicyCompilationError` when a document is refused, or needs a service that is missing.
    public convenience init(
        _ sources: PolicySources, namedValues: any NamedValueProvider = DictionaryNamedValues(),
        backends: BackendEntities = BackendEntities(), options: CompilationOptions = CompilationOptions(),
        registry: PolicyRegistry = .standard, services: GatewayServices
    ) throws(PolicyCompilationError) {
        let policies = try CompiledPolicySet(sources, namedValues: namedValues, backends: backends, options: options, registry: registry)
        try self.init(policies, services: services)
    }
}
