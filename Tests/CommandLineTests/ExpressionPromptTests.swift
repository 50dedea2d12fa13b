import PolicyExpressions
import PolicyTesting
import Testing

@testable import apim_policy

@Suite("the prompt of apim-policy eval")
struct ExpressionPromptTests {
    /// What the terminal shows after the keys were typed.
    private func shown(typing keys: String) -> String {
        var bytes = Array(keys.utf8)[...], text = ""
        var editor = LineEditor(keys: TerminalKeyReader { bytes.popFirst() }) { text += $0 }
        var session = ExpressionSession(context: RecordedContext())
        editor.run(&session)
        return text
    }

    @Test(
        "lines and their answers",
        arguments: [
            ("1 + 1\r", "2  (int)"), ("@(\"a\" + 1)\r", "a1  (string)"), ("(string)null\r", "null"),
            ("nothing\r", "the name 'nothing' does not exist here"), (":type new[] { 1 }.Select(x => x * 2.0)\r", "IEnumerable<double>"),
            (":type\r", ":type takes an expression."),
            (":context\r", "a plain GET request: GET https://localhost/"),
            (":context /nowhere/c.json\r", "/nowhere/c.json: the file cannot be read"),
            (":help\r", ":quit"), (":nothing\r", "There is no command ':nothing'"), ("@{\rreturn 5;\r}\r", "5  (int)"),
            ("context.LastError.Message\r", "'context.LastError' was null"),
        ])
    func answers(keys: String, expected: String) {
        #expect(shown(typing: keys).contains(expected))
    }

    @Test("quitting leaves later lines unread") func quit() {
        #expect(!shown(typing: ":quit\r40 + 2\r").contains("42"))
    }

    @Test(
        "keys",
        arguments: [
            ("13\u{1B}[D2\r", "123  (int)"), ("1\u{1}2\r", "21  (int)"), ("12\u{7F}3\r", "13  (int)"), ("1 + 22\u{17}3\r", "4  (int)"),
            ("99\u{15}7\r", "7  (int)"), ("7 + 1\u{1}\u{B}8\r", "8  (int)"), ("x\u{3}5\r", "5  (int)"),
            ("\"é\".Len\t\r", "1  (int)"), ("6 * 7\r\u{1B}[A\u{7F}8\r", "48  (int)"), ("3\u{1B}[A\u{1B}[B\r", "3  (int)"),
            ("12\u{1B}[H\u{1B}[3~\r", "2  (int)"), ("4\u{4}2\r", "42  (int)"),
        ])
    func keys(typed: String, expected: String) {
        #expect(shown(typing: typed).contains("\n" + expected))
    }

    @Test("the end of input inside an escape sequence or a character ends the prompt", arguments: ["\u{1B}", "\u{1B}[", "\u{1B}[1;5"])
    func brokenSequences(keys: String) {
        #expect(shown(typing: keys).hasSuffix("\n"))
    }
}
