import PolicyDiagnostics
import PolicyTesting
import Testing

/// `Fixtures/Expressions/Own`: cases that we wrote, most of them at the edges of a type, with the answers that .NET's
/// documentation and sources give.
@Suite("Expressions of our own")
struct OwnExpressionCaseTests {
    @Test(arguments: try Fixtures.names(in: "Expressions/Own", ending: ".jsonl"))
    func everyCaseHasItsAnswer(_ file: String) async throws {
        try await check(file, with: ExpressionCaseRunner(contexts: try Fixtures.contexts()))
    }

    @Test("coverage changes no answer", arguments: try Fixtures.names(in: "Expressions/Own", ending: ".jsonl"))
    func everyCaseHasItsAnswerUnderCoverage(_ file: String) async throws {
        try await check(file, with: ExpressionCaseRunner(contexts: try Fixtures.contexts(), observer: TraceRecorder()))
    }

    private func check(_ file: String, with runner: ExpressionCaseRunner) async throws {
        let cases = try ExpressionCase.all(in: try SourceText(file: Fixtures.path("Expressions/Own/\(file)")))
        #expect(!cases.isEmpty)
        for expressionCase in cases {
            await Task.yield()
            let expected = try #require(expressionCase.expected), answer = try #require(runner.result(of: expressionCase))
            #expect(expected.accepts(answer), "\(expressionCase.id): \(answer.json.compactText)")
        }
    }
}
