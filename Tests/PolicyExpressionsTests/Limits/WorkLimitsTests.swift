import PolicyExpressions
import Testing

/// Work of the library that grows faster than what it is given ends at a limit or by an exception, and soon.
@Suite struct WorkLimitsTests {
    static let cases: [(code: String, outcome: String)] = [
        (#"var s = new string('a', 1000000); return s.Replace("a", s).Length;"#, "allocation"),
        ("return decimal.Parse(new string('9', 1000000));", "System.OverflowException"),
        ("var s = new string('a', 2000000); var n = 0; while (true) n ^= s.GetHashCode();", "time"),
    ]

    @Test(arguments: cases.indices) func workEnds(_ index: Int) throws {
        var limits = EvaluationLimits()
        limits.time = .seconds(1)
        let request = GatewayRequest(url: RequestURL(scheme: "https", host: "localhost"))
        let context = GatewayContext(request: request, environment: EvaluationEnvironment(limits: limits))
        let expression = try #require(ExpressionCompiler().compile(Self.cases[index].code, kind: .block).expression)
        let error = #expect(throws: EvaluationError.self) { _ = try expression.evaluate(in: context) }
        #expect((error?.limit?.rawValue ?? error?.exceptionType) == Self.cases[index].outcome)
    }
}
