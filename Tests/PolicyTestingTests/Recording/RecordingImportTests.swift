import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyTesting
import Testing

/// What browsers, traces and command lines show, as recordings: `Fixtures/Recordings/NAME` holds the source, the credentials
/// in it and what must come of it. With `UPDATE_FIXTURES=1` it is written anew.
@Suite("Importers of recordings")
struct RecordingImportTests {
    static let folder = Fixtures.path("Recordings")
    static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "invalid" }.sorted()) ?? []

    @Test func allNotationsAreThere() { #expect(Self.names.count >= 6) }

    private func text(_ name: String, _ file: String) -> String? {
        try? String(contentsOfFile: "\(Self.folder)/\(name)/\(file)", encoding: .utf8)
    }

    private func source(_ name: String) throws -> SourceText {
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(name)")
        let file = try #require(files.first { $0.hasPrefix("source.") })
        return SourceText(name: file, text: try #require(text(name, file)))
    }

    private func recording(_ name: String) throws -> Recording {
        let source = try source(name)
        let entry = text(name, "entry.txt").flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        return try Recording(importing: source, entry: entry ?? 1)
    }

    @Test("becomes", arguments: names)
    func recordingIsAsExpected(_ name: String) throws {
        let recording = try recording(name)
        let placeholders = recording.placeholders.map { "{{\($0.name)}}: \($0.place)\n" }.joined()
        let warnings = recording.warnings.map { "\($0.code.rawValue): \($0.message)\n" }.joined()
        let parts = [
            ("context.json", recording.contextText), ("exchanges.json", recording.exchanges.text),
            ("notes.txt", placeholders + warnings),
        ]
        for (file, actual) in parts { try compare(actual, with: "\(name)/expected/\(file)") }
    }

    private func compare(_ actual: String, with file: String) throws {
        let url = URL(fileURLWithPath: "\(Self.folder)/\(file)")
        if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(actual.utf8).write(to: url)
        }
        #expect(actual == (try? String(contentsOf: url, encoding: .utf8)), "\(file)")
    }

    @Test("holds none of its source's credentials", arguments: names)
    func credentialsAreGone(_ name: String) throws {
        let secrets = try #require(text(name, "secrets.txt")).split(separator: "\n").map(String.init)
        #expect(!secrets.isEmpty)
        let recording = try recording(name)
        let output = recording.contextText + recording.exchanges.text + recording.placeholders.map(\.place).joined()
        let leaked = secrets.flatMap(Canary.forms).filter { output.contains($0) }
        #expect(leaked.isEmpty)
    }

    @Test("is read back without warnings", arguments: names)
    func recordingIsReadBack(_ name: String) throws {
        let recording = try recording(name)
        let context = try RecordedContext(reading: SourceText(name: "context.json", text: recording.contextText))
        #expect(context.warnings.isEmpty)
        #expect(context.request.method == recording.request.method && context.request.url.host == recording.request.url.host)
        let exchanges = try Exchanges(reading: SourceText(name: "exchanges.json", text: recording.exchanges.text))
        #expect(exchanges.all.count == recording.exchanges.all.count)
    }

    @Test(
        "what cannot be read is a diagnostic with its place",
        arguments: [
            ("hello", nil, "unknown-format", 1, 1), ("{}", nil, "unknown-format", 1, 1), ("", nil, "unknown-format", 1, 1),
            ("{\"log\": {\"entries\": []}}", nil, "missing-member", 1, 1), ("{\"log\": [", RecordingFormat.har, "invalid-json", 1, 10),
            ("{\"log\": {\"entries\": [{\"request\": {\"url\": 7}}]}}", nil, "wrong-kind", 1, 42),
            ("{\"traceEntries\": {\"inbound\": []}}", nil, "missing-member", 1, 18),
            ("{\"traceEntries\": {\"inbound\": [{\"data\": {\"request\": {\"url\": \"x\", \"method\": 1}}}]}}", nil, "wrong-kind", 1, 75),
            ("GET /a\nNo field\n\n", nil, "invalid-field", 2, 1), ("GET /a\nA: b\n\n", nil, "invalid-message", 1, 1),
            ("GET http://h/a\nTransfer-Encoding: chunked\n\n0", nil, "not-read", 2, 1),
            ("GET http://h/a\n\n###\nHTTP/1.1 abc\n", nil, "invalid-message", 4, 1),
            ("HTTP/1.1 200 OK\n\n", RecordingFormat.http, "invalid-request", 1, 1),
            ("curl", RecordingFormat.curl, "missing-url", 1, 1), ("curl 'https://h/", nil, "unclosed-quote", 1, 6),
            ("curl https://h/ \\\n  --heade 'A: b'", nil, "unknown-option", 2, 3), ("curl https://h -F a=b", nil, "not-read", 1, 16),
            ("curl https://h -d @file", nil, "not-read", 1, 19), ("curl https://h -H", nil, "missing-value", 1, 16),
            ("curl https://h/$ID", nil, "not-read", 1, 16), ("curl https://h | jq", nil, "not-read", 1, 16),
            ("curl https://h https://i", nil, "several-urls", 1, 16), ("curl https://h -H nonsense", nil, "invalid-field", 1, 19),
            ("curl https://h -b jar.txt", nil, "not-read", 1, 19), ("wget https://h", RecordingFormat.curl, "invalid-command", 1, 6),
        ])
    func problems(_ text: String, _ format: RecordingFormat?, _ code: String, _ line: Int, _ column: Int) {
        let source = SourceText(name: "source", text: text)
        let diagnostic = #expect(throws: Diagnostic.self) { try Recording(importing: source, as: format) }
        #expect(diagnostic?.code.rawValue == code)
        #expect(
            diagnostic?.span?.start.line == line && diagnostic?.span?.start.column == column,
            "\(String(describing: diagnostic?.span?.start))")
    }

    @Test func misspeltOptionHasAHint() {
        let source = SourceText(name: "source", text: "curl https://h --heade 'A: b'")
        let diagnostic = #expect(throws: Diagnostic.self) { try Recording(importing: source) }
        #expect(diagnostic?.hint?.contains("'--head'") == true && diagnostic?.hint?.contains("'--header'") == true)
    }

    @Test func entryBeyondTheArchiveIsRefused() {
        let source = SourceText(name: "a.har", text: #"{"log": {"entries": [{"request": {"url": "https://h/"}}]}}"#)
        for entry in [0, 2, -1, .max] {
            let diagnostic = #expect(throws: Diagnostic.self) { try Recording(importing: source, entry: entry) }
            #expect(diagnostic?.code == "no-such-entry")
        }
    }

    @Test func noTextTrapsOrHangs() throws {
        let random = SeededRandom(seed: 7)
        for name in Self.names {
            let bytes = try source(name).utf8
            for _ in 0..<60 {
                var changed = bytes
                for _ in 0..<3 { changed[random.number(below: changed.count)] = UInt8(random.number(below: 256)) }
                changed.removeLast(random.number(below: changed.count) / 4)
                for format in RecordingFormat.allCases + [nil] {
                    _ = try? Recording(importing: SourceText(name: "source", utf8: changed), as: format)
                }
            }
        }
    }
}

/// The forms in which a secret could leave.
enum Canary {
    static func forms(of secret: String) -> [String] {
        let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        let encoded = secret.addingPercentEncoding(withAllowedCharacters: unreserved) ?? secret
        return [secret, encoded, encoded.replacing("%20", with: "+"), Data(secret.utf8).base64EncodedString()]
    }
}
