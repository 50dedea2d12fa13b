import PolicyAnalysis
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies
import Testing

@Suite struct LintRuleTests {
    private func codes(of text: String) -> [String] {
        let options = PolicyParsingOptions(snippet: .inbound)
        let parsed = PolicyParser(registry: .standard, options: options).parse(SourceText(name: "example.xml", text: text))
        #expect(!parsed.diagnostics.hasErrors, "\(parsed.diagnostics.map(\.message)) \(text)")
        return parsed.document.map { PolicyLinter().diagnostics(of: $0).map(\.code.rawValue) } ?? []
    }

    @Test(arguments: LintRule.all.map(\.code.rawValue)) func badExampleIsFoundAndGoodOneIsNot(_ code: String) throws {
        let rule = try #require(LintRule.named(code))
        #expect(codes(of: rule.bad).contains(code))
        #expect(!codes(of: rule.good).contains(code))
    }

    @Test func codesAreUniqueAndSayWhatTheyAre() {
        let codes = LintRule.all.map(\.code.rawValue)
        #expect(Set(codes).count == codes.count && codes.allSatisfy { $0.hasPrefix("lint-") })
        #expect(LintRule.all.count >= 28)
    }
}
