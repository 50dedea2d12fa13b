import APIMPolicy
import Foundation
import PolicyRuntime
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

    @Test("it happens under coverage and a trace, too", arguments: scenarios)
    func measuredScenario(_ scenario: PolicyScenario) async {
        var options = CompilationOptions()
        options.measuresCoverage = true
        let trace = TraceRecorder()
        let differences = await scenario.differences(options: options, observers: [trace])
        #expect(differences.isEmpty, "\(scenario.reason)")
        var test = ReportedTest(name: scenario.description, file: scenario.path, outcome: .passed)
        let report = RunReport(response: RunReport.Response(statusCode: 200, statusReason: "OK"))
        test.runs = [ReportedTest.Run(name: "run", report: report, trace: trace.trace())]
        let page = HTMLReport(tests: [test]).files.first { $0.path == "tests/1.html" }?.text ?? ""
        // Every policy that began is on the page.
        let entered = trace.trace().events.count { if case .policyEntered = $0.content { true } else { false } }
        #expect(page.components(separatedBy: "class=\"policy\"").count - 1 == entered)
        #expect(trace.trace().jsonText().hasSuffix("}\n"))
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
