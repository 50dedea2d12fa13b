import PolicyTesting
import Testing

/// Every scenario of `Fixtures/Policies` and `Fixtures/Examples`: one documented fact each.
@Suite("Scenarios of the policies")
struct ScenarioTests {
    @Test("scenario", arguments: try PolicyScenario.all(below: Fixtures.path("Policies")))
    func policy(_ scenario: PolicyScenario) async {
        #expect(await scenario.differences() == [], "\(scenario.reason)")
    }

    @Test("example", arguments: try PolicyScenario.all(below: Fixtures.path("Examples")))
    func example(_ scenario: PolicyScenario) async {
        #expect(await scenario.differences() == [], "\(scenario.reason)")
    }
}
