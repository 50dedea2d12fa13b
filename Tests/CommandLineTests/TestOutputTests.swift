import Foundation
import Testing

@Suite("What apim-policy test measures and writes")
struct TestOutputTests {
    private let tests = Fixtures.path("Tests")

    @Test func coverageIsSummedUpBehindTheResults() async throws {
        let result = try await Command.run(["test", tests, "--coverage"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("expression branches") && result.output.contains("orders.xml"))
    }

    @Test func besideJSONCoverageGoesToStandardError() async throws {
        let result = try await Command.run(["test", tests, "--coverage", "--format", "json"])
        #expect(try result.json()["version"] as? Int == 1)
        #expect(result.errors.contains("expression branches"))
    }

    @Test func filesAreWritten() async throws {
        let folder = try TemporaryFolder()
        let (lcov, json, report) = (folder.path + "/a.info", folder.path + "/a.json", folder.path + "/report")
        let files = ["orders.test.yaml", "fragment.test.json"].map { tests + "/" + $0 }
        let result = try await Command.run(["test"] + files + ["--lcov", lcov, "--coverage-json", json, "--report", report])
        #expect(result.status == 0, "\(result.errors)")
        let tracefile = try String(contentsOfFile: lcov, encoding: .utf8)
        // Every file that the tracefile names can be read: a document that we put around a fragment is not among them.
        let names = tracefile.split(separator: "\n").filter { $0.hasPrefix("SF:") }.map { String($0.dropFirst(3)) }
        #expect(names.count == 2 && names.allSatisfy { FileManager.default.fileExists(atPath: $0) }, "\(names)")
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
        #expect(little.status == 1 && little.errors.contains("less than 99.5"), "\(little.output)\(little.errors)")
    }

    @Test func failUnderIsAPercentage() async throws {
        let result = try await Command.run(["test", tests, "--fail-under", "120"])
        #expect(result.status == 2 && result.errors.contains("0 to 100"))
    }
}
