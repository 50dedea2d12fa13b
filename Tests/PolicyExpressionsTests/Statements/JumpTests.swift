import Testing

/// Labels, `goto`, `break` and `continue`.
@Suite struct JumpTests {
    static let rows: [StatementRow] = [
        StatementRow("int x = 1; again: x++; if (x < 4) goto again; return x;", "4"),
        StatementRow("goto x; { x: return 1; }", "CS0159"),
        StatementRow("a: ; a: return 1;", "CS0140"),
        StatementRow("a: { a: return 1; }", "CS0158"),
        StatementRow(
            "int n = 0; for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (j == 2) goto next; n++; } next: ; } return n;",
            "6"),
        StatementRow("{ goto done; } done: return 1;", "1"),
        StatementRow("try { } finally { goto x; } x: return 1;", "CS0157"),
        StatementRow("try { } finally { break; } return 1;", "CS0139"),
        StatementRow("goto case 1;", "CS0153"),
        StatementRow("int x; if (context == null) goto end; x = 1; return x; end: return 2;", "1"),
    ]

    @Test(arguments: rows) func statementsGiveTheirAnswer(_ row: StatementRow) { #expect(row.given == row.expected, "\(row.code)") }
}
