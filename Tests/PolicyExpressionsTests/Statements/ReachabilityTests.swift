import Testing

/// Every way through a function returns a value (C# §13.2).
@Suite struct ReachabilityTests {
    static let rows: [StatementRow] = [
        StatementRow("while (true) { break; }", "CS0161"),
        StatementRow("if (context == null) { return 1; } else { }", "CS0161"),
        StatementRow("try { return 1; } catch { }", "CS0161"),
        StatementRow("for (int i = 0; i < 3; i++) { return i; }", "CS0161"),
        StatementRow("switch (1) { case 2: return 1; }", "CS0161"),
        StatementRow("int q = 1; switch (q) { case 1: return 1; }", "CS0161"),
        StatementRow("bool b = true; switch (b) { case true: return 1; case false: return 2; }", "CS0161"),
        StatementRow("object q = 1; switch (q) { case object z: return 1; }", "CS0161"),
        StatementRow("Func<int,int> f = x => { if (x > 0) return 1; }; return f(1);", "CS1643"),
        StatementRow("int F(int x) { if (x > 0) return 1; } return F(1);", "CS0161"),
        StatementRow("Func<int, int> f = x => { while (x > 0) { return 1; } }; return f(1);", "CS1643"),
        StatementRow("int F(int x) { switch (x) { case 1: return 1; } } return F(1);", "CS0161"),
        StatementRow("new Func<int, int>(x => { if (x > 1) return 1; })(1)", "CS1643", isSingle: true),
    ]

    @Test(arguments: rows) func statementsGiveTheirAnswer(_ row: StatementRow) { #expect(row.given == row.expected, "\(row.code)") }
}
