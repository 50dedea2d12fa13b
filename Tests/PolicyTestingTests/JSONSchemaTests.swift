import Foundation
import PolicyDiagnostics
import PolicyTesting
import Testing

/// What we write fulfils the schemas in Docs/Schemas, says Python's jsonschema where it is installed.
@Suite("Our formats fulfil their schemas", .enabled(if: JSONSchemaValidator.isInstalled, "Python's jsonschema is not installed"))
struct JSONSchemaTests {
    @Test func traces() async throws {
        let report = try await ReportSamples.report()
        var documents = report.tests.flatMap(\.runs).map { $0.trace.jsonText() }
        let example = try await ReportSamples.run(try PolicyInputs(path: Fixtures.path("Examples/oauth2-backend")), name: "example")
        documents.append(example.trace.jsonText())
        #expect(try JSONSchemaValidator("trace").problems(in: documents) == "")
    }

    @Test func coverage() async throws {
        let coverage = try #require(try await ReportSamples.report().coverage)
        #expect(try JSONSchemaValidator("coverage").problems(in: [coverage.jsonText(), PolicyCoverage().jsonText()]) == "")
    }

    @Test func schemasAreNotContentWithAnything() throws {
        let broken = #"{"version": 1, "arrival": null, "response": null, "events": [{"elapsedMs": 0, "policy": null, "event": "other"}]}"#
        #expect(try JSONSchemaValidator("trace").problems(in: [broken]) != "")
        #expect(try JSONSchemaValidator("coverage").problems(in: [#"{"version": 2, "files": []}"#]) != "")
    }
}

/// Runs Python's jsonschema.
struct JSONSchemaValidator {
    static let isInstalled = (try? python("import jsonschema; jsonschema.Draft202012Validator", input: "")) == ""

    private let schema: String

    init(_ name: String) throws {
        let folder = URL(fileURLWithPath: Fixtures.path("")).deletingLastPathComponent().appendingPathComponent("Docs/Schemas")
        schema = try String(contentsOf: folder.appendingPathComponent("\(name).schema.json"), encoding: .utf8)
    }

    /// What is wrong with documents, a line for each problem.
    func problems(in documents: [String]) throws -> String {
        let script = """
            import json, sys, jsonschema
            schema, *documents = json.load(sys.stdin)
            validator = jsonschema.Draft202012Validator(schema)
            validator.check_schema(schema)
            for document in documents:
                for error in validator.iter_errors(document): print(error.json_path, error.message[:300])
            """
        return try Self.python(script, input: "[" + ([schema] + documents).joined(separator: ",") + "]")
    }

    private static func python(_ script: String, input: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("input-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(input.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? output : "exit status \(process.terminationStatus): \(output)"
    }
}
