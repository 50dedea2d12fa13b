import Foundation
import HTTPTestServer
import Testing

/// The OAuth 2 policy through `apim-policy run --live` against two real servers: one that issues tokens, one that is the backend.
///
/// The policy is the example's; where the document that the project was created from lies beside the package, it is run too,
/// as it stands and with every `{{name}}` written `<<name>>`.
@Suite("OAuth 2 over real HTTP", .timeLimit(.minutes(2)))
struct LiveRunTests {
    /// A document and what its named values are called.
    struct Document: Sendable, CustomTestStringConvertible {
        var title: String
        var text: String
        var tokenURLName: String
        var audienceName: String
        var testDescription: String { title }

        var angled: Document {
            let text = text.replacing(/\{\{(\w+)\}\}/) { "<<\($0.1)>>" }
            return Document(title: title + ", <<name>>", text: text, tokenURLName: tokenURLName, audienceName: audienceName)
        }
    }

    static let documents: [Document] = {
        var documents: [Document] = []
        if let text = try? String(contentsOfFile: Fixtures.path("Examples/oauth2-backend/policy.xml"), encoding: .utf8) {
            documents.append(Document(title: "example", text: text, tokenURLName: "tokenEndpoint", audienceName: "audience"))
        }
        if let text = seedPolicy() {
            documents.append(Document(title: "seed", text: text, tokenURLName: "authorizationServer", audienceName: "scope"))
        }
        return documents.flatMap { [$0, $0.angled] }
    }()

    /// The policy inside of the seed's article.
    private static func seedPolicy() -> String? {
        guard let folder = Fixtures.shared("seed"), let name = try? FileManager.default.contentsOfDirectory(atPath: folder).first,
            let article = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8), let start = article.range(of: "```xml\n"),
            let end = article.range(of: "```", range: start.upperBound..<article.endIndex)
        else { return nil }
        return String(article[start.upperBound..<end.lowerBound])
    }

    @Test func exampleIsThere() { #expect(Self.documents.count >= 2) }

    @Test(arguments: documents)
    func tokenReachesTheBackendAndTheKeyDoesNot(_ document: Document) async throws {
        let token: HTTPTestServer.Handler = { request in
            let isRight =
                request.method == "POST" && request["Content-Type"] == "application/x-www-form-urlencoded"
                && Set(request.text.split(separator: "&")) == [
                    "client_id=me", "client_secret=s3%26cret", "grant_type=client_credentials", "resource=api",
                ]
            return .response(status: isRight ? 200 : 400, body: isRight ? #"{"access_token": "tok-1"}"# : "{}")
        }
        try await run(document, token: token) { result, backend in
            #expect(result.status == 0)
            let request = try #require(backend.requests.first)
            #expect(request["Authorization"] == "Bearer tok-1" && request["Ocp-Apim-Subscription-Key"] == nil)
            #expect(request.target == "/base/orders/7?x=1" && request["Accept"] == "text/plain")
            #expect((try result.json()["response"] as? [String: Any])?["body"] as? String == "from the backend")
            #expect(!result.output.contains("s3%26cret") && !result.output.contains("s3&cret"))
        }
    }

    @Test(arguments: documents)
    func answerWithoutTokenIsForwardedWithAnEmptyOne(_ document: Document) async throws {
        try await run(document, token: { _ in .response(status: 500, body: #"{"error": "invalid_client"}"#) }) { result, backend in
            #expect(result.status == 0)
            #expect(backend.requests.first?["Authorization"].map { $0.trimmingCharacters(in: .whitespaces) } == "Bearer")
        }
    }

    @Test(arguments: documents)
    func answerThatIsNotJSONIs500(_ document: Document) async throws {
        try await run(document, token: { _ in .response(body: "<html>") }, expectFailure)
    }

    @Test(arguments: documents)
    func tokenServerThatHangsUpIs500(_ document: Document) async throws {
        try await run(document, token: { _ in .closeConnection }, expectFailure)
    }

    @Test(arguments: documents)
    func tokenServerThatIsDownIs500(_ document: Document) async throws {
        let url = try await HTTPTestServer.unusedURL()
        try await HTTPTestServer.run({ _ in .response() }) { backend, backendURL in
            try await expectFailure(try await run(document, tokenURL: url, backendURL: backendURL), backend)
        }
    }

    /// 500, on-error saw a failed expression, the variable is null, and the backend was not asked.
    private func expectFailure(_ result: Command.Result, _ backend: HTTPTestServer) async throws {
        #expect(result.status == 0)
        let report = try result.json()
        #expect((report["response"] as? [String: Any])?["statusCode"] as? Int == 500)
        let error = report["lastError"] as? [String: Any]
        #expect(error?["reason"] as? String == "ExpressionValueEvaluationFailure" && error?["source"] as? String == "set-header")
        #expect(report["backendRequest"] is NSNull && backend.requests.isEmpty)
    }

    private func run(
        _ document: Document, token: @escaping HTTPTestServer.Handler, _ check: (Command.Result, HTTPTestServer) async throws -> Void
    ) async throws {
        try await HTTPTestServer.run(token) { _, tokenURL in
            try await HTTPTestServer.run({ _ in .response(headers: [("Content-Type", "text/plain")], body: "from the backend") }) {
                backend, backendURL in
                try await check(try await run(document, tokenURL: tokenURL, backendURL: backendURL), backend)
            }
        }
    }

    private func run(_ document: Document, tokenURL: String, backendURL: String) async throws -> Command.Result {
        let folder = try TemporaryFolder()
        let policy = try folder.write("policy.xml", document.text)
        let context = try folder.write(
            "context.json",
            #"""
            {"request": {"url": "https://gateway.example/shop/orders/7?x=1", "headers": {"Accept": "text/plain", "Ocp-Apim-Subscription-Key": "k"}},
             "api": {"path": "shop"}}
            """#)
        let values = try folder.write(
            "named-values.json",
            #"""
            {"\#(document.tokenURLName)": "\#(tokenURL)/token", "\#(document.audienceName)": "api", "clientId": "me",
             "clientSecret": {"value": "s3%26cret", "secret": true}}
            """#)
        return try await Command.run(
            [
                "run", policy, "--context", context, "--named-values", values, "--live", "--backend", backendURL + "/base", "--format",
                "json",
            ])
    }
}
