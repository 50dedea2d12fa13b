public import PolicyDiagnostics
public import PolicyExpressions

/// What a policy sees while it is compiled: names, options, where it stands, and where its problems go.
///
/// ```swift
/// func compile(in scope: inout CompilationScope) -> PolicyAction {
///     let method = scope.bindText(method)
///     return .immediate { context throws(PolicyError) in
///         context.gateway.request.method = try method(&context)
///         return .proceed
///     }
/// }
/// ```
public struct CompilationScope {
    /// What is taken for granted.
    public let options: CompilationOptions
    /// The policy that is being compiled.
    public private(set) var position: PolicyPosition
    /// What was found so far.
    public private(set) var diagnostics: [Diagnostic] = []

    let namedValues: NamedValueResolver
    let expressions: ExpressionCompiler
    /// The fragments that documents can include.
    let fragments: PolicyFragments
    /// The backends that documents can name.
    public let backends: BackendEntities
    /// The responses that the operation's definition shows.
    public let responseExamples: [ResponseExample]
    /// The bodies that values of the policy may read.
    private(set) var bodiesRead: BodiesRead = []
    /// What the engine is told about the policy.
    private var traits = StatementTraits()
    private(set) var serviceNeeds: [ServiceNeed] = []
    /// What runs can reach; empty unless coverage was asked for.
    private(set) var coveragePoints: [CoveragePoint] = []
    /// What is reached together with the next policy.
    private var pointsOfNextPolicy: [CoveragePoint] = []

    init(
        options: CompilationOptions, namedValues: NamedValueResolver, expressions: ExpressionCompiler, fragments: PolicyFragments,
        backends: BackendEntities, responseExamples: [ResponseExample], scope: PolicyScope, section: PolicySection
    ) {
        (self.options, self.namedValues, self.expressions) = (options, namedValues, expressions)
        (self.fragments, self.backends, self.responseExamples) = (fragments, backends, responseExamples)
        position = PolicyPosition(name: section.rawValue, scope: scope, section: section)
    }

    /// Adds a problem.
    public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Adds an error of the policy being compiled.
    ///
    /// - Parameter span: the place; nil stands for the policy's name.
    public mutating func error(_ code: Diagnostic.Code, _ message: String, at span: SourceSpan? = nil, hint: String? = nil) {
        report(Diagnostic(code, .error, message, at: span ?? position.span, hint: hint))
    }

    /// Adds a warning about the policy being compiled.
    public mutating func warning(_ code: Diagnostic.Code, _ message: String, at span: SourceSpan? = nil, hint: String? = nil) {
        report(Diagnostic(code, .warning, message, at: span ?? position.span, hint: hint))
    }

    /// Says that the policy cannot run without a service. An engine that does not have it refuses the document.
    public mutating func require(_ service: GatewayService) {
        serviceNeeds.append(ServiceNeed(service: service, policy: position.name, span: position.span))
    }

    /// Says that the policy reads bodies: they are in memory before it runs. Expressions that are bound say so by themselves.
    public mutating func readBodies(_ bodies: BodiesRead) { bodiesRead.formUnion(bodies) }

    /// Says that the policy answers preflight requests. Where it stands directly in inbound, it then runs alone for them.
    ///
    /// - Parameter answer: gives `.proceed` to leave the request to the next policy of that kind.
    public mutating func answerPreflights(with answer: @escaping @Sendable (inout RequestContext) throws(PolicyError) -> Flow) {
        let statement = CompiledStatement(position: position, action: .immediate(answer), bodiesRead: bodiesRead)
        traits.preflights.append(statement)
    }

    /// Says that outbound goes on behind this policy with a response that came from a cache.
    public mutating func endCaching() { traits.endsCaching = true }

    /// Notes a way that the policy can take, for `RequestContext.reached`; nil unless coverage was asked for.
    ///
    /// - Parameters:
    ///   - label: what the way is called, such as `otherwise`.
    ///   - span: what stands for it in the document; nil stands for the policy's name.
    ///   - construct: what decides, such as `choose`.
    public mutating func branch(_ label: String, at span: SourceSpan? = nil, of construct: String) -> CoveragePoint? {
        guard options.measuresCoverage, let whole = position.span else { return nil }
        let decision = CoveragePoint.Decision(construct, at: whole)
        let point = CoveragePoint(.policyBranch, label, at: span ?? whole, of: decision)
        coveragePoints.append(point)
        return point
    }

