import Foundation
import PolicyRuntime
import Testing

@testable import StandardPolicies

/// `Docs/Policies` is made of the policies. To make it anew:
/// `UPDATE_REFERENCE=1 swift test --filter PolicyPagesTests`
@Suite struct PolicyPagesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Docs/Policies")

    @Test func pagesSayWhatThePoliciesDeclare() throws {
        let pages = PolicyReference().pages
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] != nil { try write(pages) }
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(names) == Set(pages.map(\.name)), "run UPDATE_REFERENCE=1 swift test --filter PolicyPagesTests")
        for page in pages {
            let text = try? String(contentsOf: Self.folder.appendingPathComponent(page.name), encoding: .utf8)
            #expect(text == page.text, "\(page.name) is old: run UPDATE_REFERENCE=1 swift test --filter PolicyPagesTests")
        }
    }

    private func write(_ pages: [PolicyReference.Page]) throws {
        try? FileManager.default.removeItem(at: Self.folder)
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        for page in pages { try page.text.write(to: Self.folder.appendingPathComponent(page.name), atomically: true, encoding: .utf8) }
    }

    @Test func notesAreOfPoliciesThatAreBuilt() {
        #expect(Set(PolicyNotes.standard.keys).subtracting(PolicyRegistry.standard.names).isEmpty)
    }

    @Test func aPageHasWhatAPolicyTakesAndDoes() throws {
        let page = try #require(PolicyReference().text(of: "check-header"))
        for part in ["- `failed-check-httpcode` (int, required", "- `<value>` (any number)", "`HeaderNotFound`, 401", "```xml"] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test func whatIsNotBuiltSaysSo() throws {
        #expect(try #require(PolicyReference().text(of: "validate-content")).contains("does not run it yet"))
        #expect(PolicyReference().text(of: "set-haeder") == nil)
    }
}
