import Foundation
import PolicyRuntime
import StandardPolicies
import Testing

/// The tables of the package against the reference data, where that is at hand.
@Suite struct PolicyReferenceTests {
    struct Reference: Decodable {
        struct Attribute: Decodable {
            var name: String
            var `enum`: [String]?
        }
        struct Child: Decodable { var name: String }
        var name: String
        var sections: [String]
        var attributes: [Attribute]
        var children: [Child]
    }

    private static func references() throws -> [Reference] {
        let file = URL(filePath: #filePath).appending(path: "../../../../shared/spec/policies.json").standardizedFileURL
        guard let data = try? Data(contentsOf: file) else { return [] }
        return try JSONDecoder().decode([Reference].self, from: data)
    }

    @Test func everyPolicyIsKnownInItsSections() throws {
        for reference in try Self.references() {
            let known = try #require(KnownPolicies[reference.name], "\(reference.name)")
            let sections = Set(reference.sections.compactMap(PolicySection.init))
            #expect(known.sections.isSuperset(of: sections), "\(reference.name)")
        }
    }

    @Test func builtPoliciesReadEverythingThatTheReferenceHas() throws {
        for reference in try Self.references() {
            guard let schema = PolicyRegistry.standard[reference.name]?.schema else { continue }
            for attribute in reference.attributes {
                let declared = try #require(schema[attribute: attribute.name]?.value, "\(reference.name)/@\(attribute.name)")
                guard let words = attribute.enum, let literals = declared.allowedLiterals else { continue }
                #expect(Set(literals).isSuperset(of: words), "\(reference.name)/@\(attribute.name)")
            }
            for child in reference.children where !child.name.hasPrefix("any policy") {
                #expect(schema[child: child.name] != nil, "\(reference.name)/\(child.name)")
            }
        }
    }
}
