import Testing

/// `is` with constants, types and variables.
@Suite struct PatternTests {
    static let rows: [StatementRow] = [
        StatementRow("int x = 5; return x is string s;", "CS8121"),
        StatementRow(#"string x = ""; return x is int s;"#, "CS8121"),
        StatementRow("return null is string s;", "CS8117"),
        StatementRow("int q = 1; object o = 1; return o is q;", "CS0150"),
        StatementRow("const int K = 5; object o = 5; return o is K;", "True"),
        StatementRow("object o = null; return o is null;", "True"),
        StatementRow("object o = 5L; return o is 5;", "False"),
        StatementRow("long o = 5; return o is 5;", "True"),
        StatementRow("int o = 5; return o is 5L;", "CS0266"),
        StatementRow("int? o = 5; return o is 5;", "True"),
        StatementRow("int? o = null; return o is 5;", "False"),
        StatementRow("int? o = null; return o is null;", "True"),
        StatementRow("int o = 5; return o is null;", "CS0037"),
        StatementRow("int? o = 5; return o is int v ? v + 1 : 0;", "6"),
        StatementRow("int? o = null; return o is int v ? v + 1 : 0;", "0"),
        StatementRow("object o = null; return o is var v && v == null;", "True"),
        StatementRow(#"object o = "abc"; if (!(o is string s)) return ""; return s;"#, "abc"),
        StatementRow("object o = 1; if (o is int a && o is int a) return 1; return 2;", "CS0128"),
        StatementRow("object o = 1; while (o is int a) { break; } return a;", "CS0103"),
        StatementRow(
            #"object[] q = {1,2,null}; int i = 0; string r = ""; while (q[i] is int v) { r += (i > 0 ? "," : "") + v; i++; } return r;"#,
            "1,2"),
        StatementRow("object o = 5; return o is int i && i > 3;", "True"),
        StatementRow("object o = 5; return o is int i ? i + 3 : 0;", "8"),
        StatementRow("int o = 5; return o is 5L;", "CS0266"),
        StatementRow(
            #"""
            var fs = new List<Func<int>>(); object[] q = {1, 2}; foreach (var o in q) { if (o is int i) fs.Add(() => i); }
            return fs[1]();
            """#,
            "2"),
        StatementRow(
            "var fs = new List<Func<int>>(); int k = 0; while (k < 2 && k is int i) { fs.Add(() => i + 1); k++; } return fs[0]();",
            "1"),
        StatementRow("int? n = null; if (n is null) return 2; return 3;", "2"),
        StatementRow("JObject j = new JObject(); return j is JArray a;", "CS8121"),
        StatementRow(#"JToken j = new JArray(); return j is JObject o ? "o" : j is JArray a ? "a" : "n";"#, "a"),
        StatementRow("object o = null; return o is string;", "False"),
        StatementRow(#"object o = "a"; return o is object;"#, "True"),
        StatementRow("int i = 5; return i is IComparable;", "True"),
        StatementRow("IComparable c = 5; return c is int i ? i : 0;", "5"),
        StatementRow(#"object o = 1; return o is int i == 5 > "a";"#, "CS0019"),
        StatementRow("if (context is object o) { } object o = 1; return 1;", "CS0128"),
        StatementRow("while (context is object o) { int o = 1; } return 1;", "CS0136"),
        StatementRow("while (context is object o) { break; } object p = 1; { var o = p; return o; }", "1"),
        StatementRow(#"context.Variables["str"] is string s ? s : """#, "hello", isSingle: true),
        StatementRow(#"context.Request.Method is "GET""#, "True", isSingle: true),
        StatementRow("5 is int i ? i : 0", "5", isSingle: true),
    ]

    @Test(arguments: rows) func statementsGiveTheirAnswer(_ row: StatementRow) { #expect(row.given == row.expected, "\(row.code)") }
}
