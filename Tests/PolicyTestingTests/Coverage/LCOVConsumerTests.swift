import Foundation
import PolicyTesting
import Testing

/// A tracefile of ours, read by the programs that tracefiles are for, where Debian's package lcov is installed.
@Suite("lcov reads what we write", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/genhtml"), "lcov is not installed"))
struct LCOVConsumerTests {
    @Test(arguments: CoverageFixtureTests.names ?? []) func genhtmlCountsTheSameBranches(_ name: String) async throws {
        let folder = Fixtures.path("Coverage/\(name)")
        let coverage = try await CoverageFixtureTests.coverage(of: folder)
        let output = NSTemporaryDirectory() + "genhtml-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let (status, text) = try genhtml(folder + "/expected.info", to: output, in: folder)
        #expect(status == 0 && !text.contains("WARNING") && !text.contains("ERROR"), "\(text)")
        let total = coverage.total
        let (reached, all) = (
            total.policyBranches.reached + total.expressionBranches.reached, total.policyBranches.total + total.expressionBranches.total
        )
        if all > 0 { #expect(text.contains("(\(reached) of \(all) branches)"), "\(text)") }
        let lines = coverage.files.flatMap(\.lines)
        #expect(text.contains("(\(lines.count { $0.count > 0 }) of \(lines.count) lines)"), "\(text)")
    }

    private func genhtml(_ tracefile: String, to output: String, in folder: String) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/genhtml")
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.arguments = ["--branch-coverage", "--output-directory", output, tracefile]
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
