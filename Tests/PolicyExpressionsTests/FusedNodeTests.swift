import PolicyDiagnostics
import PolicyExpressions
import Testing

/// Nodes that stand for several at once give what those would give.
@Suite struct FusedNodeTests {
    private static func value(_ code: String, kind: ExpressionKind = .block) throws -> CanonicalValue {
        let compilation = ExpressionCompiler().compile(code, kind: kind)
        let expression = try #require(compilation.expression, "\(code): \(compilation.diagnostics)")
        return CanonicalValue(try expression.evaluate(in: ExpressionCompilerTests.context()))
    }

    /// Read in one step, and through a local that hides that the receiver is the context's.
    static let paths: [(direct: String, receiver: String, member: String)] = [
        ("context.Request.Method", "context.Request", "Method"),
        ("context.Request.IpAddress", "context.Request", "IpAddress"),
        ("context.Request.Url.Path", "context.Request.Url", "Path"),
        ("context.Request.Url.Host", "context.Request.Url", "Host"),
        ("context.Request.Url.Scheme", "context.Request.Url", "Scheme"),
        ("context.Request.Url.QueryString", "context.Request.Url", "QueryString"),
        ("context.Operation.Id", "context.Operation", "Id"),
        ("context.Operation.Name", "context.Operation", "Name"),
        ("context.Operation.Method", "context.Operation", "Method"),
        ("context.Operation.UrlTemplate", "context.Operation", "UrlTemplate"),
        ("context.Api.Id", "context.Api", "Id"),
        ("context.Api.Name", "context.Api", "Name"),
        ("context.Api.Path", "context.Api", "Path"),
        (#"context.Request.Headers.GetValueOrDefault("accept")"#, "context.Request.Headers", #"GetValueOrDefault("accept")"#),
        (#"context.Request.Headers.GetValueOrDefault("X-No", "n")"#, "context.Request.Headers", #"GetValueOrDefault("X-No", "n")"#),
        (#"context.Variables["num"]"#, "context", #"Variables["num"]"#),
        (#"context.Variables.GetValueOrDefault<int>("none")"#, "context.Variables", #"GetValueOrDefault<int>("none")"#),
        (#"context.Variables.GetValueOrDefault<string>("none")"#, "context.Variables", #"GetValueOrDefault<string>("none")"#),
        (#"context.Variables.GetValueOrDefault("num", 7)"#, "context.Variables", #"GetValueOrDefault("num", 7)"#),
        (#"context.Variables.GetValueOrDefault("none", 7)"#, "context.Variables", #"GetValueOrDefault("none", 7)"#),
    ]

    @Test(arguments: paths.indices) func contextIsReadInOneStep(_ row: Int) throws {
        let (direct, receiver, member) = Self.paths[row]
        let throughLocal = try Self.value("var receiver = \(receiver); return receiver.\(member);")
        #expect(try Self.value("return \(direct);").text == throughLocal.text)
    }

    static let loops: [(code: String, text: String)] = [
        ("int n = 0; for (int i = 0; i < 1000; i++) { n += i; } return n;", "499500"),
        ("int n = 0; for (int i = 0; i < 10; i++) { i++; n += i; } return n;", "25"),
        ("int n = 0; for (int i = 10; i > 0; i -= 3) { if (i == 4) { continue; } n += i; } return n;", "18"),
        ("int n = 0; for (int i = 0; i <= 5; ++i) { if (i == 4) { break; } n = n + i; } return n;", "6"),
        ("int n = int.MaxValue; n++; return n;", "-2147483648"),
        ("int n = 5; n += n++; return n;", "10"),
        ("int n = 5; int m = n++ + ++n; return m * 100 + n;", "1207"),
        ("int n = 0; for (int i = 0; i < 3; i++) { return i + 40; } return n;", "40"),
        ("int i = 0; do { i++; } while (i < 5); return i;", "5"),
        ("string s = \"\"; for (int i = 0; i < 5; i++) s += i; return s;", "01234"),
    ]

    @Test(arguments: loops.indices) func countersCount(_ row: Int) throws {
        #expect(try Self.value(Self.loops[row].code).text == Self.loops[row].text)
    }

    static let failures: [(code: String, exception: String)] = [
        // C# evaluates the default although the header is there.
        (#"context.Request.Headers.GetValueOrDefault("X-Env", int.Parse("x").ToString())"#, "System.FormatException"),
        (#"context.Variables.GetValueOrDefault("num", int.Parse("x"))"#, "System.FormatException"),
        (#"context.Variables["none"]"#, "System.Collections.Generic.KeyNotFoundException"),
        (#"(int)context.Variables["str"]"#, "System.InvalidCastException"),
        (#"(int)context.Variables["nothing"]"#, "System.NullReferenceException"),
        (#"(JObject)context.Variables["str"]"#, "System.InvalidCastException"),
        (#"(JArray)context.Request.Body.As<JToken>()"#, "System.InvalidCastException"),
        (#"checked(int.MaxValue + context.Request.Method.Length)"#, "System.OverflowException"),
    ]

    @Test(arguments: failures.indices) func failuresStayThoseOfTheGeneralNodes(_ row: Int) throws {
        let (code, exception) = Self.failures[row]
        let error = #expect(throws: EvaluationError.self) { try Self.value(code, kind: .single) }
        #expect(error?.exceptionType == exception)
    }

    static let concatenations: [(code: String, text: String)] = [
        (#"context.Request.Method + "-""#, "GET-"),
        (#"null + context.Request.Method + null"#, "GET"),
        (#"context.Request.Method + "é" + '\ud800' + "x""#, "GETé\u{FFFD}x"),
        (#"context.Request.Method + 1 + true + "x" + 2.5 + context.Request.Method"#, "GET1Truex2.5GET"),
    ]

    @Test(arguments: concatenations.indices) func concatenationsCopyEveryPart(_ row: Int) throws {
        let (code, text) = Self.concatenations[row]
        let expression = try #require(ExpressionCompiler().compile(code, kind: .single).expression)
        #expect(try expression.evaluateText(in: ExpressionCompilerTests.context())?.string == text)
    }
}
