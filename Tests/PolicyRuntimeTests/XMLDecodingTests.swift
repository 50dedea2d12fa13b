import PolicyDiagnostics
import PolicyRuntime
import Testing

/// What texts and expressions mean, and where they came from.
struct XMLDecodingTests {
    private func code(_ document: String, _ form: DocumentForm = .auto) throws -> MappedText {
        let reading = XMLDocumentParser(form: form).parse(SourceText(name: "test", text: document))
        #expect(reading.diagnostics.isEmpty)
        let root = try #require(reading.elements.first)
        if let attribute = root.attributes.first { return try #require(attribute.value.soleExpression).code }
        guard case .text(let text)? = root.children.first else { throw Missing() }
        return try #require(text.soleExpression).code
    }

    private func literal(_ document: String) throws -> MappedText {
        let reading = XMLDocumentParser().parse(SourceText(name: "test", text: document))
        #expect(reading.diagnostics.isEmpty)
        let root = try #require(reading.elements.first)
        if let attribute = root.attributes.first { return try #require(attribute.value.literal) }
        guard case .text(let text)? = root.children.first else { throw Missing() }
        return try #require(text.literal)
    }

    struct Missing: Error {}

    @Test(arguments: [
        ("<a b=\"@(&quot;x&amp;y&quot; + 1)\"/>", "\"x&y\" + 1"),
        ("<a>@(\"x&amp;y\")</a>", "\"x&y\""),
        ("<a>@(\"x&amp;y\" + f<T>())</a>", "\"x&amp;y\" + f<T>()"),
        ("<a b=\"@(c[\"d\"] &amp;&amp; &quot;&lt;&quot; == '&amp;')\"/>", "c[\"d\"] && \"<\" == '&'"),
        ("<a>@($\"{x[&quot;k&quot;]}&amp;\" < y)</a>", "$\"{x[\"k\"]}&amp;\" < y"),
        ("<a b=\"@{&#10;// c&#10;return 1;}\"/>", "\n// c\nreturn 1;"),
        ("<a b=\"@{\r\n// c\r\nreturn 1;}\"/>", "\n// c\nreturn 1;"),
        ("<a><![CDATA[@(\"&amp;\")]]></a>", "\"&amp;\""),
    ])
    func decodesCode(document: String, expected: String) throws {
        #expect(try code(document).string == expected)
    }

    @Test func theCallerCanForceTheForm() throws {
        #expect(try code("<a>@(\"x&amp;y\")</a>", .rawxml).string == "\"x&amp;y\"")
        #expect(try code("<a>@(\"x&amp;y\")</a>", .xml).string == "\"x&y\"")
        let raw = XMLDocumentParser(form: .xml).parse(SourceText(name: "test", text: "<a b=\"@(c[\"d\"])\"/>"))
        #expect(raw.diagnostics.hasErrors)
    }

    @Test(arguments: [
        ("<a b=\"x&#10;y&#x9;z&lt;\"/>", "x\ny\tz<"),
        ("<a b=\"x\r\n\ty\"/>", "x  y"),
        ("<a>x\r\ny\rz</a>", "x\ny\nz"),
        ("<a>x<![CDATA[&amp;]]>&amp;</a>", "x&amp;&"),
        ("<set-body>a&lt;b & c</set-body>", "a<b & c"),
        ("<set-body>&lt;<b/></set-body>", "&lt;<b/>"),
    ])
    func decodesLiterals(document: String, expected: String) throws {
        #expect(try literal(document).string == expected)
    }

    @Test func mapsDecodedCodeToTheAuthorsBytes() throws {
        let code = try code("<a b=\"@(&quot;x&quot; + yy)\"/>")
        let place = try #require(code.string.utf8.firstIndex(of: UInt8(ascii: "y"))).utf16Offset(in: code.string)
        #expect(code.map.origin(of: SourceRange(place, place + 2))?.text == "yy")
        #expect(code.map.origin(of: SourceRange(0, 3))?.text == "&quot;x&quot;")
        #expect(code.map.derivedCount == code.string.utf8.count)
    }

    @Test func elementsKnowTheirPlaces() throws {
        let reading = XMLDocumentParser().parse(SourceText(name: "test", text: "<a>\n <b c=\"@(\"x\")\"></b>\n</a>"))
        let inner = try #require(reading.elements.first?.elements.first)
        #expect(inner.nameSpan.text == "b")
        #expect(inner.span.text == "<b c=\"@(\"x\")\"></b>")
        #expect(inner.attributes.first?.value.span.text == "@(\"x\")")
        #expect(inner.attributes.first?.nameSpan.start == SourceLocation(line: 2, column: 5))
    }
}
