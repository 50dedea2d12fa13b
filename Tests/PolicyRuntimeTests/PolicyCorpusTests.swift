import Foundation
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies
import Testing

/// Real documents. They are no part of the package, and the tests hold without them.
@Suite struct PolicyCorpusTests {
    struct Entry: Decodable {
        var file: String
        var kind: String
    }

    private static let folder = URL(filePath: #filePath).appending(path: "../../../../shared/corpus").standardizedFileURL

    private static func entries() throws -> [Entry] {
        guard let manifest = try? String(contentsOf: folder.appending(path: "manifest.jsonl"), encoding: .utf8) else { return [] }
        return try manifest.split(separator: "\n").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
    }

    /// What a file gives in the section that suits it best.
    private static func read(_ entry: Entry) throws -> PolicyParseResult {
        let source = SourceText(name: entry.file, utf8: Array(try Data(contentsOf: folder.appending(path: entry.file))))
        let sections: [PolicySection?] = entry.kind == "snippet" ? PolicySection.allCases : [nil]
        let results = sections.map { PolicyParser(registry: .standard, options: PolicyParsingOptions(snippet: $0)).parse(source) }
        return results.first { !$0.diagnostics.hasErrors } ?? results[0]
    }

    /// The number of documents that their authors left broken: tags that do not match, text where none may be, misspelt policies,
    /// placeholders that are to be filled in, attributes and elements that the reference requires left out.
    @Test(arguments: [("policies", 60), ("fragment", 2), ("snippet", 28)])
    func everyDocumentIsRead(_ kind: String, _ broken: Int) throws {
        var refused: [String] = []
        for entry in try Self.entries() where entry.kind == kind {
            let result = try Self.read(entry)
            #expect(result.document != nil || result.diagnostics.hasErrors, "\(entry.file)")
            guard let error = result.diagnostics.first(where: { $0.severity == .error }) else { continue }
            refused.append("\(entry.file): \(error.brief) \(error.message)")
        }
        #expect(refused.count <= broken, "\(refused.joined(separator: "\n"))")
    }

    @Test(arguments: [DocumentForm.rawxml, .xml]) func printedDocumentsAreTheSame(_ form: DocumentForm) throws {
        for entry in try Self.entries() {
            let result = try Self.read(entry)
            guard let document = result.document, !result.diagnostics.hasErrors else { continue }
            var options = PolicyParsingOptions(form: form, limits: DocumentLimits(bytes: 4_000_000))
            if case .snippet(let section) = document.kind { options.snippet = section }
            let source = SourceText(name: entry.file, text: document.print(form))
            let again = PolicyParser(registry: .standard, options: options).parse(source)
            #expect(again.document == document && !again.diagnostics.hasErrors, "\(entry.file)")
        }
    }
}
