import Testing

/// Exceptions, filters, and what control may not leave.
@Suite struct ExceptionHandlingTests {
    static let rows: [StatementRow] = [
        StatementRow("int x; try { x = 1; } finally { } return x;", "1"),
        StatementRow("int x; try { x = 1; } catch { x = 2; } return x == 1 ? 2 : 3;", "2"),
        StatementRow("int x; try { } finally { x = 9; } return x;", "9"),
        StatementRow("int x; try { x = 1; } catch (Exception) { return 0; } return x;", "1"),
        StatementRow("int x; try { x = 1; } catch (Exception) { throw; } return x;", "1"),
        StatementRow("int x; while (true) { try { break; } finally { x = 4; } } return x;", "4"),
        StatementRow("try { return 1; } catch { throw; }", "1"),
        StatementRow("while (true) { try { } finally { break; } } return 1;", "CS0157"),
        StatementRow("try { } finally { return 1; }", "CS0157"),
        StatementRow("int n = 0; try { } finally { while (true) { n++; if (n == 3) break; } } return n;", "3"),
        StatementRow("throw;", "CS0156"),
        StatementRow("try { } catch { try { } finally { throw; } } return 1;", "CS0724"),
        StatementRow(#"throw "x";"#, "CS0155"),
        StatementRow("try { } catch (string s) { } return 1;", "CS0155"),
        StatementRow("try { } catch (Exception e) { } catch (ArgumentException a) { } return 1;", "CS0160"),
        StatementRow("try { } catch { } catch (ArgumentException a) { } return 1;", "CS1017"),
        StatementRow("try { } catch (ArgumentException) { } catch (ArgumentNullException) { } return 1;", "CS0160"),
        StatementRow(
            #"""
            string log = ""; try { try { log += "a"; throw new Exception("x"); } finally { log += "f"; } }
            catch (Exception e) when ((log += "1") != null) { return log; }
            """#,
            "a1f"),
        StatementRow(
            #"""
            bool Throws() { throw new Exception(); } try { throw new ArgumentException("x"); }
            catch (Exception e) when (Throws()) { return true; } catch (ArgumentException) { return false; }
            """#,
            "False"),
        StatementRow(
            #"""
            try { throw new ArgumentException("x"); } catch (Exception e) { return true; }
            catch (ArgumentException) { return false; }
            """#,
            "CS0160"),
        StatementRow(
            #"try { try { throw new Exception("inner"); } catch (Exception) { throw; } } catch (Exception e) { return e.Message; }"#,
            "inner"),
        StatementRow(
            #"""
            try { try { throw new Exception("first"); } finally { throw new Exception("second"); } }
            catch (Exception e) { return e.Message; }
            """#,
            "second"),
        StatementRow("Exception e = null; throw e;", "System.NullReferenceException"),
        StatementRow("try { } catch (Exception e) { int e = 1; } return 1;", "CS0136"),
        StatementRow("try { } catch { } catch (ArgumentException a) { } return 1;", "CS1017"),
        StatementRow("foreach (var x in new[]{1}) { try { } finally { continue; } } return 1;", "CS0157"),
        StatementRow(#"string s = ""; foreach (var x in new[]{1,2}) { try { continue; } finally { s = "fin"; } } return s;"#, "fin"),
        StatementRow(
            #"""
            string s = ""; foreach (var x in new[]{1,2,3}) { try { if (x == 3) break; s += x; }
            finally { if (x == 3) s += "f"; } } return s;
            """#,
            "12f"),
        StatementRow(#"string s = "1"; int F() { try { return 1; } finally { s += "f"; } } F(); return s;"#, "1f"),
        StatementRow("int x = 1; int F() { try { return x; } finally { x = 5; } } return F();", "1"),
        StatementRow(
            #"""
            try { throw new ArgumentNullException("a"); } catch (FormatException) { return "a"; }
            catch (ArgumentException) { return "b"; } catch (Exception) { return "c"; }
            """#,
            "b"),
        StatementRow(
            #"try { int.Parse("x"); return ""; } catch (Exception e) when (e is FormatException f) { return "System.FormatException"; }"#,
            "System.FormatException"),
        StatementRow(
            #"""
            try { try { throw new Exception("outer"); } catch (FormatException) { return "inner"; } }
            catch (Exception e) { return e.Message; }
            """#,
            "outer"),
        StatementRow(
            #"""
            string log = ""; bool Note(string s) { log += s; return true; } try { try { throw new Exception(); }
            finally { Note("2"); } } catch when (Note("1")) { } return log;
            """#,
            "12"),
        StatementRow(
            #"""
            string log = ""; bool Note(string s, bool r) { log += s; return r; } try { try { throw new Exception(); }
            catch when (Note("1", false)) { } finally { Note("2", true); } } catch { log += "c"; } return log;
            """#,
            "12c"),
        StatementRow(
            #"""
            string log = ""; bool Note(string s, bool r) { log += s; return r; } try { try { try { throw new Exception(); }
            catch when (Note("1", false)) { } finally { Note("2", true); } } catch when (Note("3", false)) { } }
            catch { log += "c"; } return log;
            """#,
            "132c"),
        StatementRow(
            #"""
            string log = ""; bool Note(string s, bool r) { log += s; return r; } for (int i = 0; i < 1;
            i++) { try { try { try { throw new Exception(); } catch when (Note("1", false)) { } finally { Note("2", true);
            } } catch when (Note("3", true)) { log += "3"; } } catch { log += "c"; } } return log.Replace("1323", "1323");
            """#,
            "1323"),
        StatementRow(
            #"""
            string log = ""; bool F(Exception e, string m) => e.Message == m; try { try { throw new Exception("1"); }
            finally { throw new Exception("2"); } } catch (Exception e) when (F(e, "2")) { log = "x" + e.Message; }
            return log;
            """#,
            "x2"),
    ]

    @Test(arguments: rows) func statementsGiveTheirAnswer(_ row: StatementRow) { #expect(row.given == row.expected, "\(row.code)") }
}
