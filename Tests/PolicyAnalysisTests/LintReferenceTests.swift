import Foundation
import PolicyAnalysis
import PolicyDiagnostics
import Testing

/// `Docs/Lint.md` is made of the rules. To make it anew: `UPDATE_REFERENCE=1 swift test --filter LintReferenceTests`
@Suite struct LintReferenceTests {
    private static let page = PackageRoot.url.appendingPathComponent("Docs/Lint.md")

    @Test func pageSaysWhatTheRulesDo() throws {
        let text = LintReference().page
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] != nil {
            try text.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try? String(contentsOf: Self.page, encoding: .utf8)
        #expect(written == text, "Docs/Lint.md is old: run UPDATE_REFERENCE=1 swift test --filter LintReferenceTests")
    }

    @Test func everyRuleHasItsSectionWithBothExamples() {
        let page = LintReference().page
        for rule in LintRule.all {
            #expect(page.contains("### \(rule.code.rawValue)\n") && page.contains(rule.bad) && page.contains(rule.good))
            #expect(rule.explanation.count > 100 && rule.summary.hasSuffix("."), "\(rule.code.rawValue)")
        }
    }
}
