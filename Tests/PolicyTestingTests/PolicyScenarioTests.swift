import Foundation
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import Testing

@Suite("Scenarios")
struct PolicyScenarioTests {
    private let example = Fixtures.path("Examples/oauth2-backend")

    @Test func exampleHolds() async throws {
        #expect(try await PolicyScenario(path: example).differences() == [])
    }

    @Test func reportHasNoSecret() async throws {
        let run = try RecordedRun(try PolicyInputs(path: example))
        let report = try await run.report()
        #expect(report.callouts.first?.request.body.isEmpty == false)
        #expect(!report.jsonText(masking: run.mask).contains("s3cr"))
        #expect(!report.text(masking: run.mask).contains("s3cr"))
    }

    @Test func slowTokenServerEndsIn500WithoutARealWait() async throws {
        let run = try RecordedRun(try PolicyInputs(path: example))
        let clock = ManualClock()
        let slow = Exchanges([Exchange(RequestPattern(method: "POST"), .response(RecordedResponse(), delay: .seconds(21)))])
        let transport = ScriptedTransport(slow, clock: clock)
        let report = Task { try await run.report(over: transport, clock: clock) }
        await clock.sleepers(atLeast: 1)
        clock.advance(by: .seconds(20))
        let result = try await report.value
        #expect(result.response.statusCode == 500 && result.backendRequest == nil)
        #expect(result.lastError?.reason == "ExpressionValueEvaluationFailure" && result.lastError?.source == "set-header")
        #expect(result.variables.first { $0.name == "tokenResponse" }?.value.type == "null")
    }

    @Test(
        "what does not hold is said",
        arguments: [
            (#"{"response": {"statusCode": 201}}"#, "response.statusCode: want 201, have 200"),
            (#"{"backendRequest": null}"#, "backendRequest: want none"), (#"{"lastError": {"reason": "x"}}"#, "lastError: want"),
            (#"{"backendRequest": {"headers": {"Authorization": null}}}"#, "backendRequest.headers.Authorization: want none"),
            (#"{"backendRequest": {"headers": {"X": "1"}}}"#, "backendRequest.headers.X: want \"1\", have nothing"),
            (#"{"callouts": []}"#, "callouts: want 0, have 1"),
            (#"{"response": {"body": {"json": {"id": 43}}}}"#, "response.body.id: want 43, have 42"),
            (#"{"response": {"body": {"regex": "^x"}}}"#, "want a match of /^x/"),
            (#"{"response": {"body": {"excludes": "42"}}}"#, "want a text without \"42\""),
            (#"{"variables": {"tokenResponse": null}}"#, "variables.tokenResponse: want none"),
            (#"{"variables": {"v": {}}}"#, "variables.v: want a value, have nothing"),
            (#"{"policies": {"ran": ["choose"], "notRan": ["set-header"]}}"#, "policies: want choose to run, have it did not"),
            (#"{"outcome": "error"}"#, "outcome: want"), (#"{"exitStatus": 1, "diagnostic": "x"}"#, "must be refused"),
        ])
    func differences(expected: String, difference: String) async throws {
        let run = try RecordedRun(try PolicyInputs(path: example))
        let report = try await run.report()
        let expectations = try RunExpectations(reading: SourceText(name: "expected.json", text: expected))
        let differences = expectations.differences(from: report, mask: run.mask)
        #expect(differences.contains { $0.contains(difference) }, "\(differences)")
    }

    @Test func misspeltExpectationIsRefused() {
        #expect(throws: Diagnostic.self) { try RunExpectations(reading: SourceText(name: "e", text: #"{"respons": {}}"#)) }
    }
}

/// The fixtures of the package, outside of every target.
enum Fixtures {
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures").appendingPathComponent(name).path
    }
}
