import Foundation
import Testing

@Suite("apim-policy lint")
struct LintCommandTests {
    private let bad = """
        <policies>
            <inbound>
                <base />
                <authentication-basic username="api" password="Zw3k9Qp7Lx2v" />
            </inbound>
            <backend>
                <retry condition="@(context.Response.StatusCode == 503)" count="1" interval="1">
                    <forward-request />
                </retry>
            </backend>
        </policies>
        """
    private let good = "<policies><inbound><base /></inbound></policies>"

    @Test func findingsAreStatus1AndShowNoSecret() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("bad.xml", bad)
        let result = try await Command.run(["lint", path, "--format", "json"])
        #expect(result.status == 1 && !result.output.contains("Zw3k9Qp7Lx2v"))
        let lines = try result.jsonLines()
        #expect(lines.compactMap { $0["code"] as? String } == ["lint-secret-literal", "lint-retry-without-buffered-body"])
        #expect(lines.last?["summary"] as? [String: Int] == ["files": 1, "findings": 2, "fixed": 0])
    }

    @Test func nothingFoundIsStatus0() async throws {
        let folder = try TemporaryFolder()
        let result = try await Command.run(["lint", try folder.write("good.xml", good)])
        #expect(result.status == 0 && result.output.isEmpty && result.errors == "1 checked, 0 found\n")
    }

    @Test func notesAloneAreStatus0() async throws {
        let folder = try TemporaryFolder()
        let text = "<policies><outbound><base /><find-and-replace from=\"a\" to=\"b\" /></outbound></policies>"
        let result = try await Command.run(["lint", try folder.write("a.xml", text)])
        #expect(result.status == 0 && result.output.contains("lint-find-and-replace-any-content"))
    }

    @Test func rulesCanBeLeftOutAndChosen() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("bad.xml", bad)
        let without = try await Command.run(["lint", path, "--disable", "lint-secret-literal,lint-retry-without-buffered-body"])
        #expect(without.status == 0 && without.output.isEmpty)
        let only = try await Command.run(["lint", path, "--only", "lint-secret-literal", "--format", "json"])
        #expect(try only.jsonLines().count == 2)
        let severe = try await Command.run(["lint", path, "--severity", "error", "--format", "json"])
        #expect(try severe.jsonLines().compactMap { $0["code"] as? String } == ["lint-secret-literal"])
    }

    @Test func fixMendsTheFile() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("bad.xml", bad)
        let result = try await Command.run(["lint", path, "--fix", "--disable", "lint-secret-literal"])
        #expect(result.status == 0 && result.errors == "1 checked, 0 found, 1 mended\n")
        #expect(
            try String(contentsOfFile: path, encoding: .utf8)
                == bad.replacingOccurrences(
                    of: "<forward-request />", with: "<forward-request buffer-request-body=\"true\" />"))
    }

    @Test func sarifNamesTheRules() async throws {
        let folder = try TemporaryFolder()
        let log = try await Command.run(["lint", try folder.write("bad.xml", bad), "--format", "sarif"]).json()
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.count == 2 && rules.allSatisfy { $0["fullDescription"] != nil && $0["defaultConfiguration"] != nil })
        #expect((run["results"] as? [[String: Any]])?.last?["fixes"] != nil)
    }

    @Test func commentsSilence() async throws {
        let folder = try TemporaryFolder()
        let silenced = bad.replacingOccurrences(
            of: "<authentication-basic", with: "<!-- apim-policy-lint: disable=lint-secret-literal an example -->\n<authentication-basic")
        let result = try await Command.run(["lint", try folder.write("a.xml", silenced), "--format", "json"])
        #expect(try result.jsonLines().compactMap { $0["code"] as? String } == ["lint-retry-without-buffered-body"])
        let misspelt = silenced.replacingOccurrences(of: "disable=lint-secret-literal", with: "disable=lint-secret-litral")
        let warned = try await Command.run(["lint", try folder.write("b.xml", misspelt)])
        #expect(warned.output.contains("there is no rule 'lint-secret-litral'; did you mean 'lint-secret-literal'?"))
    }

    @Test func rulesAreListedAndExplained() async throws {
        let list = try await Command.run(["lint", "--rules"])
        #expect(list.status == 0 && list.output.split(separator: "\n").count >= 28)
        let json = try await Command.run(["lint", "--rules", "--format", "json"]).json()
        #expect(json["version"] as? Int == 1)
        let entry = try await Command.run(["lint", "--explain", "lint-body-lost"])
        #expect(entry.status == 0 && entry.output.hasPrefix("### lint-body-lost\n"))
    }

    @Test func refusedDocumentIsStatus1() async throws {
        let folder = try TemporaryFolder()
        let result = try await Command.run(["lint", try folder.write("a.xml", "<policies><inbound></policies>")])
        #expect(result.status == 1 && result.output.contains("error:"))
    }

    @Test(
        "wrong usage is status 2",
        arguments: [
            [], ["/nonexistent"], ["--explain", "lint-nothing"], ["--only", "x", "."], ["--severity", "bad", "."], ["--scope", "all", "."],
        ])
    func usage(arguments: [String]) async throws {
        let result = try await Command.run(["lint"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    }
}
