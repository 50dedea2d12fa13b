import PolicyDiagnostics
import PolicyRuntime
import Testing

/// What is printed is read as the same again in the notation it was printed in.
struct XMLPrinterTests {
    static let forms: [DocumentForm] = [.rawxml, .xml]

    static let snippets: [String] = [
        #"<v>@("<v>" + x)</v>"#,
        #"<v>a@{"b"}c@@(x) @ {{name}} <<name>></v>"#,
        "<v a=\"{{name}}\" b=\"<<name>>\" c=\"@{{name}}\"/>",
        "<v a=\"@{\n    // it's \"so\"\n    return 'x' == '\\'' ? \"\\\"\" : @\"a\"\"b\";\n}\"/>",
        #"<v a='@($"{c["k"]:HH'h'}")'/>"#,
        "<v> \r\n a \t\n</v>",
        "<v a=\"&#13;&#10;&#9; '&quot;\"/>",
        "<v><![CDATA[<x> & ]]]]><![CDATA[> @(\"<\")]]></v>",
        "<set-body><order><id>@(1 < 2 ? \"<a>\" : \"</a>\")</id></order></set-body>",
        "<set-body template=\"liquid\">{% if a < b && c %}{{ x.y }}{% endif %}</set-body>",
        "<set-body>{ \"a\": \"@(context.RequestId)\", \"b\": [1, 2] }</set-body>",
        "<set-body><![CDATA[@{ return \"</set-body>\"; }]]></set-body>",
        "<v><![CDATA[@(\"</v>\")]]></v>",
        "<v><![CDATA[a @(\"</v>\") b]]></v>",
        "text at the top\n<a/>\nmore text <b/> and more\n",
        "<a/>\n<!-- between -- them -->\n<b/>",
    ]

    @Test(arguments: snippets, forms) func readsBackWhatItPrints(_ text: String, _ form: DocumentForm) {
        let reading = read(text, .auto)
        #expect(!reading.diagnostics.hasErrors, "\(reading.diagnostics)")
        let printed = PolicyPrinter(form: form).print(reading.roots)
        let again = read(printed, form)
        #expect(!again.diagnostics.hasErrors, "\(printed)")
        #expect(again.roots == reading.roots, "\(printed)")
        #expect(PolicyPrinter(form: form).print(again.roots) == printed)
    }

    @Test func codeThatHoldsItsOwnEndTagIsPrintedAsCharacterData() {
        let reading = read("<v><![CDATA[@(\"</v>\")]]></v>", .auto)
        #expect(PolicyPrinter().print(reading.roots) == "<v><![CDATA[@(\"</v>\")]]></v>\n")
    }

    @Test func textAtTheTopGetsNoLineBreaks() {
        #expect(PolicyPrinter().print(read("a <b/> c", .auto).roots) == "a <b /> c")
    }

    private func read(_ text: String, _ form: DocumentForm) -> XMLDocumentParser.Result {
        XMLDocumentParser(form: form, isSnippet: true).parse(SourceText(name: "test", text: text))
    }
}
