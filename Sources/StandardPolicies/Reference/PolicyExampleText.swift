import PolicyRuntime

/// An example as Markdown: what stands in the document, what comes in, what follows.
enum PolicyExampleText {
    static func text(_ example: PolicyExample) -> String {
        let place = example.scope == .operation ? "" : ", in the document of the scope \(example.scope.rawValue)"
        var text =
            "\n### \(example.title.prefix(1).uppercased())\(example.title.dropFirst())\n\nIn `\(example.section.rawValue)`\(place):\n"
        text += block(example.policies, "xml")
        for (name, fragment) in example.fragments.sorted(by: { $0.key < $1.key }) {
            text += "\nThe fragment `\(name)`:\n" + block(fragment, "xml")
        }
        text += "\n" + request(example.request) + example.answers.map(answer).joined() + "\n"
        return text + example.expectations.map { "- \(sentence($0))\n" }.joined()
    }

    private static func block(_ text: String, _ language: String) -> String { "\n```\(language)\n\(text)\n```\n" }

    private static func request(_ request: PolicyExample.Request) -> String {
        var text = "`\(request.method) \(request.url)`" + fields(request.headers)
        if !request.body.isEmpty { text += ", with the body \(code(request.body))" }
        return text + ":\n"
    }

    private static func answer(_ answer: (url: String, response: PolicyExample.Response)) -> String {
        let body = answer.response.body.isEmpty ? "" : ", with the body \(code(answer.response.body))"
        return "\n`\(answer.url)…` answers \(answer.response.statusCode)\(fields(answer.response.headers))\(body).\n"
    }

    private static func fields(_ headers: [(name: String, value: String)]) -> String {
        headers.isEmpty ? "" : ", with " + headers.map { code("\($0.name): \($0.value)") }.joined(separator: " and ")
    }

    /// A span of code may hold a back quote when more of them are around it.
    private static func code(_ text: String) -> String { text.contains("`") ? "`` \(text) ``" : "`\(text)`" }

    private static func sentence(_ expectation: PolicyExample.Expectation) -> String {
        switch expectation {
        case .backendMethod(let method): "the backend is asked with `\(method)`"
        case .backendURL(let url): "the backend is asked for `\(url)`"
        case .backendHeader(let name, let value?): "the backend gets \(code("\(name): \(value)"))"
        case .backendHeader(let name, nil): "the backend does not get `\(name)`"
        case .backendBody(let body): body.isEmpty ? "the backend gets no body" : "the backend gets the body \(code(body))"
        case .noBackendRequest: "the backend is not asked"
        case .status(let code): "the caller gets the status \(code)"
        case .header(let name, let value?): "the caller gets \(code("\(name): \(value)"))"
        case .header(let name, nil): "the caller does not get `\(name)`"
        case .body(let body): body.isEmpty ? "the caller gets no body" : "the caller gets the body \(code(body))"
        case .variable(let name, let text?): "the variable `\(name)` is \(code(text)) at the end"
        case .variable(let name, nil): "the variable `\(name)` is null at the end"
        case .failure(let reason): "the reason in `context.LastError` is `\(reason)`"
        }
    }
}
