import APIMPolicy

/// Expressions by themselves, compiled once and evaluated again and again in one context.
enum ExpressionBenchmarks {
    private struct Case {
        var name: String
        var code: String
        var kind = ExpressionKind.single
        /// The minimum of compiled C# on .NET Core 3.1, measured elsewhere, in nanoseconds.
        var nanosecondsInCSharp: Int
    }

    private static let cases = [
        Case(
            name: "header == && method ==",
            code: #"context.Request.Headers.GetValueOrDefault("X-Env","") == "prod" && context.Request.Method == "GET""#,
            nanosecondsInCSharp: 45),
        Case(name: "concatenation", code: #""a-" + context.Request.Method + "-" + context.Operation.Id"#, nanosecondsInCSharp: 39),
        Case(name: "Substring, ToUpper", code: "context.Request.Url.Path.Substring(1).ToUpper()", nanosecondsInCSharp: 45),
        Case(
            name: "Split, first, Trim",
            code: #"context.Request.Headers.GetValueOrDefault("X-Forwarded-For","").Split(',')[0].Trim()"#, nanosecondsInCSharp: 90),
        Case(
            name: "?: on a variable", code: #"(string)context.Variables["tenant"] == "t1" ? "one" : "other""#,
            nanosecondsInCSharp: 17),
        Case(
            name: "?? on a missing variable", code: #"context.Variables.GetValueOrDefault<string>("missing") ?? "none""#,
            nanosecondsInCSharp: 24),
        Case(
            name: "loop of 1,000 additions", code: "int n = 0; for (int i = 0; i < 1000; i++) { n += i; } return n;",
            kind: .block, nanosecondsInCSharp: 425),
        Case(
            name: "int.Parse(header) * 2 + 1", code: #"int.Parse(context.Request.Headers.GetValueOrDefault("X-Count","5")) * 2 + 1"#,
            nanosecondsInCSharp: 53),
        Case(
            name: "block with if",
            code: #"var e = context.Request.Headers.GetValueOrDefault("X-Env",""); if (e == "prod") { return "P"; } else { return "N"; }"#,
            kind: .block, nanosecondsInCSharp: 28),
    ]

    static func run() async throws {
        Table.printHeading("Expressions (the ratio is to C#'s minimum, measured elsewhere: .NET Core 3.1)")
        for item in cases {
            guard let expression = try compile(item) else { continue }
            let context = makeContext()
            _ = try expression.evaluate(in: context)
            let subject = Subject(item.name) { try expression.evaluate(in: context) }
            let elsewhere = Double(item.nanosecondsInCSharp)
            Table.print(
                Table.Row(
                    name: item.name, measurement: try await Subject.measure([subject])[0],
                    baseline: Measurement(minimum: elsewhere, median: elsewhere), remark: "C# \(item.nanosecondsInCSharp) ns"))
        }
    }

    /// The compiled case; nil, and said so, as long as the type library lacks what it needs.
    private static func compile(_ item: Case) throws -> CompiledExpression? {
        let compilation = ExpressionCompiler().compile(item.code, kind: item.kind)
        if compilation.expression == nil {
            print("\(item.name): does not compile: \(compilation.diagnostics.map(\.message).joined(separator: "; "))")
        }
        return compilation.expression
    }

    private static func makeContext() -> GatewayContext {
        let headers = [
            ("X-Env", "prod"), ("X-Tenant", "t1"), ("X-Forwarded-For", "10.0.0.1, 10.0.0.2"), ("X-Count", "7"),
            ("Cache-Control", "public, max-age=3600"), ("Accept", "*/*"), ("User-Agent", "bench"), ("Content-Type", "application/json"),
            ("Ocp-Apim-Subscription-Key", "k"),
        ].map { (name: $0.0, value: $0.1) }
        let url = RequestURL(scheme: "https", host: "gateway.example", path: "/echo/resource")
        let context = GatewayContext(request: GatewayRequest(url: url, headers: MultiValueDictionary(headers)))
        context.variables["tenant"] = .string("t1")
        context.operation = OperationDescription(id: "op1")
        return context
    }
}
