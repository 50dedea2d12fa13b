import Foundation
import PolicyAnalysis
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies
import Testing

/// `Fixtures/Lint/<code>/`: `found.xml` and `clean.xml` with `expected.json` beside them, and where `--fix` mends, `fixed.xml`.
@Suite struct LintFixtureTests {
    private struct Expectation: Codable, Equatable {
        struct Finding: Codable, Equatable {
            var line: Int
            var column: Int
            var text: String
            var message: String
        }

        var findings: [Finding]
    }

    private static func document(_ text: String, _ name: String) throws -> PolicyDocument {
        let options = PolicyParsingOptions(snippet: .inbound)
        let parsed = PolicyParser(registry: .standard, options: options).parse(SourceText(name: name, text: text))
        #expect(!parsed.diagnostics.hasErrors, "\(name): \(parsed.diagnostics.map(\.message))")
        return try #require(parsed.document)
    }

    private static func findings(_ code: String, in document: PolicyDocument) -> [Diagnostic] {
        PolicyLinter(rules: LintRule.all.filter { $0.code.rawValue == code }).diagnostics(of: document)
    }

    private static func read(_ code: String, _ name: String) throws -> String {
        try String(contentsOf: PackageRoot.fixtures("Lint/\(code)").appendingPathComponent(name), encoding: .utf8)
    }

    @Test func everyRuleHasItsFixture() throws {
        #expect(try PackageRoot.cases("Lint") == LintRule.all.map(\.code.rawValue).sorted())
    }

    @Test(arguments: LintRule.all.map(\.code.rawValue)) func foundIsFoundWhereExpected(_ code: String) throws {
        let document = try Self.document(try Self.read(code, "found.xml"), "found.xml")
        let found = Self.findings(code, in: document).map { diagnostic in
            Expectation.Finding(
                line: diagnostic.span?.start.line ?? 0, column: diagnostic.span?.start.column ?? 0, text: diagnostic.span?.text ?? "",
                message: diagnostic.message)
        }
        let expected = try JSONDecoder().decode(Expectation.self, from: Data(try Self.read(code, "expected.json").utf8))
        #expect(Expectation(findings: found) == expected)
        #expect(!found.isEmpty)
    }

    @Test(arguments: LintRule.all.map(\.code.rawValue)) func cleanIsClean(_ code: String) throws {
        let document = try Self.document(try Self.read(code, "clean.xml"), "clean.xml")
        #expect(Self.findings(code, in: document).map(\.message) == [])
    }

    @Test(arguments: LintRule.all.filter(\.isFixable).map(\.code.rawValue)) func fixMendsWhatIsFound(_ code: String) throws {
        let document = try Self.document(try Self.read(code, "found.xml"), "found.xml")
        let (text, count) = document.source.applyingFixes(of: Self.findings(code, in: document))
        #expect(count > 0)
        #expect(text == (try Self.read(code, "fixed.xml")))
        #expect(Self.findings(code, in: try Self.document(text, "fixed.xml")).filter { $0.fix != nil }.isEmpty)
    }

    @Test(arguments: LintRule.all.map(\.code.rawValue)) func aCommentSilencesTheFile(_ code: String) throws {
        let text = "<!-- apim-policy-lint: disable-file=\(code) meant -->\n" + (try Self.read(code, "found.xml"))
        #expect(Self.findings(code, in: try Self.document(text, "silenced.xml")).isEmpty)
    }
}
