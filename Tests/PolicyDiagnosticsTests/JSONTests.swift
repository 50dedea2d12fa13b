import Foundation
import PolicyDiagnostics
import Testing

@Suite("JSON with places")
struct JSONTests {
    private func read(_ text: String) throws(Diagnostic) -> LocatedJSON { try JSONReader.read(SourceText(name: "f.json", text: text)) }

    @Test(
        "values come back as they were",
        arguments: [
            "null", "true", "[]", "{}", "[1,-2,0,12.50,1E+2]", #"{"a":[{"b":null}],"c":"d"}"#, #""\"\\\n\r\t\b\f\u0001\u007f""#, #""é日👩""#,
        ])
    func roundTrip(text: String) throws {
        #expect(try read(text).json.compactText == text)
    }

    @Test func escapesAndSurrogatePairsAreDecoded() throws {
        #expect(try read(#""\u00e9\ud83d\ude00\/""#).text("it") == "é😀/")
        #expect(try read(#""\ud83dx""#).text("it") == "\u{FFFD}x")
        #expect(try read(#""\ud83d\u0041""#).text("it") == "\u{FFFD}A")
    }

    @Test(
        "what is no JSON is a diagnostic with its place",
        arguments: [
            ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\" 1}", 1, 6), ("\n\n  nul", 3, 3), ("01", 1, 1), ("1.", 1, 3), ("\"abc", 1, 1),
            ("\"a\nb\"", 1, 3), ("\"\\x\"", 1, 3), ("1 2", 1, 3), ("{a:1}", 1, 2), ("\"\\u12g4\"", 1, 4), ("-", 1, 2), ("1e", 1, 3),
        ])
    func malformed(text: String, line: Int, column: Int) {
        let error = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(error?.span?.start == SourceLocation(line: line, column: column))
    }

    @Test func depthIsLimited() {
        #expect(throws: Diagnostic.self) { try read(String(repeating: "[", count: 100_000)) }
    }

    @Test func misspeltMembersAreReported() throws {
        let error = #expect(throws: Diagnostic.self) {
            try read(#"{"requst": 1}"#).requireMembers(["request", "response"], of: "an exchange")
        }
        #expect(error?.hint == "did you mean 'request'?")
        #expect(error?.span?.start.column == 2)
    }

    @Test func prettyTextIsTheSameValue() throws {
        let value: JSON = ["a": [.number("1"), JSON(2.5), "x"], "b": [:], "c": .object([])]
        #expect(try read(value.prettyText).json == value)
        #expect(value.prettyText.hasPrefix("{\n  \"a\": [\n    1,"))
    }
}
