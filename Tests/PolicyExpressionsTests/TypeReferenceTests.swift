import Foundation
import PolicyExpressions
import Testing

/// `Docs/Expressions` is made of the type library. To make it anew:
/// `UPDATE_REFERENCE=1 swift test --filter TypeReferenceTests`
@Suite("Reference of types")
struct TypeReferenceTests {
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder = repository.appendingPathComponent("Docs/Expressions")
    /// The members that reflection found on .NET Core 3.1 and Newtonsoft.Json 6.0.8.
    private static let allowedTypes = repository.appendingPathComponent("Fixtures/Reference/allowed-types.json")

    @Test func pagesSayWhatTheLibraryHas() throws {
        let pages = try TypeReference(allowedMembers: Self.allowedMembers()).pages
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] != nil { try write(pages) }
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(names) == Set(pages.map(\.name)), "run UPDATE_REFERENCE=1 swift test --filter TypeReferenceTests")
        for page in pages {
            let text = try? String(contentsOf: Self.folder.appendingPathComponent(page.name), encoding: .utf8)
            #expect(
                text == page.text, "\(page.name) is not what the library has: run UPDATE_REFERENCE=1 swift test --filter TypeReferenceTests"
            )
        }
    }

    @Test func allowedTypesAreHere() throws {
        let allowed = try Self.allowedMembers()
        let titles = Set(TypeReference().pages.map(\.name))
        #expect(allowed.count > 100)
        for name in allowed.keys {
            let page = name.split(separator: "`").joined(separator: "-") + ".md"
            #expect(titles.contains(page), "API Management allows \(name), which the library lacks")
        }
    }

    private static func allowedMembers() throws -> [String: [String]] {
        try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: allowedTypes))
    }

    private func write(_ pages: [TypeReference.Page]) throws {
        try? FileManager.default.removeItem(at: Self.folder)
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        for page in pages { try page.text.write(to: Self.folder.appendingPathComponent(page.name), atomically: true, encoding: .utf8) }
    }
}
