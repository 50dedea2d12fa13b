import Testing

/// Variables, constants, and what may stand as a statement.
@Suite struct DeclarationTests {
    static let rows: [StatementRow] = [
        StatementRow("var x = x + 1; return x;", "CS0841"),
        StatementRow("return x; int x = 1;", "CS0841"),
        StatementRow("int x = 1; { int x = 2; } return x;", "CS0136"),
        StatementRow("{ int x = 2; } int x = 1; return x;", "CS0136"),
        StatementRow("int x = 1; Func<int,int> f = x => x; return f(1);", "CS0136"),
        StatementRow("{ int x = 1; } { int x = 2; return x; }", "2"),
        StatementRow("const int K = 1; K = 2; return K;", "CS0131"),
        StatementRow("int a = 1; const int K = a; return K;", "CS0133"),
        StatementRow("const int K; return 1;", "CS0145"),
        StatementRow("const var K = 1; return K;", "CS0822"),
        StatementRow("const int K = 5; const int L = K + 1; return L;", "6"),
        StatementRow("if (true) int x = 1; return 1;", "CS1023"),
        StatementRow("5; return 1;", "CS0201"),
        StatementRow("return;", "CS0126"),
        StatementRow("int F() { return; } return F();", "CS0126"),
        StatementRow("void F() { return 1; } F(); return 1;", "CS0127"),
        StatementRow(#"void F() { return; } F(); return "ok";"#, "ok"),
        StatementRow("lock (5) { return 1; }", "CS0185"),
        StatementRow("object o = null; lock (o) { return 1; }", "System.ArgumentNullException"),
        StatementRow(#"using (var x = "a") { return 1; }"#, "CS1674"),
        StatementRow("checked { int a = int.MaxValue; a++; return a; }", "System.OverflowException"),
        StatementRow("unchecked { int a = int.MaxValue; a++; return a; }", "-2147483648"),
        StatementRow(#"object o = "ab"; var n = (o as string)?.Length ?? 0; return n;"#, "2"),
        StatementRow("byte b = 256; return b;", "CS0031"),
        StatementRow("void F(out int x) { x = 7; } int y; F(out y); return y;", "7"),
        StatementRow("void F(out int x) { x = 7; } F(out var y); return y;", "7"),
        StatementRow("void F(ref int x) { x++; } int y = 7; F(ref y); return y;", "8"),
        StatementRow("bool T(out int x) { x = 1; return true; } if (!T(out var z)) { } return z;", "1"),
        StatementRow("var (a, b) = (1, 2); return a + b;", "3"),
        StatementRow("const bool B = false; int x; if (B) return x; return 1;", "1"),
        StatementRow("if (1) return 1; return 2;", "CS0029"),
        StatementRow("int F(int n) => n <= 1 ? 1 : n * F(n - 1); return F(3);", "6"),
        StatementRow("int F() => 1; int F() => 2; return F();", "CS0128"),
    ]

    @Test(arguments: rows) func statementsGiveTheirAnswer(_ row: StatementRow) { #expect(row.given == row.expected, "\(row.code)") }
}
