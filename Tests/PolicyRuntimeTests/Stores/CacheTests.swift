import PolicyExpressions
import PolicyRuntime
import Testing

/// The cache in memory, and what values keep in it.
@Suite struct CacheTests {
    private static let start = NetDateTime(ticks: 638_712_864_000_000_000, kind: .utc)

    private static func later(_ seconds: Int64) -> NetDateTime {
        NetDateTime(ticks: start.ticks + seconds * 10_000_000, kind: .utc)
    }

    private static func text(_ value: CachedValue?) -> String? {
        if case .string(let text)? = value { text.string } else { nil }
    }

    @Test func nothingOutlivesItsExpiry() {
        let cache = InMemoryCache()
        cache.store(.string("a"), under: "k", until: Self.later(10), at: Self.start)
        #expect(Self.text(cache.value(of: "k", at: Self.later(9))) == "a")
        #expect(cache.value(of: "k", at: Self.later(10)) == nil)
        #expect(cache.byteCount == 0)
    }

    @Test func removingForgets() {
        let cache = InMemoryCache()
        cache.store(.string("a"), under: "k", until: Self.later(10), at: Self.start)
        cache.removeValue(of: "k")
        cache.removeValue(of: "k")
        #expect(cache.value(of: "k", at: Self.start) == nil)
    }

    @Test func theLeastRecentlyUsedGoFirst() {
        let cache = InMemoryCache(capacity: 8 * 4000)
        let large = CachedValue.bytes(Array(repeating: 1, count: 900))
        // Whatever part of the cache the keys fall into: what is used again and again stays.
        cache.store(.string("kept"), under: "used", until: Self.later(100), at: Self.start)
        for index in 0..<400 {
            cache.store(large, under: "key\(index)", until: Self.later(100), at: Self.start)
            #expect(Self.text(cache.value(of: "used", at: Self.start)) == "kept")
        }
        #expect(cache.byteCount <= 8 * 4000)
        #expect(cache.value(of: "key0", at: Self.start) == nil)
        #expect(cache.value(of: "key399", at: Self.start) != nil)
    }

    @Test func whatIsTooLargeIsNotKept() {
        let cache = InMemoryCache(capacity: 8 * 100)
        cache.store(.bytes(Array(repeating: 1, count: 200)), under: "k", until: Self.later(10), at: Self.start)
        #expect(cache.value(of: "k", at: Self.start) == nil)
    }

    @Test func valuesKeepTypeAndText() throws {
        let response = GatewayResponse(
            statusCode: 404, statusReason: "None", headers: MultiValueDictionary([(name: "A", value: "1"), (name: "A", value: "2")]),
            body: MessageBody([65]))
        let values: [Value] = [
            .null, .boolean(true), .int32(-1), .int64(9), .double(0.5), .string("ä"), .dateTime(Self.start),
            .timeSpan(NetTimeSpan(ticks: 5)), .guid(NetGuid(high: 1, low: 2)), .object(try JToken.parse(#"{"a":[1,null]}"#)),
            .object(NetArray(["a", "b"])), .object(NetArray(bytes: [1, 2])),
        ]
        for value in values {
            let cached = try #require(CachedValue(value))
            #expect(CanonicalValue(try cached.makeValue()) == CanonicalValue(value))
        }
        guard case .object(let made)? = try CachedValue(.object(response))?.makeValue(), let copy = made as? GatewayResponse else {
            Issue.record("a response is not kept")
            return
        }
        #expect(copy !== response && copy.statusCode == 404 && copy.headers["A"] == ["1", "2"] && copy.body.forwardedBytes == [65])
    }

    @Test func whatBelongsToARequestIsNotKept() {
        let context = GatewayContext(request: GatewayRequest(url: RequestURL(scheme: "https", host: "localhost")))
        #expect(CachedValue(.object(context)) == nil)
    }
}
