import APIMPolicy
import PolicyTesting

/// The example's inbound section with a transport that answers at once, beside its steps written by hand.
enum InboundBenchmark {
    private struct AnsweringTransport: HTTPTransport {
        let body = Array(#"{"token_type":"Bearer","expires_in":3599,"access_token":"eyJ0eXAi.example.token"}"#.utf8)
        let fields: HTTPFields = [.contentType: "application/json"]

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            TransportResponse(head: HTTPResponse(status: .ok, headerFields: fields), body: .bytes(body))
        }
    }

    static func run(_ example: Example) async throws {
        let engine = try PolicyEngine(example.run.policies, services: GatewayServices(transport: AnsweringTransport()))
        try await check(engine, example)
        let subjects = [byHand(example), inbound(engine, example)]
        let measurements = try await Subject.measure(subjects)
        Table.printHeading("The example's inbound section, a token obtained from memory; requests are built before the clock starts")
        Table.print(Table.Row(name: subjects[0].name, measurement: measurements[0]))
        Table.print(Table.Row(name: subjects[1].name, measurement: measurements[1], baseline: measurements[0]))
    }

    private static func check(_ engine: PolicyEngine, _ example: Example) async throws {
        var request = RequestContext(example.run.context.makeContext())
        guard case .forward(let forwarded) = await engine.runInbound(&request),
            forwarded.head.headerFields[.authorization] == "Bearer eyJ0eXAi.example.token"
        else { throw UnexpectedResult(description: "the example's request was not forwarded with its token") }
    }

    private static func inbound(_ engine: PolicyEngine, _ example: Example) -> Subject {
        let context = example.run.context
        return Subject("runInbound", preparedAtOnce: requestsAtOnce) { count in
            (0..<count).map { _ in RequestContext(context.makeContext()) }
        } run: { requests, count in
            for index in 0..<count { keep(await engine.runInbound(&requests[index])) }
        }
    }

    /// What the section does, with the types of the engine and without policies: call out, read the token, set the
    /// header, remove the key, build the request that goes on.
    private static func byHand(_ example: Example) -> Subject {
        let context = example.run.context
        let transport = AnsweringTransport()
        return Subject("by hand in Swift", preparedAtOnce: requestsAtOnce) { count in
            (0..<count).map { _ in context.makeContext() }
        } run: { requests, count in
            for request in requests {
                let response = try await transport.send(tokenRequest())
                let bytes = try await response.body.collect(upTo: 1 << 20)
                let token = try JToken.string(try JToken.parseObject(NetString(utf8: bytes))["access_token"])
                request.request.headers["Authorization"] = [NetString.concatenate(["Bearer ", token ?? ""])]
                request.request.headers.remove("Ocp-Apim-Subscription-Key")
                keep(try forwarded(request.request))
            }
        }
    }

    private static func tokenRequest() -> TransportRequest {
        let fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let head = HTTPRequest(
            method: .post, scheme: "https", authority: "login.example", path: "/tenant/oauth2/token", headerFields: fields)
        let form = "grant_type=client_credentials&client_id=orders-gateway&client_secret=secret&resource=https%3A%2F%2Fbackend.example"
        return TransportRequest(head: head, body: .bytes(Array(form.utf8)), timeout: .seconds(20))
    }

    private static func forwarded(_ request: GatewayRequest) throws -> TransportRequest {
        var fields = HTTPFields()
        for (name, value) in request.headers.fields {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let head = HTTPRequest(
            method: .get, scheme: "https", authority: "backend.example", path: "/v2/orders/42" + request.url.queryString,
            headerFields: fields)
        return TransportRequest(head: head, timeout: .seconds(300))
    }
}

/// A subject that does not do what it is measured for.
struct UnexpectedResult: Error, CustomStringConvertible {
    var description: String
}
