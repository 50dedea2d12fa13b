import PolicyDiagnostics
import PolicyExpressions
import PolicyTesting
import Testing

@Suite("Recorded contexts")
struct RecordedContextTests {
    private func read(_ json: String) throws(Diagnostic) -> RecordedContext {
        try RecordedContext(reading: SourceText(name: "context.json", text: json))
    }

    @Test func whatIsAbsentHasTheDocumentedDefault() throws {
        let context = try read("{}").makeContext()
        #expect(context.request.method.string == "GET")
        #expect(context.request.url.description == "https://localhost/")
        #expect(context.request.ipAddress.string == "127.0.0.1")
        #expect(context.request.body == nil && context.response == nil && context.product == nil && context.user == nil)
        #expect(context.api.subscriptionKeyParameterNames?.header == "Ocp-Apim-Subscription-Key")
        #expect(context.deployment.gatewayID == "managed" && context.deployment.isManaged)
        #expect(!context.tracing && context.lastError == nil)
    }

    @Test func messagesAreRead() throws {
        let context = try read(
            #"""
            {"request": {"method": "PUT", "url": "http://h:8080/p?q=1", "headers": {"A": ["1", "2"], "B": "3"},
                         "body": {"json": {"n": 1.50}}, "matchedParameters": {"id": "7"}},
             "response": {"statusCode": 404, "headers": {}, "body": {"base64": "AAEC"}}}
            """#
        ).makeContext()
        #expect(context.request.url.port == 8080 && context.request.originalURL == context.request.url)
        #expect(context.request.headers.fields.map { "\($0.name)=\($0.value)" } == ["A=1", "A=2", "B=3"])
        #expect(context.request.body?.forwardedBytes == Array(#"{"n":1.50}"#.utf8))
        #expect(context.response?.statusReason.string == "Not Found" && context.response?.body.forwardedBytes == [0, 1, 2])
    }

    @Test(
        "variables keep their .NET type",
        arguments: [
            (#"{"type": "string", "value": "x"}"#, "string", "x"), (#"{"type": "bool", "value": true}"#, "bool", "True"),
            (#"{"type": "int", "value": -7}"#, "int", "-7"), (#"{"type": "long", "value": 5000000000}"#, "long", "5000000000"),
            (#"{"type": "double", "value": 0.25}"#, "double", "0.25"), (#"{"type": "null", "value": null}"#, "null", nil),
            (#"{"type": "JObject", "value": "{\"a\": [1]}"}"#, "JObject", #"{"a":[1]}"#),
            (#"{"type": "JArray", "value": [1, 2]}"#, "JArray", "[1,2]"),
            (#"{"type": "string[]", "value": ["a", "b"]}"#, "string[]", #"["a","b"]"#),
            (#"{"type": "byte[]", "value": "AQID"}"#, "byte[]", "010203"),
            (#"{"type": "Guid", "value": "0f8fad5b-d9cb-469f-a165-70867728950e"}"#, "Guid", "0f8fad5b-d9cb-469f-a165-70867728950e"),
            (#"{"type": "DateTime", "value": "2024-02-29T12:30:15.1230000Z"}"#, "DateTime", "2024-02-29T12:30:15.1230000Z"),
        ] as [(String, String, String?)])
    func variables(json: String, type: String, text: String?) throws {
        let context = try read(#"{"variables": {"v": \#(json)}}"#)
        #expect(context.warnings.isEmpty)
        let value = CanonicalValue(try #require(context.makeContext().variables["v"]))
        #expect(value.type == type && value.text == text)
    }

    @Test func everyContextIsMadeAnew() throws {
        let recorded = try read(#"{"request": {"body": "x"}, "variables": {"r": {"type": "IResponse", "value": {"body": "y"}}}}"#)
        let first = recorded.makeContext()
        first.request.headers.append("1", to: "X")
        first.variables["r"] = nil
        let second = recorded.makeContext()
        #expect(second.request.headers.entries.isEmpty && second.variables.count == 1)
        #expect(second.request.body !== first.request.body)
    }

    @Test func unknownMembersAreWarnings() throws {
        let warnings = try read(#"{"requst": {}, "request": {"metod": "GET"}}"#).warnings
        #expect(warnings.map(\.hint) == ["did you mean 'request'?", "did you mean 'method'?"])
        #expect(warnings.allSatisfy { $0.severity == .warning && $0.span != nil })
    }

    @Test(
        "what is not in the format is a diagnostic with its place",
        arguments: [
            #"{"request": {"url": "/relative"}}"#, #"{"request": 1}"#, #"{"variables": {"v": {"type": "int"}}}"#,
            #"{"timestamp": "yesterday"}"#,
            #"{"variables": {"v": {"type": "int", "value": 3000000000}}}"#, #"{"variables": {"v": {"type": "integer", "value": 3}}}"#,
            #"{"requestId": "x"}"#, #"{"backend": {"type": "Heap"}}"#, #"{"elapsedMs": 1e300}"#, "[]", "",
        ])
    func malformed(json: String) {
        let error = #expect(throws: Diagnostic.self) { try read(json) }
        #expect(error?.span != nil)
    }
}
