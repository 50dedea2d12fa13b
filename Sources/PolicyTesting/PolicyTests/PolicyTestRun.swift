import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A test while it runs: its clock, its stores, and what other servers have answered so far.
struct PolicyTestRun {
    private let test: PolicyTestCase
    private let clock: SelfAdvancingClock
    private let random: SeededRandom
    private let counters = WatchedCounters()
    private let stores: GatewayStores
    private let transport: ScriptedTransport
    private let details: PolicyTestDetails

    init(_ test: PolicyTestCase, _ details: PolicyTestDetails) {
        (self.test, self.details) = (test, details)
        clock = SelfAdvancingClock(now: test.clock)
        random = SeededRandom(seed: test.seed)
        stores = GatewayStores(counters: counters)
        transport = ScriptedTransport(test.exchanges, clock: clock)
    }

    func result() async -> PolicyTestResult {
        let began = ContinuousClock.now
        var result = PolicyTestResult(of: test)
        let compilation = test.documents.compiled(measuresCoverage: !details.isEmpty)
        result.mask = compilation.mask
        switch compilation.result {
        case .success(let policies):
            let coverage = details.contains(.coverage) ? CoverageRecorder(policies) : nil
            await run(policies, coverage, &result)
            result.coverage = coverage?.coverage.leavingOut(test.documents.generated)
        case .failure(let failure): result.failures = refusalFailures(failure)
        }
        result.duration = ContinuousClock.now - began
        return result
    }

    // MARK: Refusal

    private func refusalFailures(_ failure: RecordedRun.Failure) -> [PolicyTestFailure] {
        let diagnostics =
            switch failure {
            case .malformed(let diagnostic): [diagnostic]
            case .refused(let diagnostics): diagnostics
            }
        guard let expectations = test.steps.first?.expectations, expectations.expectsRefusal else {
            return [PolicyTestFailure(diagnostics)]
        }
        let text = DiagnosticTextFormatter().format(diagnostics)
        return expectations.differences(fromRefusal: text).map { message in
            PolicyTestFailure([Diagnostic("expectation-not-met", .error, message, at: expectations.expected.span)])
        }
    }

    // MARK: Requests

    private func run(_ policies: CompiledPolicySet, _ coverage: CoverageRecorder?, _ result: inout PolicyTestResult) async {
        if let fuzz = test.fuzz { return await runFuzzed(fuzz, policies, coverage, &result) }
        for step in test.steps {
            clock.advance(by: step.delay)
            let transport = step.exchanges.map { ScriptedTransport($0, clock: clock) } ?? transport
            for turn in 0..<step.count {
                let title = [step.name, step.count > 1 ? "request \(turn + 1) of \(step.count)" : nil].compactMap { $0 }.joined(
                    separator: ", ")
                guard let report = await report(of: step.context, title, (policies, coverage), transport, &result) else { return }
                await compare(report, with: step.expectations, title, transport, &result)
            }
        }
    }

    private func report(
        of context: RecordedContext, _ title: String, _ policies: (CompiledPolicySet, CoverageRecorder?), _ transport: ScriptedTransport,
        _ result: inout PolicyTestResult
    ) async -> RunReport? {
        let recorder = RunRecorder()
        let trace = details.contains(.traces) ? TraceRecorder(clock: clock) : nil
        let reached = trace.map { _ in CoverageRecorder(policies.0) }
        let observers: [(any PolicyObserver)?] = [recorder, policies.1, trace, reached]
        let services = GatewayServices(
            transport: transport, clock: clock, makeGuid: random.guid, random: random.next, logger: .silent,
            observer: details.isEmpty ? recorder : PolicyObserverGroup(observers.compactMap { $0 }), events: recorder, metrics: recorder,
            stores: stores)
        do throws(PolicyCompilationError) {
            let report = try await policies.0.report(of: context, services: services, recorder: recorder)
            result.runs.append(report)
            result.titles.append(title)
            if let trace { result.traces.append(trace.trace(response: report.response)) }
            if let reached { result.runCoverage.append(reached.coverage.leavingOut(test.documents.generated)) }
            return report
        } catch {
            result.failures.append(PolicyTestFailure(error.diagnostics))
            return nil
        }
    }

