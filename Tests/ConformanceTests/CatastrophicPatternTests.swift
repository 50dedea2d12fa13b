import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyTesting
import Testing

/// Patterns known for the time that they take, against long texts that they do not match.
@Suite("Patterns that backtrack without end")
struct CatastrophicPatternTests {
    private struct Case: Decodable {
        var pattern: String
        var repeated: String
        var end: String

        var text: String { String(repeating: repeated, count: 50_000 / repeated.utf16.count) + end }
    }

    @Test(.timeLimit(.minutes(5)))
    func everyPatternEnds() async throws {
        let cases = try JSONDecoder().decode(
            [Case].self, from: Data(contentsOf: URL(fileURLWithPath: Fixtures.path("RegularExpressions/catastrophic.json"))))
        #expect(cases.count >= 60)
        let code = "Regex.IsMatch((string)context.Variables[\"text\"], (string)context.Variables[\"pattern\"])"
        let expression = try #require(ExpressionCompiler().compile(code, kind: .single).expression)
        var ended = 0, timedOut = 0
        for hostile in cases {
            await Task.yield()
            do { ended += try expression.evaluate(in: Self.context(for: hostile)).isNull ? 0 : 1 } catch {
                #expect(error.exceptionType == "System.Text.RegularExpressions.RegexMatchTimeoutException", "\(hostile.pattern)")
                timedOut += 1
            }
        }
        #expect(ended + timedOut == cases.count)
        #expect(timedOut > 20)
    }

    private static func context(for hostile: Case) -> GatewayContext {
        var limits = EvaluationLimits()
        limits.regularExpressionTime = .milliseconds(2)
        let context = GatewayContext(
            request: GatewayRequest(url: RequestURL(scheme: "https", host: "localhost")), environment: EvaluationEnvironment(limits: limits)
        )
        context.variables["text"] = .string(NetString(hostile.text))
        context.variables["pattern"] = .string(NetString(hostile.pattern))
        return context
    }
}
