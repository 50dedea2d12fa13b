import PolicyDiagnostics
import PolicyRuntime
import Testing

@Suite struct PolicyPrinterTests {
    static let texts: [String] = [
        "<base/><!-- a -- b --><base/>",
        #"<greet name="@("a" + '"')" loud="{{l}}"><word>@(1 < 2 && true)</word><!-- c --></greet>"#,
        #"<greet name="&quot;&lt;&amp;&#10;&#9;"><word>a &lt; b &amp;&amp; c ]]&gt;</word><word><![CDATA[x < y]]></word></greet>"#,
        #"<greet name="&#64;(1)"><word>&#64;{ a }</word><word>a@b.c</word><word> a </word></greet>"#,
        "<greet name=\"@{\n  // comment\n  return 1; }\"><word>a<!-- c -->b</word></greet>",
        "<greet name=\"@(a == 'two letters')\"><word/></greet>",
        #"<greet name="@("&amp;amp;")"><word>@("&amp;lt;")</word></greet>"#,
    ]

    @Test(arguments: texts, [DocumentForm.rawxml, .xml]) func printsWhatItRead(_ text: String, _ form: DocumentForm) throws {
        let document = try #require(parse(text, PolicyParsingOptions(snippet: .inbound)).document)
        let printed = document.print(form)
        let again = parse(printed, PolicyParsingOptions(form: form, snippet: .inbound))
        #expect(!again.diagnostics.hasErrors)
        #expect(again.document == document, "\(printed)")
        #expect(again.document?.print(form) == printed)
    }

    @Test func indents() {
        let document = parse("<policies><inbound><base/></inbound></policies>").document
        #expect(document?.print() == "<policies>\n    <inbound>\n        <base />\n    </inbound>\n</policies>\n")
    }
}
