import PolicyDiagnostics
import Testing

@testable import PolicyExpressions

/// What expressions are read as.
struct SyntaxExpressionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let source: String
        let tree: String
        init(_ source: String, _ tree: String) { (self.source, self.tree) = (source, tree) }
        var testDescription: String { source }
    }

    static let operators = [
        Case("1 + 2 * 3", "(+ 1 (* 2 3))"), Case("1 - 2 - 3", "(- (- 1 2) 3)"), Case("a ?? b ?? c", "(?? a (?? b c))"),
        Case("a = b = c", "(= a (= b c))"), Case("a += b -= c", "(+= a (-= b c))"),
        Case("a || b && c | d ^ e & f", "(|| a (&& b (| c (^ d (& e f)))))"),
        Case("a == b < c << d + e", "(== a (< b (<< c (+ d e))))"), Case("a >> b > c", "(> (>> a b) c)"), Case("a > > b", "missing"),
        Case("a >>= b", "(>>= a b)"), Case("a <<= b << c", "(<<= a (<< b c))"), Case("a >= b", "(>= a b)"),
        Case("a ? b : c ? d : e", "(?: a b (?: c d e))"),
        Case("a ? b ? c : d : e", "(?: a (?: b c d) e)"), Case("a ?? b ? c : d", "(?: (?? a b) c d)"),
        Case("x = a ? b : c", "(= x (?: a b c))"),
        Case("a ? b : c = d", "(?: a b (= c d))"), Case("-a.b", "(- (. a b))"), Case("- -a", "(- (- a))"), Case("--a", "(-- a)"),
        Case("!a && b", "(&& (! a) b)"), Case("-a++", "(- (post++ a))"), Case("~a * b", "(* (~ a) b)"),
        Case("a++ + ++b", "(+ (post++ a) (++ b))"),
        Case("a % b / c", "(/ (% a b) c)"), Case("a != b == c", "(== (!= a b) c)"), Case("a is T == true", "(== (is a type:T) true)"),
        Case("a as T ?? b", "(?? (as a T) b)"), Case("a + b as T", "(as (+ a b) T)"),
        Case("a ?? throw new E()", "(?? a (throw (new E ())))"),
        Case("a ? throw b : c", "(?: a (throw b) c)"), Case("ref_ = 1", "(= ref_ 1)"),
        Case("a ^= b |= c &= d %= e", "(^= a (|= b (&= c (%= d e))))"),
    ]

    static let access = [
        Case("a.b.c", "(. (. a b) c)"), Case("a?.b.c", "(? a (. .b c))"), Case("a?.b?.c", "(? a (? .b .c))"),
        Case("a?[0].b", "(? a (. ([] 0) b))"),
        Case("a?.b(1)[2]", "(? a (index (call .b 1) 2))"), Case("(a?.b).c", "(. (paren (? a .b)) c)"), Case("a?.b ?? c", "(?? (? a .b) c)"),
        Case("a ? .5 : 1", "(?: a .5 1)"), Case("f(x: 1, ref y, out var z)", "(call f x:1 ref y out (declare var z))"),
        Case("f(out int i, out List<int> l, out x)", "(call f out (declare int i) out (declare List<int> l) out x)"),
        Case("f(out var _)", "(call f out (declare var _))"),
        Case("a[1, i: 2]", "(index a 1 i:2)"), Case("int.Parse(s)", "(call (. int Parse) s)"),
        Case("global::System.X", "(. global::System X)"),
        Case("\"a\".Length", "(. \"a\" Length)"), Case("1.ToString()", "(call (. 1 ToString))"),
        Case("1.5.ToString()", "(call (. 1.5 ToString))"),
        Case("this.a + base.b", "(+ (. this a) (. base b))"), Case("nameof(a.b)", "(call nameof (. a b))"), Case("a!= b", "(!= a b)"),
    ]

    static let casts = [
        Case("(int)x", "(cast int x)"), Case("(int)-x", "(cast int (- x))"), Case("(A)-x", "(- (paren A) x)"), Case("(A)x", "(cast A x)"),
        Case("(A)(x)", "(cast A (paren x))"),
        Case("(A)!x", "(cast A (! x))"), Case("(A)~x", "(cast A (~ x))"), Case("(A) + x", "(+ (paren A) x)"),
        Case("(A)[0]", "(index (paren A) 0)"), Case("(A).B", "(. (paren A) B)"),
        Case("(A.B<C>)x", "(cast A.B<C> x)"), Case("(A?)x", "(cast A? x)"), Case("(int?)-1", "(cast int? (- 1))"),
        Case("(A[])x", "(cast A[] x)"),
        Case("(global::A)-x", "(cast global::A (- x))"), Case("(global::A.B)-x", "(- (paren (. global::A B)) x)"),
        Case("(A)\"s\"", "(cast A \"s\")"), Case("(A)$\"s\"", "(cast A ($ \"s\"))"), Case("(A)new B()", "(cast A (new B ()))"),
        Case("(A)x.y", "(cast A (. x y))"), Case("(A)x + y", "(+ (cast A x) y)"), Case("(A)(B)x", "(cast A (cast B x))"),
        Case("((A)x).y", "(. (paren (cast A x)) y)"),
        Case("(A)default", "(cast A default)"), Case("(A)typeof(B)", "(cast A (typeof B))"), Case("(A) as B", "(as (paren A) B)"),
        Case("(A) is B", "(is (paren A) type:B)"),
        Case("(a) ? b : c", "(?: (paren a) b c)"), Case("(a?.b)", "(paren (? a .b))"), Case("(a ? b : c)", "(paren (?: a b c))"),
        Case("(int, string)x", "missing"),
        Case("((int, string))x", "(cast (int,string) x)"), Case("(Func<int>)(() => 1)", "(cast Func<int> (paren (lambda () 1)))"),
        Case("(A)'c'", "(cast A 'c')".replacing("'c'", with: "'99'")),
        Case("(byte)(x >> 8)", "(cast byte (paren (>> x 8)))"), Case("(A)a++", "(cast A (post++ a))"),
    ]

    static let generics = [
        Case("F<A>(x)", "(call F<A> x)"), Case("F(G<A, B>(7))", "(call F (call G<A,B> 7))"),
        Case("F(G<A, B>7)", "(call F (< G A) (> B 7))"), Case("F(G < A, B > y)", "(call F (< G A) (> B y))"),
        Case("a < b", "(< a b)"), Case("a < b > c", "(> (< a b) c)"), Case("a.F<int>", "(. a F<int>)"),
        Case("a.F<B<C>>()", "(call (. a F<B<C>>))"), Case("a.F<B<C<D>>>(x)", "(call (. a F<B<C<D>>>) x)"),
        Case("a < b || c > d", "(|| (< a b) (> c d))"), Case("a < b && c > (d)", "(&& (< a b) (> c (paren d)))"),
        Case("F<A>.B", "(. F<A> B)"), Case("F<A> == x", "(== F<A> x)"),
        Case("i < a.Length && j > 0", "(&& (< i (. a Length)) (> j 0))"), Case("F<int[]>(x)", "(call F<int[]> x)"),
        Case("F<(int, A)>(x)", "(call F<(int,A)> x)"), Case("F<int?>(x)", "(call F<int?> x)"),
        Case("typeof(List<>)", "(typeof List<>)"), Case("typeof(Dictionary<,>)", "(typeof Dictionary<,>)"),
        Case("typeof(A<int>.B<C>[])", "(typeof A<int>.B<C>[])"),
        Case("x.As<JObject>(preserveContent: true)[\"a\"]", "(index (call (. x As<JObject>) preserveContent:true) \"a\")"),
        Case("a ? F<A>(b) : c", "(?: a (call F<A> b) c)"), Case("default(List<int?>)", "(default List<int?>)"),
        Case("(A < B, C > D)", "(tuple (< A B) (> C D))"), Case("(A<B> x, C<D> y)", "(tuple (declare A<B> x) (declare C<D> y))"),
        Case("f(out A<B> x)", "(call f out (declare A<B> x))"),
    ]

    static let creations = [
        Case("new A()", "(new A ())"), Case("new A.B<C>(1) { X = 1, Y = { Z = 2 } }", "(new A.B<C> (1) {X=1 Y={Z=2}})"),
        Case("new List<int> { 1, 2 }", "(new List<int> {1 2})"),
        Case("new D { { \"a\", 1 }, { \"b\", 2 } }", "(new D {{\"a\" 1} {\"b\" 2}})"),
        Case("new D { [\"a\"] = 1, [\"b\", 2] = x }", "(new D {[\"a\"]=1 [\"b\" 2]=x})"), Case("new A { }", "(new A {})"),
        Case("new { a, b.c, d = 1 }", "(new a (. b c) d=1)"), Case("new int[3]", "(array int (3) [1])"),
        Case("new int[2, 3][,][]", "(array int (2 3) [2, 2, 1])"), Case("new[] { 1, 2, }", "(array 1 {1 2})"),
        Case("new[,] { { 1 }, { 2 } }", "(array 2 {{1} {2}})"),
        Case("new int[][] { new[] { 1 } }", "(array int () [1, 1] {(array 1 {1})})"),
        Case("new byte[] { 0x1F }", "(array byte () [1] {31#})"),
        Case("new A().B", "(. (new A ()) B)"), Case("new int?[1]", "(array int? (1) [1])"),
        Case("new A[n].Length", "(. (array A (n) [1]) Length)"), Case("new (int, string)[2]", "(array (int,string) (2) [1])"),
    ]

    static let functions = [
        Case("x => x + 1", "(lambda (x) (+ x 1))"), Case("(x, y) => x", "(lambda (x y) x)"), Case("() => 1", "(lambda () 1)"),
        Case("(int x, ref A<B> y) => x", "(lambda (int x ref A<B> y) x)"),
        Case("x => y => x", "(lambda (x) (lambda (y) x))"), Case("x => { return x; }", "(lambda (x) {(return x)})"),
        Case("delegate { return 1; }", "(delegate any {(return 1)})"),
        Case("delegate(int x) { }", "(delegate (int x) {})"), Case("f(x => x, 1)", "(call f (lambda (x) x) 1)"),
        Case("a = x => x ? 1 : 2", "(= a (lambda (x) (?: x 1 2)))"), Case("async", "async"), Case("async(x)", "(call async x)"),
        Case("_ => 0", "(lambda (_) 0)"), Case("(a.b)", "(paren (. a b))"), Case("(x) => x", "(lambda (x) x)"),
        Case("(int[] a, (int, A) t) => a", "(lambda (int[] a (int,A) t) a)"),
    ]

    static let tuples = [
        Case("(1, 2)", "(tuple 1 2)"), Case("(a: 1, b)", "(tuple a:1 b)"), Case("(a, b) = (b, a)", "(= (tuple a b) (tuple b a))"),
        Case("(int a, var b) = t", "(= (tuple (declare int a) (declare var b)) t)"),
        Case("var (a, (b, _)) = t", "(= (declare var (a (b _))) t)"), Case("var(a, b)", "(call var a b)"),
        Case("(a, var (b, c)) = t", "(= (tuple a (declare var (b c))) t)"), Case("((1, 2), 3).Item1", "(. (tuple (tuple 1 2) 3) Item1)"),
    ]

    static let patterns = [
        Case("x is A", "(is x type:A)"), Case("x is A.B<C> y", "(is x (A.B<C> y))"),
        Case("x is int i && i > 0", "(&& (is x (int i)) (> i 0))"), Case("x is var y", "(is x (var y))"), Case("x is null", "(is x null)"),
        Case("x is 5", "(is x 5)"), Case("x is -1", "(is x (- 1))"), Case("x is int.MaxValue", "(is x (. int MaxValue))"),
        Case("x is \"a\"", "(is x \"a\")"), Case("x is A ? b : c", "(?: (is x type:A) b c)"),
        Case("x is int? ? b : c", "(?: (is x type:int?) b c)"), Case("x is A[] a", "(is x (A[] a))"), Case("x is A _", "(is x (A _))"),
        Case("!(x is A)", "(! (paren (is x type:A)))"), Case("x as int? ?? 1", "(?? (as x int?) 1)"),
        Case("x as A[]", "(as x A[])"), Case("x as string == \"a\"", "(== (as x string) \"a\")"),
        Case("x is A || y", "(|| (is x type:A) y)"), Case("(x as A)?.B", "(? (paren (as x A)) .B)"),
        Case("x as A ? 1 : 2", "(?: (as x A) 1 2)"),
    ]

    static let queries = [
        Case("from x in a select x", "(query (from x a) (select x))"),
        Case("from int x in a where x > 1 select x * 2", "(query (from int x a) (where (> x 1)) (select (* x 2)))"),
        Case(
            "from x in a from y in x.B let z = y orderby z descending, x select z",
            "(query (from x a) (from y (. x B)) (let z y) (orderby z↓ x) (select z))"),
        Case("from x in a join y in b on x.I equals y.I into g select g", "(query (from x a) (join y b (. x I) (. y I) g) (select g))"),
        Case("from x in a group x by x.K into g select g.Key", "(query (from x a) (group x (. x K)) into g (select (. g Key)))"),
        Case("from", "from"), Case("from + where", "(+ from where)"), Case("from.x", "(. from x)"),
        Case("(from x in a select x).ToList()", "(call (. (paren (query (from x a) (select x))) ToList))"),
        Case("from x in a where x is B select x", "(query (from x a) (where (is x type:B)) (select x))"),
        Case("from x in a select new { x, y = 1 }", "(query (from x a) (select (new x y=1)))"),
        Case("from x in a select $\"{x}{from}\"", "(query (from x a) (select ($ (hole x) (hole from))))"),
    ]

    static let words = [
        Case("var + dynamic + value + when", "(+ (+ (+ var dynamic) value) when)"), Case("@class.@if", "(. class if)"),
        Case("\\u0061b", "ab"), Case("größe", "größe"), Case("select(where)", "(call select where)"), Case("await", "await"),
        Case("typeof(int)", "(typeof int)"), Case("sizeof(int)", "(sizeof int)"), Case("default", "default"),
        Case("default(int)", "(default int)"), Case("checked(a + b)", "(checked (+ a b))"),
        Case("unchecked((int)a)", "(unchecked (cast int a))"),
        Case("a /* b */ + // c\n d", "(+ a d)"), Case("a\u{A0}+\u{FEFF}b", "(+ a b)"),
    ]

    @Test(arguments: [operators, access, casts, generics, creations, functions, tuples, patterns, queries, words].flatMap(\.self))
    func isReadAs(_ test: Case) {
        let (expression, diagnostics) = Parser.parseExpression(Array(test.source.utf8))
        if test.tree == "missing" {
            #expect(!diagnostics.isEmpty, "\(SyntaxDump.dump(expression))")
        } else {
            #expect(SyntaxDump.dump(expression) == test.tree)
            #expect(diagnostics.isEmpty, "\(diagnostics)")
            #expect(expression.range == SourceRange(0, test.source.utf8.count))
        }
    }
}
