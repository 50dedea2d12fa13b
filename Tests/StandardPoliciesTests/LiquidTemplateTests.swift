import PolicyDiagnostics
import PolicyExpressions
import Testing

@testable import StandardPolicies

/// Templates over a JSON body, by what they print.
@Suite struct LiquidTemplateTests {
    private static let body = """
        {"id":7,"name":"Ada Lovelace","none":null,"price":2.50,"at":"2024-05-06T07:08:09Z","tags":["b","a","b"],
         "lines":[{"sku":"p-1","n":2},{"sku":"p-2","n":1}],"a-b":{"c":true}}
        """

    private static func render(_ template: String, limits: EvaluationLimits = EvaluationLimits()) throws -> String {
        let (nodes, problems) = LiquidParser.parse(Array(template.utf8))
        #expect(problems.isEmpty)
        let data = try LiquidData.body(Array(body.utf8), contentType: "application/json; charset=utf-8", readsDates: true)
        let environment = EvaluationEnvironment(now: { NetDateTime(ticks: 638_505_216_000_000_000, kind: .utc) }, limits: limits)
        return String(decoding: try LiquidRenderer.render(nodes, with: ["body": data], in: environment), as: UTF8.self)
    }

    @Test(
        "a template prints",
        arguments: [
            ("{{body.name}}|{{ body['name'] }}|{{body.a-b.c}}|{{body.Name}}", "Ada Lovelace|Ada Lovelace|true|"),
            ("{{body.lines.size}} {{body.tags.first}} {{body.tags.last}} {{body.lines[1].sku}}", "2 b b p-2"),
            ("{{body.tags}} {{body.id}} {{body.price}} {{body.at}} {{body.none}}", "bab 7 2.5 05/06/2024 07:08:09 "),
            ("{% if body.id > 6 and body.none == nil %}y{% else %}n{% endif %}", "y"),
            ("{% if body.x %}1{% elsif body.id == '7' %}2{% endif %}{% unless body.id < 5 %}3{% endunless %}", "23"),
            ("{% if false and false or true %}y{% else %}n{% endif %}{% if body.x < 1 %}y{% else %}n{% endif %}", "nn"),
            ("{% if body.tags contains 'a' %}y{% endif %}{% if body.x == empty %}n{% endif %}{% if '' == blank %}e{% endif %}", "ye"),
            ("{% case body.id %}ignored{% when 1, 7 %}a{% else %}b{% endcase %}", "a"),
            ("{% for i in (1..5) reversed limit:3 offset:1 %}{{i}}{% endfor %}", "432"),
            ("{% for i in (1..9) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{i}}{% endfor %}", "13"),
            ("{% for i in (1..2) %}{{i}}{% endfor %}{% for i in body.x %}{% else %}none{% endfor %}", "12none"),
            ("{% for t in body.tags limit:2 %}{{t}}{% endfor %}-{% for t in body.tags offset:continue %}{{t}}{% endfor %}", "ba-b"),
            ("{% for m in body.a-b %}{{m.Key}}={{m.Value}}{% endfor %}", "c=true"),
            ("[{% JSONArrayFor l in body.lines %}{\"s\":\"{{l.sku}}\"}{% endJSONArrayFor %}]", #"[{"s":"p-1"},{"s":"p-2"}]"#),
            ("{% assign x = body.id | Plus: 1 %}{% capture y %}<{{x}}>{% endcapture %}{{y}}{{y}}", "<8><8>"),
            ("{% increment c %}{% increment c %}{% decrement d %}{% cycle 'a','b' %}{% cycle 'a','b' %}{% cycle 'a','b' %}", "01-1aba"),
            ("{% comment %}{{ {% if {% endcomment %}{% raw %}{{x}}{% endraw %}{# gone #}.", "{{x}}."),
            ("a  {{- body.id -}}  \nb {%- if true -%}\n c{% endif %}", "a7\nb c"),
            ("{\"a\":{\"b\":{{body.id}}}}", "{\"a\":{\"b\":7}}"),
            ("{{}}{{ nothing.at.all }}", ""),
        ])
    func template(_ template: String, _ expected: String) throws {
        #expect(try Self.render(template) == expected)
    }

    @Test(
        "a filter gives",
        arguments: [
            ("'ab cd' | Capitalize", "Ab Cd"), ("'aB' | Upcase", "AB"), ("'aB' | Downcase", "ab"), ("' a ' | Strip | Size", "1"),
            ("'a' | Append: 'b' | Prepend: 'c'", "cab"), ("'a.b.c' | Replace: '\\.', '-'", "a-b-c"),
            ("'aXbX' | ReplaceFirst: 'X', 'y'", "aybX"),
            ("'a1b22' | Replace: '([0-9])+', '<$1>'", "a<1>b<2>"), ("'a1b2' | ReplaceFirst: '[0-9]', '$0'", "a$0b2"),
            (#"'say "no"' | Replace: '([^\\](\\\\)*)"', '$1\"'"#, #"say \"no\""#),
            ("'aXbX' | RemoveFirst: 'X'", "abX"), ("'aXbX' | Remove: 'X'", "ab"), ("body.none | Default: 'd'", "d"),
            ("'abcdef' | Truncate: 5", "ab..."), ("'a b c d' | TruncateWords: 2, '!'", "a b!"), ("'a,,b' | Split: ',' | Size", "2"),
            ("'<a href=\"x\">&' | Escape", "&lt;a href=&quot;x&quot;&gt;&amp;"), ("'a b&c/é' | UrlEncode", "a+b%26c%2F%C3%A9"),
            ("'a+b%26' | UrlDecode", "a b&"), ("7 | DividedBy: 2", "3"), ("7 | DividedBy: 2.0", "3.5"), ("7 | Modulo: 4", "3"),
            ("'1' | Plus: 1", "11"), ("1 | Plus: 1.5", "2.5"), ("3 | Minus: 5", "-2"), ("'ab' | Times: 2", "abab"), ("3 | Times: 4", "12"),
            ("2.5 | Round", "2"), ("'2.345' | Round: 2", "2.34"), ("'-3' | Abs", "3"), ("3 | AtLeast: 5", "5"), ("3 | AtMost: 2", "2"),
            ("body.tags | Sort | Uniq | Join: ','", "a,b"), ("body.lines | Map: 'sku' | Join", "p-1 p-2"),
            ("body.lines | Sort: 'n' | First", "p-21"), ("'Liquid' | Slice: -3, 2", "ui"), ("'Liquid' | Slice: 1", "i"),
            ("body.at | Date: 'yyyy-MM-ddTHH:mm:ssZ'", "2024-05-06T07:08:09Z"),
            ("body.at | Date: 'ddd d MMM yy h:mm tt'", "Mon 6 May 24 7:08 AM"),
            ("'2024-01-02' | Date: 'dd.MM.yyyy'", "02.01.2024"), ("'x' | Date: 'yyyy'", "x"),
            ("1234.5 | Currency", "¤1,234.50"), ("'x' | Currency", "x"), ("body.lines | Where: 'sku', 'p-2' | Map: 'n' | Join", "1"),
            ("'b,A,c' | Split: ',' | SortNatural | Join", "A b c"),
            ("'a<b>c</b><script>x < y</script><!-- > -->d<style>e</style>f' | StripHtml", "acdf"), ("'now' | Date: 'yyyy'", "2024"),
        ])
    func filter(_ expression: String, _ expected: String) throws {
        #expect(try Self.render("{{ \(expression) }}") == expected)
    }

    @Test(
        "a template is refused",
        arguments: [
            ("{{ body.id ", "liquid-syntax"), ("{% if body.id %}", "liquid-syntax"), ("{% endif %}", "liquid-syntax"),
            ("{{ 'a' | upcase }}", "liquid-syntax"), ("{{ 1 | Currency: 'de-DE' }}", "not-implemented"),
            ("{{ 'a' | Append }}", "liquid-syntax"),
            ("{% param a %}", "not-implemented"), ("{% tablerow a in b %}", "liquid-syntax"), ("{% what %}", "liquid-syntax"),
            ("{% for a b %}{% endfor %}", "liquid-syntax"), ("{{ a b }}", "liquid-syntax"), ("{% raw %}", "liquid-syntax"),
            (String(repeating: "{% if a %}", count: 100_000), "liquid-syntax"),
            ("{{ " + String(repeating: "a[", count: 100_000) + " }}", "liquid-syntax"),
        ])
    func refusal(_ template: String, _ code: String) {
        let problems = LiquidParser.parse(Array(template.utf8)).problems
        #expect(problems.first?.code.rawValue == code)
    }

    @Test func aFilterThatDoesNotExistIsFoundWhereItStandsAndTheRightOneIsNamed() throws {
        let problem = try #require(LiquidParser.parse(Array("ab{{ x | upcase }}".utf8)).problems.first)
        #expect(problem.range.lowerBound == 9 && problem.range.upperBound == 15)
        #expect(problem.hint?.contains("Upcase") == true)
    }

    @Test(
        "a template that does not end is ended",
        arguments: [
            "{% for i in (1..100000000) %}{{i}}{% endfor %}",
            "{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}{% endfor %}{% endfor %}{% endfor %}",
            "{% assign s = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..40) %}{% assign s = s | Append: s %}{% endfor %}",
        ])
    func limit(_ template: String) {
        #expect(throws: EvaluationError.self) { try Self.render(template) }
    }
}
