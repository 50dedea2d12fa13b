import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime
import PolicyTesting
import Testing

@Suite("Recorded exchanges")
struct ScriptedTransportTests {
    private func exchanges(_ json: String) throws -> Exchanges {
        try Exchanges(reading: SourceText(name: "exchanges.json", text: #"{"version": 1, "exchanges": [\#(json)]}"#))
    }

    private func request(
        _ method: HTTPRequest.Method = .get, _ path: String = "/a", headers: HTTPFields = [:], body: String = "", timeout: Duration? = nil
    ) -> TransportRequest {
        let head = HTTPRequest(method: method, scheme: "https", authority: "api.example", path: path, headerFields: headers)
        return TransportRequest(head: head, body: .bytes(Array(body.utf8)), timeout: timeout)
    }

    private func status(_ transport: ScriptedTransport, _ request: TransportRequest) async throws -> Int {
        try await transport.send(request).head.status.code
    }

    @Test func firstUnusedMatchAnswers() async throws {
        let transport = ScriptedTransport(
            try exchanges(
                #"""
                {"request": {"url": "https://api.example/a"}, "response": {"statusCode": 201}},
                {"request": {"url": "https://api.example/a"}, "response": {"statusCode": 202}, "times": 2},
                {"response": {"statusCode": 299}, "times": "any"}
                """#))
        var statuses: [Int] = []
        for _ in 0..<5 { statuses.append(try await status(transport, request())) }
        #expect(statuses == [201, 202, 202, 299, 299])
        #expect(transport.unused.isEmpty)
    }

    @Test(
        "only what is given must match",
        arguments: [
            (#"{}"#, true), (#"{"method": "post"}"#, true), (#"{"method": "GET"}"#, false),
            (#"{"url": "HTTPS://API.example:443/a?x=1"}"#, true), (#"{"url": "https://api.example/a"}"#, false),
            (#"{"url": {"regex": "/a\\?x=\\d$"}}"#, true), (#"{"url": {"regex": "^/a"}}"#, false),
            (#"{"headers": {"x-own": ["1", "2"]}}"#, true), (#"{"headers": {"X-Own": ["1"]}}"#, false),
            (#"{"headers": {"X-Other": ["1"]}}"#, false),
            (#"{"body": "{\"a\": 1, \"b\": [true]}"}"#, true), (#"{"body": "{\"a\": 1}"}"#, false),
            (#"{"body": {"contains": "\"b\": [true"}}"#, true), (#"{"body": {"contains": "c"}}"#, false),
            (#"{"body": {"json": {"a": 1.0}}}"#, true), (#"{"body": {"json": {"b": [true]}}}"#, true),
            (#"{"body": {"json": {"b": []}}}"#, false),
        ])
    func matching(pattern: String, matches: Bool) async throws {
        let transport = ScriptedTransport(try exchanges(#"{"request": \#(pattern), "response": {}}"#))
        let name = try #require(HTTPField.Name("X-Own"))
        var fields = HTTPFields()
        fields.append(HTTPField(name: name, value: "1"))
        fields.append(HTTPField(name: name, value: "2"))
        let sent = request(.post, "/a?x=1", headers: fields, body: #"{"a": 1, "b": [true]}"#)
        if matches {
            #expect(try await status(transport, sent) == 200)
        } else {
            await #expect(throws: TransportError.self) { try await status(transport, sent) }
        }
    }

    @Test func whatIsMissingIsSaidWithTheNearestExchange() async throws {
        let transport = ScriptedTransport(
            try exchanges(
                #"""
                {"request": {"method": "PUT", "url": "https://other.example/"}, "response": {}},
                {"request": {"method": "POST", "url": "https://api.example/a"}, "response": {}}
                """#))
        await #expect {
            try await transport.send(request())
        } throws: { error in
            guard case .notRecorded(let text)? = error as? TransportError else { return false }
            return text.contains("GET https://api.example/a") && text.contains("exchange 2 (exchanges.json:2)")
                && text.contains("the method is POST")
        }
        #expect(transport.unanswered.count == 1)
        #expect(transport.unused.count == 2)
    }

    @Test func exhaustedExchangeSaysSo() async throws {
        let transport = ScriptedTransport(try exchanges(#"{"response": {}}"#))
        _ = try await transport.send(request())
        await #expect(throws: TransportError.self) { try await transport.send(request()) }
        #expect(transport.unanswered.first?.contains("as often as it may") == true)
    }

    @Test func recordedFailures() async throws {
        let transport = ScriptedTransport(
            try exchanges(#"{"response": {"error": "timeout"}}, {"response": {"error": "connectionFailure"}}"#))
        await #expect(throws: TransportError.timeout) { try await transport.send(request()) }
        await #expect(throws: TransportError.connectionFailure("the recording has a connection failure")) {
            try await transport.send(request())
        }
    }

    @Test func delaysPassOnTheClock() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport(try exchanges(#"{"response": {"statusCode": 204, "delayMs": 5000}}"#), clock: clock)
        let sent = request(timeout: .seconds(20))
        async let answer = status(transport, sent)
        await clock.sleepers(atLeast: 1)
        clock.advance(by: .seconds(5))
        #expect(try await answer == 204)
    }

    @Test func delayBeyondTheTimeoutIsATimeout() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport(try exchanges(#"{"response": {"delayMs": 30000}}"#), clock: clock)
        let sent = request(timeout: .seconds(20))
        let answer = Task { try await transport.send(sent) }
        await clock.sleepers(atLeast: 1)
        clock.advance(by: .seconds(20))
        await #expect(throws: TransportError.timeout) { try await answer.value }
    }

    @Test(
        "what is no recording is a diagnostic with its place",
        arguments: [
            (#"{"respons": {}}"#, "did you mean 'response'?"), (#"{"request": {}}"#, nil),
            (#"{"response": {"statusCode": "200"}}"#, nil), (#"{"request": {"url": {"regex": "("}}, "response": {}}"#, nil),
            (#"{"response": {}, "times": -1}"#, nil), (#"{"response": {"error": "other"}}"#, nil), (#"{"response": {"delayMs": -5}}"#, nil),
        ] as [(String, String?)])
    func malformed(json: String, hint: String?) {
        let error = #expect(throws: Diagnostic.self) { try exchanges(json) }
        #expect(error?.span != nil)
        if let hint { #expect(error?.hint == hint) }
    }
}

@Suite("Manual clock")
struct ManualClockTests {
    @Test func timePassesOnlyWhenTold() async throws {
        let clock = ManualClock(now: NetDateTime(ticks: 0, kind: .utc))
        #expect(clock.now.ticks == 0)
        clock.advance(by: .milliseconds(1500))
        #expect(clock.now.ticks == 15_000_000)
        clock.advance(by: .seconds(-3))
        #expect(clock.now.ticks == 15_000_000)
    }

    @Test func sleepersWakeInTheirOrder() async throws {
        let clock = ManualClock()
        let early = Task { try await clock.sleep(for: .seconds(1)) }
        let late = Task { try await clock.sleep(for: .seconds(10)) }
        await clock.sleepers(atLeast: 2)
        clock.advance(by: .seconds(1))
        try await early.value
        let isLateStillAsleep = !late.isCancelled
        #expect(isLateStillAsleep)
        clock.advance(by: .seconds(9))
        try await late.value
    }

    @Test func cancelledSleepEnds() async {
        let clock = ManualClock()
        let sleeper = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.sleepers(atLeast: 1)
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        let alreadyCancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.sleep(for: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await alreadyCancelled.value }
    }

    @Test func noTimeIsNoWait() async throws { try await ManualClock().sleep(for: .zero) }
}
