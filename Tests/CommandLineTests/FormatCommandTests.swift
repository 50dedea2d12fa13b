import Foundation
import Testing

@Suite("apim-policy format")
struct FormatCommandTests {
    private let loose = "<policies><inbound><base/></inbound></policies>"
    private let formatted = "<policies>\n    <inbound>\n        <base />\n    </inbound>\n</policies>\n"

    @Test func oneDocumentGoesToStandardOutput() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xml", loose)
        let result = try await Command.run(["format", path])
        #expect(result.status == 0 && result.output == formatted && result.errors.isEmpty)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == loose)
    }

    @Test func foldersAreFormattedInPlace() async throws {
        let folder = try TemporaryFolder()
        let paths = try [folder.write("a.xml", loose), folder.write("b/c.xml", loose)]
        #expect(try await Command.run(["format", folder.path]).status == 2)
        let result = try await Command.run(["format", "-i", folder.path])
        #expect(result.status == 0 && result.output.isEmpty)
        for path in paths { #expect(try String(contentsOfFile: path, encoding: .utf8) == formatted) }
        #expect(try await Command.run(["format", "--check", folder.path]).status == 0)
    }

    @Test func checkSaysWhatIsNotFormatted() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xml", loose)
        let result = try await Command.run(["format", "--check", path])
        #expect(result.status == 1 && result.output == "\(path): not formatted\n")
    }

    @Test func formsAreChanged() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "a.xml", "<policies><inbound><set-method>@(1 < 2 ? \"GET\" : \"PUT\")</set-method></inbound></policies>")
        let escaped = try await Command.run(["format", "--to", "xml", path])
        #expect(escaped.output.contains("@(1 &lt; 2 ? &quot;GET&quot; : &quot;PUT&quot;)"))
        let back = try await Command.run(["format", "--to", "rawxml", try folder.write("b.xml", escaped.output)])
        #expect(back.output.contains("@(1 < 2 ? \"GET\" : \"PUT\")"))
    }

    @Test func refusedDocumentIsStatus1AndStaysAsItIs() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xml", "<policies><inbound></policies>")
        let result = try await Command.run(["format", "-i", path])
        #expect(result.status == 1 && result.output.isEmpty && result.errors.contains("error:"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "<policies><inbound></policies>")
    }

    @Test(
        "wrong usage is status 2",
        arguments: [
            [], ["/nonexistent"], ["--stdin", "a.xml"], ["--to", "auto", "."], ["-i", "--check", "."], ["--line-length", "3", "."],
        ])
    func usage(arguments: [String]) async throws {
        let result = try await Command.run(["format"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    }
}
