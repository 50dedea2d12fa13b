import HTTPTypes
import PolicyExpressions
import PolicyRuntime
import Testing

@Suite struct OutgoingMessageTests {
    private func leaving(_ fields: [(name: String, value: String)]) throws -> [String] {
        try HTTPFields(leaving: MultiValueDictionary(fields)).map { "\($0.name.rawName): \($0.value)" }
    }

    @Test func valuesShareALineExceptWhereTheyMayNot() throws {
        let lines = try leaving([
            ("X-A", "1"), ("Set-Cookie", "a=1"), ("x-a", "2"), ("set-cookie", "b=2"), ("User-Agent", "u"), ("User-Agent", "v"),
        ])
        #expect(lines == ["X-A: 1,2", "Set-Cookie: a=1", "Set-Cookie: b=2", "User-Agent: u", "User-Agent: v"])
    }

    @Test func fieldsOfTheConnectionStayBehind() throws {
        let lines = try leaving([("Connection", "close, X-Hop"), ("x-hop", "1"), ("TE", "trailers"), ("Upgrade", "h2c"), ("X-B", "2")])
        #expect(lines == ["X-B: 2"])
    }

    @Test func namesThatAreNoneAreRefused() {
        #expect(throws: PolicyError.self) { try leaving([("X A", "1")]) }
        #expect(throws: PolicyError.self) { try leaving([("", "1")]) }
    }

    @Test("nothing can add a line", arguments: [("a\r\nb", "a  b"), ("a\u{0}b", "a b"), ("é", "é")])
    func sanitized(_ text: String, _ expected: String) { #expect(FieldText.sanitized(text) == expected) }

    @Test(
        "request lines hold nothing that may not stand there",
        arguments: [
            ("/a b", "/a%20b"), ("/%20", "/%20"), ("/é", "/%C3%A9"), ("/a\r\nb", "/a%0D%0Ab"), ("/a#b", "/a%23b"), ("/a?b=c&d", "/a?b=c&d"),
        ])
    func escaped(_ text: String, _ expected: String) { #expect(RequestTarget.escaped(text) == expected) }

    @Test(
        "only absolute http and https URLs are asked",
        arguments: [
            "/relative", "ftp://a.example", "file:///etc/passwd", "https://", "https://a b/", "http://a\r\nb/", "javascript:alert(1)",
        ])
    func refusedURL(_ text: String) { #expect(throws: InvalidURL.self) { try RequestURL(outbound: text) } }

    @Test func contentLengthOfAReplacedBodyIsDropped() async throws {
        let transport = Answering { _ in
            var head = HTTPResponse(status: .ok)
            head.headerFields[.contentLength] = "4"
            return TransportResponse(head: head, body: stream("fine"))
        }
        let untouched = try await makeEngine("<policies />", transport: transport).run(makeContext())
        #expect(untouched.response.head.headerFields[.contentLength] == "4")
        let document = "<policies><outbound><set-body>longer</set-body></outbound></policies>"
        let replaced = try await makeEngine(document, transport: transport).run(makeContext())
        #expect(replaced.response.head.headerFields[.contentLength] == nil)
    }

    @Test func hostIsTheBackendsUnlessAPolicySetsIt() async throws {
        let transport = Answering()
        _ = try await makeEngine("<policies />", transport: transport).run(makeContext())
        let document = #"<policies><inbound><set-header name="Host"><value>tenant.example</value></set-header></inbound></policies>"#
        _ = try await makeEngine(document, transport: transport).run(makeContext())
        let host = try #require(HTTPField.Name("Host"))
        #expect(transport.requests.map { $0.head.headerFields[host] } == [nil, "tenant.example"])
        #expect(transport.requests.map(\.head.authority) == ["backend.example", "backend.example"])
    }
}
