import Foundation
import PolicyDiagnostics
import PolicyRuntime
import PolicyTesting

/// Files of the command line: what cannot be read, or is not in its format, ends the command with status 2.
enum Files {
    static func source(_ path: String) throws(CommandFailure) -> SourceText {
        do {
            return try SourceText(file: path)
        } catch {
            throw .usage("\(error)\n")
        }
    }

    static func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw .usage("\(path): the file cannot be written\n")
        }
    }

    static func read<Content>(
        _ path: String, as reader: (SourceText) throws(Diagnostic) -> Content
    ) throws(CommandFailure) -> Content {
        let source = try source(path)
        do throws(Diagnostic) {
            return try reader(source)
        } catch {
            throw .usage(Console.text([error]))
        }
    }

    static func context(_ path: String) throws(CommandFailure) -> RecordedContext {
        try read(path) { source throws(Diagnostic) in try RecordedContext(reading: source) }
    }

    /// Every `NAME.json` of a folder as the context `NAME`.
    static func contexts(in folder: String) throws(CommandFailure) -> [String: RecordedContext] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .usage("\(folder): the folder cannot be read\n")
        }
        var contexts: [String: RecordedContext] = [:]
        for name in names where name.hasSuffix(".json") { contexts[String(name.dropLast(5))] = try context(folder + "/" + name) }
        return contexts
    }
}

extension Files {
    static func namedValues(_ path: String) throws(CommandFailure) -> any NamedValueProvider {
        try read(path) { source throws(Diagnostic) in try JSONFileNamedValues(source) }
    }

    static func backends(_ path: String) throws(CommandFailure) -> BackendEntities {
        try read(path) { source throws(Diagnostic) in try BackendEntities(reading: source) }
    }

    /// A file itself; of a folder every `*.xml` below it, in alphabetical order.
    static func documents(_ path: String) throws(CommandFailure) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .usage("\(path): there is no such file or folder\n")
        }
        guard isFolder.boolValue else { return [path] }
        let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        let folder = path.hasSuffix("/") ? path : path + "/"
        return below.filter { $0.lowercased().hasSuffix(".xml") }.sorted().map { folder + $0 }
    }
}
