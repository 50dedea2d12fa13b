import Foundation
import Testing

@Suite("What apim-policy test measures and writes")
struct TestOutputTests {
    private let tests = Fixtures.path("Tests")

    @Test func coverageIsSummedUpOnStandardError() async throws {
        let result = try await Command.run(["test", tests, "--coverage"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.errors.contains("expression branches") && result.errors.contains("orders.xml"))
        #expect(!result.output.contains("expression branches"))
    }

    @Test func filesAreWritten() async throws {
        let folder = try TemporaryFolder()
        let (lcov, json, report) = (folder.path + "/a.info", folder.path + "/a.json", folder.path + "/report")
        let result = try await Command.run(["test", tests, "--lcov", lcov, "--coverage-json", json, "--report", report])
        #expect(result.status == 0, "\(result.errors)")
        #expect(try String(contentsOfFile: lcov, encoding: .utf8).hasPrefix("TN:apim_policy\nSF:"))
        let data = try #require(FileManager.default.contents(atPath: json))
        #expect((try JSONSerialization.jsonObject(with: data) as? [String: Any])?["version"] as? Int == 1)
        let index = try String(contentsOfFile: report + "/index.html", encoding: .utf8)
        #expect(index.contains("passed</span>") && index.contains("<h2>Coverage</h2>"))
        #expect(try String(contentsOfFile: report + "/tests/1.html", encoding: .utf8).contains("class=\"timeline\""))
    }

    @Test func tooLittleCoverageIsStatus1() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "p.xml",
            "<policies><inbound><choose><when condition=\"false\"><set-variable name=\"a\" value=\"b\" /></when></choose></inbound></policies>"
        )
        let test = try folder.write(
            "p.test.json",
            #"{"policy": "p.xml", "tests": [{"name": "one", "expect": {"outcome": "error"}}]}"#)
        let enough = try await Command.run(["test", test, "--fail-under", "0"])
        let little = try await Command.run(["test", test, "--fail-under", "99.5"])
        #expect(enough.status == 0 && !enough.errors.contains("less than"), "\(enough.output)\(enough.errors)")
        #expect(little.status == 1 && little.errors.contains("less than 99.5 %"), "\(little.output)\(little.errors)")
    }

    @Test func failUnderIsAPercentage() async throws {
        let result = try await Command.run(["test", tests, "--fail-under", "120"])
        #expect(result.status == 2 && result.errors.contains("0 to 100"))
    }
}
