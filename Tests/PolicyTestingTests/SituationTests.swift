import Foundation
import PolicyTesting
import Testing

/// Situations of real policy documents, rebuilt: each document has a test file of its name, which reaches nearly all of it.
@Suite("Situations")
struct SituationTests {
    private static let folder = Fixtures.path("Tests/Situations")
    private static let documents = names(of: ".xml", in: folder + "/policies")

    private static func names(of ending: String, in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    @Test func everyDocumentHasItsTests() {
        #expect(Self.documents.count >= 20)
        #expect(Self.names(of: ".test.yaml", in: Self.folder) == Self.documents)
    }

    @Test("tests pass and reach 90 percent", arguments: documents)
    func isCovered(_ name: String) async throws {
        let tests = try PolicyTests.discover(in: "\(Self.folder)/\(name).test.yaml")
        let results = await PolicyTests.run(tests, noting: .coverage)
        #expect(results.flatMap(\.failures).map(\.description) == [])
        var coverage = PolicyCoverage()
        for result in results { coverage.merge(try #require(result.coverage)) }
        let file = try #require(coverage.files.first)
        #expect(coverage.files.count == 1 && file.name.hasSuffix("/\(name).xml"))
        #expect(file.summary.all.percent >= 90, "\(coverage.textSummary())")
    }
}
