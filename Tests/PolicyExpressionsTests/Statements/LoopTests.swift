import Testing

/// Loops, and what they walk through.
@Suite struct LoopTests {
    static let rows: [StatementRow] = [
        StatementRow("for (;;) { return 1; }", "1"),
        StatementRow("foreach (var x in new[]{1}) { x++; } return 1;", "CS1656"),
        StatementRow("foreach (var x in 5) { } return 1;", "CS1579"),
        StatementRow("foreach (string s in new[]{1}) { } return 1;", "CS0030"),
        StatementRow("foreach (string s in new object[]{1}) { } return 1;", "System.InvalidCastException"),
        StatementRow(#"string r = ""; foreach (string s in new object[]{"a","b"}) r += s; return r;"#, "ab"),
        StatementRow("long t = 0; foreach (long s in new[]{1,2,3}) t += s; return t;", "6"),
        StatementRow("int[] a = null; foreach (var x in a) { } return 1;", "System.NullReferenceException"),
        StatementRow("int a = 1; foreach (var (x, y) in new[]{(1,2),(8,9)}) a += x + y; return a;", "21"),
        StatementRow("int s = 0; for (int i = 0, j = 10; i < j; i++, j--) s += 2; return s;", "10"),
        StatementRow("for (var i = 0, j = 10; i < j; i++, j--) { } return 1;", "CS0819"),
        StatementRow(
            #"string r = ""; int i = 0; do { i++; if (i % 2 == 1) continue; r += (char)('a' + i - 1); } while (i < 4); return r;"#,
            "bd"),
        StatementRow("foreach (var x in new[]{1}) { } return x;", "CS0103"),
        StatementRow("int i = 0; while (i < 5) { i++; if (i == 1) continue; return 1; } return 0;", "1"),
        StatementRow("foreach (var x in new[]{1}) { int x = 2; } return 1;", "CS0136"),
        StatementRow("void F(ref int x) { x = 7; } foreach (var y in new[]{1}) F(ref y); return 1;", "CS1657"),
        StatementRow("var a = new int[2,2]; a[0,1] = 6; int t = 0; foreach (var v in a) t += v; return t;", "6"),
        StatementRow(
            #"var r = new List<int>(); foreach (var x in new[]{1,2,3}) { if (x == 2) continue; r.Add(x); } return string.Join(",", r);"#,
            "1,3"),
        StatementRow("Func<int, int> f = x => { while (true) { if (x > 3) return 0; x++; } }; return f(1);", "0"),
        StatementRow(#"while ("a") { } return 2;"#, "CS0029"),
        StatementRow("for (int i = 0; i; i++) { } return 2;", "CS0029"),
    ]

    @Test(arguments: rows) func statementsGiveTheirAnswer(_ row: StatementRow) { #expect(row.given == row.expected, "\(row.code)") }
}
