import PolicyDiagnostics
import PolicyRuntime
import Testing

@Suite struct PolicyParserTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var found: [String]
        var hint: String?

        init(_ title: String, _ text: String, _ found: [String] = [], hint: String? = nil) {
            (testDescription, self.text, self.found, self.hint) = (title, text, found, hint)
        }
    }

    static let documentCases: [Case] = [
        Case("all sections", "<policies><inbound><base/></inbound><backend/><outbound/><on-error/></policies>"),
        Case("no section", "<policies/>"),
        Case("fragment", #"<fragment fragment-id="a"><greet name="x"><word/></greet></fragment>"#),
        Case("unknown root", "<polices/>", ["error unknown-root 1:2"], hint: "policies"),
        Case("unknown section", "<policies><inbond/></policies>", ["error unknown-section 1:12"], hint: "inbound"),
        Case("policy outside a section", "<policies><base/></policies>", ["error unknown-section 1:12"]),
        Case("section twice", "<policies><inbound/><inbound/></policies>", ["error duplicate-section 1:22"]),
        Case("section in a section", "<policies><inbound><outbound/></inbound></policies>", ["error not-allowed-here 1:21"]),
        Case("section in a fragment", "<fragment><inbound/></fragment>", ["error not-allowed-here 1:12"]),
        Case("base in a fragment", "<fragment><base/></fragment>", ["error not-allowed-here 1:12"]),
        Case("fragment in a fragment", #"<fragment><include-fragment fragment-id="a"/></fragment>"#, ["error not-allowed-here 1:12"]),
        Case("base in a policy", "<policies><inbound><repeat><base/></repeat></inbound></policies>", ["error not-allowed-here 1:29"]),
        Case("text in a section", "<policies><inbound>hello</inbound></policies>", ["error unexpected-text 1:20"]),
        Case("attribute of a section", #"<policies><inbound id="a"/></policies>"#, ["error unknown-attribute 1:20"]),
        Case(
            "unknown policy", "<policies><inbound><set-heeader/></inbound></policies>", ["error unknown-element 1:21"],
            hint: "did you mean 'set-header'?"),
        Case(
            "wrong section", #"<policies><outbound><cors/></outbound></policies>"#, ["error not-allowed-in-section 1:22"], hint: "'inbound'"
        ),
        Case(
            "wrong section inside another policy", "<policies><outbound><repeat><cors/></repeat></outbound></policies>",
            ["error not-allowed-in-section 1:30"]),
        Case("not built yet", "<policies><inbound><cors/></inbound></policies>", ["warning not-implemented 1:21"]),
        Case(
            "every problem is reported", "<policies><inbound><a1/><cors/></inbound><outbound><b1/></outbound></policies>",
            ["error unknown-element 1:21", "warning not-implemented 1:26", "error unknown-element 1:53"]),
    ]

    @Test(arguments: documentCases) func documents(_ test: Case) throws {
        let result = parse(test.text)
        #expect(result.diagnostics.map(\.brief) == test.found)
        if let hint = test.hint { #expect(result.diagnostics.first?.hint?.contains(hint) == true) }
    }

    static let policyCases: [Case] = [
        Case("complete", #"<greet id="g" name="x" times="3" mood="warm" loud="True"><word>hi</word><volume> 1.5 </volume></greet>"#),
        Case("attribute missing", "<greet><word/></greet>", ["error missing-attribute 1:2"]),
        Case("child missing", #"<greet name="x"/>"#, ["error missing-element 1:2"]),
        Case(
            "unknown attribute", #"<greet nam="x" name="x"><word/></greet>"#, ["error unknown-attribute 1:8"], hint: "did you mean 'name'?"),
        Case("unknown child", #"<greet name="x"><word/><wort/></greet>"#, ["error unknown-element 1:25"], hint: "did you mean 'word'?"),
        Case("stray text", #"<greet name="x">a<word/></greet>"#, ["error unexpected-text 1:17"], hint: "'word'"),
        Case("attribute of a child", #"<greet name="x"><word a="1"/></greet>"#, ["error unknown-attribute 1:23"]),
        Case("empty", #"<greet name=""><word/></greet>"#, ["error invalid-value 1:14"]),
        Case("no number", #"<greet name="x" times="many"><word/></greet>"#, ["error invalid-value 1:24"]),
        Case("too large for an int", #"<greet name="x" times="99999999999"><word/></greet>"#, ["error invalid-value 1:24"]),
        Case("out of range", #"<greet name="x" times="4"><word/></greet>"#, ["error invalid-value 1:24"]),
        Case("no word of the enumeration", #"<greet name="x" mood="wrm"><word/></greet>"#, ["error invalid-value 1:23"], hint: "warm"),
        Case("no bool", #"<greet name="x" loud="yes"><word/></greet>"#, ["error invalid-value 1:23"]),
        Case("no double", #"<greet name="x"><word/><volume>0x1</volume></greet>"#, ["error invalid-value 1:32"]),
        Case("text missing", #"<greet name="x"><word/><volume/></greet>"#, ["error missing-text 1:25"]),
        Case("child twice", #"<greet name="x"><word/><volume>1</volume><volume>2</volume></greet>"#, ["error duplicate-element 1:43"]),
        Case("expression", #"<greet name="@(1)" loud="@(true)"><word>@{ return 1; }</word></greet>"#),
        Case("expression not allowed", #"<greet name="x" times="@(1)"><word/></greet>"#, ["error expression-not-allowed 1:24"]),
        Case("named value decides later", #"<greet name="x" times="{{n}}" loud="<<l>>" mood="{{m}}"><word/></greet>"#),
        Case("policy as a part", #"<greet name="x"><word/><set-header/></greet>"#, ["warning not-implemented 1:25"]),
        Case(
            "repeated", #"<greet name="x"><word/></greet><greet name="x"><word/></greet>"#, ["warning repeated-policy 1:33"]),
        Case("namespace declaration", #"<greet xmlns:a="urn:a" name="x"><word/></greet>"#),
    ]

    @Test(arguments: policyCases) func policies(_ test: Case) throws {
        let result = parse(test.text, PolicyParsingOptions(snippet: .inbound))
        #expect(result.diagnostics.map(\.brief) == test.found)
        if let hint = test.hint { #expect(result.diagnostics.first?.hint?.contains(hint) == true) }
    }

    @Test func readsValues() throws {
        let text = #"<greet id="g" name="x" mood="cool"><!-- c --><word> a<!-- c -->b </word><volume>2</volume></greet>"#
        let node = try #require(parse(text, PolicyParsingOptions(snippet: .inbound)).document?.policies.first)
        let greet = try #require(node.policy as? Greet)
        #expect(node.id?.literal?.string == "g")
        #expect(greet.name.text?.literal?.string == "x")
        #expect(greet.times.text == nil)
        #expect(greet.times.defaultValue == 1)
        #expect(greet.words.map { $0.text?.literal?.string } == ["ab"])
        #expect(try greet.volume?.value(of: "2") == 2)
    }

    @Test func wrongScopeIsRefused() {
        let text = #"<policies><inbound><greet name="x"><word/></greet></inbound></policies>"#
        #expect(parse(text, PolicyParsingOptions(scope: .api)).diagnostics.isEmpty)
        #expect(parse(text, PolicyParsingOptions(scope: .global)).diagnostics.map(\.brief) == ["error not-allowed-in-scope 1:21"])
    }

    @Test func snippetsHoldPoliciesOrSections() throws {
        let options = PolicyParsingOptions(snippet: .inbound)
        #expect(parse("<base/><cors/>", options).document?.policies.map(\.name) == ["base", "cors"])
        #expect(parse("<inbound><base/></inbound><outbound/>", options).document?.sections.map(\.section) == [.inbound, .outbound])
        #expect(parse("<policies><backend/></policies>", options).document?.kind == .policies)
        #expect(parse("<http-data-source/>", options).diagnostics.map(\.brief) == ["warning not-implemented 1:2"])
        #expect(parse("<base/>").document == nil)
    }

    @Test func documentsAreEqualWhateverTheirNotation() {
        let options = PolicyParsingOptions(snippet: .inbound)
        let raw = parse(#"<greet name="@("a")"><word>x</word></greet>"#, options).document
        let escaped = parse("<greet\n name='@(&quot;a&quot;)'>\n<word>x</word></greet>", options).document
        let other = parse(#"<greet name="@("b")"><word>x</word></greet>"#, options).document
        #expect(raw != nil)
        #expect(raw == escaped)
        #expect(raw != other)
    }

    @Test func sourceThatIsNoDocument() {
        #expect(parse("").document == nil)
        #expect(parse("").diagnostics.hasErrors)
        #expect(parse("<!-- nothing -->").diagnostics.hasErrors)
    }

    @Test func deepNestingIsADiagnostic() {
        let text = String(repeating: "<repeat>", count: 100_000) + String(repeating: "</repeat>", count: 100_000)
        let result = parse(text, PolicyParsingOptions(limits: DocumentLimits(bytes: 4_000_000), snippet: .inbound))
        #expect(result.diagnostics.hasErrors)
    }
}
