import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Reads a test file into its cases. What is wrong with one test leaves the others alone.
struct PolicyTestFileReader {
    static let sharedMembers = [
        "policy", "scopes", "fragments", "fragment", "section", "inputs", "namedValues", "backends", "context", "callouts", "clock", "seed",
        "expect",
    ]
    static let fileMembers = ["version", "description", "tests"] + sharedMembers
    static let testMembers = ["name", "skip", "parameters", "steps", "onFault", "fuzz"] + sharedMembers

    private let source: SourceText
    private let folder: String
    private var documents: [String: PolicyTestDocuments] = [:]
    private var texts: [String: SourceText] = [:]

    private init(_ source: SourceText) {
        self.source = source
        folder = source.name.lastIndex(of: "/").map { String(source.name[...$0]) } ?? ""
    }

    static func read(_ source: SourceText) -> (cases: [PolicyTestCase], diagnostics: [Diagnostic]) {
        var reader = PolicyTestFileReader(source)
        var (cases, diagnostics): ([PolicyTestCase], [Diagnostic]) = ([], [])
        do throws(Diagnostic) {
            let file = try LocatedJSON.read(source)
            let tests = try reader.tests(of: file)
            let shared = try reader.withFiles(file.without(["version", "description", "tests"]))
            for test in tests {
                do throws(Diagnostic) { cases += try reader.cases(of: test, sharing: shared) } catch { diagnostics.append(error) }
            }
        } catch {
            diagnostics.append(error)
        }
        return (cases, diagnostics)
    }

    private func tests(of file: LocatedJSON) throws(Diagnostic) -> [LocatedJSON] {
        try file.requireMembers(Self.fileMembers, of: "a test file")
        try FileFormat.requireVersion1(file)
        guard let tests = file["tests"] else {
            throw Diagnostic("missing-member", .error, "a test file needs 'tests'", at: file.span, hint: "tests: [{name: …, expect: {…}}]")
        }
        let elements = try tests.array("tests")
        guard !elements.isEmpty else { throw Diagnostic("missing-member", .error, "there are no tests in the list", at: tests.span) }
        return elements
    }

    // MARK: One test

    private mutating func cases(of json: LocatedJSON, sharing shared: LocatedJSON) throws(Diagnostic) -> [PolicyTestCase] {
        try json.requireMembers(Self.testMembers, of: "a test")
        guard let name = json["name"] else { throw Diagnostic("missing-member", .error, "a test needs a name", at: json.span) }
        _ = try name.text("name")
        var cases: [PolicyTestCase] = []
        let rows = try json["parameters"]?.array("parameters") ?? []
        let own = try withFiles(json.without(["parameters"]))
        for row in rows.isEmpty ? [nil] : rows.map({ Optional($0) }) {
            let parameters = try PolicyTestParameters(row)
            let test = Self.combined(try parameters.applied(to: shared), try parameters.applied(to: own))
            cases += try PolicyTestReader(test, parameters, source).cases(&self)
        }
        return cases
    }

    /// The members of a test over those of its file: contexts and named values are merged, each part of the expectations
    /// takes the place of the file's, and the test's callouts answer first.
    private static func combined(_ shared: LocatedJSON, _ test: LocatedJSON) -> LocatedJSON {
        shared.overlaid(
            by: test,
            [
                "context": { $0.patched(by: $1) }, "namedValues": { $0.patched(by: $1) }, "expect": { $0.overlaid(by: $1) },
                "callouts": { LocatedJSON(kind: .array($1.elements + $0.elements), span: $1.span) },
            ])
    }

    // MARK: Files

    /// The same with the content of the files that stand for a context, named values, backends and callouts.
    func withFiles(_ json: LocatedJSON) throws(Diagnostic) -> LocatedJSON {
        var members: [LocatedJSON.Member] = []
        for var member in json.members {
            if ["context", "namedValues", "backends", "callouts"].contains(member.name), case .string(let name) = member.value.kind {
                let content = try LocatedJSON.read(try text(name, at: member.value.span))
                member.value = member.name == "callouts" ? content["exchanges"] ?? content : content
            }
            members.append(member)
        }
        return LocatedJSON(kind: .object(members), span: json.span)
    }

    func path(_ name: String) -> String { name.hasPrefix("/") ? name : folder + name }

    func text(_ name: String, at span: SourceSpan) throws(Diagnostic) -> SourceText {
        do {
            return try SourceText(file: path(name))
        } catch {
            throw Diagnostic(
                "unreadable-file", .error, "\(error.path): \(error.reason)", at: span, hint: "paths are relative to the test file")
        }
    }

    /// The documents of a test: the same object for all tests that have the same.
    mutating func documents(of test: LocatedJSON) throws(Diagnostic) -> (documents: PolicyTestDocuments, files: [String]) {
        let names: Set<String> = ["policy", "scopes", "fragments", "fragment", "section"]
        let parts = test.members.filter { names.contains($0.name) || ["namedValues", "backends"].contains($0.name) }
        let key = JSON.object(parts.map { JSON.Member($0.name, $0.value.json) }).compactText
        var reader = PolicyTestInputsReader(self)
        let inputs = try reader.inputs(of: test)
        let known = documents[key] ?? PolicyTestDocuments(inputs, namedValues: test["namedValues"], backends: test["backends"])
        documents[key] = known
        return (known, reader.files)
    }
}
