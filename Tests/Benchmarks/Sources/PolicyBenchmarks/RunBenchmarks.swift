import APIMPolicy
import Foundation
import PolicyTesting

/// A request through the example's inbound section, the token server answering from memory.
func runSectionBenchmark() async throws {
    let engine = try PolicyEngine(
        PolicySources(operation: try Documents.example().text), namedValues: Documents.namedValues,
        services: GatewayServices(transport: TokenServer()))
    var head = HTTPRequest(method: .get, scheme: "https", authority: "gateway.example", path: "/orders/42?expand=lines")
    head.headerFields[.accept] = "application/json"
    if let key = HTTPField.Name("Ocp-Apim-Subscription-Key") { head.headerFields[key] = "3b1f0c2d9a" }
    let api = APIDescription(path: "orders", serviceURL: "https://backend.example/v2/orders")
    let request = head
    let context = try await Measurement(asynchronously: { _ = RequestContext(request, api: api) })
    print(context.line("request context alone"))
    let run = try await Measurement(asynchronously: {
        var context = RequestContext(request, api: api)
        guard case .forward(let forwarded) = await engine.runInbound(&context),
            forwarded.head.headerFields[.authorization] == "Bearer eyJ0eXAi.example.token"
        else { throw BenchmarkFailure(text: "the section did not forward with the token") }
    })
    print(run.line("inbound section of the example, with its context"))
}

/// Answers every request with a token.
private struct TokenServer: HTTPTransport {
    private static let body = Array(#"{"token_type":"Bearer","expires_in":3599,"access_token":"eyJ0eXAi.example.token"}"#.utf8)

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: .bytes(Self.body))
    }
}
