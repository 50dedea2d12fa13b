import ArgumentParser
import ExpressionFuzzing
import Foundation
import PolicyExpressions

/// Probes programs one after the other in this process, and notes the seed of each before it begins.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "batch", abstract: "Probes a row of seeds; a trap ends the process.")

    @OptionGroup var donors: DonorOptions
    @Option(help: "The first seed.") var seed: UInt64
    @Option(help: "How many seeds.") var count: UInt64
    @Option(help: "The file that holds the seed in work.") var journal: String

    /// A program that needs more is reported as a trap.
    private static let addressSpace: rlim_t = 4 << 30

    func run() throws {
        var limit = rlimit(rlim_cur: Self.addressSpace, rlim_max: Self.addressSpace)
        guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { throw CocoaError(.featureUnsupported) }
        let programs = try donors.donors(), file = try FileHandle(forWritingTo: URL(filePath: journal))
        var outcomes: [String: Int] = [:]
        for seed in seed..<seed + count {
            try file.seek(toOffset: 0)
            try file.write(contentsOf: Data(String(repeating: "0", count: 20 - "\(seed)".count).utf8) + Data("\(seed)".utf8))
            let (outcome, findings) = ExpressionProbe().run(donors.program(seed, donors: programs))
            outcomes[Self.name(of: outcome), default: 0] += 1
            for finding in findings { print("finding \(seed) \(finding.replacing("\n", with: " "))") }
        }
        for (outcome, count) in outcomes { print("outcome \(count) \(outcome)") }
    }

    private static func name(of outcome: ExpressionProbe.Outcome) -> String {
        switch outcome {
        case .refused(let code): "refused \(code)"
        case .compiled: "compiled"
        case .value: "value"
        case .thrown(let name): name
        }
    }
}

/// Prints the program of a seed.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Prints the program of a seed.")

    @OptionGroup var donors: DonorOptions
    @Option(help: "The seed.") var seed: UInt64

    func run() throws {
        let program = donors.program(seed, donors: try donors.donors())
        print("\(program.kind.rawValue): \(program.code)")
    }
}

/// Writes programs as files for the byte fuzzer to begin with.
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "corpus", abstract: "Writes programs as inputs of expression-fuzzer.")

    @OptionGroup var donors: DonorOptions
    @Option(help: "How many generated programs to write beside the cases.") var count: UInt64 = 500
    @Argument(help: "The folder.") var folder: String

    func run() throws {
        let programs = try donors.donors() + (0..<count).map { FuzzedProgram(seed: $0) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let evaluation = ExpressionProbe.Stage.evaluation.rawValue * 2
        for (index, program) in programs.enumerated() {
            let mode = evaluation + (program.kind == .single ? 0 : 1)
            try (Data([mode]) + Data(program.code.utf8)).write(to: URL(filePath: folder).appending(path: "\(index)"))
        }
    }
}
