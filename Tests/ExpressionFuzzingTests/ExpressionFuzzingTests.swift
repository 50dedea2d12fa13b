import ExpressionFuzzing
import Testing

/// A short run over fixed seeds; a trap ends the test process. The long runs are in the package `Tests/Fuzzing`.
@Suite struct ExpressionFuzzingTests {
    @Test func grammarIsWhole() { #expect(FuzzedProgram.undefinedRules.isEmpty) }

    @Test func programsDependOnTheirSeedAlone() {
        let programs = (0..<50).map { FuzzedProgram(seed: $0).code }
        #expect(programs == (0..<50).map { FuzzedProgram(seed: $0).code })
        #expect(Set(programs).count > 40)
    }

    @Test(arguments: [0, 1_000, 2_000, 3_000] as [UInt64]) func noPromiseIsBroken(_ first: UInt64) {
        var probe = ExpressionProbe()
        // Debug builds on a busy machine; the true bounds are those of the long runs.
        (probe.compilationTime, probe.evaluationTime) = (.seconds(30), .seconds(30))
        var (values, refusals) = (0, 0)
        for seed in first..<first + 100 {
            let (outcome, findings) = probe.run(FuzzedProgram(seed: seed))
            #expect(findings.isEmpty, "seed \(seed)")
            switch outcome {
            case .value: values += 1
            case .refused: refusals += 1
            case .compiled, .thrown: break
            }
        }
        #expect(values > 5 && refusals > 5, "a good part must compile, and not all of it")
    }

    @Test(arguments: LibraryArea.allCases) func noReaderBreaksAPromise(_ area: LibraryArea) {
        var probe = ExpressionProbe()
        (probe.compilationTime, probe.evaluationTime) = (.seconds(30), .seconds(30))
        var values = 0
        for seed in 0..<UInt64(150) {
            let (outcome, findings) = probe.run(FuzzedProgram(seed: seed, area: area))
            #expect(findings.isEmpty, "seed \(seed)")
            if case .refused(let code) = outcome { Issue.record("seed \(seed) is refused: \(code)") }
            #expect(outcome != .thrown("System.InvalidOperationException"), "seed \(seed)")
            if outcome == .value { values += 1 }
        }
        #expect(values > 2, "some texts must be read")
    }
}
