import APIMPolicy

/// The bearer expression, against the same steps written by hand in Swift on the same objects.
func runExpressionBenchmark() throws {
    let code = #""Bearer " + (String)((IResponse)context.Variables["bearerToken"]).Body.As<JObject>(true)["access_token"]"#
    guard let expression = ExpressionCompiler().compile(code, kind: .single).expression else {
        throw BenchmarkFailure(text: "the expression does not compile")
    }
    let context = GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "gateway.example")))
    try measureParsing(expression, context)
    try measureLookup(expression, context)
}

private let body = Array(#"{"token_type":"Bearer","expires_in":3599,"access_token":"eyJ0eXAi.example.token"}"#.utf8)

/// Every turn gets a response whose body was not read before, so that each parses it.
private func measureParsing(_ expression: CompiledExpression, _ context: GatewayContext) throws {
    let byHand = try Measurement {
        context.variables["bearerToken"] = .object(GatewayResponse(body: MessageBody(body)))
        let bytes = try response(of: context).body.forwardedBytes ?? []
        try check(try bearer(try bytes.withUnsafeBufferPointer { try JObject.parseObject(utf8: $0) }))
    }
    print(byHand.line("bearer by hand in Swift, body parsed"))
    let compiled = try Measurement {
        context.variables["bearerToken"] = .object(GatewayResponse(body: MessageBody(body)))
        try check(try expression.evaluateText(in: context))
    }
    print(compiled.line("bearer expression, body parsed", relativeTo: byHand))
}

/// The body was parsed by an evaluation before; by hand the tree is at hand as well.
private func measureLookup(_ expression: CompiledExpression, _ context: GatewayContext) throws {
    context.variables["bearerToken"] = .object(GatewayResponse(body: MessageBody(body)))
    let json = try body.withUnsafeBufferPointer { try JObject.parseObject(utf8: $0) }
    let byHand = try Measurement {
        _ = try response(of: context)
        try check(try bearer(json))
    }
    print(byHand.line("bearer by hand in Swift, body parsed before"))
    let compiled = try Measurement { try check(try expression.evaluateText(in: context)) }
    print(compiled.line("bearer expression, body parsed before", relativeTo: byHand))
}

/// What a Swift programmer would write: look the variable up, take the member, put the texts together.
private func response(of context: GatewayContext) throws -> GatewayResponse {
    guard case .object(let object)? = context.variables["bearerToken"], let response = object as? GatewayResponse else {
        throw BenchmarkFailure(text: "no response")
    }
    return response
}

private func bearer(_ json: JObject) throws -> NetString {
    guard let value = json["access_token"] as? JValue, case .string(let token) = value.scalar else {
        throw BenchmarkFailure(text: "no token")
    }
    return NetString("Bearer " + token.string)
}

private func check(_ text: NetString?) throws {
    guard text?.utf16Count == 29 else { throw BenchmarkFailure(text: "another text") }
}
