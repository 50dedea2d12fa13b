import Foundation
import PolicyDiagnostics
import PolicyTesting
import Testing

/// The schemas that editors use know the members that the readers know: no more, and no fewer.
@Suite("Schemas of recordings")
struct RecordedContextSchemaTests {
    @Test(
        "members of contexts are the same",
        arguments: [
            [], ["request"], ["response"], ["api"], ["api", "subscriptionKeyParameterNames"], ["operation"], ["product"], ["subscription"],
            ["user"], ["deployment"], ["deployment", "gateway"], ["backend"], ["workspace"], ["lastError"],
            ["request", "privateEndpointConnection"],
        ])
    func contextMembers(_ path: [String]) throws {
        let text = path.reversed().reduce(#"{"zzzz": 1}"#) { #"{"\#($1)": \#($0)}"# }
        let warning = try #require(try RecordedContext(reading: SourceText(name: "context.json", text: text)).warnings.first)
        #expect(known(warning) == (try properties("recorded-context", path)))
    }

    @Test(
        "members of exchanges are the same",
        arguments: [
            (#"{"zzzz": 1}"#, [String]()), (#"{"exchanges": [{"zzzz": 1}]}"#, ["exchanges", "items"]),
            (#"{"exchanges": [{"request": {"zzzz": 1}, "response": {}}]}"#, ["exchanges", "items", "request"]),
        ])
    func exchangeMembers(_ text: String, _ path: [String]) throws {
        let source = SourceText(name: "exchanges.json", text: text)
        let diagnostic = try #require(throws: Diagnostic.self) { try Exchanges(reading: source) }
        #expect(known(diagnostic) == (try properties("exchanges", path)))
    }

    private func known(_ diagnostic: Diagnostic) -> Set<String> {
        let hint = diagnostic.hint ?? ""
        return Set(hint.dropFirst("known are ".count).split(separator: ", ").map(String.init))
    }

    /// The members of an object of a schema; references and `null` beside it are passed through.
    private func properties(_ schema: String, _ path: [String]) throws -> Set<String> {
        let url = URL(fileURLWithPath: Fixtures.path("../Docs/Schemas/\(schema).schema.json"))
        let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
        var place = root
        for name in path {
            let next = name == "items" ? place["items"] : (place["properties"] as? [String: Any])?[name]
            place = resolved(try #require(next as? [String: Any]), root)
        }
        #expect(place["additionalProperties"] as? Bool == false)
        return Set(try #require(place["properties"] as? [String: Any]).keys)
    }

    private func resolved(_ schema: [String: Any], _ root: [String: Any]) -> [String: Any] {
        guard let reference = schema["$ref"] as? String, let definitions = root["$defs"] as? [String: [String: Any]] else { return schema }
        return definitions[String(reference.dropFirst("#/$defs/".count))] ?? [:]
    }
}
