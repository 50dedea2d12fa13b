public import ArgumentParser
import ExpressionFuzzing

/// Generates programs, mutates some of them, and takes them through the expression engine.
@main
struct ExpressionGenerator: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expression-generator",
        abstract: "Generates C# programs from a grammar and takes them through the expression engine.",
        subcommands: [RunCommand.self, BatchCommand.self, ShowCommand.self, CorpusCommand.self],
        defaultSubcommand: RunCommand.self)
}

/// The programs that are mutated beside those of the grammar.
struct DonorOptions: ParsableArguments {
    @Option(help: "A file of expression cases, one JSON object a line, whose code is mutated as well.")
    var cases: String?
    @Option(help: "Hand texts to a reader of the library instead: regular-expressions, xml or dates.")
    var area: LibraryArea?

    /// The program of a seed.
    func program(_ seed: UInt64, donors: [FuzzedProgram]) -> FuzzedProgram {
        area.map { FuzzedProgram(seed: seed, area: $0) } ?? FuzzedProgram(seed: seed, donors: donors)
    }
}

extension LibraryArea: ExpressibleByArgument {}
