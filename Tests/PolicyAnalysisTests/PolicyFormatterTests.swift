import Foundation
import PolicyAnalysis
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies
import Testing

/// `Fixtures/Formatting/<case>/`: `input.xml`, and what it becomes: `expected.xml`, with `--to xml` `expected.escaped.xml`.
@Suite struct PolicyFormatterTests {
    private static func options(for name: String) -> PolicyParsingOptions { PolicyParsingOptions(snippet: .inbound) }

    private static func read(_ name: String, _ file: String) -> String? {
        try? String(contentsOf: PackageRoot.fixtures("Formatting/\(name)").appendingPathComponent(file), encoding: .utf8)
    }

    @Test(arguments: try PackageRoot.cases("Formatting")) func formatsAsExpected(_ name: String) throws {
        let source = SourceText(name: name, text: try #require(Self.read(name, "input.xml")))
        let options = Self.options(for: name)
        let formatted = try PolicyFormatter(options: options).format(source)
        #expect(formatted == Self.read(name, "expected.xml"))
        #expect(try PolicyFormatter(options: options).format(SourceText(name: name, text: formatted)) == formatted)
        guard let escaped = Self.read(name, "expected.escaped.xml") else { return }
        #expect(try PolicyFormatter(form: .xml, options: options).format(source) == escaped)
    }

    /// What a form cannot hold is refused, and not written some other way.
    @Test func whatCannotBeWrittenIsRefused() throws {
        let source = SourceText(
            name: "a.xml",
            text: "<policies><inbound><set-body template=\"liquid\">{% if a < b %}<x>{% endif %}</set-body></inbound></policies>")
        let failure = #expect(throws: PolicyFormatter.Failure.self) { try PolicyFormatter(form: .xml).format(source) }
        #expect(failure?.diagnostics.first?.code == "format-not-possible")
    }

    @Test func whatIsNoDocumentIsRefused() {
        let source = SourceText(name: "a.xml", text: "<policies><inbound></policies>")
        #expect(throws: PolicyFormatter.Failure.self) { try PolicyFormatter().format(source) }
    }

    // MARK: Meaning

    /// The sections in which a file can be read, the likeliest first.
    private static func readings(of source: SourceText) -> [PolicyParsingOptions] {
        ([nil] + PolicySection.allCases).map { PolicyParsingOptions(snippet: $0) }
            .filter { !PolicyParser(registry: .standard, options: $0).parse(source).diagnostics.hasErrors }
    }

    private static func expectSameMeaning(_ url: URL, _ form: DocumentForm?) throws -> Bool {
        let source = SourceText(name: url.lastPathComponent, utf8: Array(try Data(contentsOf: url)))
        guard let options = readings(of: source).first else { return false }
        guard let text = try? PolicyFormatter(form: form, options: options).format(source) else { return false }
        var again = options
        if let form { again.form = form }
        let result = SourceText(name: source.name, text: text)
        let left = try #require(PolicyParser(registry: .standard, options: options).parse(source).document)
        let parsed = PolicyParser(registry: .standard, options: again).parse(result)
        #expect(!parsed.diagnostics.hasErrors, "\(source.name)")
        #expect(PolicyComparison(left, try #require(parsed.document)).differences.isEmpty, "\(source.name)")
        #expect(try PolicyFormatter(form: form, options: again).format(result) == text, "\(source.name)")
        return true
    }

    private static let forms: [DocumentForm?] = [nil, .rawxml, .xml]

    @Test(arguments: forms) func fixturesKeepTheirMeaning(_ form: DocumentForm?) throws {
        let folder = PackageRoot.url.appendingPathComponent("Fixtures")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var formatted = 0
        for name in names where name.hasSuffix(".xml") && !name.hasPrefix("Documents/") {
            formatted += try Self.expectSameMeaning(folder.appendingPathComponent(name), form) ? 1 : 0
        }
        #expect(formatted > 100)
    }

    @Test(.enabled(if: !PackageRoot.corpus.isEmpty), arguments: forms) func realDocumentsKeepTheirMeaning(_ form: DocumentForm?) throws {
        let formatted = try PackageRoot.corpus.count { try Self.expectSameMeaning($0, form) }
        #expect(formatted > 900)
    }
}
