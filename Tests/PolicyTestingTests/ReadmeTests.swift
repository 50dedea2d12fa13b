import APIMPolicy
import Foundation
import PolicyTesting
import Testing

func answer(to request: HTTPRequest, policy: String, secret: String, transport: any HTTPTransport) async throws -> HTTPResponse {
    let names = [
        "tokenEndpoint": NamedValue("https://login.example/token"), "audience": NamedValue("orders"),
        "clientId": NamedValue("gateway"), "clientSecret": NamedValue(secret, isSecret: true),
    ]
    let engine = try PolicyEngine(
        PolicySources(operation: policy), namedValues: DictionaryNamedValues(names), services: GatewayServices(transport: transport))
    let api = APIDescription(path: "orders", serviceURL: "https://backend.example/v2/orders")
    return await engine.run(RequestContext(request, api: api)).response.head
}

@Suite("README")
struct ReadmeTests {
    @Test func codeOfTheReadmeRuns() async throws {
        let policy = try String(contentsOfFile: Fixtures.path("Examples/oauth2-backend/policy.xml"), encoding: .utf8)
        let transport = ScriptedTransport(
            Exchanges([
                Exchange(
                    RequestPattern(method: "POST", url: .exact("https://login.example/token"), body: .contains("client_secret=hush&")),
                    .response(RecordedResponse(body: Array(#"{"access_token": "t"}"#.utf8)))),
                Exchange(
                    RequestPattern(url: .exact("https://backend.example/v2/orders/42"), headers: [("Authorization", "Bearer t")]),
                    .response(RecordedResponse(statusCode: 204))),
            ]))
        let request = HTTPRequest(method: .get, scheme: "https", authority: "gateway.example", path: "/orders/42")
        let response = try await answer(to: request, policy: policy, secret: "hush", transport: transport)
        #expect(response.status.code == 204)
    }

    @Test func readmeShowsThatCode() throws {
        let readme = try String(contentsOfFile: Fixtures.path("../README.md"), encoding: .utf8)
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let start = try #require(source.range(of: "func answer("))
        let end = try #require(source.range(of: "\n}\n", range: start.lowerBound..<source.endIndex))
        #expect(readme.contains(source[start.lowerBound..<end.upperBound]))
    }
}
