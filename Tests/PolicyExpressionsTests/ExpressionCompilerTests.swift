import PolicyDiagnostics
import PolicyExpressions
import Testing

/// What expressions give, and what is refused; rows are code and canonical answer.
@Suite struct ExpressionCompilerTests {
    static func context() -> GatewayContext {
        let headers = MultiValueDictionary([
            (name: "X-Env", value: "prod"), (name: "Accept", value: "a"), (name: "Accept", value: "b"),
        ])
        let body = MessageBody(Array(#"{"a":{"b":[1,2,{"c":"x"}]},"qty":4}"#.utf8))
        let url = RequestURL(scheme: "https", host: "contoso.net", path: "/orders/v1", queryString: "?q=a%20b&q=c")
        let context = GatewayContext(request: GatewayRequest(url: url, headers: headers, body: body))
        let token = MessageBody(Array(#"{"access_token":"tok"}"#.utf8))
        context.variables["bearerToken"] = Value.object(GatewayResponse(body: token))
        context.variables["num"] = Value.int32(42)
        context.variables["str"] = Value.string("hello")
        context.variables["nothing"] = Value.null
        return context
    }

    static let values: [(code: String, type: String, text: String)] = [
        ("1 + 2 * 3", "int", "7"),
        ("7 / 2 + 7 % 4", "int", "6"),
        ("1L << 40", "long", "1099511627776"),
        ("-2147483648", "int", "-2147483648"),
        ("unchecked((byte)300)", "byte", "44"),
        ("\"a\" + 1 + 'c' + true + null", "string", "a1cTrue"),
        ("true ? \"y\" : \"n\"", "string", "y"),
        ("$\"a{context.Request.Method}b{1 + 2,3}|{{}}\"", "string", "aGETb  3|{}"),
        ("context.Request.Headers.GetValueOrDefault(\"x-env\", \"\") == \"prod\" && context.Request.Method == \"GET\"", "bool", "True"),
        ("context.Request.Headers[\"Accept\"][1]", "string", "b"),
        ("context.Request.Headers.GetValueOrDefault(\"Accept\")", "string", "a,b"),
        ("context.Request.Url.Query.GetValueOrDefault(\"q\", \"\")", "string", "a b,c"),
        ("context.Request.Url.Path.Substring(1).ToUpper()", "string", "ORDERS/V1"),
        (
            "\"Bearer \" + (String)((IResponse)context.Variables[\"bearerToken\"]).Body.As<JObject>()[\"access_token\"]", "string",
            "Bearer tok"
        ),
        ("\"Bearer \" + (string)context.Request.Body.As<JObject>()[\"missing\"]", "string", "Bearer "),
        ("context.Request.Body.As<JObject>(preserveContent: true)[\"a\"][\"b\"][2][\"c\"].ToString()", "string", "x"),
        ("(int)context.Request.Body.As<JObject>()[\"qty\"] + 1", "int", "5"),
        ("context.Variables.GetValueOrDefault<int>(\"num\") * 2", "int", "84"),
        ("context.Variables.GetValueOrDefault(\"str\", \"x\")", "string", "hello"),
        ("context.Variables.GetValueOrDefault<string>(\"none\", \"x\")", "string", "x"),
        ("context.Variables.ContainsKey(\"nothing\") && context.Variables[\"nothing\"] == null", "bool", "True"),
        ("context.User?.Id ?? \"nobody\"", "string", "nobody"),
        ("context.Response?.StatusCode ?? 7", "int", "7"),
        ("new JObject(new JProperty(\"a\", 1), new JProperty(\"b\", \"x\"))", "JObject", #"{"a":1,"b":"x"}"#),
        ("new JArray(1, \"x\", true)", "JArray", #"[1,"x",true]"#),
        ("context.Variables[\"str\"] is string", "bool", "True"),
        ("(context.Variables[\"str\"] as string).Length", "int", "5"),
        ("nameof(context.Request)", "string", "Request"),
        ("System.String.Join(\"-\", \"a\", \"b\")", "string", "a-b"),
    ]

    @Test(arguments: values.indices) func singleExpressionGivesItsValue(_ row: Int) throws {
        let (code, type, text) = Self.values[row]
        let compilation = ExpressionCompiler().compile(code, kind: .single)
        let expression = try #require(compilation.expression, "\(code): \(compilation.diagnostics)")
        let value = CanonicalValue(try expression.evaluate(in: Self.context()))
        #expect(value.type == type && value.text == text, "\(code) gave \(value)")
    }

    static let blocks: [(code: String, text: String)] = [
        ("var x = 1; if (context.Request.Method == \"GET\") { x = x + 5; } return x;", "6"),
        ("int s = 0; for (int i = 0; i < 1000; i++) { s += i; } return s;", "499500"),
        ("var n = 0; while (true) { n++; if (n > 4) break; } return n;", "5"),
        ("foreach (var h in context.Request.Headers) { if (h.Key == \"Accept\") return h.Value.Length; } return 0;", "2"),
        ("try { throw new Exception(\"boom\"); } catch (Exception e) { return e.Message; }", "boom"),
        ("try { return int.Parse(\"x\"); } catch (FormatException) { return -1; } finally { }", "-1"),
        ("var o = new JObject(); o[\"x\"] = \"y\"; o[\"n\"] = (int)o.Count + 1; return o.ToString(Formatting.None);", #"{"x":"y","n":2}"#),
        ("string t; if (1 > 0) { t = \"a\"; } else { t = \"b\"; } return t;", "a"),
        ("var f = context.Request.Body.AsFormUrlEncodedContent(); return f.Count;", "1"),
    ]

    @Test(arguments: blocks.indices) func blockGivesItsValue(_ row: Int) throws {
        let (code, text) = Self.blocks[row]
        let compilation = ExpressionCompiler().compile(code, kind: .block)
        let expression = try #require(compilation.expression, "\(code): \(compilation.diagnostics)")
        #expect(CanonicalValue(try expression.evaluate(in: Self.context())).text == text)
    }

    static let failures: [(code: String, exception: String, message: String)] = [
        (
            "context.Variables[\"missing\"]", "System.Collections.Generic.KeyNotFoundException",
            "The given key 'missing' was not present in the dictionary."
        ),
        (
            "(int)context.Variables[\"str\"]", "System.InvalidCastException",
            "Unable to cast object of type 'System.String' to type 'System.Int32'."
        ),
        (
            "((IResponse)context.Variables[\"nothing\"]).Body", "System.NullReferenceException",
            "Object reference not set to an instance of an object."
        ),
        ("context.Response.StatusCode", "System.NullReferenceException", "Object reference not set to an instance of an object."),
        ("int.Parse(\"x\")", "System.FormatException", "Input string was not in a correct format."),
        ("1 / (context.Variables.Count - 4)", "System.DivideByZeroException", "Attempted to divide by zero."),
        ("new string[] { \"a\" }[1]", "System.IndexOutOfRangeException", "Index was outside the bounds of the array."),
    ]

    @Test(arguments: failures.indices) func exceptionHasNetTypeMessageAndPlace(_ row: Int) throws {
        let (code, exception, message) = Self.failures[row]
        let expression = try #require(ExpressionCompiler().compile(code, kind: .single).expression)
        let context = Self.context()
        let error = #expect(throws: EvaluationError.self) { try expression.evaluate(in: context) }
        #expect(error?.exceptionType == exception)
        #expect(error?.message == message)
        #expect(error?.range != nil)
    }

    static let refusals: [(code: String, error: String, at: Int)] = [
        ("foo + 1", "CS0103", 0), ("context.Nope", "CS1061", 8), ("string.Nope(1)", "CS0117", 7), ("2147483647 + 1", "CS0220", 0),
        ("(byte)300", "CS0221", 0), ("1 + true", "CS0019", 0), ("(int)\"x\"", "CS0030", 0), ("\"a\".Substring(true)", "CS1503", 0),
        ("\"a\".Substring(1, 2, 3)", "CS1501", 0), ("new Nope()", "CS0246", 4), ("1 / 0", "CS0020", 0),
        ("context.Request.Method()", "CS1955", 0),
        ("1 ? 2 : 3", "CS0029", 0), ("x => 1", "CS1660", 0),
    ]

    @Test(arguments: refusals.indices) func refusalHasCSharpsCodeAndPlace(_ row: Int) {
        let (code, error, place) = Self.refusals[row]
        let compilation = ExpressionCompiler().compile(code, kind: .single)
        #expect(compilation.expression == nil)
        #expect(compilation.diagnostics.map(\.code.rawValue) == [error], "\(code)")
        #expect(compilation.diagnostics.first?.range.lowerBound == place, "\(code)")
    }

    @Test(arguments: [
        ("int x; return x;", "CS0165"), ("if (context.Tracing) { return 1; }", "CS0161"), ("var x = null; return x;", "CS0815"),
        ("var x = 1; var x = 2; return x;", "CS0128"), ("string s = 1; return s;", "CS0029"), ("int i = 1L; return i;", "CS0266"),
        ("1 + 1; return 2;", "CS0201"), ("break; return 1;", "CS0139"),
    ])
    func blockIsRefusedWithCSharpsCode(_ code: String, _ error: String) {
        #expect(ExpressionCompiler().compile(code, kind: .block).diagnostics.map(\.code.rawValue) == [error])
    }

    @Test func typeThatAPIManagementDoesNotAllowIsAWarningOrAnError() {
        let code = "try { return 1; } catch (FormatException) { return 2; }"
        let lenient = ExpressionCompiler().compile(code, kind: .block)
        #expect(lenient.expression != nil)
        #expect(lenient.diagnostics.map(\.severity) == [.warning])
        let strict = ExpressionCompiler(strictTypes: true).compile(code, kind: .block)
        #expect(strict.expression == nil)
        #expect(strict.diagnostics.map(\.code.rawValue) == ["type-not-allowed"])
    }

    @Test(arguments: [
        ("DateTime.ParseExact(\"2024\", \"yyyy\", null)", false), ("DateTime.UnixEpoch", false), ("DateTime.UtcNow.Kind", false),
        ("DateTimeKind.Local", false), ("DateTime.Parse(\"2024-01-01\")", true), ("DateTimeKind.Utc", true),
        ("new DateTime(2024, 1, 1).AddDays(1).ToString(\"d\")", true), ("new DateTime(2024, 1, 1) - DateTime.MinValue", true),
        ("new DateTime(2024, 1, 1).Equals(DateTime.MinValue)", true), ("new DateTimeOffset().ToUnixTimeSeconds()", true),
    ])
    func memberThatAPIManagementDoesNotAllowIsAnError(_ code: String, isAllowed: Bool) {
        let codes = ExpressionCompiler(strictTypes: true).compile(code, kind: .single).diagnostics.map(\.code.rawValue)
        #expect(codes == (isAllowed ? [] : ["type-not-allowed"]))
    }

    @Test func bodiesThatAreReadAreKnown() {
        let bodies = { (code: String) in ExpressionCompiler().compile(code, kind: .single).expression?.bodiesRead }
        #expect(bodies("context.Request.Body.As<string>()") == [.request])
        #expect(bodies("context.Response.Body.As<string>() + context.Request.Body.As<string>()") == [.request, .response])
        #expect(bodies("context.Request.Method") == [])
    }

    @Test func secondReadOfABodyThrows() throws {
        let context = Self.context()
        let expression = try #require(ExpressionCompiler().compile("context.Request.Body.As<string>()", kind: .single).expression)
        _ = try expression.evaluate(in: context)
        #expect(throws: EvaluationError.self) { try expression.evaluate(in: context) }
        #expect(context.request.body?.forwardedBytes == [])
    }

    @Test func limitsEndWhatWouldNotEnd() throws {
        let endless = try #require(ExpressionCompiler().compile("while (true) { }", kind: .block).expression)
        let steps = #expect(throws: EvaluationError.self) { try endless.evaluate(in: Self.context()) }
        #expect(steps?.limit == .steps)
        let growing = try #require(ExpressionCompiler().compile("var s = \"xx\"; while (true) { s = s + s; }", kind: .block).expression)
        let bytes = #expect(throws: EvaluationError.self) { try growing.evaluate(in: Self.context()) }
        #expect(bytes?.limit == .allocation)
    }
}
