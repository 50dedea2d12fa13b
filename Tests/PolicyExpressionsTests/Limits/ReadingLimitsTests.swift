import PolicyExpressions
import Testing

/// What reading bodies and texts costs an evaluation.
@Suite struct ReadingLimitsTests {
    private static func limit(of code: String, bodyBytes: Int) throws -> EvaluationError.Limit? {
        var limits = EvaluationLimits()
        limits.allocatedBytes = 1024 * 1024
        let body = MessageBody(Array(#"{"text":""#.utf8) + Array(repeating: UInt8(ascii: "x"), count: bodyBytes) + Array(#""}"#.utf8))
        let request = GatewayRequest(url: RequestURL(scheme: "https", host: "localhost"), body: body)
        let context = GatewayContext(request: request, environment: EvaluationEnvironment(limits: limits))
        let expression = try #require(ExpressionCompiler().compile(code, kind: .block).expression)
        do { _ = try expression.evaluate(in: context) } catch { return error.limit }
        return nil
    }

    @Test func aBodyBeyondTheMemoryOfAnExpressionIsReadOnce() throws {
        #expect(try Self.limit(of: "return context.Request.Body.As<JObject>().Count;", bodyBytes: 2 * 1024 * 1024) == nil)
    }

    @Test func aBodyThatIsReadInALoopCounts() throws {
        let code = "while (true) context.Request.Body.As<JObject>(preserveContent: true);"
        #expect(try Self.limit(of: code, bodyBytes: 64 * 1024) == .allocation)
    }

    @Test func whatIsParsedInALoopCounts() throws {
        let code = "var s = context.Request.Body.As<string>(); while (true) JToken.Parse(s);"
        #expect(try Self.limit(of: code, bodyBytes: 64 * 1024) == .allocation)
    }
}
