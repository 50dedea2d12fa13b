import APIMPolicy
import CPlainXML

/// Text to AST, and text to compiled policy, each against plain libxml2 on the same bytes.
func runCompilationBenchmarks() throws {
    try compare("example", plain: Documents.escapedExample(), ours: Documents.example())
    for (name, bytes) in [("30 KB", 30_000), ("1 MB", 1_000_000)] {
        let document = Documents.generated(bytes: bytes)
        try compare(name, plain: document, ours: document)
    }
}

private func compare(_ name: String, plain: SourceText, ours: SourceText) throws {
    let reference = try Measurement {
        guard plain.utf8.withUnsafeBytes({ plain_xml_count_events($0.baseAddress, Int32($0.count)) }) > 0 else {
            throw BenchmarkFailure(text: "libxml2 refuses \(plain.name)")
        }
    }
    print(reference.line("\(name), \(ours.utf8.count) bytes: libxml2 SAX"))
    let options = PolicyParsingOptions(limits: DocumentLimits(bytes: 4 << 20))
    let parsed = try Measurement { _ = try parse(ours, options) }
    print(parsed.line("\(name): scan, parse", relativeTo: reference))
    let compiled = try Measurement {
        let documents = ScopedDocuments([.operation: try parse(ours, options)])
        let compilation = PolicyCompiler(namedValues: Documents.namedValues).compile(documents)
        guard compilation.policies != nil else {
            throw BenchmarkFailure(text: compilation.diagnostics.map(\.message).joined(separator: "\n"))
        }
    }
    print(compiled.line("\(name): scan, parse, compile", relativeTo: reference))
}

private func parse(_ source: SourceText, _ options: PolicyParsingOptions) throws -> PolicyDocument {
    let result = PolicyParser(registry: .standard, options: options).parse(source)
    guard !result.diagnostics.hasErrors, let document = result.document else {
        throw BenchmarkFailure(text: result.diagnostics.map(\.message).joined(separator: "\n"))
    }
    return document
}

struct BenchmarkFailure: Error {
    var text: String
}
