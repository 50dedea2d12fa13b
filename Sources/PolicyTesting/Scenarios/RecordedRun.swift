import StandardPolicies
public import PolicyDiagnostics
import PolicyExpressions
public import PolicyRuntime

/// A run that is ready: documents compiled, recordings read.
///
/// ```swift
/// let run = try RecordedRun(PolicyInputs(path: "Fixtures/Examples/oauth2-backend"))
/// let report = try await run.report()
/// ```
public struct RecordedRun: Sendable {
    /// The compiled documents.
    public let policies: CompiledPolicySet
    /// The request that comes in.
    public var context: RecordedContext
    /// The recorded callouts.
    public let exchanges: Exchanges
    /// The named values of documents and recordings.
    public let namedValues: any NamedValueProvider
    /// Hides the named values that are secret.
    public let mask: SecretMask
    /// What is worth knowing although nothing was refused.
    public let warnings: [Diagnostic]

    /// Why a run cannot begin.
    public enum Failure: Error, Sendable {
        /// A context, a recording or named values are not in their format.
        case malformed(Diagnostic)
        /// A policy document was refused.
        case refused([Diagnostic])
    }

    /// Reads and compiles.
    ///
    /// - Throws: `Failure`.
    public init(_ inputs: PolicyInputs, options: CompilationOptions = CompilationOptions()) throws(Failure) {
        let namedValues: any NamedValueProvider
        let backends: BackendEntities
        do throws(Diagnostic) {
            namedValues =
                try inputs.namedValues.map { source throws(Diagnostic) in try JSONFileNamedValues(source) } ?? DictionaryNamedValues()
            backends =
                try inputs.backends.map { source throws(Diagnostic) in try BackendEntities(reading: source) } ?? BackendEntities()
            context =
                try inputs.context.map { source throws(Diagnostic) in try RecordedContext(reading: source, namedValues: namedValues) }
                ?? RecordedContext()
            exchanges =
                try inputs.exchanges.map { source throws(Diagnostic) in try Exchanges(reading: source, namedValues: namedValues) }
                ?? Exchanges()
        } catch {
            throw .malformed(error)
        }
        self.namedValues = namedValues
        mask = namedValues.secretMask
        let (compiled, diagnostics) = inputs.compile(namedValues, backends, options)
        guard let compiled else { throw .refused(diagnostics) }
        policies = compiled
        warnings = context.warnings + diagnostics
    }

    /// Runs the request and reports what happened.
    ///
    /// - Parameters:
    ///   - transport: what answers callouts and the backend; the recorded exchanges unless given.
    ///   - clock: the time that policies go by.
    ///   - observers: who else sees what happens, for coverage and traces.
    /// - Throws: `PolicyCompilationError` when a policy needs a service that a run does not have.
    public func report(
        over transport: (any HTTPTransport)? = nil, clock: any GatewayClock = SystemClock(), observers: [any PolicyObserver] = []
    ) async throws(PolicyCompilationError) -> RunReport {
        let recorder = RunRecorder()
        let services = GatewayServices(
            transport: transport ?? ScriptedTransport(exchanges, clock: clock), clock: clock, logger: .silent,
            observer: observers.isEmpty ? recorder : PolicyObserverGroup([recorder] + observers), events: recorder, metrics: recorder)
        return try await policies.report(of: context, services: services, recorder: recorder)
    }
}

extension CompiledPolicySet {
    /// Runs one request. The services' observer must be the recorder, or tell it.
    func report(
        of context: RecordedContext, services: GatewayServices, recorder: RunRecorder
    ) async throws(PolicyCompilationError) -> RunReport {
        let engine = try PolicyEngine(self, services: services.recording(context))
        let gateway = context.makeContext()
        var request = RequestContext(gateway)
        let outcome = await engine.run(&request)
        let response = await RunReport.Response(gathering: outcome.response)
        await services.stores.background.finish()
        return recorder.report(response: response, lastError: outcome.lastError, context: gateway)
    }
}

extension NamedValueProvider {
    /// Hides the values that are secret.
    var secretMask: SecretMask { SecretMask(names.compactMap { namedValue($0) }.filter(\.isSecret).map(\.text)) }
}

extension PolicyInputs {
    func compile(
        _ namedValues: any NamedValueProvider, _ backends: BackendEntities, _ options: CompilationOptions
    ) -> (policies: CompiledPolicySet?, diagnostics: [Diagnostic]) {
        var (parsed, diagnostics) = (ScopedDocuments(), [Diagnostic]())
        for (scope, source) in documents {
            // A document without wider ones around it may be meant for any scope.
            let parser = PolicyParser(registry: .standard, options: PolicyParsingOptions(scope: documents.count > 1 ? scope : nil))
            let result = parser.parse(source)
            parsed[scope] = result.document
            diagnostics += result.diagnostics
        }
        let (fragments, found) = PolicyFragments.parse(fragments, registry: .standard)
        diagnostics += found
        guard !diagnostics.hasErrors else { return (nil, diagnostics.sortedByPlace()) }
        let compiler = PolicyCompiler(namedValues: namedValues, fragments: fragments, backends: backends, options: options)
        let compilation = compiler.compile(parsed)
        return (compilation.policies, (diagnostics + compilation.diagnostics).sortedByPlace())
    }
}

extension RunReport.Response {
    /// Gathers a response that may still be streaming; one that breaks off is reported as far as it came.
    fileprivate init(gathering response: TransportResponse) async {
        var gathered = response
        if case .stream(let chunks) = response.body {
            var bytes: [UInt8] = []
            do { for try await chunk in chunks { bytes += chunk } } catch { bytes += Array("\n[the body broke off: \(error)]".utf8) }
            gathered.body = .bytes(bytes)
        }
        self.init(gathered)
    }
}
