import Foundation
import Testing

@Suite("apim-policy check")
struct CheckCommandTests {
    private let good = "<policies><inbound><base /><set-header name=\"A\" exists-action=\"delete\" /></inbound></policies>"
    private let bad = "<policies>\n  <inbound>\n    <set-heeader name=\"A\" />\n  </inbound>\n</policies>\n"

    @Test func goodDocumentIsStatus0() async throws {
        let folder = try TemporaryFolder()
        let result = try await Command.run(["check", try folder.write("good.xml", good)])
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(result.errors == "1 checked, 1 accepted, 0 refused\n")
    }

    @Test func badDocumentShowsElementPlaceAndHint() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("bad.xml", bad)
        let result = try await Command.run(["check", path])
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("\(path):3:6: error: Error in element 'set-heeader' on line 3, column 6: "))
        #expect(result.output.contains("did you mean 'set-header'?"))
        #expect(result.output.contains("\n 3 |     <set-heeader name=\"A\" />\n   |      ^~~~~~~~~~~\n"))
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func foldersAreReadRecursively() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a/good.xml", good)
        try folder.write("a/b/bad.xml", bad)
        try folder.write("a/b/readme.txt", "no policy")
        let result = try await Command.run(["check", folder.path, "--format", "json"])
        #expect(result.status == 1)
        let lines = try result.jsonLines()
        #expect(lines.last?["summary"] as? [String: Int] == ["files": 2, "accepted": 1, "refused": 1])
        #expect(lines.first?["file"] as? String == folder.path + "/a/b/bad.xml")
        #expect(lines.first?["code"] as? String == "unknown-element" && lines.first?["severity"] as? String == "error")
        #expect(lines.first?["line"] as? Int == 3 && lines.first?["column"] as? Int == 6 && lines.first?["endColumn"] as? Int == 17)
    }

    @Test func namedValuesAreNeededOrAssumed() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("p.xml", "<policies><inbound><set-method>{{verb}}</set-method></inbound></policies>")
        let values = try folder.write("v.json", #"{"verb": "PUT"}"#)
        #expect(try await Command.run(["check", path]).status == 1)
        #expect(try await Command.run(["check", path, "--named-values", values]).status == 0)
        #expect(try await Command.run(["check", path, "--assume-named-values"]).status == 0)
    }

    @Test func snippetIsTheContentOfASection() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("s.xml", "<set-method>GET</set-method><base />")
        #expect(try await Command.run(["check", path]).status == 1)
        #expect(try await Command.run(["check", path, "--snippet", "inbound"]).status == 0)
        #expect(try await Command.run(["check", path, "--snippet", "inbount"]).status == 2)
    }

    @Test func policyThatIsNotBuiltIsAWarningUntilItIsCompiled() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("p.xml", "<policies><outbound><validate-status-code /></outbound></policies>")
        let parsed = try await Command.run(["check", path, "--syntax-only", "--format", "json"])
        #expect(parsed.status == 0)
        let compiled = try await Command.run(["check", path, "--format", "json"])
        #expect(compiled.status == 1)
        #expect(try compiled.jsonLines().contains { $0["code"] as? String == "not-implemented" && $0["severity"] as? String == "error" })
    }

    @Test func sarifIsOneLog() async throws {
        let folder = try TemporaryFolder()
        let result = try await Command.run(["check", try folder.write("bad.xml", bad), "--format", "sarif"])
        #expect(result.status == 1)
        #expect(try result.json()["version"] as? String == "2.1.0")
    }

    @Test("wrong usage is status 2", arguments: [[], ["/nonexistent"], ["--form", "yaml", "."], ["--nonsense"]])
    func usage(arguments: [String]) async throws {
        let result = try await Command.run(["check"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    }
}
