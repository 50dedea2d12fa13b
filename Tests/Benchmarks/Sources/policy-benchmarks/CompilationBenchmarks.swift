import APIMPolicy

/// What compiling an expression costs beside scanning and parsing it.
enum CompilationBenchmarks {
    /// The first has the length and the make-up of the median expression of real policies: 93 bytes, a cast of a variable,
    /// a body, two indexers and a call.
    private static let expressions = [
        #"((IResponse)context.Variables["orderAnswer"]).Body.As<JObject>()["customer"]["id"].ToString()"#,
        #"context.Request.Headers.GetValueOrDefault("X-Env","") == "prod" && context.Request.Method == "GET""#,
        #"context.Request.Url.Path.Substring(1).ToUpper()"#,
        #"context.Request.Headers.GetValueOrDefault("X-Forwarded-For","").Split(',')[0].Trim()"#,
    ]

    static func run() async throws {
        Table.printHeading("Compiling an expression (the ratio is to scanning and parsing it)")
        let compiler = ExpressionCompiler()
        for code in expressions {
            let parsing = Subject("\(code.utf8.count) bytes: scan + parse") { compiler.checkSyntax(code, kind: .single) }
            let compiling = Subject("\(code.utf8.count) bytes: compile") { compiler.compile(code, kind: .single) }
            let measurements = try await Subject.measure([parsing, compiling])
            Table.print(Table.Row(name: parsing.name, measurement: measurements[0]))
            Table.print(Table.Row(name: compiling.name, measurement: measurements[1], baseline: measurements[0], aim: 3))
        }
    }
}
