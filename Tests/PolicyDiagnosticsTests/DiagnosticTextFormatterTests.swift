import PolicyDiagnostics
import Testing

@Suite("Diagnostics as text")
struct DiagnosticTextFormatterTests {
    private let formatter = DiagnosticTextFormatter()

    private func diagnostic(_ text: String, marking marked: String, hint: String? = nil) throws -> Diagnostic {
        let source = SourceText(name: "policy.xml", text: text)
        let bytes = Array(marked.utf8)
        let start = try #require(source.utf8.indices.first { source.utf8[$0...].starts(with: bytes) })
        return Diagnostic("code", .error, "wrong", at: SourceSpan(source, SourceRange(start, start + bytes.count)), hint: hint)
    }

    @Test func caretStandsUnderTheAuthorsText() throws {
        let text = formatter.format(
            try diagnostic("<a>\n    <set-heeader/>\n</a>", marking: "set-heeader", hint: "did you mean 'set-header'?"))
        #expect(
            text == """
                policy.xml:2:6: error: wrong; did you mean 'set-header'?
                 2 |     <set-heeader/>
                   |      ^~~~~~~~~~~

                """)
    }

    @Test(
        "tabs, wide and combining characters keep the caret in its column",
        arguments: [
            ("\t\tx", "x", "        x", "        ^"),
            ("a\tx", "x", "a   x", "    ^"),
            ("日本x", "x", "日本x", "    ^"),
            ("e\u{301}x", "x", "e\u{301}x", " ^"),
            ("👩‍👩‍👧x", "x", "👩‍👩‍👧x", "  ^"),
            ("x日本y", "日本", "x日本y", " ^~~~"),
        ])
    func displayColumns(text: String, marked: String, line: String, marks: String) throws {
        let span = try #require(try diagnostic(text, marking: marked).span)
        let excerpt = SourceExcerpt(span)
        #expect(excerpt.line == line)
        #expect(excerpt.marks == marks)
    }

    @Test func controlCharactersAreShownAndNotObeyed() throws {
        let text = formatter.format(try diagnostic("a\u{1B}[31mb", marking: "b"))
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("a␛[31mb"))
    }

    @Test func spanOverSeveralLinesMarksTheFirst() throws {
        let excerpt = SourceExcerpt(try #require(try diagnostic("one two\nthree", marking: "two\nthree").span))
        #expect(excerpt.line == "one two")
        #expect(excerpt.marks == "    ^~~")
    }

    @Test func placeBehindTheEndOfALineGetsACaret() {
        let source = SourceText(name: "f", text: "abc\n")
        #expect(SourceExcerpt(SourceSpan(source, SourceRange(3, 3))).marks == "   ^")
        #expect(SourceExcerpt(SourceSpan(source, SourceRange(4, 4))).marks == "^")
        #expect(SourceExcerpt(SourceSpan(source, SourceRange(400, 500))).marks == "^")
    }

    @Test func longLineIsCutAroundThePlace() throws {
        let filler = String(repeating: "a", count: 5_000)
        let excerpt = SourceExcerpt(try #require(try diagnostic(filler + "x" + filler, marking: "x").span))
        #expect(excerpt.line.count < 170)
        #expect(excerpt.line.hasPrefix("…") && excerpt.line.hasSuffix("…"))
        let caret = try #require(excerpt.marks.firstIndex(of: "^"))
        #expect(Array(excerpt.line)[excerpt.marks.distance(from: excerpt.marks.startIndex, to: caret)] == "x")
    }

    @Test func notesFollowWithTheirPlaces() throws {
        var first = try diagnostic("<a>\n<b/></a>", marking: "b/")
        first.notes = [.init("opened here", at: try diagnostic("<a>", marking: "a").span), .init("without a place")]
        #expect(
            formatter.format(first) == """
                policy.xml:2:2: error: wrong
                 2 | <b/></a>
                   |  ^~
                policy.xml:1:2: note: opened here
                 1 | <a>
                   |  ^
                note: without a place

                """)
    }

    @Test func colourOnlyOnRequest() throws {
        let diagnostic = try diagnostic("abc", marking: "b")
        #expect(!formatter.format(diagnostic).contains("\u{1B}["))
        #expect(DiagnosticTextFormatter(usesColor: true).format(diagnostic).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    }

    @Test func diagnosticsComeInTheOrderOfTheirPlaces() {
        let source = SourceText(name: "f", text: "a b c")
        let places = [4, 0, 2].map { Diagnostic("code", .error, "at \($0)", at: SourceSpan(source, SourceRange($0, $0 + 1))) }
        let headlines = formatter.format(places).split(separator: "\n").filter { $0.hasPrefix("f:") }
        #expect(headlines.map { $0.suffix(4) } == ["at 0", "at 2", "at 4"])
    }
}
