import PolicyExpressions
import Testing

/// Newtonsoft.Json's JSONPath: what paths find, and what it says of those that are wrong.
@Suite struct JsonPathTests {
    private static let json =
        #"{"a":1,"b":[1,2.5,"x",null,true],"c":{"d":"deep","e":[{"g":1,"h":"u"},{"g":2}]},"s p":3,"t":"2020-01-02T03:04:05Z"}"#

    private static func evaluate(_ call: String) throws -> String? {
        let text = json.replacing("\"", with: "\\\"")
        let code = "JToken.Parse(\"\(text)\").\(call)"
        let compilation = ExpressionCompiler().compile(code, kind: .single)
        let expression = try #require(compilation.expression, "\(code): \(compilation.diagnostics)")
        return CanonicalValue(try expression.evaluate(in: ExpressionCompilerTests.context())).text
    }

    static let found: [(path: String, tokens: String)] = [
        ("$", json), ("", json), ("c.d", #"["deep"]"#), ("$.c.e[0].g", "[1]"), ("b[0,2]", #"[1,"x"]"#), ("b[1:3]", #"[2.5,"x"]"#),
        ("b[-2:]", "[null,true]"), ("b[::2]", #"[1,"x",true]"#), ("b[::-2]", #"[true,"x",1]"#), ("b[ 0 , 1 ]", "[1,2.5]"),
        ("b[*]", #"[1,2.5,"x",null,true]"#), ("['a','s p']", "[1,3]"), ("..g", "[1,2]"), ("$..['g','h']", #"[1,"u",2]"#),
        ("c.missing.x", "[]"),
        ("c.e[?(@.g > 1)].g", "[2]"), ("c.e[?(@.h)].g", "[1]"), ("c.e[?(@.g == 1 && @.h == 'u')].g", "[1]"),
        ("c.e[?(@.g == 2 || @.h == 'u')].g", "[1,2]"), ("c.e[?(@.g != 1)].g", "[2]"), ("c.e[?(@.g <> 1)].g", "[2]"),
        ("c.e[?(@.g == $.a)].g", "[1]"), ("b[?(@ == 'x')]", #"["x"]"#), ("b[?(@ == null)]", "[null]"), ("b[?(@ == true)]", "[true]"),
        ("c.e[?(@.g < 1.5)].g", "[1]"), ("$..[?(@.g == 2)].g", "[2]"), ("b(1)", "[2.5]"), ("$[?(@.g)]", "[]"),
    ]

    @Test(arguments: found.indices) func pathFinds(_ row: Int) throws {
        let (path, tokens) = Self.found[row]
        let list = try Self.evaluate("SelectTokens(\"\(path)\")")
        #expect(list == (path.isEmpty || path == "$" ? "[\(tokens)]" : tokens))
    }

    @Test func aTextEqualsADate() throws {
        #expect(try Self.evaluate("SelectToken(\"$[?(@ == 1)]\")") == nil)
        let code = #"JArray.Parse("[{\"t\":\"2020-01-02T03:04:05Z\"}]").SelectToken("$[?(@.t == '2020-01-02T03:04:05Z')].t").Path"#
        let expression = try #require(ExpressionCompiler().compile(code, kind: .single).expression)
        #expect(CanonicalValue(try expression.evaluate(in: ExpressionCompilerTests.context())).text == "[0].t")
    }

    static let wrong: [(call: String, exception: String, message: String)] = [
        ("SelectToken(\"c[\")", "Newtonsoft.Json.JsonException", "Path ended with open indexer."),
        ("SelectToken(\"c[ \")", "System.IndexOutOfRangeException", "Index was outside the bounds of the array."),
        ("SelectToken(\"b[]\")", "Newtonsoft.Json.JsonException", "Array index expected."),
        ("SelectToken(\"b[x]\")", "Newtonsoft.Json.JsonException", "Unexpected character while parsing path indexer: x"),
        ("SelectToken(\"b[99999999999]\")", "System.OverflowException", "Value was either too large or too small for an Int32."),
        ("SelectToken(\"b[::0]\")", "Newtonsoft.Json.JsonException", "Step cannot be zero."),
        ("SelectToken(\"b[0]x\")", "Newtonsoft.Json.JsonException", "Unexpected character following indexer: x"),
        ("SelectToken(\"a.\")", "Newtonsoft.Json.JsonException", "Unexpected end while parsing path."),
        ("SelectToken(\"['a\")", "Newtonsoft.Json.JsonException", "Path ended with an open string."),
        ("SelectToken(\"['a\\\\n']\")", "Newtonsoft.Json.JsonException", "Unknown escape character: \\n"),
        ("SelectToken(\"b[?(@ = 1)]\")", "Newtonsoft.Json.JsonException", "Could not read query operator."),
        ("SelectToken(\"b[?(@ == 'x'\")", "Newtonsoft.Json.JsonException", "Path ended with open query."),
        ("SelectToken(\"b[?(@ == x)]\")", "Newtonsoft.Json.JsonException", "Unexpected character while parsing path query: x"),
        ("SelectToken(\"..g\")", "Newtonsoft.Json.JsonException", "Path returned multiple tokens."),
        ("SelectToken(\"missing\", true)", "Newtonsoft.Json.JsonException", "Property 'missing' does not exist on JObject."),
        ("SelectToken(\"a.x\", true)", "Newtonsoft.Json.JsonException", "Property 'x' not valid on JValue."),
        ("SelectToken(\"b[9]\", true)", "Newtonsoft.Json.JsonException", "Index 9 outside the bounds of JArray."),
        ("SelectToken(\"c[0]\", true)", "Newtonsoft.Json.JsonException", "Index 0 not valid on JObject."),
        ("SelectToken(\"b[5:6]\", true)", "Newtonsoft.Json.JsonException", "Array slice of 5 to 6 returned no results."),
        ("SelectToken(\"b[-1]\")", "System.ArgumentOutOfRangeException", EvaluationError.indexOutOfCollection.message),
    ]

    @Test(arguments: wrong.indices) func wrongPathThrows(_ row: Int) throws {
        let (call, exception, message) = Self.wrong[row]
        let error = #expect(throws: EvaluationError.self) { try Self.evaluate(call) }
        #expect(error?.exceptionType == exception, "\(call)")
        #expect(error?.message == message, "\(call)")
    }

    @Test func hostilePathsEnd() throws {
        let steps = String(repeating: "..*", count: 300)
        #expect(throws: EvaluationError.self) { try Self.evaluate("SelectToken(\"\(steps)\")") }
        let nested = String(repeating: "[?(@", count: 100)
        #expect(throws: EvaluationError.self) { try Self.evaluate("SelectToken(\"b\(nested)\")") }
        let scans = String(repeating: "..*", count: 30)
        let code = "JToken.Parse(new string('[', 40) + new string(']', 40)).SelectTokens(\"\(scans)\").Count()"
        let expression = try #require(ExpressionCompiler().compile(code, kind: .single).expression)
        let error = #expect(throws: EvaluationError.self) { try expression.evaluate(in: ExpressionCompilerTests.context()) }
        #expect(error?.limit == .steps || error?.limit == .time)
    }
}
