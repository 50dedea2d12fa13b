public import PolicyDiagnostics
public import PolicyExpressions

/// The documents that one operation's requests run through, by scope. What is missing inherits.
public struct ScopedDocuments: Sendable {
    /// The document of a scope.
    public subscript(scope: PolicyScope) -> PolicyDocument? {
        get { documents[scope] }
        set { documents[scope] = newValue }
    }

    private var documents: [PolicyScope: PolicyDocument]

    /// Takes documents by scope.
    public init(_ documents: [PolicyScope: PolicyDocument] = [:]) { self.documents = documents }
}

/// What came of a compilation.
public struct Compilation: Sendable {
    /// The compiled policies; nil when a document was refused.
    public var policies: CompiledPolicySet?
    /// Everything that was found, by document and place.
    public var diagnostics: [Diagnostic]
}

/// Makes policies that run of documents: binds their values, compiles their expressions, puts the scopes together.
public struct PolicyCompiler: Sendable {
    /// Where named values come from.
    public var namedValues: any NamedValueProvider
    /// What documents can include.
    public var fragments: PolicyFragments
    /// The backends that documents can name.
    public var backends: BackendEntities
    /// The responses that the operation's definition shows.
    public var responseExamples: [ResponseExample] = []
    /// What is taken for granted.
    public var options: CompilationOptions
    /// The .NET types that expressions can use.
    public var types: TypeLibrary

    /// Makes a compiler.
    public init(
        namedValues: any NamedValueProvider = DictionaryNamedValues(), fragments: PolicyFragments = PolicyFragments(),
        backends: BackendEntities = BackendEntities(), options: CompilationOptions = CompilationOptions(), types: TypeLibrary = .standard
    ) {
        (self.namedValues, self.fragments, self.backends) = (namedValues, fragments, backends)
        (self.options, self.types) = (options, types)
    }

    /// Compiles the documents of one operation.
    ///
    /// Where there is no global document, or none with a backend section, APIM's default forwards the request.
    public func compile(_ documents: ScopedDocuments) -> Compilation {
        var scopes: [PolicyScope: CompiledDocument] = [:]
        var state = State()
        for scope in PolicyScope.allCases {
            if let document = documents[scope] { scopes[scope] = compile(document, as: scope, &state) }
        }
        let roots = PolicyScope.allCases.compactMap { documents[$0]?.roots }
        let diagnostics = state.diagnostics.sortedByPlace().namingElements(in: roots.flatMap { $0 })
        guard !diagnostics.hasErrors else { return Compilation(policies: nil, diagnostics: diagnostics) }
        scopes[.global, default: CompiledDocument()].addDefaultBackend()
        let set = CompiledPolicySet(
            withProduct: Self.compose(scopes, leavingOut: nil), withoutProduct: Self.compose(scopes, leavingOut: .product),
            warnings: diagnostics, serviceNeeds: state.serviceNeeds, coveragePoints: state.coveragePoints)
        return Compilation(policies: set, diagnostics: diagnostics)
    }

    /// Compiles one document by itself for its diagnostics: a whole document, a fragment, or the content of a section.
    public func check(_ document: PolicyDocument, as scope: PolicyScope = .operation) -> [Diagnostic] {
        var state = State()
        switch document.kind {
        case .policies: _ = compile(document, as: scope, &state)
        // A fragment runs in the section that includes it; any section serves to bind its values.
        case .fragment: _ = compile(document.policies, as: scope, in: .inbound, &state)
        case .snippet(let section): _ = compile(document.policies, as: scope, in: section, &state)
        }
        return state.diagnostics.sortedByPlace().namingElements(in: document.roots)
    }

    private struct State {
        var diagnostics: [Diagnostic] = []
        var serviceNeeds: [ServiceNeed] = []
        var coveragePoints: [CoveragePoint] = []
    }

    private func compile(_ document: PolicyDocument, as scope: PolicyScope, _ state: inout State) -> CompiledDocument {
        if document.kind != .policies {
            state.diagnostics.append(
                Diagnostic(
                    "not-a-document", .error, "a document of scope '\(scope.rawValue)' has the root 'policies'",
                    at: document.roots.firstSpan))
        }
        var compiled = CompiledDocument()
        for section in document.sections {
            compiled.sections[section.section] = compile(section.policies, as: scope, in: section.section, entry: section, &state)
        }
        return compiled
    }

    private func compile(
        _ nodes: [PolicyNode], as scope: PolicyScope, in section: PolicySection, entry: PolicySectionNode? = nil,
        _ state: inout State
    ) -> [CompiledDocument.Item] {
        var compilation = CompilationScope(
            options: options, namedValues: NamedValueResolver(namedValues, assumesUndefined: options.assumesNamedValues),
            expressions: ExpressionCompiler(library: types, strictTypes: options.isStrictAboutTypes), fragments: fragments,
            backends: backends,
            responseExamples: responseExamples, scope: scope, section: section)
        if let entry, section == .onError { compilation.coverEntry(of: entry) }
        let items = compilation.compileItems(nodes)
        state.coveragePoints += compilation.coveragePoints
        state.diagnostics += compilation.diagnostics
        state.serviceNeeds += compilation.serviceNeeds
        return items
    }

    private static func compose(_ scopes: [PolicyScope: CompiledDocument], leavingOut absent: PolicyScope?) -> CompiledPolicy {
        CompiledPolicy(documents: PolicyScope.allCases.filter { $0 != absent }.compactMap { scopes[$0] })
    }
}

extension CompilationScope {
    /// Compiles the content of a section, in which `base` stands for the broader scope.
    mutating func compileItems(_ nodes: [PolicyNode]) -> [CompiledDocument.Item] {
        let statements = nodes.filter { $0.name != "base" }
        var compiled = compileStatements(statements, path: nil).makeIterator()
        return nodes.compactMap { node in
            node.name == "base" ? .base : compiled.next().map { .statement($0) }
        }
    }
}

extension CompiledDocument {
    /// APIM's default: a global document without a backend section forwards the request.
    mutating func addDefaultBackend() {
        guard sections[.backend] == nil else { return }
        let position = PolicyPosition(name: "forward-request", scope: .global, section: .backend)
        let forward = PolicyAction.suspending { context async throws(PolicyError) in
            try await context.forward(.standard, at: position)
        }
        sections[.backend] = [.statement(CompiledStatement(position: position, action: forward, bodiesRead: []))]
    }
}

extension ForwardingOptions {
    /// What `<forward-request />` means.
    static let standard: ForwardingOptions = {
        var options = ForwardingOptions()
        options.timeout = .seconds(300)
        return options
    }()
}

extension [XMLNode] {
    fileprivate var firstSpan: SourceSpan? {
        for case .element(let element) in self { return element.nameSpan }
        return nil
    }
}
