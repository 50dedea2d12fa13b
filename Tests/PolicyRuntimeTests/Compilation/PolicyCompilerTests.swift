import PolicyDiagnostics
import PolicyExpressions
import Testing

@testable import PolicyRuntime

@Suite struct PolicyCompilerTests {
    private func codes(_ inbound: String, options: CompilationOptions = CompilationOptions()) -> [String] {
        compile([.operation: "<policies><inbound>\(inbound)</inbound></policies>"], options: options).diagnostics.map(\.code.rawValue)
    }

    @Test func sectionsWithoutCalloutsNeverWait() throws {
        let document = """
            <policies><inbound><set-method>PUT</set-method><choose><when condition="@(true)"><set-variable name="a" value="1" /></when></choose></inbound>
            <outbound><choose><when condition="true"><set-body>@(context.Response.Body.As<string>())</set-body></when></choose></outbound></policies>
            """
        let policies = try #require(compile([.operation: document]).policies)
        #expect(policies.withoutProduct.inbound.isImmediate)
        #expect(!policies.withoutProduct.backend.isImmediate)
        #expect(!policies.withoutProduct.outbound.isImmediate, "a body that an expression reads has to be gathered first")
    }

    @Test func expressionErrorsPointIntoTheDocument() throws {
        let compilation = compile([.operation: "<policies><inbound>\n<set-method>@(\"a\".Lenght)</set-method></inbound></policies>"])
        let found = try #require(compilation.diagnostics.first)
        #expect(compilation.policies == nil)
        #expect(found.span?.text == "Lenght" && found.span?.start == SourceLocation(line: 2, column: 19))
    }

    @Test func undefinedNamedValueIsRefusedUnlessAssumed() {
        #expect(codes("<set-status code=\"{{code}}\" />") == ["undefined-named-value"])
        var options = CompilationOptions()
        options.assumesNamedValues = true
        #expect(codes("<set-status code=\"{{code}}\" />", options: options).isEmpty)
        #expect(codes("<set-status code=\"@({{code}} + 1)\" />", options: options).isEmpty)
        #expect(codes("<set-status code=\"@({{code}} + )\" />", options: options).count == 1)
    }

    @Test func backendEntitiesAreRefusedUnlessAssumed() {
        #expect(codes(#"<set-backend-service backend-id="b" />"#) == ["unknown-entity"])
        var options = CompilationOptions()
        options.assumesEntities = true
        #expect(codes(#"<set-backend-service backend-id="b" sf-partition-key="@("k")" />"#, options: options).isEmpty)
    }

    @Test func whatIsNotBuiltIsRefused() {
        #expect(codes("<validate-odata-request />") == ["not-implemented", "not-implemented"])
        let call = #"<choose><when condition="true"><validate-odata-request /></when></choose>"#
        #expect(codes(call).contains("not-implemented"))
    }

    @Test func headersOfTheConnectionAreAWarning() {
        #expect(codes(#"<set-header name="Content-Length"><value>1</value></set-header>"#) == ["managed-header"])
    }

    @Test func productPoliciesNeedAProduct() throws {
        let product = #"<policies><inbound><base /><set-method>PUT</set-method></inbound></policies>"#
        let policies = try #require(compile([.product: product]).policies)
        let context = GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "a")))
        #expect(policies.policy(for: context).inbound.statements.isEmpty)
        context.product = ProductDescription(id: "p", name: "P")
        #expect(policies.policy(for: context).inbound.statements.map(\.position.scope) == [.product])
    }

    @Test func stepsHaveNumbersWhereThereAreSeveral() {
        let steps = PathSteps(["choose", "set-header", "choose"])
        #expect((0..<3).map { steps[$0] } == ["choose[1]", "set-header", "choose[2]"])
    }
}
