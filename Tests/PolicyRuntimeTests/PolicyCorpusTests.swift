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

    @Test func everyDocumentIsRead() throws {
        var refused: [String] = []
        for entry in try Self.entries() {
            let data = try Data(contentsOf: Self.folder.appending(path: entry.file))
            let options = PolicyParsingOptions(snippet: entry.kind == "snippet" ? .inbound : nil)
            let source = SourceText(name: entry.file, utf8: Array(data))
            let result = PolicyParser(registry: .standard, options: options).parse(source)
            guard let error = result.diagnostics.first(where: { $0.severity == .error }) else {
                #expect(result.document != nil, "\(entry.file)")
                continue
            }
            refused.append("\(entry.kind) \(entry.file): \(error.brief) \(error.message)")
        }
        print(refused.joined(separator: "\n"))
        #expect(refused.count == 0)
    }
}
