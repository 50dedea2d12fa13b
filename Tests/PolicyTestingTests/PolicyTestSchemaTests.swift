import Foundation
import PolicyDiagnostics
import PolicyTesting
import Testing

/// The schema that editors use knows the members that the reader knows: no more, and no fewer.
@Suite("Schema of test files")
struct PolicyTestSchemaTests {
    private let start = "policy: policies/orders.xml\n"

    @Test(
        "members are the same",
        arguments: [
            ([], "zzzz: 1\ntests: []\n"),
            (["$defs", "test"], "tests: [{zzzz: 1}]\n"),
            (["$defs", "expect"], "tests: [{name: a, expect: {zzzz: 1}}]\n"),
            (["$defs", "step"], "tests: [{name: a, steps: [{zzzz: 1}]}]\n"),
            (["$defs", "message"], "tests: [{name: a, expect: {response: {zzzz: 1}}}]\n"),
            (["$defs", "test", "properties", "fuzz"], "tests: [{name: a, fuzz: {zzzz: 1}}]\n"),
            (["$defs", "test", "properties", "scopes"], "tests: [{name: a, scopes: {zzzz: 1}}]\n"),
        ])
    func members(path: [String], text: String) throws {
        var place = try schema()
        for name in path { place = try #require(place[name] as? [String: Any]) }
        let properties = try #require(place["properties"] as? [String: Any])
        let isAboutScopes = path.last == "scopes"
        let source = SourceText(name: Fixtures.path("Tests/schema.test.yaml"), text: (isAboutScopes ? "" : start) + text)
        let diagnostic = try #require(PolicyTests.read(source).diagnostics.first)
        let hint = try #require(diagnostic.hint)
        #expect(diagnostic.code == "unknown-member" && hint.hasPrefix("known are "))
        #expect(Set(hint.dropFirst("known are ".count).split(separator: ", ").map(String.init)) == Set(properties.keys))
    }

    private func schema() throws -> [String: Any] {
        let path = URL(fileURLWithPath: Fixtures.path("../Docs/Schemas/policy-test.schema.json"))
        return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    }
}
