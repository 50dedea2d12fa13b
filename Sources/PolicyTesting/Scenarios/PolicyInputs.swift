import Foundation
public import PolicyDiagnostics
public import PolicyRuntime

/// The texts that one run is made of: documents by scope, fragments, and what was recorded.
///
/// They come from a folder in the form that `apim-policy run` takes, from single files, or from memory.
public struct PolicyInputs: Sendable {
    /// The documents by scope.
    public var documents: [PolicyScope: SourceText] = [:]
    /// The fragments by name.
    public var fragments: [String: SourceText] = [:]
    /// The recorded context; nil for a plain request with the documented defaults.
    public var context: SourceText?
    /// The named values; nil for none.
    public var namedValues: SourceText?
    /// The backend entities; nil for none.
    public var backends: SourceText?
    /// The recorded callouts; nil for none.
    public var exchanges: SourceText?

    /// The names of texts that no file holds, such as the document around a fragment that is tested alone. Coverage leaves them out.
    var generated: Set<String> = []

    /// Makes empty inputs.
    public init() {}

    /// Reads a folder, or a single policy document with nothing around it.
    ///
    /// A folder may hold `policy.xml` (the narrowest document), `global.xml`, `workspace.xml`, `product.xml`, `api.xml`,
    /// `operation.xml`, `fragments/NAME.xml`, `context.json`, `named-values.json`, `backends.json` and
    /// `exchanges.json`.
    ///
    /// - Throws: `UnreadableFile`.
    public init(path: String) throws(UnreadableFile) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UnreadableFile(path: path, reason: "there is no such file or folder")
        }
        if isFolder.boolValue { try read(folder: path) } else { documents[.operation] = try SourceText(file: path) }
    }

    private mutating func read(folder: String) throws(UnreadableFile) {
        for scope in PolicyScope.allCases { documents[scope] = try Self.file("\(scope.rawValue).xml", in: folder) }
        if let narrowest = try Self.file("policy.xml", in: folder) {
            guard documents[.operation] == nil else {
                throw UnreadableFile(path: folder, reason: "policy.xml and operation.xml both are the document of the operation scope")
            }
            documents[.operation] = narrowest
        }
        context = try Self.file("context.json", in: folder)
        namedValues = try Self.file("named-values.json", in: folder)
        backends = try Self.file("backends.json", in: folder)
        exchanges = try Self.file("exchanges.json", in: folder)
        let fragmentsFolder = folder + "/fragments"
        if FileManager.default.fileExists(atPath: fragmentsFolder) { try readFragments(folder: fragmentsFolder) }
    }

    /// Reads every `NAME.xml` of a folder as the fragment `NAME`.
    ///
    /// - Throws: `UnreadableFile`.
    public mutating func readFragments(folder: String) throws(UnreadableFile) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw UnreadableFile(path: folder, reason: "the folder cannot be read")
        }
        for name in names.sorted() where name.hasSuffix(".xml") {
            fragments[String(name.dropLast(4))] = try SourceText(file: folder + "/" + name)
        }
    }

    private static func file(_ name: String, in folder: String) throws(UnreadableFile) -> SourceText? {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        return FileManager.default.fileExists(atPath: path) ? try SourceText(file: path) : nil
    }
}

/// A file that could not be read.
public struct UnreadableFile: Error, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// Why.
    public var reason: String

    /// Makes an error.
    public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

    /// The file and the reason.
    public var description: String { "\(path): \(reason)" }
}

extension SourceText {
    /// Reads a file.
    ///
    /// - Throws: `UnreadableFile`.
    public convenience init(file path: String) throws(UnreadableFile) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UnreadableFile(path: path, reason: "the file cannot be read")
        }
        self.init(name: path, utf8: Array(data))
    }
}
