import PolicyDiagnostics
import Testing

@testable import PolicyExpressions

/// What statements are read as.
struct SyntaxStatementTests {
    typealias Case = SyntaxExpressionTests.Case

    static let declarations = [
        Case("int a;", "(int a)"), Case("var a = 1, b;", "(var a=1 b)"), Case("const int a = 1;", "(const int a=1)"),
        Case("ref var a = ref b;", "(ref var a=(ref b))"), Case("int[] a = { 1, 2 };", "(int[] a={1 2})"),
        Case("int[,] a = {{1}};", "(int[,] a={{1}})"), Case("A.B<C> d = e;", "(A.B<C> d=e)"), Case("A? b = c;", "(A? b=c)"),
        Case("a ? b : c;", "(?: a b c)"), Case("int? a;", "(int? a)"), Case("(int, string b) t = x;", "((int,string b) t=x)"),
        Case("var (a, b) = t;", "(= (declare var (a b)) t)"), Case("(var a, int b) = t;", "(= (tuple (declare var a) (declare int b)) t)"),
        Case("(a, b) = (b, a);", "(= (tuple a b) (tuple b a))"), Case("global::A b;", "(global::A b)"), Case("a < b > c;", "(a<b> c)"),
        Case("var var = 1;", "(var var=1)"), Case("dynamic a;", "(dynamic a)"), Case("from a;", "(from a)"),
        Case("from x in a select x;", "(query (from x a) (select x))"), Case("A[] b;", "(A[] b)"), Case("a[0] = b;", "(= (index a 0) b)"),
        Case("a.b = c;", "(= (. a b) c)"),
        Case("int F(int a, params int[] b) { return 1; }", "(function int F (int a params int[] b) {(return 1)})"),
        Case("T F<T, U>(T a = default) => a;", "(function T F <T,U> (T a=default) a)"), Case("void F() { }", "(function void F () {})"),
        Case("A? F() => null;", "(function A? F () null)"),
        Case("await = 1;", "(= await 1)"), Case("int.Parse(s);", "(call (. int Parse) s)"),
        Case("List<int> a = new List<int>();", "(List<int> a=(new List<int> ()))"), Case("async a = 1;", "(async a=1)"),
        Case("yield a;", "(yield a)"),
    ]

    static let flow = [
        Case("if (a) b(); else if (c) d(); else { }", "(if a (call b) (if c (call d) {}))"),
        Case("if (a) if (b) c(); else d();", "(if a (if b (call c) (call d)))"),
        Case("for (int i = 0, j; i < 1; i++, j--) ;", "(for (int i=0 j) (< i 1) ((post++ i) (post-- j)) ;)"),
        Case("for (;;) { }", "(for ()  () {})"), Case("for (a = 1, b = 2; ; ) ;", "(for ((= a 1) (= b 2))  () ;)"),
        Case("foreach (var x in y) z();", "(foreach var x y (call z))"),
        Case("foreach (var (a, b) in y) ;", "(foreach (declare var (a b)) y ;)"),
        Case("foreach ((int a, var b) in y) ;", "(foreach (tuple (declare int a) (declare var b)) y ;)"),
        Case("foreach (A.B<C>[] _ in y) { }", "(foreach A.B<C>[] _ y {})"), Case("while (a) { break; }", "(while a {break})"),
        Case("do { continue; } while (a);", "(do {continue} a)"),
        Case("return;", "(return)"), Case("return a;", "(return a)"), Case("throw;", "(throw)"),
        Case("throw new E();", "(throw (new E ()))"), Case("try { } catch { }", "(try {} (catch {}))"),
        Case(
            "try { } catch (A) { } catch (B.C e) when (e.D) { throw; } finally { }",
            "(try {} (catch A {}) (catch B.C e when (. e D) {(throw)}) (finally {}))"),
        Case("using (var a = b) c();", "(using (var a=b) (call c))"), Case("using (a) { }", "(using a {})"),
        Case("checked { a++; }", "(checked {(post++ a)})"), Case("checked(a).b();", "(call (. (checked a) b))"),
        Case("lock (a) { }", "(lock a {})"), Case("l: a(); goto l;", "(label l (call a)) (goto l)"), Case(";{ ; }", "; {;}"),
        Case("switch (a) { case 1: case 2: b(); break; default: break; }", "(switch a (case 1: case 2: (call b) break) (default: break))"),
        Case(
            "switch (a) { case int i when i > 0: goto case 1; case 1: goto default; default: return; }",
            "(switch a (case (int i) when (> i 0): (goto-case 1)) (case 1: (goto-default)) (default: (return)))"),
        Case(
            "switch (a) { case A.B: case A<B> c: case var d: case null: case \"x\": case (int)1: case X when y: break; }",
            "(switch a (case (. A B): case (A<B> c): case (var d): case null: case \"x\": case (cast int 1): case X when y: break))"),
        Case("switch (a) { }", "(switch a)"),
        Case("switch (a) { case -1: default(int).b(); break; }", "(switch a (case (- 1): (call (. (default int) b)) break))"),
        Case("a();\n#region x\nb();\n#endregion\n", "(call a) (call b)"),
    ]

    @Test(arguments: [declarations, flow].flatMap(\.self)) func isReadAs(_ test: Case) {
        let (statements, diagnostics) = Parser.parseBlock(Array(test.source.utf8))
        #expect(SyntaxDump.dump(statements) == test.tree)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
    }
}
