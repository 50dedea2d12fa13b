import APIMPolicy
import PolicyTesting

/// The policy, request and recordings that the README shows.
struct Example {
    var text: String
    var namedValues: any NamedValueProvider
    var run: RecordedRun

    /// Reads the example's folder in the checkout that this program was built from.
    init() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(5).joined(separator: "/")
        let folder = root + "/Fixtures/Examples/oauth2-backend"
        text = try SourceText(file: folder + "/policy.xml").text
        namedValues = try JSONFileNamedValues(try SourceText(file: folder + "/named-values.json"))
        run = try RecordedRun(try PolicyInputs(path: folder))
    }
}

/// Measures the engine and prints tables. Arguments choose among `parsing`, `inbound`, `bearer`, `policies`,
/// `compilation` and `expressions`, and by their numbers, `E05`, among the expressions.
@main
struct PolicyBenchmarks {
    static func main() async throws {
        let chosen = CommandLine.arguments.dropFirst()
        let numbered = chosen.filter { $0.first == "E" || $0.first == "J" }
        let wanted = { (name: String) in chosen.isEmpty || chosen.contains(name) }
        let example = try Example()
        print("Ratios are of minima within one run; compare no absolute times across machines.")
        if wanted("parsing") { try await parsing(example) }
        if wanted("inbound") { try await InboundBenchmark.run(example) }
        if wanted("bearer") { try await BearerBenchmark.run() }
        if wanted("policies") { try await PolicySubjects.run() }
        if wanted("compilation") { try await CompilationBenchmarks.run() }
        if wanted("expressions") || !numbered.isEmpty { try await ExpressionBenchmarks.run(numbered) }
    }

    private static func parsing(_ example: Example) async throws {
        try await ParsingBenchmarks("The example", example.text, namedValues: example.namedValues).run()
        try await ParsingBenchmarks("30 KB, generated", GeneratedPolicy.text(bytes: 30_000)).run()
        try await ParsingBenchmarks("1 MB, generated", GeneratedPolicy.text(bytes: 1_000_000)).run()
    }
}
