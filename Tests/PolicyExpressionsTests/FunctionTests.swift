import PolicyDiagnostics
import PolicyExpressions
import Testing

/// Lambdas, local functions and delegates: values, captured variables, and what limits them.
@Suite struct FunctionTests {
    private func compile(_ code: String) throws -> CompiledExpression {
        let compilation = ExpressionCompiler().compile(code, kind: .block)
        return try #require(compilation.expression, "\(code): \(compilation.diagnostics)")
    }

    static let rows: [(code: String, text: String)] = [
        ("Func<int,int> f = x => x + 1; return f(2);", "3"),
        ("int y = 5; Func<int,int> f = x => x + y; y = 7; return f.Invoke(2);", "9"),
        ("Func<int,int> f = null; f = n => n <= 1 ? 1 : n * f(n - 1); return f(10);", "3628800"),
        ("int fib(int n) => n < 2 ? n : fib(n - 1) + fib(n - 2); return fib(15);", "610"),
        ("var l = new List<Func<int>>(); for (int i = 0; i < 3; i++) { int j = i; l.Add(() => j * 10); } return l[0]() + l[2]();", "20"),
        ("var l = new List<Func<int>>(); for (int i = 0; i < 3; i++) { l.Add(() => i); } return l[0]();", "3"),
        ("Func<int, Func<int,int>> add = a => b => a + b; var p = add(3); var q = add(10); return p(1) * 100 + q(2);", "412"),
        ("void Inc(ref int v, out int w) { v++; w = v * 2; } int a = 4; Inc(ref a, out var b); return a + \":\" + b;", "5:10"),
        ("T Id<T>(T x) => x; return Id(\"a\") + Id(5);", "a5"),
        ("Func<string,int> p = int.Parse; return new[] { \"1\", \"2\" }.Select(p).Sum();", "3"),
        ("return (from x in new[] { 1, 2, 3 } let sq = x * x where sq > 3 select sq + x).Sum();", "18"),
        ("var t = (a: 1, b: \"x\"); t.a = 5; var (n, s) = t; return n + s + (t == (5, \"x\"));", "5xTrue"),
        ("return new Dictionary<string,int>().FirstOrDefault().Value + new (int a, int b)[0].FirstOrDefault().b;", "0"),
        ("dynamic d = JObject.Parse(\"{\\\"a\\\":{\\\"b\\\":5}}\"); d.c = \"x\"; string s = d.c; return s + (d.a.b + 1);", "x6"),
    ]

    @Test(arguments: rows.indices) func functionsGiveTheirValue(_ row: Int) throws {
        let (code, text) = Self.rows[row]
        #expect(try CanonicalValue(compile(code).evaluate(in: ExpressionCompilerTests.context())).text == text, "\(code)")
    }

    @Test func aDelegateMayLeaveItsExpression() throws {
        let context = ExpressionCompilerTests.context()
        let made = try compile("int n = 40; Func<int,int> f = x => x + n; n++; return f;").evaluate(in: context)
        context.variables["f"] = made
        let other = try compile("int a = 1, b = 2, c = 3; return ((Func<int,int>)context.Variables[\"f\"])(a) + b + c;")
        #expect(try CanonicalValue(other.evaluate(in: context)).text == "47")
    }

    @Test func aLazySequenceMayLeaveItsExpression() throws {
        let context = ExpressionCompilerTests.context()
        context.variables["s"] = try compile("int k = 10; return new[] { 1, 2, 3 }.Select(x => x * k);").evaluate(in: context)
        let other = try compile("int sum = 0; foreach (var x in (IEnumerable<int>)context.Variables[\"s\"]) sum += x; return sum;")
        #expect(try CanonicalValue(other.evaluate(in: context)).text == "60")
    }

    @Test func endlessRecursionIsALimit() throws {
        let expression = try compile("int f(int n) => f(n + 1); return f(0);")
        #expect { try expression.evaluate(in: ExpressionCompilerTests.context()) } throws: { ($0 as? EvaluationError)?.limit == .callDepth }
    }

    @Test func limitsCannotBeCaught() throws {
        let expression = try compile("int f(int n) { try { return f(n + 1); } catch (Exception) { return n; } } return f(0);")
        #expect { try expression.evaluate(in: ExpressionCompilerTests.context()) } throws: { ($0 as? EvaluationError)?.limit == .callDepth }
    }

    @Test func stepsOfLibraryLoopsCount() throws {
        let expression = try compile("return Enumerable.Range(0, 2000000000).Count(x => x < 0);")
        #expect { try expression.evaluate(in: ExpressionCompilerTests.context()) } throws: { ($0 as? EvaluationError)?.limit == .steps }
    }

    @Test func timeIsALimit() throws {
        let expression = try compile("while (true) { } return 1;")
        let context = ExpressionCompilerTests.context()
        context.environment.limits.steps = .max
        context.environment.limits.time = .milliseconds(20)
        #expect { try expression.evaluate(in: context) } throws: { ($0 as? EvaluationError)?.limit == .time }
    }

    @Test func cancellationStopsAnEvaluation() async throws {
        let expression = try compile("while (true) { } return 1;")
        let task = Task { () -> EvaluationError.Limit? in
            while !Task.isCancelled { await Task.yield() }
            let context = ExpressionCompilerTests.context()
            context.environment.limits.steps = .max
            do throws(EvaluationError) { _ = try expression.evaluate(in: context) } catch { return error.limit }
            return nil
        }
        task.cancel()
        #expect(await task.value == .cancellation)
    }
}
