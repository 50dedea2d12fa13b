import Foundation
import PolicyDiagnostics
import PolicyTesting

/// Runs tests whenever a file that they depend on changes.
struct PolicyTestWatch {
    /// How often the files are looked at: a change is seen well within a second.
    private static let interval = Duration.milliseconds(200)

    private let command: TestCommand

    init(_ command: TestCommand) { self.command = command }

    func run() async throws {
        var known: [String: Date] = [:]
        while true {
            let (cases, diagnostics) = try command.load()
            let files = Set(cases.flatMap(\.files) + diagnostics.compactMap(\.span?.source.name))
            let dates = Self.dates(of: files)
            let touched = cases.filter { test in test.files.contains { dates[$0] != known[$0] } }
            if !touched.isEmpty || !diagnostics.isEmpty { try await show(touched, diagnostics) }
            known = dates
            repeat { try await Task.sleep(for: Self.interval) } while Self.dates(of: files) == known && !hasNewFiles(files)
        }
    }

    private func show(_ cases: [PolicyTestCase], _ diagnostics: [Diagnostic]) async throws {
        try command.write(await command.run(cases))
        Console.writeError(diagnostics)
        Console.writeError("waiting for changes; Ctrl-C ends\n")
    }

    private func hasNewFiles(_ files: Set<String>) -> Bool {
        command.paths.contains { path in ((try? PolicyTests.files(at: path)) ?? []).contains { !files.contains($0) } }
    }

    private static func dates(of files: Set<String>) -> [String: Date] {
        var dates: [String: Date] = [:]
        for file in files {
            dates[file] = (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date ?? .distantPast
        }
        return dates
    }
}
