import Foundation
import PolicyDiagnostics
import PolicyRuntime
import PolicyTesting
import Testing

/// Each folder of Fixtures/Coverage has a policy, the requests that are run through it, and what coverage must say then.
@Suite("Coverage of each kind of branch")
struct CoverageFixtureTests {
    static let names = try? FileManager.default.contentsOfDirectory(atPath: Fixtures.path("Coverage")).sorted()

    @Test func thereAreFixtures() { #expect((Self.names ?? []).count >= 8) }

    @Test(arguments: names ?? []) func fixture(_ name: String) async throws {
        let folder = Fixtures.path("Coverage/\(name)")
        let coverage = try await Self.coverage(of: folder)
        #expect(coverage.textSummary() == (try String(contentsOfFile: folder + "/expected.txt", encoding: .utf8)))
        #expect(coverage.lcov() == (try String(contentsOfFile: folder + "/expected.info", encoding: .utf8)))
    }

    /// Runs every request of the folder through documents that are compiled anew for each: what is counted must come together.
    static func coverage(of folder: String) async throws -> PolicyCoverage {
        var total = PolicyCoverage()
        let requests = try FileManager.default.contentsOfDirectory(atPath: folder + "/requests").sorted()
        for request in requests {
            var inputs = try PolicyInputs(path: folder).withNames(relativeTo: folder)
            inputs.context = try SourceText(file: folder + "/requests/" + request)
            total.merge(try await coverage(of: inputs))
        }
        return total
    }

    private static func coverage(of inputs: PolicyInputs) async throws -> PolicyCoverage {
        var options = CompilationOptions()
        options.measuresCoverage = true
        let run = try RecordedRun(inputs, options: options)
        let recorder = CoverageRecorder(run.policies)
        _ = try await run.report(observers: [recorder])
        return recorder.coverage
    }
}

extension PolicyInputs {
    /// The same texts, named as they are called within a folder.
    func withNames(relativeTo folder: String) -> PolicyInputs {
        func renamed(_ source: SourceText) -> SourceText {
            SourceText(name: source.name.replacingOccurrences(of: folder + "/", with: ""), utf8: source.utf8)
        }
        var inputs = self
        inputs.documents = documents.mapValues(renamed)
        inputs.fragments = fragments.mapValues(renamed)
        return inputs
    }
}
