import APIMPolicy
import CPlainXML
import PolicyTesting

/// Text to typed tree to what runs, beside what libxml2 alone takes for the same document.
struct ParsingBenchmarks {
    private let name: String
    private let source: SourceText
    private let escaped: SourceText
    private let parser: PolicyParser
    private let compiler: PolicyCompiler

    /// Takes a document, which must compile without errors.
    init(_ name: String, _ text: String, namedValues: any NamedValueProvider = DictionaryNamedValues()) throws {
        self.name = name
        source = SourceText(name: name, text: text)
        parser = PolicyParser(registry: .standard, options: PolicyParsingOptions(limits: DocumentLimits(bytes: 8 << 20)))
        compiler = PolicyCompiler(namedValues: namedValues)
        escaped = SourceText(name: name, text: try Self.parse(source, parser).print(.xml))
        _ = try Self.compile(try Self.parse(source, parser), compiler)
    }

    func run() async throws {
        let subjects = [plain(), parsing("scan + parse, escaped", escaped), parsing("scan + parse, raw", source), compiling()]
        let measurements = try await Subject.measure(subjects)
        Table.printHeading("\(name): \(source.utf8.count) bytes, \(escaped.utf8.count) escaped")
        let aims: [Double?] = [nil, 3, 3, 8]
        for (index, subject) in subjects.enumerated() {
            let baseline = index == 0 ? nil : measurements[0]
            Table.print(Table.Row(name: subject.name, measurement: measurements[index], baseline: baseline, aim: aims[index]))
        }
    }

    private func plain() -> Subject {
        Subject("libxml2 SAX2, escaped") { [bytes = escaped.utf8] in
            bytes.withUnsafeBytes { plain_xml_elements($0.baseAddress, $0.count) }
        }
    }

    private func parsing(_ name: String, _ source: SourceText) -> Subject {
        Subject(name) { [parser] in try Self.parse(source, parser) }
    }

    private func compiling() -> Subject {
        Subject("scan + parse + compile, raw") { [source, parser, compiler] in
            try Self.compile(try Self.parse(source, parser), compiler)
        }
    }

    private static func parse(_ source: SourceText, _ parser: PolicyParser) throws -> PolicyDocument {
        let result = parser.parse(source)
        guard let document = result.document, !result.diagnostics.hasErrors else { throw PolicyCompilationError(result.diagnostics) }
        return document
    }

    private static func compile(_ document: PolicyDocument, _ compiler: PolicyCompiler) throws -> CompiledPolicySet {
        let compilation = compiler.compile(ScopedDocuments([.operation: document]))
        guard let policies = compilation.policies else { throw PolicyCompilationError(compilation.diagnostics) }
        return policies
    }
}
