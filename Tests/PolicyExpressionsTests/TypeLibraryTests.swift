import Testing

@testable import PolicyExpressions

/// The tables of the type library hold together.
@Suite struct TypeLibraryTests {
    /// Making a member checks that its body has as many parameters as it has names.
    @Test func everyMemberOfEveryTypeCanBeMade() {
        for type in NetType.all {
            let members = type.members
            let all =
                members.constructors + members.indexers + members.conversions + members.properties.values
                + members.methods.values.flatMap(\.self)
            for member in all {
                let receiver = member.isStatic ? 0 : 1
                #expect(
                    member.kind == .constant || member.bodyParameters.count == member.parameters.count + receiver,
                    "\(type.fullName).\(member.name)")
                #expect(!member.summary.isEmpty, "\(type.fullName).\(member.name)")
            }
        }
    }

    @Test func noTwoTypesHaveOneName() {
        let names = NetType.all.map { "\($0.fullName)`\($0.arity)" }
        #expect(Set(names).count == names.count)
    }
}
