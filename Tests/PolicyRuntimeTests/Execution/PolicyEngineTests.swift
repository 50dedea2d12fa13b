import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import Synchronization
import Testing

@Suite struct PolicyEngineTests {
    @Test func forwardsAndAnswers() async throws {
        let transport = Answering()
        let outcome = try await makeEngine("<policies />", transport: transport).run(makeContext("/shop/orders/7?a=1"))
        #expect(try await outcome.response.text == "fine")
        #expect(outcome.lastError == nil)
        let sent = try #require(transport.requests.first)
        #expect(sent.head.authority == "backend.example" && sent.head.path == "/svc/orders/7?a=1")
        #expect(sent.timeout == .seconds(300))
    }

    @Test func streamsPassThroughUnread() async throws {
        let transport = Answering { _ in TransportResponse(head: HTTPResponse(status: .ok), body: stream("a", "b")) }
        let outcome = try await makeEngine("<policies />", transport: transport).run(makeContext(body: stream("x", "y")))
        guard case .stream? = transport.requests.first?.body, case .stream = outcome.response.body else {
            Issue.record("a body was gathered although no policy reads it")
            return
        }
        #expect(try await outcome.response.text == "ab")
    }

    @Test func streamsAreGatheredForExpressions() async throws {
        let transport = Answering { _ in TransportResponse(head: HTTPResponse(status: .ok), body: stream("a", "b")) }
        let document = """
            <policies>
                <inbound><set-header name="X-In"><value>@(context.Request.Body.As<string>(true))</value></set-header></inbound>
                <outbound><choose><when condition="@(context.Response.Body.As<string>(true) == "ab")">
                    <set-body>@(context.Response.Body.As<string>() + "!")</set-body>
                </when></choose></outbound>
            </policies>
            """
        let outcome = try await makeEngine(document, transport: transport).run(makeContext(body: stream("x", "y")))
        let sent = try #require(transport.requests.first)
        #expect(sent.head.headerFields[HTTPField.Name("X-In")!] == "xy")
        #expect(try await sent.body.collect(upTo: 100) == Array("xy".utf8))
        #expect(try await outcome.response.text == "ab!")
    }

    @Test func replacedPoliciesServeNewRequestsOnly() async throws {
        let engine = try makeEngine("<policies><outbound><set-status code=\"201\" /></outbound></policies>")
        var context = makeContext()
        guard case .forward = await engine.runInbound(&context) else {
            Issue.record("nothing to forward")
            return
        }
        let next = try #require(compile([.operation: "<policies><outbound><set-status code=\"202\" /></outbound></policies>"]).policies)
        try engine.replace(with: next)
        let response = TransportResponse(head: HTTPResponse(status: .ok))
        guard case .respond(let old) = await engine.runOutbound(&context, response: response) else {
            Issue.record("no answer")
            return
        }
        #expect(old.response.head.status.code == 201)
        #expect(await engine.run(makeContext()).response.head.status.code == 202)
    }

    @Test func missingTransportIsSaidWhenTheEngineIsMade() throws {
        let document = """
            <policies><inbound><send-request response-variable-name="r"><set-url>https://a.example</set-url><set-method>GET</set-method>
            </send-request></inbound></policies>
            """
        let error = #expect(throws: PolicyCompilationError.self) { try makeEngine(document, transport: nil) }
        #expect(error?.diagnostics.map(\.code) == ["missing-service"])
    }

    @Test func cancellationEndsTheRequest() async throws {
        let transport = Answering { _ in
            try await Task.sleep(for: .seconds(600))
            return TransportResponse(head: HTTPResponse(status: .ok))
        }
        let engine = try makeEngine("<policies />", transport: transport)
        let task = Task { await engine.run(makeContext()).lastError?.reason }
        while transport.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value == "ClientConnectionFailure")
    }
}

/// The halves that a host calls which forwards by itself.
@Suite struct PolicyEngineHalvesTests {
    private func forwarded(_ engine: PolicyEngine, _ context: inout RequestContext) async throws -> TransportRequest {
        guard case .forward(let request) = await engine.runInbound(&context) else { throw TransportError.notRecorded("nothing to forward") }
        return request
    }

    @Test func backendGoesOnBehindANestedForwardRequest() async throws {
        let document = """
            <policies><backend>
                <choose><when condition="true">
                    <forward-request />
                    <set-variable name="inner" value="@(context.Response.StatusCode)" />
                </when></choose>
                <set-variable name="outer" value="@((int)context.Variables["inner"] + 1)" />
            </backend></policies>
            """
        let engine = try makeEngine(document, transport: nil)
        var context = makeContext()
        #expect(try await forwarded(engine, &context).head.path == "/svc/orders/7")
        #expect(context.gateway.variables["inner"] == nil)
        let response = TransportResponse(head: HTTPResponse(status: .created))
        guard case .respond(let outcome) = await engine.runOutbound(&context, response: response) else {
            Issue.record("no answer")
            return
        }
        #expect(outcome.response.head.status == .created)
        guard case .int32(202)? = context.gateway.variables["outer"] else {
            Issue.record("the policies behind forward-request did not run")
            return
        }
    }

    @Test func hostForwardsAsOftenAsPoliciesSay() async throws {
        let document = """
            <policies><backend>
                <choose><when condition="true"><forward-request /><forward-request /></when></choose>
                <set-variable name="last" value="@(context.Response.StatusCode)" />
            </backend></policies>
            """
        let engine = try makeEngine(document, transport: nil)
        var context = makeContext()
        _ = try await forwarded(engine, &context)
        guard case .forward = await engine.runOutbound(&context, response: TransportResponse(head: HTTPResponse(status: .ok))),
            case .respond = await engine.runOutbound(&context, response: TransportResponse(head: HTTPResponse(status: .created))),
            case .int32(201)? = context.gateway.variables["last"]
        else {
            Issue.record("the second request was not forwarded, or what follows it did not run")
            return
        }
    }

    @Test func failureOfTheHostRunsOnError() async throws {
        let document = """
            <policies><on-error><set-header name="X-Reason"><value>@(context.LastError.Reason)</value></set-header></on-error></policies>
            """
        let engine = try makeEngine(document, transport: nil)
        var context = makeContext()
        _ = try await forwarded(engine, &context)
        guard case .respond(let outcome) = await engine.runOutbound(&context, failure: .timeout) else {
            Issue.record("no answer")
            return
        }
        #expect(outcome.response.head.status.code == 500)
        #expect(outcome.response.head.headerFields[HTTPField.Name("X-Reason")!] == "Timeout")
        #expect(outcome.lastError?.source == "forward-request" && outcome.lastError?.section == "backend")
    }

    @Test func earlyResponseForwardsNothing() async throws {
        let engine = try makeEngine("<policies><inbound><return-response /></inbound></policies>", transport: nil)
        var context = makeContext()
        guard case .respond(let outcome) = await engine.runInbound(&context) else {
            Issue.record("something to forward")
            return
        }
        #expect(outcome.response.head.status == .ok)
    }

    @Test func responseWithoutARequestIsAnError() async throws {
        let engine = try makeEngine("<policies />", transport: nil)
        var context = makeContext()
        guard case .respond(let outcome) = await engine.runOutbound(&context, response: TransportResponse(head: HTTPResponse(status: .ok)))
        else {
            Issue.record("something to forward")
            return
        }
        #expect(outcome.response.head.status.code == 500)
    }
}
