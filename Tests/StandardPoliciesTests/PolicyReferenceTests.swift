import APIMPolicy
import Foundation
import Testing

/// Compares what policies declare by reading with the reference, reduced to the policies that are built.
@Suite struct PolicyReferenceTests {
    struct Attribute: Decodable {
        var name: String
        var required: Required
        var type: String
        var `default`: Default?
        var expressions: Bool?
        var `enum`: [String]?
    }

    struct Child: Decodable {
        var name: String
        var attributes: [Attribute]
        var policy_ref: String?
    }

    struct Policy: Decodable {
        var name: String
        var category: String
        var sections: [String]
        var scopes: [String]
        var attributes: [Attribute]
        var children: [Child]
    }

    /// `true`, `false`, or a sentence about when.
    enum Required: Decodable {
        case always, never, sometimes

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            guard let flag = try? container.decode(Bool.self) else {
                self = .sometimes
                return
            }
            self = flag ? .always : .never
        }
    }

    /// A number or a text.
    struct Default: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text = try (try? container.decode(Int.self)).map(String.init) ?? container.decode(String.self)
        }
    }

    /// Where the engine differs from the reference, and why.
    static let exceptions: [String: String] = [
        "set-body sections": "in wide use in on-error; the policies overview names it there",
        "set-body/template enum": "samples and the editor's snippets write template=\"none\"",
        "set-body/template expressions": "the reference leaves it open; a template is compiled before there is a request",
        "set-body/html-decode-expression": "xsd-differences: known to the editor's schema alone",
        "trace sections": "in wide use in on-error, where the overview of error handling names it",
        "trace/source expressions": "real policies write expressions there",
        "rate-limit-by-key/flexible-retry-window": "xsd-differences: known to the editor's schema alone",
        "rate-limit-by-key/increment-condition default": "implied, and so not written down as a default",
        "rate-limit/api/renewal-period required": "the table demands it, the statement leaves it out",
        "quota-by-key/increment-condition default": "implied, and so not written down as a default",
        "quota/api/renewal-period required": "the table demands it, the statement leaves it out",
        "cache-lookup/vary-by-developer default": "a required attribute has no default",
        "cache-lookup/vary-by-developer-groups default": "a required attribute has no default",
        "cache-lookup-value/default-value default": "null is what stands without a default",
        "cache-store/caching-mode": "xsd-differences: known to the editor's schema alone",
        "cache-store/cache-response default": "the reference explains the default in a sentence",
        "xsl-transform/parameter/name required": "the reference's statement calls it parameter-name; one of both must be there",
        "xsl-transform/parameter/parameter-name": "the reference's statement has it, its examples have name",
        "mock-response/enabled": "xsd-differences: known to the editor's schema alone",
        "cors/terminate-unmatched-request default": "the reference contradicts itself; see the quirk ledger",
        "emit-metric/default-dimensions": "xsd-differences: known to the editor's schema alone",
        "send-request/timeout-ms": "xsd-differences: known to the editor's schema alone",
        "send-request/buffer-response": "xsd-differences: known to the editor's schema alone",
        "send-request/fail-on-error-status-code": "xsd-differences: known to the editor's schema alone",
        "validate-jwt/failed-validation-error-message default": "the reference explains the default in a sentence",
        "validate-azure-ad-token/failed-validation-error-message default": "the reference explains the default in a sentence",
        "validate-azure-ad-token/header-name default": "stands only where no other place is given",
        "validate-azure-ad-token/authentication-endpoint default": "the reference prints a hyphen in place of the host's dot",
        "authentication-managed-identity sections": "in use in backend and outbound; the editor's schema has them",
        "authentication-managed-identity/client-id default": "the reference explains the default in words",
        "authentication-managed-identity/client-id expressions": "the toolkit allows them, the page does not",
    ]

    private static let reference: [Policy] = {
        let file = packageRoot.appending(path: "Fixtures/Reference/policies.json")
        return (try? JSONDecoder().decode([Policy].self, from: Data(contentsOf: file))) ?? []
    }()

    @Test func everyBuiltPolicyIsInTheReference() {
        #expect(Set(PolicyRegistry.standard.names) == Set(Self.reference.map(\.name)))
    }

    @Test("places are those of the reference", arguments: reference.map(\.name))
    func places(_ name: String) throws {
        let (policy, metadata) = try (Self.policy(name), #require(PolicyRegistry.standard[name]).metadata)
        #expect(metadata.category.rawValue == policy.category)
        #expect(Set(metadata.scopes.map(\.rawValue)) == Set(policy.scopes))
        if Self.exceptions["\(name) sections"] == nil {
            #expect(Set(metadata.sections.map(\.rawValue)) == Set(policy.sections))
        }
    }

    @Test("attributes are those of the reference", arguments: reference.map(\.name))
    func attributes(_ name: String) throws {
        let (policy, schema) = try (Self.policy(name), #require(PolicyRegistry.standard[name]).schema)
        Self.compare(policy.attributes, schema, at: name)
        for child in policy.children where child.name != "any policy" {
            let declared = try #require(schema[child: child.name], "\(name)/\(child.name)")
            #expect(declared.isPolicy == (child.policy_ref != nil), "\(name)/\(child.name)")
            if !declared.isPolicy { Self.compare(child.attributes, declared.schema, at: "\(name)/\(child.name)") }
        }
    }

    /// What the reference calls types that are called otherwise here.
    private static let typeNames = [
        "double": "number", "IP address": "string", "char": "string", "byte[]": "string", "int seconds (type column says timespan)": "int",
    ]

    private static func policy(_ name: String) throws -> Policy { try #require(reference.first { $0.name == name }) }

    private static func compare(_ attributes: [Attribute], _ schema: PolicySchema, at place: String) {
        for attribute in attributes {
            guard let declared = schema[attribute: attribute.name]?.value else {
                Issue.record("\(place) lacks \(attribute.name)")
                continue
            }
            compare(attribute, declared, at: "\(place)/\(attribute.name)")
        }
        let known = attributes.map(\.name)
        for extra in schema.attributes.map(\.name) where !known.contains(extra) {
            #expect(exceptions["\(place)/\(extra)"] != nil, "\(place)/\(extra) is not in the reference")
        }
    }

    private static func compare(_ attribute: Attribute, _ declared: PolicySchema.Value, at place: String) {
        switch attribute.required {
        case _ where exceptions["\(place) required"] != nil: break
        case .always: #expect(declared.isRequired, "\(place)")
        case .never: #expect(!declared.isRequired, "\(place)")
        // Whether it must be there depends on the others: the policy's own checks say so.
        case .sometimes: #expect(!declared.isRequired, "\(place)")
        }
        #expect(declared.typeName == typeNames[attribute.type] ?? attribute.type, "\(place)")
        if exceptions["\(place) default"] == nil { #expect(declared.defaultLiteral == attribute.default?.text, "\(place)") }
        if let expressions = attribute.expressions, exceptions["\(place) expressions"] == nil {
            #expect(declared.allowsExpressions == expressions, "\(place)")
        }
        if let words = attribute.enum, exceptions["\(place) enum"] == nil {
            #expect(declared.allowedLiterals == words, "\(place)")
        }
    }
}
