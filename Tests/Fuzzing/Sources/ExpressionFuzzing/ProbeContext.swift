import PolicyExpressions

/// The request that probed programs see. Clock, GUIDs and random numbers are fixed, so that two evaluations can be compared.
enum ProbeContext {
    static func make() -> GatewayContext {
        let headers = MultiValueDictionary([
            (name: "X-Env", value: "prod"), (name: "Accept", value: "a"), (name: "Accept", value: "b"),
            (name: "Authorization", value: "Basic dTpw"),
        ])
        let body = MessageBody(Array(#"{"a":1,"b":[1,2,{"c":"x"}],"text":"hé","qty":4.50,"none":null}"#.utf8))
        let url = RequestURL(scheme: "https", host: "contoso.net", path: "/orders/v1", queryString: "?q=a%20b&q=c&n=12")
        let request = GatewayRequest(url: url, headers: headers, body: body)
        let response = GatewayResponse(body: MessageBody(Array(#"[{"id":1},{"id":2}]"#.utf8)))
        let context = GatewayContext(request: request, response: response, environment: environment)
        context.fixedElapsed = NetTimeSpan(ticks: 12_345)
        context.variables["num"] = .int32(42)
        context.variables["str"] = .string("hello")
        context.variables["a"] = .null
        return context
    }

    private static var environment: EvaluationEnvironment {
        EvaluationEnvironment(now: { .minValue }, makeGuid: { NetGuid(high: 1, low: 2) }, random: { 0x0123_4567_89AB_CDEF })
    }
}
