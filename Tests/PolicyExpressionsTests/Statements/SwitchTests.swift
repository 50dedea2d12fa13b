import Testing

/// `switch` with constants, types, guards and `goto case`.
@Suite struct SwitchTests {
    static let rows: [StatementRow] = [
        StatementRow("int q = 1; switch (q) { case 1: return 1; default: return 2; }", "1"),
        StatementRow("int q = 1; switch (q) { case int z: return 1; }", "1"),
        StatementRow("object q = 1; switch (q) { case var z: return 1; }", "1"),
        StatementRow("int q = 1; switch (q) { case 1: q = 2; case 2: return 1; } return 2;", "CS0163"),
        StatementRow("int q = 1; switch (q) { case 1: q = 2; } return 2;", "CS8070"),
        StatementRow("int q = 1; switch (q) { case 1: case 2: q = 3; break; } return q;", "3"),
        StatementRow("int x; int q = 1; switch (q) { case 1: x = 2; break; default: x = 3; break; } return x;", "2"),
        StatementRow("int q = 3; switch (q) { case 1: int x = 2; break; case 3: x = 5; return x; } return 3;", "5"),
        StatementRow("int q = 3; switch (q) { case 1: int x = 2; break; case 3: int x = 5; return x; } return 3;", "CS0128"),
        StatementRow("int q = 3; switch (q) { case 1: return 1; case 1: return 2; } return 3;", "CS0152"),
        StatementRow(#"string q = "a"; switch (q) { case "a": return 1; case "a": return 2; } return 3;"#, "CS0152"),
        StatementRow("int q = 3; switch (q) { default: return 1; default: return 2; }", "CS0152"),
        StatementRow("object q = 3; switch (q) { case int i: return 1; case 5: return 2; } return 3;", "CS8120"),
        StatementRow("object q = 3; switch (q) { case object i: return 1; case string s: return 2; } return 3;", "CS8120"),
        StatementRow("object q = 3; switch (q) { case var i: return 1; case null: return 2; }", "CS8120"),
        StatementRow("object q = 3; switch (q) { case int i when i > 5: return 1; case int j: return 2; } return 3;", "2"),
        StatementRow("int q = 1; switch (q) { case q: return 1; } return 2;", "CS0150"),
        StatementRow(#"int n = 0; foreach (var c in "abc") { switch (c) { case 'b': continue; } n += 6; } return n;"#, "12"),
        StatementRow(
            #"""
            int q = 42; switch (q) { case 1: return "1"; case 2: return "2"; case 3: return "3"; case 4: return "4";
            case 5: return "5"; case 6: return "6"; case 7: return "7"; case 8: return "8"; default: return "d"; }
            """#,
            "d"),
        StatementRow(
            #"""
            int q = 5; switch (q) { case 1: return "1"; case 2: return "2"; case 3: return "3"; case 4: return "4";
            case 5: return "5"; case 6: return "6"; case 7: return "7"; case 8: return "8"; default: return "d"; }
            """#,
            "5"),
        StatementRow(
            #"""
            string q = "g"; switch (q) { case "a": return "1"; case "b": return "2"; case "c": return "3";
            case "d": return "4"; case "e": return "5"; case "f": return "6"; case "g": return q + "7";
            case null: return "8"; default: return "d"; }
            """#,
            "g7"),
        StatementRow(#"string q = null; switch (q) { case "a": return "1"; case null: return "null"; default: return "d"; }"#, "null"),
        StatementRow(#"int? q = null; switch (q) { case 1: return "1"; default: return "1d"; }"#, "1d"),
        StatementRow(#"int? q = null; switch (q) { case 1: return "1"; case null: return "n"; default: return "1d"; }"#, "n"),
        StatementRow("switch (null) { default: return 1; }", "CS8119"),
        StatementRow("int q = 1; switch (q) { case null: return 1; } return 2;", "CS0037"),
        StatementRow(#"int q = 1; switch (q) { case "a": return 1; } return 2;"#, "CS0029"),
        StatementRow("int q = 1; switch (q) { case 1L: return 1; } return 2;", "CS0266"),
        StatementRow("int q = 1; switch (q) { case string s: return 1; } return 2;", "CS8121"),
        StatementRow("int q = 1; switch (q) { case 1: goto case 2; } return 2;", "CS0159"),
        StatementRow("int q = 1; switch (q) { case 1: goto default; } return 2;", "CS0159"),
        StatementRow("int q = 1; switch (q) { case 1: goto case 2; case 2: goto default; default: return 3; }", "3"),
        StatementRow("int q = 1; switch (q) { case 1L: return 1; } return 2;", "CS0266"),
        StatementRow("object o = 'a'; switch (o) { case char c: return c; default: return 'z'; }", "a"),
        StatementRow(
            #"""
            object o = 5; switch (o) { case null: return "n"; case string s: return "s" + s; case int i: return "int" + i;
            default: return "d"; }
            """#,
            "int5"),
        StatementRow(#"object o = null; switch (o) { case string s: return "s" + s; case null: return "n"; default: return "d"; }"#, "n"),
        StatementRow(#"string o = null; switch (o) { case string s: return "s" + s; default: return "d"; }"#, "d"),
        StatementRow(
            #"""
            string o = null; switch (o) { case string s: return "s" + s; case var v when v == null: return "v";
            default: return "d"; }
            """#,
            "v"),
        StatementRow(#"object o = 5; switch (o) { case 5L: return "long"; case 5: return "five"; default: return "d"; }"#, "five"),
        StatementRow(#"bool b = true; switch (b) { case true: return "t"; default: return "f"; }"#, "t"),
        StatementRow(#"char c = 'x'; switch (c) { case 'x': return "x"; default: return "f"; }"#, "x"),
        StatementRow(#"long c = 7; switch (c) { case 7: return "l"; default: return "f"; }"#, "l"),
        StatementRow(#"decimal c = 7; switch (c) { case 7m: return "m"; default: return "f"; }"#, "m"),
        StatementRow(#"double c = 7; switch (c) { case 7: return "m"; default: return "f"; }"#, "m"),
        StatementRow("int n = 0; switch (n) { } return 2;", "2"),
        StatementRow("switch (3) { case 3: return 3; default: return 4; }", "3"),
        StatementRow("switch (3) { case 3: return 3; }", "3"),
        StatementRow("object o = 1; switch (o) { case int i: break; case string s: return i; } return 0;", "CS0103"),
        StatementRow("object o = 1; switch (o) { case int i when i == 1: case string _: return 3; } return 0;", "3"),
        StatementRow(#"object o = 1; switch (o) { case int _: return "ok"; default: return "no"; }"#, "ok"),
        StatementRow(
            #"""
            int q = 2; int r = 0; switch (q) { case 1: r += 1; goto default; case 2: r += 3; goto case 1; default: r += 4;
            break; } return r;
            """#,
            "8"),
        StatementRow("int i = 0; while (true) { switch (i) { case 4: goto done; default: i++; break; } } done: return i;", "4"),
        StatementRow(
            "int t = 0; for (int i = 0; i < 5; i++) { switch (i) { case 2: continue; default: t += i; break; } } return t + 2;",
            "10"),
        StatementRow(
            #"""
            string r = ""; int i = 0; l: switch (i) { case 0: r += "a"; i++; goto l; case 1: r += "b"; i++; goto l;
            default: r += "c"; break; } return r;
            """#,
            "abc"),
    ]

    @Test(arguments: rows) func statementsGiveTheirAnswer(_ row: StatementRow) { #expect(row.given == row.expected, "\(row.code)") }
}
