import Foundation
import Testing

/// Does what the article "Test your first policy" says, with the texts that stand in it.
@Suite("Test your first policy")
struct TestYourFirstPolicyTests {
    private let article: String

    init() throws {
        let file = Fixtures.package.appendingPathComponent("Sources/PolicyTesting/PolicyTesting.docc/TestYourFirstPolicy.md")
        article = try String(contentsOf: file, encoding: .utf8)
    }

    /// The blocks of a language, in their order.
    private func blocks(_ language: String) -> [String] {
        article.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }

    @Test func everyStepDoesWhatIsSaid() async throws {
        let (policy, tests) = (try #require(blocks("xml").first), try #require(blocks("yaml").first))
        let answers = blocks("text")
        try #require(answers.count == 2)
        let folder = try TemporaryFolder()
        try folder.write("shop.test.yaml", tests)

        try folder.write("policy.xml", policy)
        let passed = try await Command.run(["test", folder.path])
        #expect(passed.status == 0 && passed.output == answers[0])

        try folder.write("policy.xml", policy.replacing(".ToUpper()", with: ""))
        let failed = try await Command.run(["test", folder.path])
        #expect(failed.status == 1 && failed.output.replacing(folder.path + "/", with: "") == answers[1])

        try folder.write("policy.xml", policy)
        let covered = try await Command.run(["test", folder.path, "--coverage", "--report", folder.path + "/report"])
        #expect(covered.status == 0 && covered.output.contains("100.0 %"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/report/index.html"))
    }
}
