import Foundation
public import PolicyDiagnostics

/// The tests of a folder.
public enum PolicyTests {
    /// How the name of a test file ends.
    public static let fileEndings = [".test.yaml", ".test.yml", ".test.json"]

    /// Every test of a test file, or of all test files below a folder, in alphabetical order.
    ///
    /// ```swift
    /// @Test(arguments: try PolicyTests.discover(in: "Policies"))
    /// func policy(_ test: PolicyTestCase) async { … }
    /// ```
    ///
    /// - Throws: `UnreadableFile`, or `InvalidTestFiles` with a diagnostic for everything that is wrong.
    public static func discover(in path: String) throws -> [PolicyTestCase] {
        let (cases, diagnostics) = try read(path)
        guard !diagnostics.hasErrors else { throw InvalidTestFiles(diagnostics: diagnostics) }
        return cases
    }

    /// The tests that can be read, and what is wrong with the others.
    ///
    /// - Throws: `UnreadableFile`.
    public static func read(_ path: String) throws(UnreadableFile) -> (cases: [PolicyTestCase], diagnostics: [Diagnostic]) {
        var (cases, diagnostics): ([PolicyTestCase], [Diagnostic]) = ([], [])
        for file in try files(at: path) {
            let (read, found) = read(try SourceText(file: file))
            cases += read
            diagnostics += found
        }
        return (cases, diagnostics)
    }

    /// The tests of a test file's text, and what is wrong with others. The text's name is the path that its paths start
    /// from, and says whether it is YAML.
    public static func read(_ source: SourceText) -> (cases: [PolicyTestCase], diagnostics: [Diagnostic]) {
        PolicyTestFileReader.read(source)
    }

    /// A test file itself, or the test files below a folder, at any depth, in alphabetical order.
    ///
    /// - Throws: `UnreadableFile`.
    public static func files(at path: String) throws(UnreadableFile) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UnreadableFile(path: path, reason: "there is no such file or folder")
        }
        guard isFolder.boolValue else { return [path] }
        let folder = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
        let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return below.filter { name in fileEndings.contains { name.hasSuffix($0) } }.sorted().map { folder + $0 }
    }
}

/// Test files that are not in their format.
public struct InvalidTestFiles: Error, Sendable, CustomStringConvertible {
    /// What is wrong, each with its place.
    public var diagnostics: [Diagnostic]

    /// Makes an error.
    public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// The diagnostics as people read them.
    public var description: String { DiagnosticTextFormatter().format(diagnostics) }
}
