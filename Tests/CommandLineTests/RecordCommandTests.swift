import Foundation
import HTTPTestServer
import Testing

@Suite("apim-policy record", .timeLimit(.minutes(2)))
struct RecordCommandTests {
    private let curl = "curl https://shop.example/orders/7 -H 'Authorization: Bearer canary-token-1' -d '{\"a\": 1}'"

    @Test func importedRequestRuns() async throws {
        let folder = try TemporaryFolder()
        let source = try folder.write("request.txt", curl)
        let result = try await Command.run(["record", "import", source, "--output", folder.path + "/shop"])
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(result.errors.contains("{{authorization}} stands for the header Authorization") && !result.errors.contains("canary"))
        try folder.write(
            "shop/policy.xml",
            "<policies><inbound><return-response><set-body>@(context.Request.Headers.GetValueOrDefault(&quot;Authorization&quot;))</set-body></return-response></inbound></policies>"
        )
        let run = try await Command.run(["run", folder.path + "/shop"])
        #expect(run.status == 0 && run.output.contains("Bearer {{authorization}}"))
        try folder.write("shop/named-values.json", #"{"authorization": "given"}"#)
        #expect(try await Command.run(["run", folder.path + "/shop"]).output.contains("Bearer given"))
    }

    @Test func importedAnswersReplay() async throws {
        let folder = try TemporaryFolder()
        let arguments = ["record", "import", Fixtures.path("Recordings/browser-archive/source.har"), "--entry", "2"]
        #expect(try await Command.run(arguments + ["--output", folder.path]).status == 0)
        try folder.write("policy.xml", "<policies><inbound><base /></inbound></policies>")
        let run = try await Command.run(["run", folder.path, "--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        let response = try run.json()["response"] as? [String: Any]
        #expect((response?["body"] as? String)?.contains("Zoë") == true)
    }

    @Test func filesThatAreThereStay() async throws {
        let folder = try TemporaryFolder()
        let source = try folder.write("request.txt", curl)
        let context = try folder.write("context.json", "mine")
        let refused = try await Command.run(["record", "import", source, "--output", folder.path])
        #expect(refused.status == 2 && refused.errors.contains("--force"))
        #expect(try String(contentsOfFile: context, encoding: .utf8) == "mine")
        #expect(try await Command.run(["record", "import", source, "--output", folder.path, "--force"]).status == 0)
        #expect(try String(contentsOfFile: context, encoding: .utf8).contains("shop.example"))
    }

    @Test(
        "wrong usage is status 2",
        arguments: [
            ["record", "import"], ["record", "import", "/nonexistent"], ["record", "import", "/dev/null"],
            ["record", "import", "/dev/null", "--from", "word"], ["run", "/tmp", "--record", "x.json"],
        ])
    func wrongUsage(_ arguments: [String]) async throws {
        let result = try await Command.run(arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    }

    @Test func liveRunIsReplayed() async throws {
        let token: HTTPTestServer.Handler = { _ in .response(body: #"{"access_token": "tok-canary-1"}"#) }
        let backend: HTTPTestServer.Handler = { request in
            .response(
                headers: [("Content-Type", "text/plain")], body: request["Authorization"] == "Bearer tok-canary-1" ? "welcome" : "go away")
        }
        try await HTTPTestServer.run(token) { _, tokenURL in
            try await HTTPTestServer.run(backend) { _, backendURL in
                let folder = try TemporaryFolder()
                try folder.write(
                    "policy.xml", try String(contentsOfFile: Fixtures.path("Examples/oauth2-backend/policy.xml"), encoding: .utf8))
                try folder.write(
                    "named-values.json",
                    #"""
                    {"tokenEndpoint": "\#(tokenURL)/token", "audience": "api", "clientId": "me",
                     "clientSecret": {"value": "canary/secret&1", "secret": true}}
                    """#)
                let recording = folder.path + "/exchanges.json"
                let common = ["run", folder.path, "--backend", backendURL, "--format", "json"]
                let live = try await Command.run(common + ["--live", "--record", recording])
                #expect(live.status == 0 && live.errors.contains("2 exchanges"), "\(live.errors)")
                let text = try String(contentsOfFile: recording, encoding: .utf8)
                for form in ["canary/secret&1", "canary%2Fsecret%261", "tok-canary-1"] { #expect(!text.contains(form)) }
                let replay = try await Command.run(common)
                #expect(replay.status == 0, "\(replay.errors)")
                #expect(try body(live) == "welcome" && body(replay) == "welcome")
            }
        }
    }

    private func body(_ result: Command.Result) throws -> String? { (try result.json()["response"] as? [String: Any])?["body"] as? String }
}
