import APIMPolicy

/// The expression that the project was begun for, beside its steps written by hand: parse, look up, concatenate.
///
/// Reading a body consumes it, hence each repetition puts the bytes back first, in both. The trees that an expression
/// makes live as long as its request, so a batch ends with the release of its context, in both.
enum BearerBenchmark {
    private static let code =
        #""Bearer " + (String)((IResponse)context.Variables["bearerToken"]).Body.As<JObject>()["access_token"]"#
    private static let bodyText = #"{"access_token":"tok"}"#
    private static let bytes = Array(bodyText.utf8)
    /// Repetitions with one context.
    private static let repetitions = 16

    static func run() async throws {
        let compilation = ExpressionCompiler().compile(code, kind: .single)
        guard let expression = compilation.expression else {
            return print("bearer expression: does not compile: \(compilation.diagnostics.map(\.message))")
        }
        let subjects = [
            subject("by hand in Swift", byHand),
            subject("bearer expression") { context throws(EvaluationError) in try expression.evaluateText(in: context) },
        ]
        let measurements = try await Subject.measure(subjects)
        Table.printHeading("The bearer expression, body parsed each time (C#, measured elsewhere: 1703)")
        Table.print(Table.Row(name: subjects[0].name, measurement: measurements[0]))
        Table.print(Table.Row(name: subjects[1].name, measurement: measurements[1], baseline: measurements[0]))
    }

    private static func byHand(_ context: GatewayContext) throws(EvaluationError) -> NetString? {
        guard case .object(let object)? = context.variables["bearerToken"], let response = object as? GatewayResponse,
            case .buffered(let bytes) = response.body.content
        else { throw .nullReference }
        let token = try JToken.parseObject(NetString(utf8: bytes))["access_token"]
        return NetString.concatenate(["Bearer ", try JToken.string(token) ?? ""])
    }

    private static func subject(
        _ name: String, _ evaluate: @escaping (GatewayContext) throws(EvaluationError) -> NetString?
    ) -> Subject {
        Subject(name, prepare: makeContexts) { contexts, count in
            for number in 0..<count {
                let index = number / repetitions
                contexts[index].response.body.buffer(bytes)
                keep(try evaluate(contexts[index].context))
            }
            contexts.removeAll()
        }
    }

    private static func makeContexts(count: Int) -> [(context: GatewayContext, response: GatewayResponse)] {
        (0..<(count + repetitions - 1) / repetitions).map { _ in
            let response = GatewayResponse(body: MessageBody(bytes))
            let context = GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "gateway.example")))
            context.variables["bearerToken"] = .object(response)
            return (context, response)
        }
    }
}
