import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import Testing

@Suite("Coverage")
struct PolicyCoverageTests {
    private let folder = Fixtures.path("Coverage/choose")

    private func run(measuring: Bool, request: String = "get") throws -> RecordedRun {
        var inputs = try PolicyInputs(path: folder)
        inputs.context = try SourceText(file: folder + "/requests/\(request).json")
        var options = CompilationOptions()
        options.measuresCoverage = measuring
        return try RecordedRun(inputs, options: options)
    }

    @Test func nothingIsCountedUnlessAskedFor() async throws {
        let run = try run(measuring: false)
        let recorder = CoverageRecorder(run.policies)
        _ = try await run.report(observers: [recorder])
        #expect(run.policies.coveragePoints.isEmpty)
        #expect(recorder.coverage.files.isEmpty && recorder.coverage.percent == 100)
        #expect(recorder.coverage.textSummary() == "coverage: no policy ran\n")
    }

    @Test func documentsThatDidNotRunAreAtNothing() throws {
        let coverage = PolicyCoverage(try run(measuring: true).policies)
        #expect(coverage.percent == 0 && coverage.total.policies.total == 9 && coverage.total.policies.reached == 0)
        #expect(coverage.files.first?.missed.count == coverage.total.all.total)
    }

    @Test func mergingAddsUpAndDoesNotDependOnTheOrder() async throws {
        let get = try await CoverageFixtureTests.coverage(of: folder)
        var (left, right) = (get, PolicyCoverage(try run(measuring: true).policies))
        left.merge(get)
        right.merge(get)
        #expect(left.percent == get.percent)
        let counts = zip(left.files[0].places, get.files[0].places)
        #expect(counts.allSatisfy { $0.count == 2 * $1.count })
    }

    @Test func oneRecorderServesManyRequestsAtATime() async throws {
        let run = try run(measuring: true)
        let recorder = CoverageRecorder(run.policies)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await run.report(observers: [recorder]) } }
            try await group.waitForAll()
        }
        #expect(recorder.coverage.files[0].places.map(\.count).max() == 20)
    }

    @Test func resultsAreTheSameWithAndWithoutCoverage() async throws {
        let plain = try await run(measuring: false).report(), measured = try await run(measuring: true).report()
        #expect(plain.variables.map(\.value) == measured.variables.map(\.value))
        #expect(plain.policies.map(\.name) == measured.policies.map(\.name))
    }

    @Test func jsonHasTheMembersThatAreDocumented() async throws {
        let text = try await CoverageFixtureTests.coverage(of: folder).jsonText()
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(json["version"] as? Int == 1)
        let file = try #require((json["files"] as? [[String: Any]])?.first)
        let place = try #require((file["places"] as? [[String: Any]])?.first)
        #expect(
            Set(place.keys) == ["kind", "label", "construct", "line", "column", "endLine", "endColumn", "count"])
        #expect(Set(file.keys) == ["name", "summary", "places"])
    }

    @Test func deepExpressionsAreCountedToo() throws {
        // As high as the tree of an expression may be: counting nodes must not make it too much for the stack.
        let code = String(repeating: "(1 > 2 ? 0 : ", count: 60) + "1" + String(repeating: ")", count: 60)
        let source = SourceText(name: "deep", text: code)
        let map = SourceMap(verbatim: SourceSpan(source, source.wholeRange))
        let expression = try #require(ExpressionCompiler().compile(code, kind: .single, coveredIn: map).expression)
        let context = GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "localhost")))
        #expect(try expression.evaluateInt32(in: context) == 1)
    }
}
