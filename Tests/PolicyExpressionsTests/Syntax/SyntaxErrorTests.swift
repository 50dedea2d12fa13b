import PolicyDiagnostics
import Testing

@testable import PolicyExpressions

/// One message for every cause, with the code of the C# compiler and its place.
struct SyntaxErrorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let source: String
        /// `code@start-end`, separated by spaces.
        let errors: String
        init(_ source: String, _ errors: String) { (self.source, self.errors) = (source, errors) }
        var testDescription: String { source }
    }

    static let expressions = [
        Case("", "CS1525@0-0"), Case("1 +", "CS1525@3-3"), Case("(1 + 2", "CS1026@6-6"), Case("1 2", "CS1026@2-3"),
        Case("1;", "CS1026@1-2"), Case("a)", "CS1026@1-2"), Case("a..b", "CS1001@2-3"), Case("f(a b)", "CS1003@4-5"),
        Case("f(a,)", "CS1525@4-5"),
        Case("a[1", "CS1003@3-3"), Case("\"abc", "CS1010@0-4"), Case("\"abc\n + 1", "CS1010@0-4"), Case("@\"abc", "CS1039@0-2"),
        Case("$\"abc", "CS1010@0-5"), Case("$@\"abc", "CS1039@0-3"), Case("'a", "CS1010@0-2"), Case("''", "CS1011@0-2"),
        Case("'ab'", "CS1012@0-4"),
        Case("f('ab', 'cd')", "CS1012@2-6 CS1012@8-12"), Case("\"\\q\" + \"\\z\"", "CS1009@1-3 CS1009@8-10"),
        Case("\"\\u12\"", "CS1009@1-5"), Case("'\\U00110000'", "CS1009@1-11"), Case("/* a", "CS1035@0-2"), Case("1 /* a", "CS1035@2-4"),
        Case("99999999999999999999", "CS1021@0-20"),
        Case("0x", "CS1013@0-2"), Case("1_", "CS1013@0-2"), Case("12ab", "CS1013@0-4"), Case("0b12", "CS1013@0-4"),
        Case("1._5", "CS1001@2-4".replacing("CS1001@2-4", with: "")), Case("a ? b", "CS1003@5-5"), Case("a <> b", "CS1525@3-4"),
        Case("int", "CS1525@0-3"),
        Case("$\"{}\"", "CS1733@3-4"), Case("$\"{a\"", "CS8076@2-3"), Case("$\"{a b}\"", "CS1073@5-6"), Case("$\"}\"", "CS8086@2-3"),
        Case("$\"{a:}\"", "CS8089@4-5"), Case("$\"{a:x }\"", "CS8088@4-7"), Case("$\"{a\n}\"", "CS8076@2-3"),
        Case("$\"{a ? b : c}\"", "CS1003@9-12"),
        Case("$\"\\u007B\"", "CS8087@2-8"), Case("a $ b", "CS1056@2-3"), Case("a # b", "CS1056@2-3"), Case("if (a) b", "CS1525@0-2"),
        Case("new A", "CS1526@5-5"), Case("new int[]", "CS1586@0-9"), Case("new int[1][2]", "CS0178@11-12"),
        Case("new A { B = 1, 2 }", "CS0747@15-16"),
        Case("await x", "CS4032@0-5"), Case("async x => 1", "unsupported-syntax@0-5"), Case("stackalloc int[1]", "CS0214@0-10"),
        Case("&a", "CS0214@0-1"), Case("throw a", ""), Case("a + throw b", "CS8115@4-9"), Case("from x in a", "CS0742@11-11"),
        Case("(a: 1)", "CS8124@5-6"),
        Case("typeof(1)", "CS1031@7-8"), Case("a.if", "CS1001@2-4"), Case("x => { a b c }", "CS1002@11-12"),
        Case("f(x => { return 1 }, 2 3)", "CS1002@18-19 CS1003@23-24"),
    ]

    static let blocks = [
        Case("return 1", "CS1002@8-8"), Case("a()\nb();", "CS1002@3-3"), Case("a(;\nb(;", "CS1525@2-3 CS1525@6-7"),
        Case("int if = 5; return 1;", "CS1001@4-6"), Case("if (a { b(); } c(", "CS1026@6-7 CS1026@17-17"), Case("{ a();", "CS1513@6-6"),
        Case("a(); }", "CS1022@5-6"),
        Case("else { }", "CS1513@0-4"), Case("catch { } a();", "CS1003@0-5"), Case("try { } a();", "CS1524@8-9"),
        Case("class A { } return 1;", "CS1513@0-5"), Case("using A; return 1;", "CS1003@6-7"),
        Case("unsafe { } a(", "CS0227@0-6 CS1026@13-13"), Case("yield return 1;", "CS1624@0-5"),
        Case("static int a = 1;", "CS0106@0-6"), Case("if (a) int b = 1;", "CS1023@7-17"), Case("int a[3];", "CS0650@5-6"),
        Case("case 1: a();", "CS1525@0-4"), Case("goto 1;", "CS1001@5-6"), Case("foreach (x in y) ;", "CS0230@9-10"),
        Case("foreach (var x of y) ;", "CS1515@15-17"),
        Case("for (int i = 0; i < 1) ;", "CS1002@21-22"), Case("int* a;", "CS0214@3-4"),
        Case("async Task F() { }", "unsupported-syntax@0-5"), Case("var x = ;\nvar y = ;", "CS1525@8-9 CS1525@18-19"),
        Case("switch (a) { b(); }", "CS1513@13-14"),
        Case("var s = \"a\nvar t = 1;\nb(", "CS1010@8-10"), Case("int F();", "CS8112@7-8"), Case("x = { a: 1 };\ny();", "CS1525@4-5"),
    ]

    @Test(arguments: expressions) func expressionReports(_ test: Case) {
        #expect(Self.describe(Parser.parseExpression(Array(test.source.utf8)).1) == test.errors)
    }

    @Test(arguments: blocks) func blockReports(_ test: Case) {
        #expect(Self.describe(Parser.parseBlock(Array(test.source.utf8)).1) == test.errors)
    }

    @Test func reportsAreLimited() {
        let text = String(repeating: "'ab' + ", count: 100) + "1"
        #expect(Parser.parseExpression(Array(text.utf8)).1.count == 25)
    }

    /// Whatever the bytes are, there is an end, and a tree.
    @Test func truncatedAndMangledTextsEnd() {
        let sources =
            SyntaxExpressionTests.creations + SyntaxLiteralTests.interpolations + SyntaxStatementTests.flow
            + SyntaxStatementTests.declarations
        var seed: UInt64 = 42
        for source in sources.map({ Array($0.source.utf8) }) {
            for cut in source.indices {
                _ = Parser.parseBlock(Array(source[..<cut]))
                _ = Parser.parseExpression(Array(source[cut...]))
                var mangled = source
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                mangled[cut] = UInt8(truncatingIfNeeded: seed >> 33)
                let (_, diagnostics) = Parser.parseBlock(mangled)
                #expect(diagnostics.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= mangled.count })
            }
        }
    }

    static func describe(_ diagnostics: [SyntaxDiagnostic]) -> String {
        diagnostics.map { "\($0.code.rawValue)@\($0.range.lowerBound)-\($0.range.upperBound)" }.joined(separator: " ")
    }
}
