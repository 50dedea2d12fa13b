import PolicyDiagnostics
import PolicyExpressions
import Testing

@Suite("exceptions under the author's text")
struct ExceptionDiagnosticTests {
    @Test(
        "the part that was null",
        arguments: [
            (#"((string)null).Length"#, "(string)null"),
            (#"context.Variables.GetValueOrDefault<string>("x").ToUpper()"#, #"context.Variables.GetValueOrDefault<string>("x")"#),
            ("1 + context.LastError.Message.Length", "context.LastError"),
            (#"(int)context.Variables.GetValueOrDefault<object>("x")"#, #"context.Variables.GetValueOrDefault<object>("x")"#),
            (#"JObject.Parse("{}")["a"]["b"]"#, #"JObject.Parse("{}")["a"]"#),
            ("((Func<int>)null)()", "(Func<int>)null"), ("context.Request.Body.As<string>()", "context.Request.Body"),
        ])
    func nullPart(code: String, part: String) throws {
        let diagnostic = try self.diagnostic(of: code)
        #expect(diagnostic.text(of: code) == part)
        #expect(diagnostic.hint?.hasPrefix("'\(part)' was null") == true)
        #expect(diagnostic.message == "System.NullReferenceException: Object reference not set to an instance of an object.")
    }

    @Test(
        "other exceptions show what threw",
        arguments: [
            (#"1 + int.Parse("x")"#, #"int.Parse("x")"#), ("1 / (1 - \"a\".Length)", "1 / (1 - \"a\".Length)"),
            (#"string.Join(",", (string[])null)"#, #"string.Join(",", (string[])null)"#),
        ])
    func other(code: String, part: String) throws {
        let diagnostic = try self.diagnostic(of: code)
        #expect(diagnostic.text(of: code) == part)
        #expect(diagnostic.hint == nil)
    }

    private func diagnostic(of code: String) throws -> ExpressionDiagnostic {
        let expression = try #require(ExpressionCompiler().compile(code, kind: .single).expression)
        do {
            _ = try expression.evaluate(in: GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "localhost"))))
        } catch {
            return error.diagnostic(in: code)
        }
        throw NothingThrown()
    }

    private struct NothingThrown: Error {}
}

extension ExpressionDiagnostic {
    fileprivate func text(of code: String) -> String {
        String(decoding: Array(code.utf8)[range.lowerBound..<range.upperBound], as: UTF8.self)
    }
}
