import Foundation
import Testing

@Suite("What apim-policy run writes")
struct RunOutputTests {
    private let example = Fixtures.path("Examples/oauth2-backend")

    @Test func reportIsAFolderOfPages() async throws {
        let folder = try TemporaryFolder()
        let report = folder.path + "/report"
        let result = try await Command.run(["run", example, "--report", report])
        #expect(result.status == 0 && result.errors.isEmpty && result.output.contains("← 200 OK"))
        let index = try String(contentsOfFile: report + "/index.html", encoding: .utf8)
        #expect(index.contains("1 passed") && index.contains("files/1.html"))
        let test = try String(contentsOfFile: report + "/tests/1.html", encoding: .utf8)
        #expect(test.contains("&lt;send-request&gt;") && test.contains("•••") && !test.contains("s3cr"))
    }

    @Test(arguments: [("events", "events"), ("inspector", "traceEntries")])
    func traceIsWrittenInItsFormat(_ format: String, _ member: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/trace.json"
        let result = try await Command.run(["run", example, "--trace", file, "--trace-format", format])
        #expect(result.status == 0)
        let data = try #require(FileManager.default.contents(atPath: file))
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json[member] != nil)
        #expect(!String(decoding: data, as: UTF8.self).contains("s3cr"))
    }

    @Test func formatWithoutFileIsWrongUsage() async throws {
        let result = try await Command.run(["run", example, "--trace-format", "events"])
        #expect(result.status == 2 && result.errors.contains("--trace FILE"))
    }

    @Test(arguments: ["--trace", "--report"]) func whatCannotBeWrittenIsSaid(_ option: String) async throws {
        let result = try await Command.run(["run", example, option, "/dev/null/nothing"])
        #expect(result.status == 2 && result.errors.contains("/dev/null/nothing"))
    }

    @Test func whatNoRecordingAnswersFailsInTheReport() async throws {
        let folder = try TemporaryFolder()
        let policy = try folder.write("p.xml", "<policies><inbound><base /></inbound></policies>")
        let result = try await Command.run(["run", policy, "--backend", "https://backend.example", "--report", folder.path + "/report"])
        #expect(result.status == 1)
        #expect(try String(contentsOfFile: folder.path + "/report/index.html", encoding: .utf8).contains("1 failed"))
    }
}
