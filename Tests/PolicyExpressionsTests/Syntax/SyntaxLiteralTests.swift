import PolicyDiagnostics
import Testing

@testable import PolicyExpressions

/// What literals are worth.
struct SyntaxLiteralTests {
    typealias Case = SyntaxExpressionTests.Case

    static let numbers = [
        Case("0", "0"), Case("1_000", "1000"), Case("0x1F", "31#"), Case("0XfFuL", "255ul#"), Case("0b1010_0001", "161#"),
        Case("0x_FF", "255#"), Case("1u", "1u"), Case("1L", "1l"), Case("1lU", "1ul"),
        Case("18446744073709551615", "18446744073709551615"), Case("1.5", "1.5"), Case("1e3", "1e3"), Case("1.5E-3f", "1.5E-3float"),
        Case(".5m", ".5decimal"), Case("1d", "1double"), Case("1_0.0_1", "10.01"), Case("3M", "3decimal"),
        Case("1e+5D", "1e+5double"), Case("1.5.a", "(. 1.5 a)"), Case("-9223372036854775808", "(- 9223372036854775808)"),
    ]

    static let texts = [
        Case("\"\"", "\"\""), Case("\"a\\\"b\"", "\"a\"b\""), Case(#""\0\a\b\f\n\r\t\v\\\'""#, "\"\0\u{7}\u{8}\u{C}\n\r\t\u{B}\\'\""),
        Case(#""\x41\x042x\u0043\U00000044""#, "\"ABxCD\""), Case(#""\U0001F600""#, "\"😀\""),
        Case(#""\uD83D\uDE00""#, "\"😀\""), Case(#""\uD83D!""#, "[55357, 33]"), Case("@\"a\\b\"\"c\nd\"", "\"a\\b\"c\nd\""),
        Case("@\"\"", "\"\""), Case("@\"\"\"\"", "\"\"\""), Case("\"ü\\n\"", "\"ü\n\""), Case("'a'", "'97'"), Case("'\\''", "'39'"),
        Case("'\\u0041'", "'65'"), Case("'\\x9'", "'9'"), Case("'\"'", "'34'"), Case("'é'", "'233'"), Case("'\\uD800'", "'55296'"),
        Case("\"//a\" + \"/*\"", "(+ \"//a\" \"/*\")"),
    ]

    static let interpolations = [
        Case("$\"\"", "($)"), Case("$\"a{b}c\"", "($ \"a\" (hole b) \"c\")"), Case("$\"{{a}}\"", "($ \"{a}\")"),
        Case("$\"{a,5}{b,-3:x}\"", "($ (hole a ,5) (hole b ,(- 3) :\"x\"))"),
        Case("$\"{a:yyyy-MM-dd HH:mm}\"", "($ (hole a :\"yyyy-MM-dd HH:mm\"))"),
        Case("$\"{(a ? b : c)}\"", "($ (hole (paren (?: a b c))))"), Case("$\"{a[\"x\"]}\"", "($ (hole (index a \"x\")))"),
        Case("$\"{$\"{$\"{a}\"}\"}\"", "($ (hole ($ (hole ($ (hole a))))))"), Case("$@\"a\"\"{b}\\\n\"", "($ \"a\"\" (hole b) \"\\\n\")"),
        Case("@$\"{a\n}\"", "($ (hole a))"), Case("$@\"{a[\"x\"]}\"", "($ (hole (index a \"x\")))"),
        Case("$\"\\t{a}\\u0041\"", "($ \"\t\" (hole a) \"A\")"), Case("$\"{new { a = 1 }}\"", "($ (hole (new a=1)))"),
        Case("$\"{f(x => { return 1; })}\"", "($ (hole (call f (lambda (x) {(return 1)}))))"),
        Case("$\"{{{a}}}\"", "($ \"{\" (hole a) \"}\")"), Case("$\"{a:\\t}\"", "($ (hole a :\"\t\"))"),
        Case("$\"{a}\" + $\"{b}\"", "(+ ($ (hole a)) ($ (hole b)))"), Case("$\"{'}'}\"", "($ (hole '125'))"),
        Case("$\"{\"}\"}\"", "($ (hole \"}\"))"),
        Case("$\"{(global::A.B)}\"", "($ (hole (paren (. global::A B))))"), Case("$\"{a?.b ?? \"c\"}\"", "($ (hole (?? (? a .b) \"c\")))"),
        Case("$\"{ a /* } */ }\"", "($ (hole a))"), Case("$\"{a:{{}}}\"", "($ (hole a :\"{}\"))"),
    ]

    @Test(arguments: [numbers, texts, interpolations].flatMap(\.self)) func isReadAs(_ test: Case) {
        let (expression, diagnostics) = Parser.parseExpression(Array(test.source.utf8))
        #expect(SyntaxDump.dump(expression) == test.tree)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
    }

    @Test func namedValuesAreIdentifiersOnRequest() {
        let options = ParserOptions(namedValuesAsIdentifiers: true)
        let (expression, diagnostics) = Parser.parseExpression(Array("{{a-b.c}} + \"{{d}}\" + $\"{{e}}\"".utf8), options: options)
        #expect(SyntaxDump.dump(expression) == "(+ (+ a-b.c \"{{d}}\") ($ \"{e}\"))")
        #expect(diagnostics.isEmpty)
        #expect(Parser.parseBlock(Array("{{x}}".utf8), options: options).0.count == 1)
        #expect(Parser.parseBlock(Array("{{x();}}".utf8), options: options).1.isEmpty)
        #expect(!Parser.parseExpression(Array("{{a}}".utf8)).1.isEmpty)
    }
}
