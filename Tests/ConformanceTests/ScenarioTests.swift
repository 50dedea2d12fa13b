import Foundation
import PolicyTesting
import Testing

/// Every scenario of `Fixtures/Policies` and `Fixtures/Examples`: one documented fact each.
///
/// `Fixtures/Policies/pending.json` names those whose feature is not built yet, with the reason. One that holds after all
/// is reported, so that the list can only shrink.
@Suite("Scenarios of the policies")
struct ScenarioTests {
    @Test("scenario", arguments: try PolicyScenario.all(below: Fixtures.path("Policies")))
    func policy(_ scenario: PolicyScenario) async throws {
        let differences = await scenario.differences()
        if let reason = try Self.pending()[scenario.description] {
            #expect(!differences.isEmpty, "holds now, and is listed as pending: \(reason)")
        } else {
            #expect(differences == [], "\(scenario.reason)")
        }
    }

    @Test("example", arguments: try PolicyScenario.all(below: Fixtures.path("Examples")))
    func example(_ scenario: PolicyScenario) async {
        #expect(await scenario.differences() == [], "\(scenario.reason)")
    }

    @Test func pendingScenariosExist() throws {
        let names = Set(try PolicyScenario.all(below: Fixtures.path("Policies")).map(\.description))
        #expect(Set(try Self.pending().keys).isSubset(of: names))
    }

    private static func pending() throws -> [String: String] {
        try JSONDecoder().decode(
            [String: String].self, from: Data(contentsOf: URL(fileURLWithPath: Fixtures.path("Policies/pending.json"))))
    }
}
