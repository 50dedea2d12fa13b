import HTTPTestServer
import HTTPTypes
import PolicyRuntime
import PolicyTransport
import Testing

@Suite("Requests over real HTTP", .timeLimit(.minutes(1)))
struct AsyncHTTPClientTransportTests {
    /// Runs `body` with a transport that is shut down afterwards.
    private func withTransport<Result>(
        _ configuration: AsyncHTTPClientTransport.Configuration = .init(), _ body: (AsyncHTTPClientTransport) async throws -> Result
    ) async throws -> Result {
        let transport = AsyncHTTPClientTransport(configuration: configuration)
        do {
            let result = try await body(transport)
            try await transport.shutdown()
            return result
        } catch {
            try await transport.shutdown()
            throw error
        }
    }

    private func request(
        _ method: HTTPRequest.Method = .get, _ url: String, headers: HTTPFields = [:], body: TransportBody = .empty,
        timeout: Duration? = nil,
        followsRedirects: Bool = false
    ) -> TransportRequest {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        let (scheme, authority, path) = (String(parts[0].dropLast()), parts[2], "/" + parts.dropFirst(3).joined())
        let head = HTTPRequest(
            method: method, scheme: scheme, authority: authority, path: path, headerFields: headers)
        return TransportRequest(head: head, body: body, timeout: timeout, followsRedirects: followsRedirects)
    }

    private func text(_ response: TransportResponse) async throws -> String {
        String(decoding: try await response.body.collect(upTo: 1 << 20), as: UTF8.self)
    }

    @Test func methodTargetHeadersAndBodyArriveAsTheyWere() async throws {
        try await HTTPTestServer.run({ _ in .response(status: 201, headers: [("X-Answer", "a"), ("X-Answer", "b")], body: "done") }) {
            server, url in
            try await withTransport { transport in
                let fields: HTTPFields = [.contentType: "text/plain", HTTPField.Name("X-Own")!: "1", .connection: "X-Own"]
                let sent = request(.init("PATCH")!, "\(url)/a%20b/c?x=1&y=%2F", headers: fields, body: .bytes(Array("héllo".utf8)))
                let response = try await transport.send(sent)
                #expect(response.head.status.code == 201 && response.head.status.reasonPhrase == "Created")
                #expect(response.head.headerFields[values: HTTPField.Name("X-Answer")!] == ["a", "b"])
                #expect(try await text(response) == "done")
            }
            let got = try #require(server.requests.first)
            #expect(got.method == "PATCH" && got.target == "/a%20b/c?x=1&y=%2F" && got.text == "héllo")
            #expect(got["Content-Type"] == "text/plain" && got["Content-Length"] == "6")
            #expect(got["Host"].map { "http://\($0)" } == url)
            #expect(got["X-Own"] == nil, "a field that Connection names belongs to the connection")
        }
    }

    @Test func connectionsAreReused() async throws {
        try await HTTPTestServer.run({ _ in .response(body: "x") }) { server, url in
            try await withTransport { transport in
                for _ in 0..<5 { _ = try await text(try await transport.send(request(url))) }
            }
            #expect(server.requests.count == 5)
            #expect(server.connectionCount == 1)
        }
    }

    @Test func timeoutEndsTheWaitForHeaderFields() async throws {
        try await HTTPTestServer.run({ _ in .silence }) { _, url in
            try await withTransport { transport in
                await #expect(throws: TransportError.timeout) { try await transport.send(request(url, timeout: .milliseconds(200))) }
            }
        }
    }

    @Test func timeoutDoesNotCoverTheBody() async throws {
        try await HTTPTestServer.run({ _ in .chunks(["a", "b", "c"], pause: .milliseconds(1200)) }) { _, url in
            try await withTransport { transport in
                let response = try await transport.send(request(url, timeout: .seconds(3)))
                #expect(try await text(response) == "abc")
            }
        }
    }

    @Test func responseBodyStreams() async throws {
        try await HTTPTestServer.run({ _ in .chunks(["one", "two", "three"], pause: .milliseconds(100)) }) { _, url in
            try await withTransport { transport in
                let response = try await transport.send(request(url))
                guard case .stream(let chunks) = response.body else { throw Failure("the body does not stream") }
                var parts: [String] = []
                for try await chunk in chunks { parts.append(String(decoding: chunk, as: UTF8.self)) }
                #expect(parts == ["one", "two", "three"])
                #expect(response.head.headerFields[.transferEncoding] == nil, "the framing stays with the connection")
            }
        }
    }