    private func compare(
        _ report: RunReport, with expectations: RunExpectations, _ title: String, _ transport: ScriptedTransport,
        _ result: inout PolicyTestResult
    ) async {
        if expectations.expectsRefusal {
            let message = "the document must be refused, and it ran"
            result.failures.append(PolicyTestFailure([Diagnostic("expectation-not-met", .error, message, at: expectations.expected.span)]))
        }
        var differences = expectations.differences(from: report.json()) + counterDifferences(expectations)
        differences += await cacheDifferences(expectations)
        // What nobody answered is most often the reason for the rest, so it stands first.
        var failures = transport.takeUnanswered().map { message in
            PolicyTestFailure([Diagnostic("callout-not-recorded", .error, result.mask.mask(message), at: test.span)])
        }
        failures += differences.map { PolicyTestFailure($0.masked(by: result.mask)) }
        guard !failures.isEmpty else { return }
        failures[0].diagnostics[0].notes = report.notes(masking: result.mask, title)
        result.failures += failures
    }

    // MARK: Stores

    private func counterDifferences(_ expectations: RunExpectations) -> [ExpectationDifference] {
        (expectations.expected["counters"]?.members ?? []).flatMap { counter in
            TextExpectation.differences(counter.value, counters.count(of: counter.name).map { "\($0)" }, "counters.\(counter.name)")
        }
    }

    private func cacheDifferences(_ expectations: RunExpectations) async -> [ExpectationDifference] {
        var result: [ExpectationDifference] = []
        for entry in expectations.expected["cache"]?.members ?? [] {
            let cached = try? await stores.cache.value(of: "value|" + entry.name, at: clock.now)
            let value = try? cached?.makeValue()
            result += TextExpectation.differences(entry.value, value.map { CanonicalValue($0).text ?? "null" }, "cache.\(entry.name)")
        }
        return result
    }

    // MARK: Random requests

    private func runFuzzed(
        _ fuzz: RequestFuzzing, _ policies: CompiledPolicySet, _ coverage: CoverageRecorder?, _ result: inout PolicyTestResult
    ) async {
        for number in 1...fuzz.count {
            let context = fuzz.context(random)
            let title = "random request \(number) of \(fuzz.count): \(context.request.method) \(context.request.url)"
            guard let report = await report(of: context, title, (policies, coverage), transport, &result) else { return }
            result.failures += fuzz.failures(of: report, masking: result.mask, at: test.span).map { failure in
                var failure = failure
                failure.notes += report.notes(masking: result.mask, title)
                return PolicyTestFailure([failure])
            }
            if let expectations = test.steps.first?.expectations { await compare(report, with: expectations, title, transport, &result) }
            guard result.failures.isEmpty else { return }
        }
    }
}

extension ExpectationDifference {
    func masked(by mask: SecretMask) -> ExpectationDifference {
        var result = self
        (result.expected, result.actual) = (mask.mask(expected), mask.mask(actual))
        if let replacement, mask.mask(replacement.compactText) != replacement.compactText { result.replacement = nil }
        return result
    }
}

extension RunReport {
    /// What helps to understand a difference: which request, the exception and where a policy ended the run.
    func notes(masking mask: SecretMask, _ title: String) -> [Diagnostic.Note] {
        var notes: [Diagnostic.Note] = title.isEmpty ? [] : [Diagnostic.Note("this was \(mask.mask(title))")]
        notes += diagnostics.map { Diagnostic.Note(mask.mask($0.message), at: $0.span) }
        if let lastError {
            notes.append(
                Diagnostic.Note(
                    "the run failed in \(lastError.source): \(mask.mask(lastError.reason ?? "")): \(mask.mask(lastError.message))"))
        }
        if let last = policies.last(where: { $0.result == "responded" || $0.result == "failed" }) {
            notes.append(Diagnostic.Note("<\(last.name)> \(last.result == "failed" ? "failed" : "answered") here", at: last.span))
        }
        return notes
    }
}
