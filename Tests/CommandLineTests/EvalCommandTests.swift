import Foundation
import Testing

@Suite("apim-policy eval")
struct EvalCommandTests {
    @Test(
        "expressions with and without their wrapping",
        arguments: [
            ("1 + 1", "2\n"), ("@(1 + 1)", "2\n"), (" @{ var x = 20; return x + 1; } ", "21\n"), ("(string)null", "null\n"),
            ("context.Request.Method", "GET\n"),
        ])
    func value(expression: String, output: String) async throws {
        let result = try await Command.run(["eval", expression])
        #expect(result.status == 0 && result.output == output && result.errors.isEmpty)
    }

    @Test func contextAndVariables() async throws {
        let folder = try TemporaryFolder()
        let context = try folder.write("c.json", #"{"request": {"method": "PUT"}}"#)
        let code = #"context.Request.Method + (string)context.Variables["a"]"#
        let result = try await Command.run(["eval", code, "--context", context, "--variable", "a=b=c", "--format", "json"])
        #expect(result.output == #"{"type":"string","value":"PUTb=c"}"# + "\n")
    }

    @Test func exceptionIsStatus1() async throws {
        let result = try await Command.run(["eval", "int.Parse(\"x\")", "--format", "json"])
        #expect(result.status == 1)
        #expect(try result.json()["throws"] as? String == "System.FormatException")
        #expect(result.errors.hasPrefix("expression:1:1: error: System.FormatException: Input string was not in a correct format.\n"))
    }

    @Test func compileErrorShowsItsPlace() async throws {
        let result = try await Command.run(["eval", "@(1 + nothing)"])
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors.hasPrefix("expression:1:7: error: "))
        #expect(result.errors.contains("\n 1 | @(1 + nothing)\n   |       ^~~~~~~\n"))
    }

    @Test(
        "wrong usage is status 2",
        arguments: [
            [], ["--nonsense"], ["1", "--cases", "x"], ["--cases", "x"], ["1", "--variable", "x"], ["1", "--context", "/nonexistent.json"],
            ["1", "--format", "xml"], ["--cases", "/nonexistent", "--contexts", "/nonexistent"],
        ])
    func usage(arguments: [String]) async throws {
        let result = try await Command.run(["eval"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    }

    @Test func casesAreAnsweredInOrder() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "contexts/plain.json", #"{"request": {"url": "https://h/p?a=1"}, "variables": {"v": {"type": "int", "value": 1}}}"#)
        let cases = try folder.write(
            "cases.jsonl",
            #"""
            {"id": "a", "area": "x", "kind": "single", "code": "(int)context.Variables[\"v\"] + 1", "context": "plain", "vars": {"v": {"type": "int", "value": 41}}}
            {"id": "b", "kind": "block", "code": "return context.Request.Url.Query.GetValueOrDefault(\"q\", \"-\");", "context": "plain", "overlay": {"query": {"q": "ä b"}}}

            {"id": "c", "kind": "single", "code": "undefined", "context": "plain", "result": {"ignored": true}}
            """#)
        let result = try await Command.run(["eval", "--cases", cases, "--contexts", folder.path + "/contexts", "--format", "json"])
        #expect(result.status == 0)
        let lines = try result.jsonLines()
        #expect(lines.map { $0["id"] as? String } == ["a", "b", "c"])
        let results = lines.compactMap { $0["result"] as? [String: String] }
        #expect(results.map { $0["value"] } == ["42", "ä b", nil])
        #expect(results.last?["compileError"] == "CS0103")
    }
}
