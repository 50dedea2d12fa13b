import Testing

@testable import PolicyExpressions

/// Objects that hold each other in a circle through captured variables end with their request.
@Suite struct CapturedVariableTests {
    private func compile(_ code: String) throws -> CompiledExpression {
        let compilation = ExpressionCompiler().compile(code, kind: .block)
        return try #require(compilation.expression, "\(code): \(compilation.diagnostics)")
    }

    static let circles = [
        "Func<int,int> f = null; f = n => n <= 1 ? 1 : n * f(n - 1); return f;",
        "Func<int> f = null, g = null; f = () => g == null ? 1 : 2; g = () => f(); return f;",
        "var l = new List<Func<int>>(); l.Add(() => l.Count); return l[0];",
        "object o = null; Func<object> f = () => o; o = f; return f;",
        "dynamic d = null; Func<object> f = () => d; d = f; return f;",
        "Func<int> f = null; var t = (f, 1); Func<int> g = () => t.Item2; t.Item1 = g; return g;",
    ]

    @Test(arguments: circles) func aCircleEndsWithItsRequest(_ code: String) throws {
        weak var delegate: NetDelegate?
        try {
            let context = ExpressionCompilerTests.context()
            try {
                guard case .object(let object) = try compile(code).evaluate(in: context) else { return }
                delegate = object as? NetDelegate
            }()
            #expect(delegate != nil, "the circle is there as long as the request is")
            withExtendedLifetime(context) {}
        }()
        #expect(delegate == nil)
    }

    @Test func whatIsNoCircleIsNotKept() throws {
        let context = ExpressionCompilerTests.context()
        let code =
            "int n = 0; for (int i = 0; i < 5000; i++) { object o = i; Func<object> f = () => o; n += (int)f() > 9 ? 1 : 0; } return n;"
        _ = try compile(code).evaluate(in: context)
        #expect(context.capturedVariables.count <= 64)
    }
}
