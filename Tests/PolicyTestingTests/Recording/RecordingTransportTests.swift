import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import Testing

@Suite("Recording of what is sent")
struct RecordingTransportTests {
    private let secret = NamedValue("s3cr&t/value", isSecret: true)
    private var namedValues: DictionaryNamedValues { DictionaryNamedValues(["clientSecret": secret, "plain": NamedValue("shop")]) }

    private func request(
        _ method: HTTPRequest.Method = .get, _ url: String, headers: HTTPFields = [:], body: String = "", timeout: Duration? = nil
    ) -> TransportRequest {
        let path = url.dropFirst("https://api.example".count)
        let head = HTTPRequest(method: method, scheme: "https", authority: "api.example", path: String(path), headerFields: headers)
        return TransportRequest(head: head, body: .bytes(Array(body.utf8)), timeout: timeout)
    }

    private func recorder(_ exchanges: String) throws -> RecordingTransport {
        let text = #"{"exchanges": [\#(exchanges)]}"#
        return RecordingTransport(ScriptedTransport(try Exchanges(reading: SourceText(name: "live", text: text))))
    }

    private let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    @Test func replayAnswersAsTheServersDid() async throws {
        let live = try recorder(
            #"""
            {"request": {"method": "POST"}, "response": {"headers": {"Content-Type": "application/json"}, "body": "{ \"access_token\": \"tok-1234567\", \"n\": 1.50 }"}},
            {"request": {"url": {"regex": "/orders"}}, "response": {"statusCode": 404, "statusReason": "Gone fishing", "body": {"base64": "/wA="}}},
            {"request": {"url": {"regex": "/slow"}}, "response": {"error": "timeout"}},
            {"request": {"url": {"regex": "/down"}}, "response": {"error": "connectionFailure"}}
            """#)
        let requests = [
            request(.post, "https://api.example/token", headers: form, body: "client_id=shop&client_secret=s3cr%26t%2Fvalue"),
            request(.get, "https://api.example/orders?x=1", headers: [.authorization: "Bearer tok-1234567"]),
            request(.get, "https://api.example/slow"), request(.get, "https://api.example/down"),
        ]
        let before = await answers(of: live, to: requests)
        let text = live.recorded(namedValues: namedValues).exchanges.text
        let replay = ScriptedTransport(try Exchanges(reading: SourceText(name: "e", text: text), namedValues: namedValues))
        let after = await answers(of: replay, to: requests)
        #expect(before == [200, 404, -1, -2] && after == before)
        #expect(replay.unanswered.isEmpty && replay.unused.isEmpty)
        #expect(text.contains("client_secret={{clientSecret|url}}") && text.contains(#""access_token": "{{access_token}}""#))
        #expect(text.contains("client_id=shop") && text.contains("1.50") && text.contains("Gone fishing"))
    }

    /// Status codes; -1 for a time-out, -2 for a failed connection.
    private func answers(of transport: any HTTPTransport, to requests: [TransportRequest]) async -> [Int] {
        var result: [Int] = []
        for request in requests {
            do {
                result.append(try await transport.send(request).head.status.code)
            } catch TransportError.timeout {
                result.append(-1)
            } catch {
                result.append(-2)
            }
        }
        return result
    }

    @Test func secretsAreInNoForm() async throws {
        let canaries = (0..<100).map { "canary \($0)/\($0 * 7919)&x" }
        let names = Dictionary(uniqueKeysWithValues: canaries.enumerated().map { ("name\($0)", NamedValue($1, isSecret: true)) })
        let live = try recorder(#"{"response": {"body": "no"}, "times": "any"}"#)
        for canary in canaries {
            let forms = Canary.forms(of: canary)
            for form in forms {
                let url = "https://api.example/\(forms[3])?q=\(forms[1])"
                _ = try await live.send(request(.post, url, headers: self.form, body: "v=\(form)"))
                let body = "{\"v\": \"\(form)\", \"w\": \"text \(form) text\"}"
                _ = try await live.send(request(.post, "https://api.example/", headers: [.userAgent: form], body: body))
            }
        }
        let recorded = live.recorded(namedValues: DictionaryNamedValues(names))
        let output = recorded.exchanges.text + recorded.warnings.map(\.message).joined()
        #expect(recorded.exchanges.all.count == 800)
        let leaked = canaries.flatMap(Canary.forms).filter { output.contains($0) }
        #expect(leaked.isEmpty)
    }

    @Test func credentialsThatNothingExplainsAreNotCompared() async throws {
        let live = try recorder(#"{"response": {}, "times": "any"}"#)
        _ = try await live.send(request(.get, "https://api.example/a?code=unknown-code-1&b=(2)"))
        _ = try await live.send(request(.post, "https://api.example/b", headers: form, body: "password=unknown-password"))
        let recorded = live.recorded()
        let text = recorded.exchanges.text
        #expect(!text.contains("unknown") && !text.contains("{{"))
        let replay = ScriptedTransport(try Exchanges(reading: SourceText(name: "e", text: text)))
        #expect(await answers(of: replay, to: [request(.get, "https://api.example/a?code=another&b=(2)")]) == [200])
        #expect(await answers(of: replay, to: [request(.post, "https://api.example/b", headers: form, body: "password=p")]) == [200])
        #expect(await answers(of: replay, to: [request(.get, "https://api.example/a?code=another&b=3")]) == [-2])
    }

    @Test func requestsStandInTheOrderOfTheirBeginning() async throws {
        let live = try recorder(#"{"response": {}, "times": "any"}"#)
        for number in 0..<5 { _ = try await live.send(request(.get, "https://api.example/\(number)")) }
        #expect(live.recorded().exchanges.all.map(\.request.url) == (0..<5).map { .exact("https://api.example/\($0)") })
    }

    @Test func whatIsNotAnsweredIsSaid() async throws {
        let live = try recorder(#"{"request": {"method": "PUT"}, "response": {}}"#)
        await #expect(throws: TransportError.self) { try await live.send(request(.get, "https://api.example/x")) }
        let recorded = live.recorded()
        #expect(recorded.exchanges.all.isEmpty)
        #expect(recorded.warnings.map(\.message) == ["GET https://api.example/x had no answer that a recording can hold"])
    }
}

@Suite("Placeholders of recordings")
struct PlaceholderTests {
    private func url(_ url: String, _ values: [String: String]) throws -> String {
        let source = SourceText(name: "context.json", text: #"{"request": {"url": "\#(url)"}}"#)
        let names = DictionaryNamedValues(values.mapValues { NamedValue($0) })
        return try RecordedContext(reading: source, namedValues: names).request.url.description
    }

    @Test(
        "stand for named values, or for themselves",
        arguments: [
            ("https://h/{{a}}", "https://h/1"), ("https://h/?a={{a|url}}&b={{b|url}}", "https://h/?a=1&b=2%20%2B"),
            ("https://h/?c={{c|url}}", "https://h/?c=%7B%7Bc%7D%7D"), ("https://h/{{c}}", "https://h/{{c}}"),
            ("https://h/{{a", "https://h/{{a"), ("https://h/{{}}{{a b}}", "https://h/{{}}{{a b}}"),
            ("https://h/{{{a}}}", "https://h/{1}"),
        ])
    func resolved(_ text: String, _ expected: String) throws { #expect(try url(text, ["a": "1", "b": "2 +"]) == expected) }

    @Test func unknownVersionIsRefused() {
        let diagnostic = #expect(throws: Diagnostic.self) {
            try RecordedContext(reading: SourceText(name: "context.json", text: #"{"version": 2}"#))
        }
        #expect(diagnostic?.code == "unknown-version" && diagnostic?.span?.start.column == 13)
    }
}

@Suite("Requests that no recording answers")
struct NearestExchangeTests {
    private let recorded = #"""
        {"exchanges": [
          {"request": {"method": "POST", "url": "https://login.example/token"}, "response": {}},
          {"request": {"method": "GET", "url": "https://api.example/orders/7"}, "response": {}, "times": 1},
          {"request": {"method": "POST", "url": "https://api.example/orders", "body": {"json": {"id": 7, "lines": [{"n": 1}]}}}, "response": {}}
        ]}
        """#

    @Test(
        "name the nearest and its differences",
        arguments: [
            (HTTPRequest.Method.get, "/orders/8", "", "nearest is exchange 2 (e.json:3), where the URL is https://api.example/orders/7"),
            (
                .get, "/orders?x", "",
                "nearest is exchange 3 (e.json:4), where the method is POST, and the URL is https://api.example/orders"
            ),
            (
                .post, "/orders", #"{"id": 7, "lines": [{"n": 2}]}"#,
                "nearest is exchange 3 (e.json:4), where the body.lines[0].n is 1, not 2"
            ),
            (.post, "/orders", "x", "nearest is exchange 3 (e.json:4), where the body is JSON with"),
            (.post, "/token", "", "nearest is exchange 3 (e.json:4), where the URL is https://api.example/orders"),
        ])
    func nearest(_ method: HTTPRequest.Method, _ path: String, _ body: String, _ expected: String) async throws {
        let transport = ScriptedTransport(try Exchanges(reading: SourceText(name: "e.json", text: recorded)))
        let head = HTTPRequest(method: method, scheme: "https", authority: "api.example", path: path)
        _ = try? await transport.send(TransportRequest(head: head, body: .bytes(Array(body.utf8))))
        let text = try #require(transport.unanswered.first)
        #expect(text.hasPrefix("no recorded exchange answers \(method.rawValue) https://api.example\(path): \(expected)"), "\(text)")
    }

    @Test func usedUpExchangeSaysSo() async throws {
        let transport = ScriptedTransport(try Exchanges(reading: SourceText(name: "e.json", text: recorded)))
        let head = HTTPRequest(method: .get, scheme: "https", authority: "api.example", path: "/orders/7")
        for _ in 0..<2 { _ = try? await transport.send(TransportRequest(head: head)) }
        let text = try #require(transport.unanswered.first)
        #expect(text.hasSuffix("nearest is exchange 2 (e.json:3), where it has answered as often as it may"))
    }
}
