import Foundation
import Testing

@Suite("apim-policy diff")
struct DiffCommandTests {
    private let left = "<policies><inbound><base /><set-header name=\"A\" exists-action=\"delete\" /></inbound></policies>"

    @Test func otherNotationIsNoDifference() async throws {
        let folder = try TemporaryFolder()
        let other = "<!-- x --><policies>\n <inbound><base></base><set-header exists-action='delete' name='A'/></inbound></policies>"
        let result = try await Command.run(["diff", try folder.write("a.xml", left), try folder.write("b.xml", other)])
        #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    }

    @Test func differencesAreStatus1WithBothSides() async throws {
        let folder = try TemporaryFolder()
        let paths = try [folder.write("a.xml", left), folder.write("b.xml", left.replacingOccurrences(of: "delete", with: "skip"))]
        let result = try await Command.run(["diff"] + paths)
        #expect(result.status == 1)
        #expect(
            result.output == """
                changed: inbound/set-header[name=A]/@exists-action
                  \(paths[0]):1:64
                  - delete
                  \(paths[1]):1:64
                  + skip

                """)
        let json = try await Command.run(["diff", "--format", "json"] + paths).json()
        #expect(json["version"] as? Int == 1 && json["equal"] as? Bool == false)
        let difference = try #require((json["differences"] as? [[String: Any]])?.first)
        #expect((difference["right"] as? [String: Any])?["text"] as? String == "skip")
    }

    @Test func whatCannotBeReadIsStatus2() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xml", left)
        let broken = try folder.write("b.xml", "<policies>")
        for arguments in [[path], [path, "/nonexistent"], [path, broken], [path, path, "--format", "sarif"]] {
            let result = try await Command.run(["diff"] + arguments)
            #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
        }
    }
}
