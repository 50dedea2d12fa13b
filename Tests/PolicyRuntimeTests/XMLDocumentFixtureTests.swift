import Foundation
import PolicyDiagnostics
import PolicyRuntime
import Testing

/// `Fixtures/Documents/<case>`: a document, and whether it is accepted or what is wrong with it and where.
struct XMLDocumentFixtureTests {
    enum Expected: Decodable, Equatable {
        case accepted
        case diagnostics([String])

        private enum CodingKeys: CodingKey { case expected }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if let places = try? container.decode([String].self, forKey: .expected) {
                self = .diagnostics(places)
            } else {
                #expect(try container.decode(String.self, forKey: .expected) == "accepted")
                self = .accepted
            }
        }
    }

    static let folder = packageRoot.appending(path: "Fixtures/Documents")
    static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func fixturesAreFound() { #expect(Self.cases.count >= 40) }

    @Test(arguments: cases)
    func readsAsExpected(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
        let reading = XMLDocumentParser().parse(try sourceText(folder.appending(path: "input.xml")))
        let found = reading.diagnostics.map { diagnostic in
            "\(diagnostic.code.rawValue)@\(diagnostic.span.map { "\($0.start.line):\($0.start.column)" } ?? "")"
        }
        #expect((found.isEmpty ? .accepted : .diagnostics(found)) == expected)
    }

    @Test(arguments: cases, [DocumentForm.rawxml, .xml])
    func readsBackWhatItPrints(name: String, form: DocumentForm) throws {
        let reading = XMLDocumentParser().parse(try sourceText(Self.folder.appending(path: "\(name)/input.xml")))
        guard !reading.diagnostics.hasErrors else { return }
        let printed = PolicyPrinter(form: form).print(reading.roots)
        for again in [DocumentForm.auto, form].map({
            XMLDocumentParser(form: $0).parse(SourceText(name: "printed", text: printed))
        }) {
            #expect(!again.diagnostics.hasErrors, "\(again.diagnostics)")
            #expect(again.roots == reading.roots)
            #expect(PolicyPrinter(form: form).print(again.roots) == printed)
        }
    }
}

private let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

private func sourceText(_ file: URL) throws -> SourceText {
    SourceText(name: file.lastPathComponent, utf8: [UInt8](try Data(contentsOf: file)))
}

extension XMLDocumentParser.Result {
    /// The elements at the top.
    var elements: [XMLElement] {
        roots.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }
}
