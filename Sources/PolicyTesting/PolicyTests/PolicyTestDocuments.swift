import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies
import Synchronization

/// The policies of tests, compiled once for all tests that have the same.
final class PolicyTestDocuments: Sendable {
    /// What was compiled, and what secrets it has.
    struct Compilation: Sendable {
        var result: Result<CompiledPolicySet, RecordedRun.Failure>
        var mask: SecretMask
    }

    private let inputs: PolicyInputs
    private let namedValues: LocatedJSON?
    private let backends: LocatedJSON?
    private let compilations = Mutex<[Bool: Compilation]>([:])

    init(_ inputs: PolicyInputs, namedValues: LocatedJSON?, backends: LocatedJSON?) {
        (self.inputs, self.namedValues, self.backends) = (inputs, namedValues, backends)
    }

    /// The names of texts that no file holds.
    var generated: Set<String> { inputs.generated }
    /// The source texts, for reports.
    var sources: [SourceText] { Array(inputs.documents.values) + Array(inputs.fragments.values) }

    /// Compiles, the first time. Others that ask meanwhile wait: what they would do is the same.
    func compiled(measuresCoverage: Bool) -> Compilation {
        compilations.withLock { compilations in
            if let known = compilations[measuresCoverage] { return known }
            var options = CompilationOptions()
            options.measuresCoverage = measuresCoverage
            let fresh = compile(options)
            compilations[measuresCoverage] = fresh
            return fresh
        }
    }

    private func compile(_ options: CompilationOptions) -> Compilation {
        do throws(Diagnostic) {
            let values: any NamedValueProvider =
                try namedValues.map { json throws(Diagnostic) in try JSONFileNamedValues(json) } ?? DictionaryNamedValues()
            let entities = try backends.map { json throws(Diagnostic) in try BackendEntities(json) } ?? BackendEntities()
            let (policies, diagnostics) = inputs.compile(values, entities, options)
            return Compilation(result: policies.map { .success($0) } ?? .failure(.refused(diagnostics)), mask: values.secretMask)
        } catch {
            return Compilation(result: .failure(.malformed(error)), mask: SecretMask())
        }
    }
}
