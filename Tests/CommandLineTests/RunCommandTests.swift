import Foundation
import Testing

@Suite("apim-policy run")
struct RunCommandTests {
    private let example = Fixtures.path("Examples/oauth2-backend")
    private let plain = "<policies><inbound><base /></inbound></policies>"

    @Test func exampleRuns() async throws {
        let result = try await Command.run(["run", example])
        #expect(result.status == 0 && result.errors.isEmpty)
        #expect(result.output.contains("Authorization: Bearer eyJ0eXAi.example.token"))
        #expect(!result.output.contains("Ocp-Apim-Subscription-Key"))
        #expect(result.output.contains("← 200 OK"))
    }

    @Test func reportHasTheMembersOfTheContract() async throws {
        let result = try await Command.run(["run", example, "--format", "json"])
        let report = try result.json()
        #expect(
            Set(report.keys) == [
                "version", "outcome", "response", "backendRequest", "callouts", "variables", "lastError", "policies", "logs",
            ])
        #expect(report["version"] as? Int == 1 && report["outcome"] as? String == "response" && report["lastError"] is NSNull)
        #expect(Set(((report["response"] as? [String: Any]) ?? [:]).keys) == ["statusCode", "statusReason", "headers", "body"])
        let policies = try #require(report["policies"] as? [[String: Any]])
        #expect(policies.map { $0["name"] as? String } == ["send-request", "set-header", "set-header", "forward-request"])
        #expect(policies.first?["line"] as? Int != nil && policies.first?["durationMs"] as? Double != nil)
        #expect(!result.output.contains("s3cr") && result.output.contains("client_secret=•••"))
    }

    @Test func refusedDocumentIsStatus1() async throws {
        let folder = try TemporaryFolder()
        let result = try await Command.run(["run", try folder.write("p.xml", "<policies><inbund /></policies>")])
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors.contains("did you mean 'inbound'?"))
    }

    @Test func unansweredCalloutIsStatus1AndSaysWhatWasAsked() async throws {
        let folder = try TemporaryFolder()
        let context = try folder.write("c.json", #"{"api": {"serviceUrl": "https://backend.example"}}"#)
        let result = try await Command.run(["run", try folder.write("p.xml", plain), "--context", context, "--format", "json"])
        #expect(result.status == 1)
        #expect(result.errors.contains("no recorded exchange answers GET https://backend.example/"))
        #expect(try result.json()["outcome"] as? String == "error")
    }

    @Test func errorResponseIsStatus0() async throws {
        let folder = try TemporaryFolder()
        let document = "<policies><inbound><set-variable name=\"x\" value=\"@(int.Parse(&quot;x&quot;))\" /></inbound></policies>"
        let result = try await Command.run(["run", try folder.write("p.xml", document), "--format", "json"])
        #expect(result.status == 0)
        let report = try result.json()
        #expect(report["outcome"] as? String == "error" && report["backendRequest"] is NSNull)
        #expect((report["lastError"] as? [String: Any])?["reason"] as? String == "ExpressionValueEvaluationFailure")
        #expect((report["response"] as? [String: Any])?["statusCode"] as? Int == 500)
    }

    @Test func scopesComeFromOptions() async throws {
        let folder = try TemporaryFolder()
        let api = try folder.write(
            "a.xml", "<policies><inbound><return-response><set-status code=\"418\" /></return-response></inbound></policies>")
        let result = try await Command.run(["run", try folder.write("p.xml", plain), "--api", api, "--format", "json"])
        #expect((try result.json()["response"] as? [String: Any])?["statusCode"] as? Int == 418)
    }

    @Test func binaryBodyIsBase64() async throws {
        let folder = try TemporaryFolder()
        let exchanges = try folder.write("e.json", #"{"exchanges": [{"response": {"body": {"base64": "/wA="}}}]}"#)
        let policy = try folder.write("p.xml", plain)
        let result = try await Command.run(
            ["run", policy, "--exchanges", exchanges, "--backend", "https://backend.example", "--format", "json"])
        #expect(((try result.json()["response"] as? [String: Any])?["body"] as? [String: String]) == ["base64": "/wA="])
    }

    @Test(
        "wrong usage is status 2",
        arguments: [
            [], ["/nonexistent"], ["--live"], ["/", "--context", "/nonexistent"], ["/tmp", "--format", "yaml"],
        ])
    func usage(arguments: [String]) async throws {
        let result = try await Command.run(["run"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    }

    @Test func malformedContextIsStatus2WithItsPlace() async throws {
        let folder = try TemporaryFolder()
        let context = try folder.write("c.json", "{\"request\": {\"url\": 1}}")
        let result = try await Command.run(["run", try folder.write("p.xml", plain), "--context", context])
        #expect(result.status == 2 && result.errors.hasPrefix("\(context):1:21: error: url must be a text"))
    }

    @Test func helpIsForNewcomers() async throws {
        for command in [[], ["run"], ["check"], ["eval"]] {
            let result = try await Command.run(command + ["--help"])
            #expect(result.status == 0 && result.output.contains("apim-policy"))
        }
    }
}
