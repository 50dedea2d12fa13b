import Foundation
import PolicyExpressions
import Testing

/// `Docs/Expressions` is made of the type library. To make it anew:
/// `UPDATE_REFERENCE=1 swift test --filter TypeReferenceTests`
@Suite("Reference of types")
struct TypeReferenceTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Docs/Expressions")

    @Test func pagesSayWhatTheLibraryHas() throws {
        let pages = TypeReference().pages
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

    private func write(_ pages: [TypeReference.Page]) throws {
        try? FileManager.default.removeItem(at: Self.folder)
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        for page in pages { try page.text.write(to: Self.folder.appendingPathComponent(page.name), atomically: true, encoding: .utf8) }
    }
}
