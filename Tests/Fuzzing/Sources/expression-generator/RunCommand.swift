import ArgumentParser
import ExpressionFuzzing
import Foundation
import PolicyExpressions

/// Runs batches in child processes for some time, and reports every trap, hang and broken promise with its seed and program.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Runs for some time and reports what breaks.")

    @OptionGroup var donors: DonorOptions
    @Option(help: "How long to run.") var seconds = 60
    @Option(help: "The first seed.") var seed: UInt64 = 1
    @Option(help: "Programs in one child process.") var batch: UInt64 = 500

    func run() throws {
        let programs = try donors.donors(), end = ContinuousClock.now + .seconds(seconds)
        var next = seed, findings = 0, outcomes: [String: Int] = [:]
        while ContinuousClock.now < end {
            let report = try ChildBatch(seed: next, count: batch, donorArguments: donors.arguments).run()
            for (name, count) in report.outcomes { outcomes[name, default: 0] += count }
            for finding in report.findings {
                let program = donors.program(finding.seed, donors: programs)
                print("seed \(finding.seed): \(finding.what)\n  \(program.kind.rawValue): \(program.code.debugDescription.prefix(4_000))")
            }
            findings += report.findings.count
            next = report.next
        }
        for (name, count) in outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("\(count)\t\(name)") }
        print("seeds \(seed)..<\(next): \(next - seed) programs, \(findings) findings")
        if findings > 0 { throw ExitCode.failure }
    }
}

/// A row of seeds that a child process probes.
struct ChildBatch {
    struct Finding {
        var seed: UInt64
        var what: String
    }

    struct Report {
        var findings: [Finding] = []
        var outcomes: [String: Int] = [:]
        /// The first seed that was not probed.
        var next: UInt64
    }

    var seed: UInt64
    var count: UInt64
    var donorArguments: [String]

    /// A child that works on one program for longer than this is ended.
    private static let patience = Duration.seconds(30)

    func run() throws -> Report {
        let folder = FileManager.default.temporaryDirectory.appending(path: "expression-generator-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (journal, output, errors) = (
            folder.appending(path: "journal"), folder.appending(path: "output"), folder.appending(path: "errors")
        )
        for file in [journal, output, errors] { try Data().write(to: file) }
        let child = Process()
        child.executableURL = URL(filePath: CommandLine.arguments[0])
        child.arguments = ["batch", "--seed", "\(seed)", "--count", "\(count)", "--journal", journal.path] + donorArguments
        child.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        child.standardOutput = try FileHandle(forWritingTo: output)
        child.standardError = try FileHandle(forWritingTo: errors)
        try child.run()
        let hangs = waitWhileAlive(child, journal)
        return report(child, hangs: hangs, last: Self.seed(in: journal) ?? seed, Self.text(output), Self.text(errors))
    }

    /// Waits for the end of the child; true when it had to be ended.
    private func waitWhileAlive(_ child: Process, _ journal: URL) -> Bool {
        var (last, since) = (Self.seed(in: journal), ContinuousClock.now)
        while child.isRunning {
            Thread.sleep(forTimeInterval: 0.05)
            let current = Self.seed(in: journal)
            if current != last { (last, since) = (current, .now) }
            guard ContinuousClock.now - since > Self.patience else { continue }
            kill(child.processIdentifier, SIGKILL)
            child.waitUntilExit()
            return true
        }
        child.waitUntilExit()
        return false
    }

    private func report(_ child: Process, hangs: Bool, last: UInt64, _ output: String, _ errors: String) -> Report {
        var report = Report(next: seed + count)
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count == 3, let number = UInt64(words[1]) else { continue }
            if words[0] == "finding" { report.findings.append(Finding(seed: number, what: String(words[2]))) }
            if words[0] == "outcome" { report.outcomes[String(words[2])] = Int(number) }
        }
        if hangs || child.terminationReason == .uncaughtSignal || child.terminationStatus != 0 {
            let what = hangs ? "no answer within \(Self.patience)" : "trap \(child.terminationStatus): \(errors.prefix(500))"
            report.findings.append(Finding(seed: last, what: what))
            report.next = last + 1
        }
        return report
    }

    private static func text(_ file: URL) -> String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }
    private static func seed(in journal: URL) -> UInt64? { UInt64(text(journal)) }
}