    /// Notes that the section was entered when its first policy begins.
    mutating func coverEntry(of section: PolicySectionNode) {
        guard options.measuresCoverage else { return }
        let (name, span) = (section.element.name, section.element.nameSpan)
        pointsOfNextPolicy.append(CoveragePoint(.policyBranch, "entered", at: span, of: CoveragePoint.Decision(name, at: span)))
    }

    mutating func noteCoveragePoints(_ points: [CoveragePoint]) { coveragePoints += points }

    /// Binds values that the policy evaluates later than at its start, when bodies may have changed.
    ///
    /// - Returns: what was bound, and the bodies that it reads: the policy buffers them itself before it evaluates.
    public mutating func bindLate<Bound>(_ bind: (inout CompilationScope) -> Bound) -> (bound: Bound, bodies: BodiesRead) {
        let before = bodiesRead
        bodiesRead = []
        defer { bodiesRead = before }
        let bound = bind(&self)
        return (bound, bodiesRead)
    }

    /// Compiles the policies of a section or of a container.
    ///
    /// - Parameter container: the container's own step in the path, such as `when[2]`; nil for the policy itself.
    public mutating func compile(_ nodes: [PolicyNode], in container: String? = nil) -> PolicySequence {
        let statements = compileStatements(nodes, path: path(inside: container))
        if statements.contains(where: \.traits.endsCaching) { traits.endsCaching = true }
        return PolicySequence(statements)
    }

    /// Compiles the policies of a fragment in the place of the policy that includes it.
    ///
    /// - Returns: nil when there is no such fragment, which is reported unless entities are taken as given.
    public mutating func compileFragment(_ id: String, at span: SourceSpan?) -> PolicySequence? {
        guard let policies = fragments.policies(of: id, in: position.section, &diagnostics) else {
            guard !options.assumesEntities else { return nil }
            error("unknown-entity", "there is no fragment '\(id)'", at: span, hint: didYouMean(id, among: fragments.names))
            return nil
        }
        let sequence = compile(policies)
        traits.preflights += sequence.statements.flatMap(\.traits.preflights)
        return sequence
    }

    /// The place of a part of the policy, such as a `when`, for the errors of the part's own values.
    ///
    /// - Parameter container: the part's step in the path, such as `when[2]`.
    public func position(of container: String) -> PolicyPosition {
        PolicyPosition(
            name: position.name, scope: position.scope, section: position.section, path: path(inside: container),
            policyID: position.policyID, span: position.span)
    }

    mutating func compileStatements(_ nodes: [PolicyNode], path: String?) -> [CompiledStatement] {
        let steps = PathSteps(nodes.map(\.name))
        return nodes.enumerated().map { index, node in
            compile(node, path: path, step: steps[index])
        }
    }

    private func path(inside container: String?) -> String? {
        let steps = [position.path, step, container].compactMap(\.self)
        return steps.isEmpty ? nil : steps.joined(separator: "/")
    }

    /// The policy's own step in a path, with its number among siblings of the same name.
    private var step: String?

    private mutating func pointsOfEntry(into node: PolicyNode) -> [CoveragePoint] {
        guard options.measuresCoverage else { return [] }
        let points = pointsOfNextPolicy + [CoveragePoint(.policy, node.name, at: node.span)]
        pointsOfNextPolicy = []
        coveragePoints += points
        return points
    }

    private mutating func compile(_ node: PolicyNode, path: String?, step: String) -> CompiledStatement {
        let outer = (position, bodiesRead, traits, self.step)
        defer { (position, bodiesRead, traits, self.step) = outer }
        position = PolicyPosition(
            name: node.name, scope: position.scope, section: position.section, path: path, policyID: node.id?.literal?.string,
            span: node.span, coveragePoints: pointsOfEntry(into: node))
        (bodiesRead, traits) = ([], StatementTraits())
        self.step = step
        let action = node.policy.compile(in: &self)
        return CompiledStatement(position: position, action: action, bodiesRead: bodiesRead, traits: traits)
    }
}

/// The names of siblings with their numbers where a name occurs more than once: `choose[1]`, `set-header`, `choose[2]`.
public struct PathSteps: Sendable {
    private let steps: [String]

    /// Numbers names.
    public init(_ names: [String]) {
        var totals: [String: Int] = [:]
        for name in names { totals[name, default: 0] += 1 }
        var seen: [String: Int] = [:]
        steps = names.map { name in
            seen[name, default: 0] += 1
            return totals[name] == 1 ? name : "\(name)[\(seen[name] ?? 1)]"
        }
    }

    /// The step of the name at a place.
    public subscript(index: Int) -> String { steps[index] }
}
