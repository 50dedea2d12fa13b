import APIMPolicy
import Foundation
import PolicyTesting
import Testing

/// Runs every folder of Fixtures/Policies.
@Suite struct PolicyFixtureTests {
    private static let folder = packageRoot.appending(path: "Fixtures/Policies").path
    private static let scenarios = (try? PolicyScenario.all(below: folder)) ?? []

    @Test("what a fixture says happens, happens", arguments: scenarios)
    func scenario(_ scenario: PolicyScenario) async {
        let differences = await scenario.differences()
        #expect(differences.isEmpty, "\(scenario.reason)")
    }

    @Test func everyPolicyHasFourFixturesAndNoFolderIsLeftOver() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(Set(PolicyRegistry.standard.names).isSubset(of: folders))
        for folder in folders {
            let cases = Self.scenarios.filter { $0.path.contains("/Policies/\(folder)/") }
            #expect(cases.count >= 4, "\(folder)")
        }
    }
}
