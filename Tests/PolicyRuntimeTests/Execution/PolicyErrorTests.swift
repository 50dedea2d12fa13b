import HTTPTypes
import PolicyExpressions
import Testing

@testable import PolicyRuntime

@Suite struct PolicyErrorTests {
    private let requestID = NetGuid(high: 0x0f8f_ad5b_d9cb_469f, low: 0xa165_7086_7728_950e)

    @Test func genericAnswerHasTheDocumentedForm() {
        let answer = DefaultAnswer(for: PolicyError(.timeout, "inner detail"), requestID: requestID)
        #expect(
            answer.body
                == #"{ "statusCode": 500, "message": "Internal server error", "activityId": "0f8fad5b-d9cb-469f-a165-70867728950e" }"#)
        #expect(answer.body.utf8.count == 111)
    }

    @Test func publicMessageIsQuotedAsJSON() {
        let error = PolicyError(nil, "a \"b\"\n\u{1}", statusCode: 429, isMessagePublic: true)
        #expect(DefaultAnswer(for: error, requestID: requestID).body == #"{ "statusCode": 429, "message": "a \"b\"\n\u0001" }"#)
    }

    @Test func lastErrorHasEveryField() async throws {
        let document = """
            <policies><inbound><choose><when condition="false" /><when condition="true">
                <set-variable id="p" name="n" value="@(int.Parse("x"))" />
            </when></choose></inbound></policies>
            """
        let error = try #require(await makeEngine(document).run(makeContext()).lastError)
        #expect(
            error
                == LastError(
                    source: "set-variable", reason: "ExpressionValueEvaluationFailure",
                    message: "Expression evaluation failed. Input string was not in a correct format.", scope: "operation",
                    section: "inbound",
                    path: "choose/when[2]", policyID: "p"))
    }

    @Test func errorInOnErrorGivesAPlain500() async throws {
        let document = """
            <policies>
                <inbound><set-variable name="n" value="@(int.Parse("x"))" /></inbound>
                <on-error>
                    <set-status code="418" /><set-header name="X-A"><value>1</value></set-header>
                    <set-variable name="n" value="@(int.Parse("y"))" />
                </on-error>
            </policies>
            """
        let outcome = try await makeEngine(document).run(makeContext())
        #expect(outcome.response.head.status.code == 500)
        #expect(outcome.response.head.headerFields[HTTPField.Name("X-A")!] == nil)
        #expect(outcome.lastError?.section == "on-error")
    }

    @Test func limitOfTheBufferIsAnError() async throws {
        let compiled = compile([
            .operation: "<policies><inbound><set-body>@(context.Request.Body.As<string>())</set-body></inbound></policies>"
        ])
        var services = GatewayServices(transport: Answering())
        services.limits.bufferedBodyBytes = 3
        let engine = try PolicyEngine(try #require(compiled.policies), services: services)
        let outcome = await engine.run(makeContext(body: stream("ab", "cd")))
        #expect(outcome.lastError?.message == "A body is larger than the buffer of 3 bytes.")
    }
}
