import Foundation

/// The package and what lies beside it.
enum PackageRoot {
    static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func fixtures(_ folder: String) -> URL { url.appendingPathComponent("Fixtures").appendingPathComponent(folder) }

    /// Real documents, which are no part of the package; empty where they are not there.
    static var corpus: [URL] {
        let folder = url.deletingLastPathComponent().appendingPathComponent("shared/corpus/documents")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".xml") }.sorted().map { folder.appendingPathComponent($0) }
    }

    /// The folders of a folder of cases.
    static func cases(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fixtures(folder).path).filter { !$0.hasPrefix(".") }.sorted()
    }
}
