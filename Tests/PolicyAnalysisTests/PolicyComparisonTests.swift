import Foundation
import PolicyAnalysis
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies
import Testing

/// `Fixtures/Differences/<case>/`: `left.xml`, `right.xml`, and the differences as they are printed, `expected.txt`.
@Suite struct PolicyComparisonTests {
    private static func document(_ text: String, _ name: String) throws -> PolicyDocument {
        let options = PolicyParsingOptions(snippet: .inbound)
        let parsed = PolicyParser(registry: .standard, options: options).parse(SourceText(name: name, text: text))
        #expect(!parsed.diagnostics.hasErrors, "\(parsed.diagnostics.map(\.message))")
        return try #require(parsed.document)
    }

    @Test(arguments: try PackageRoot.cases("Differences")) func differencesAreThese(_ name: String) throws {
        let folder = PackageRoot.fixtures("Differences/\(name)")
        let texts = try ["left.xml", "right.xml", "expected.txt"].map {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }
        let comparison = PolicyComparison(try Self.document(texts[0], "left.xml"), try Self.document(texts[1], "right.xml"))
        #expect(comparison.differences.map(\.text).joined() == texts[2])
    }

    @Test(arguments: try PackageRoot.cases("Differences")) func nothingDiffersFromItself(_ name: String) throws {
        let url = PackageRoot.fixtures("Differences/\(name)").appendingPathComponent("left.xml")
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(PolicyComparison(try Self.document(text, "a"), try Self.document(text, "b")).differences.isEmpty)
    }
}
