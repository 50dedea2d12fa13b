import Foundation
import Testing

/// `Docs/Commands.md` is the help of every command as users see it. To make it anew:
/// `UPDATE_REFERENCE=1 swift test --filter CommandPageTests`
@Suite("help of the commands") struct CommandPageTests {
    private static let page = Fixtures.package.appendingPathComponent("Docs/Commands.md")
    private static let commands = [
        [], ["run"], ["test"], ["check"], ["eval"], ["explain"], ["lint"], ["format"], ["diff"], ["record"], ["record", "import"],
    ]

    private func help(_ command: [String]) async throws -> String {
        let result = try await Command.run(command + ["--help"], environment: ["COLUMNS": "80"])
        #expect(result.status == 0 && result.errors.isEmpty)
        return result.output.trimmingCharacters(in: .newlines)
    }

    @Test func pageSaysWhatTheCommandsSay() async throws {
        var sections = ["# The commands\n\nWhat `--help` prints. This page is made by a test, which fails when it is old."]
        for command in Self.commands {
            sections.append("## \((["apim-policy"] + command).joined(separator: " "))\n\n```text\n\(try await help(command))\n```")
        }
        let text = sections.joined(separator: "\n\n") + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] != nil {
            try text.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try? String(contentsOf: Self.page, encoding: .utf8)
        #expect(written == text, "Docs/Commands.md is old: run UPDATE_REFERENCE=1 swift test --filter CommandPageTests")
    }

    /// An example that the terminal's width breaks cannot be copied.
    @Test(arguments: commands) func examplesStandOnOneLine(_ command: [String]) async throws {
        let lines = try await help(command).components(separatedBy: "\n")
        for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  apim-policy") {
            #expect(next.isEmpty || next.hasPrefix("  "), "\(line) goes on with \(next)")
        }
    }

    @Test func everySubcommandHasASection() async throws {
        let listed = try await help([]).components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
        let names = listed.components(separatedBy: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names.count == Self.commands.filter { $0.count == 1 }.count)
        #expect(Set(names) == Set(Self.commands.filter { $0.count == 1 }.map { $0[0] }))
    }
}