    @Test(arguments: [Int?.none, 9])
    func requestBodyStreams(length: Int?) async throws {
        try await HTTPTestServer.run({ _ in .response() }) { server, url in
            try await withTransport { transport in
                let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
                for part in ["abc", "def", "ghi"] { continuation.yield(Array(part.utf8)) }
                continuation.finish()
                let fields: HTTPFields = length.map { [.contentLength: String($0)] } ?? [:]
                _ = try await transport.send(request(.post, url, headers: fields, body: .stream(chunks)))
            }
            let got = try #require(server.requests.first)
            #expect(got.text == "abcdefghi")
            #expect(got["Content-Length"] == length.map(String.init))
            #expect(got["Transfer-Encoding"] == (length == nil ? "chunked" : nil))
        }
    }

    @Test func redirectsAreFollowedOnlyOnRequest() async throws {
        let handler: HTTPTestServer.Handler = { request in
            request.target == "/old" ? .response(status: 302, headers: [("Location", "/new")]) : .response(body: "new")
        }
        try await HTTPTestServer.run(handler) { server, url in
            try await withTransport { transport in
                let first = try await transport.send(request("\(url)/old"))
                #expect(first.head.status == .found)
                #expect(first.head.headerFields[.location] == "/new")
                #expect(server.requests.count == 1)
                #expect(try await text(try await transport.send(request("\(url)/old", followsRedirects: true))) == "new")
            }
        }
    }

    @Test func refusedConnectionIsAConnectionFailure() async throws {
        let url = try await HTTPTestServer.unusedURL()
        // It must not wait for the server to come up: with this time-out the test would not end in time.
        try await withTransport(.init(connectTimeout: .seconds(3600))) { transport in
            await expectConnectionFailure(mentioning: "refused") { _ = try await transport.send(request(url)) }
        }
    }

    @Test func closedConnectionIsAConnectionFailure() async throws {
        try await HTTPTestServer.run({ _ in .closeConnection }) { _, url in
            try await withTransport { transport in
                await expectConnectionFailure(mentioning: "closed") { _ = try await transport.send(request(.post, url)) }
            }
        }
    }

    @Test func brokenBodyFailsTheReader() async throws {
        try await HTTPTestServer.run({ _ in .brokenBody("half", promisedLength: 8) }) { _, url in
            try await withTransport { transport in
                let response = try await transport.send(request(url))
                await expectConnectionFailure(mentioning: "") { _ = try await response.body.collect(upTo: 100) }
            }
        }
    }

    @Test func plainServerBehindHTTPSIsAConnectionFailure() async throws {
        try await HTTPTestServer.run({ _ in .response() }) { server, url in
            try await withTransport { transport in
                let secure = url.replacing("http://", with: "https://")
                await expectConnectionFailure(mentioning: "") { _ = try await transport.send(request(secure, timeout: .seconds(10))) }
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test func requestWithoutHostIsAConnectionFailure() async throws {
        try await withTransport { transport in
            let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
            await expectConnectionFailure(mentioning: "absolute URL") { _ = try await transport.send(TransportRequest(head: head)) }
        }
    }

    @Test func cancellationEndsTheRequest() async throws {
        try await HTTPTestServer.run({ _ in .silence }) { server, url in
            try await withTransport { transport in
                let sent = request(url)
                let task = Task { try await transport.send(sent) }
                while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                while server.openConnectionCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
            }
        }
    }

    @Test func droppedBodyClosesTheConnection() async throws {
        let endless = (0..<1_000).map { _ in String(repeating: "x", count: 1_000) }
        try await HTTPTestServer.run({ _ in .chunks(endless, pause: .milliseconds(20)) }) { server, url in
            try await withTransport { transport in
                _ = try await transport.send(request(url)).head
                while server.openConnectionCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
            }
        }
    }

    @Test func afterShutdownNothingIsSent() async throws {
        let transport = AsyncHTTPClientTransport()
        try await transport.shutdown()
        await expectConnectionFailure(mentioning: "shut down") { _ = try await transport.send(request("http://127.0.0.1:9/")) }
    }

    @Test func transportThatIsForgottenDoesNotTrap() async throws {
        try await HTTPTestServer.run({ _ in .response() }) { server, url in
            _ = try await AsyncHTTPClientTransport().send(request(url))
            #expect(server.requests.count == 1)
            while server.openConnectionCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    private func request(_ url: String, timeout: Duration? = nil, followsRedirects: Bool = false) -> TransportRequest {
        request(.get, url, timeout: timeout, followsRedirects: followsRedirects)
    }

    private func expectConnectionFailure(
        mentioning part: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
    ) async {
        let error = await #expect(throws: TransportError.self, sourceLocation: sourceLocation) { try await body() }
        guard case .connectionFailure(let reason)? = error else {
            Issue.record("not a connection failure: \(String(describing: error))", sourceLocation: sourceLocation)
            return
        }
        #expect(part.isEmpty || reason.contains(part), "\(reason)", sourceLocation: sourceLocation)
    }
}

private struct Failure: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
}
