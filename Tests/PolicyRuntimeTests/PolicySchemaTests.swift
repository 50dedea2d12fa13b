import PolicyRuntime
import StandardPolicies
import Testing

@Suite struct PolicySchemaTests {
    @Test func dryReadDeclaresEverything() throws {
        let schema = Greet.schema
        #expect(schema.attributes.map(\.name) == ["name", "times", "mood", "loud"])
        let times = try #require(schema[attribute: "times"]?.value)
        #expect(times.typeName == "int" && !times.isRequired && times.defaultLiteral == "1" && !times.allowsExpressions)
        #expect(times.constraint == "between 1 and 3")
        #expect(schema[attribute: "mood"]?.value.allowedLiterals == ["warm", "cool"])
        #expect(schema[attribute: "name"]?.value.isRequired == true)
        #expect(schema.children.map(\.name) == ["word", "volume", "set-header"])
        #expect(schema[child: "volume"]?.schema.text?.typeName == "number")
        #expect(schema[child: "set-header"]?.isPolicy == true)
        #expect(Repeat.schema.acceptsPolicies)
    }

    @Test func everyValueHasASummary() {
        for policy in PolicyRegistry.standard.all {
            let summaries = policy.schema.values.map(\.summary)
            #expect(!policy.metadata.summary.isEmpty && !summaries.contains(""), "\(policy.metadata.name)")
        }
    }

    @Test func builtPoliciesKeepToTheReference() throws {
        for policy in PolicyRegistry.standard.all {
            let known = try #require(KnownPolicies[policy.metadata.name], "\(policy.metadata.name)")
            #expect(policy.metadata.sections.isSuperset(of: known.sections), "\(known.name)")
            #expect(policy.metadata.category == known.category, "\(known.name)")
        }
    }
}

extension PolicySchema {
    fileprivate var values: [Value] { attributes.map(\.value) + (text.map { [$0] } ?? []) + children.flatMap(\.schema.values) }
}
