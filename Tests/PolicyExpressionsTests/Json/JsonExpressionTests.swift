import PolicyExpressions
import Testing

/// Newtonsoft.Json as expressions use it; rows are code and what .NET gives.
@Suite struct JsonExpressionTests {
    private static func evaluate(_ code: String) throws -> CanonicalValue {
        let compilation = ExpressionCompiler().compile(code, kind: code.contains("return") ? .block : .single)
        let expression = try #require(compilation.expression, "\(code): \(compilation.diagnostics)")
        return CanonicalValue(try expression.evaluate(in: ExpressionCompilerTests.context()))
    }

    static let values: [(code: String, type: String, text: String?)] = [
        ("new JArray(new[]{1,2})", "JArray", "[1,2]"),
        ("new JArray(new JArray(1), 2)", "JArray", "[[1],2]"),
        ("new JProperty(\"a\", 1, 2)", "JProperty", #""a":[1,2]"#),
        ("new JConstructor(\"Date\", 1, \"x\")", "JConstructor", #"new Date(1,"x")"#),
        ("new JRaw(\"{x}\")", "JRaw", "{x}"),
        ("new JValue((string)null).Type", "JTokenType", "String"),
        ("new JValue(5).Value", "long", "5"),
        ("((JValue)new JArray(5)[0]).Value", "int", "5"),
        ("new JValue('c')", "JValue", #""c""#),
        ("new JValue(1.0).CompareTo(new JValue(2))", "int", "-1"),
        ("new JValue(5).Equals(new JValue(5))", "bool", "True"),
        ("JToken.Parse(\"5.7\").Value<int>()", "int", "6"),
        ("JObject.Parse(\"{a:1}\").Value<int?>(\"b\")", "null", nil),
        ("JToken.DeepEquals(JToken.Parse(\"{a:1,b:2}\"), JToken.Parse(\"{b:2,a:1}\"))", "bool", "True"),
        ("JObject.FromObject(new{a=1,b=new[]{1,2}})", "JObject", #"{"a":1,"b":[1,2]}"#),
        ("JsonConvert.SerializeObject(new{a=(string)null,b=(1,\"x\")})", "string", #"{"a":null,"b":{"Item1":1,"Item2":"x"}}"#),
        (
            "JsonConvert.SerializeObject(new{a=(string)null,b=1}, new JsonSerializerSettings{NullValueHandling=NullValueHandling.Ignore})",
            "string", #"{"b":1}"#
        ),
        (
            "JsonConvert.SerializeObject(\"<é>\", new JsonSerializerSettings{StringEscapeHandling=StringEscapeHandling.EscapeHtml})",
            "string", #""\u003cé\u003e""#
        ),
        ("JsonConvert.DeserializeObject(\"5\")", "long", "5"),
        ("JsonConvert.DeserializeObject<List<int>>(\"[1,'2',3]\")", "List<int>", "[1,2,3]"),
        (
            "JsonConvert.DeserializeObject<string[]>(\"[1.50,true,'2020-01-02T03:04:05Z']\")", "string[]",
            #"["1.50","true","2020-01-02T03:04:05Z"]"#
        ),
        ("JsonConvert.DeserializeObject<Dictionary<string,int>>(\"{a:'5'}\")", "Dictionary<string,int>", #"{"a":5}"#),
        ("JsonConvert.DeserializeObject<decimal>(\"1.10\")", "decimal", "1.1"),
        ("JsonConvert.DeserializeObject<JObject>(\"null\")", "null", nil),
        ("JsonConvert.DeserializeObject<JObject>(\"{a:[1,{b:2}]}\")[\"a\"][1][\"b\"].Path", "string", "a[1].b"),
        ("JToken.Parse(\"[1,2]\").ToObject<int[]>()", "int[]", "[1,2]"),
        ("JObject.Parse(\"{a:1}\").TryGetValue(\"A\", StringComparison.OrdinalIgnoreCase, out var v) ? (int)v : -1", "int", "1"),
        ("var o = JObject.Parse(\"{a:{b:1}}\"); return o[\"a\"][\"b\"].Parent.Parent.Parent.Path;", "string", "a"),
        ("var o = JObject.Parse(\"{a:1,b:2}\"); var r = \"\"; foreach (var p in o) r += p.Key + p.Value; return r;", "string", "a1b2"),
        (
            "var o = JObject.Parse(\"{a:1,c:3}\"); o.Property(\"a\").AddAfterSelf(new JProperty(\"b\", 2)); return o;", "JObject",
            #"{"a":1,"b":2,"c":3}"#
        ),
        (
            "var o = JObject.Parse(\"{a:[1,2],n:{x:1}}\"); o.Merge(JObject.Parse(\"{a:[2,3],n:{y:null}}\"), "
                + "new JsonMergeSettings{MergeArrayHandling=MergeArrayHandling.Union}); return o;", "JObject",
            #"{"a":[1,2,3],"n":{"x":1,"y":null}}"#
        ),
        (
            "var o = new JObject(); var c = new JObject(); o[\"x\"] = c; o[\"y\"] = c; c[\"k\"] = 5; return o;", "JObject",
            #"{"x":{"k":5},"y":{}}"#
        ),
        ("var a = JArray.Parse(\"[1,2]\"); a[0].Remove(); a.AddFirst(new[]{8,9}); return a;", "JArray", "[8,9,2]"),
    ]

    @Test(arguments: values.indices) func givesNetsAnswer(_ row: Int) throws {
        let (code, type, text) = Self.values[row]
        let value = try Self.evaluate(code)
        #expect(value.type == type && value.text == text, "\(code) gave \(value)")
    }

    static let failures: [(code: String, exception: String, message: String)] = [
        ("JToken.FromObject(null)", "System.ArgumentNullException", "Value cannot be null. (Parameter 'o')"),
        ("JObject.FromObject(5)", "System.ArgumentException", "Object serialized to Integer. JObject instance expected."),
        (
            "JToken.Parse(\"{}\").Value<int>()", "System.InvalidCastException",
            "Cannot cast Newtonsoft.Json.Linq.JObject to Newtonsoft.Json.Linq.JToken."
        ),
        (
            "JObject.Parse(\"{v:null}\").Value<int>(\"v\")", "System.InvalidCastException",
            "Null object cannot be converted to a value type."
        ),
        ("JObject.Parse(\"{v:5}\").Value<DateTime>(\"v\")", "System.InvalidCastException", "Invalid cast from 'Int64' to 'DateTime'."),
        (
            "JsonConvert.DeserializeObject<int>(\"'abc'\")", "Newtonsoft.Json.JsonReaderException",
            "Could not convert string to integer: abc. Path '', line 1, position 5."
        ),
        (
            "JsonConvert.DeserializeObject<int>(\"\")", "Newtonsoft.Json.JsonSerializationException",
            "No JSON content found and type 'System.Int32' is not nullable. Path '', line 0, position 0."
        ),
        (
            "JsonConvert.DeserializeObject<List<long>>(\"[1,'x']\")", "Newtonsoft.Json.JsonSerializationException",
            "Error converting value \"x\" to type 'System.Int64'. Path '[1]', line 1, position 6."
        ),
        (
            "var a = JArray.Parse(\"[1,2]\"); foreach (var x in a) a.Add(x); return a;", "System.InvalidOperationException",
            "Collection was modified; enumeration operation may not execute."
        ),
        (
            "var l = new List<object>(); l.Add(l); return JsonConvert.SerializeObject(l);", "Newtonsoft.Json.JsonSerializationException",
            "Self referencing loop detected with type 'System.Collections.Generic.List`1[System.Object]'. Path ''."
        ),
    ]

    @Test(arguments: failures.indices) func throwsAsNetDoes(_ row: Int) throws {
        let (code, exception, message) = Self.failures[row]
        let error = #expect(throws: EvaluationError.self) { try Self.evaluate(code) }
        #expect(error?.exceptionType == exception, "\(code)")
        #expect(error?.message == message, "\(code)")
    }
}
