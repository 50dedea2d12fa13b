import PolicyTesting
import Testing

/// Every folder of `Fixtures/Examples`. The scenarios of `Fixtures/Policies` run in StandardPoliciesTests.
@Suite("Examples")
struct ExampleTests {
    @Test("example", arguments: try PolicyScenario.all(below: Fixtures.path("Examples")))
    func example(_ scenario: PolicyScenario) async {
        #expect(await scenario.differences() == [], "\(scenario.reason)")
    }
}
