import APIMPolicy
import PolicyTesting
import Synchronization
import Testing

/// Caching over several requests.
@Suite struct CachingTests {
    private static let lookup = #"<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />"#

    private static func lookup(_ children: String) -> String {
        #"<cache-lookup vary-by-developer="false" vary-by-developer-groups="false">\#(children)</cache-lookup>"#
    }

    private static let store = #"<cache-store duration="60" />"#

    @Test func aHitDoesNotAskTheBackend() async throws {
        let series = try RequestSeries(inbound: Self.lookup, outbound: Self.store)
        #expect(await series.run().body == "answer 1")
        #expect(await series.run().body == "answer 1")
        series.clock.advance(by: .seconds(60))
        #expect(await series.run().body == "answer 2")
        #expect(series.backend.count == 2)
    }

    @Test func aHitGoesOnBehindCacheStore() async throws {
        let series = try RequestSeries(
            inbound: Self.lookup + #"<set-header name="X-Rest"><value>1</value></set-header>"#,
            outbound: """
                <set-header name="X-Before" exists-action="append"><value>1</value></set-header>
                \(Self.store)
                <set-header name="X-Behind" exists-action="append"><value>1</value></set-header>
                """)
        for _ in 0..<2 {
            let answer = await series.run()
            // What stood before cache-store was stored, and did not run again; what stands behind it runs each time.
            #expect(answer[header: "X-Before"] == "1" && answer[header: "X-Behind"] == "1")
        }
    }

    @Test func theQuerySelects() async throws {
        let all = try RequestSeries(inbound: Self.lookup, outbound: Self.store)
        _ = await all.run("https://gateway.example/shop/a?x=1")
        _ = await all.run("https://gateway.example/shop/a?x=2")
        #expect(all.backend.count == 2)
        let listed = try RequestSeries(
            inbound: Self.lookup("<vary-by-query-parameter>version;size</vary-by-query-parameter>"), outbound: Self.store)
        _ = await listed.run("https://gateway.example/shop/a?version=1&x=1")
        _ = await listed.run("https://gateway.example/shop/a?x=2&Version=1")
        #expect(listed.backend.count == 1)
        _ = await listed.run("https://gateway.example/shop/a?version=1&size=2")
        #expect(listed.backend.count == 2)
    }

    @Test func aHeaderSelects() async throws {
        let series = try RequestSeries(inbound: Self.lookup("<vary-by-header>Accept</vary-by-header>"), outbound: Self.store)
        for type in ["a/b", "a/c", "a/b"] { _ = await series.run(headers: [("Accept", type)]) }
        #expect(series.backend.count == 2)
    }

    @Test func onlyGetAnd200AreKept() async throws {
        let series = try RequestSeries(inbound: Self.lookup, outbound: Self.store, backend: CountingBackend { $0 == 1 ? 404 : 200 })
        _ = await series.run()
        _ = await series.run()
        _ = await series.run()
        #expect(series.backend.count == 2)
        _ = await series.run(method: "POST")
        #expect(series.backend.count == 3)
    }

    @Test func authorizationIsNotKept() async throws {
        let series = try RequestSeries(inbound: Self.lookup, outbound: Self.store)
        for _ in 0..<2 { _ = await series.run(headers: [("Authorization", "Bearer x")]) }
        #expect(series.backend.count == 2)
    }

    @Test func requestsForTheSameResponseWaitForTheFirst() async throws {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let backend = CountingBackend(wait: { for await _ in stream { break } })
        let series = try RequestSeries(inbound: Self.lookup, outbound: Self.store, backend: backend)
        async let answers = withTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { await series.run().body } }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        while backend.count == 0 { await Task.yield() }
        for _ in 0..<200 { await Task.yield() }
        continuation.finish()
        #expect(await answers == ["answer 1"])
        #expect(backend.count == 1)
    }

    @Test func aFailedFetchLetsTheOthersGo() async throws {
        let series = try RequestSeries(inbound: Self.lookup, outbound: Self.store, backend: CountingBackend { _ in 500 })
        let statuses = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<10 { group.addTask { await series.run().status } }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 500, count: 10))
    }

    @Test func valuesAreThereForLaterRequests() async throws {
        let series = try RequestSeries(
            inbound: """
                <cache-lookup-value key="count" default-value="@(0)" variable-name="count" />
                <cache-store-value key="count" value="@((int)context.Variables["count"] + 1)" duration="60" />
                <return-response><set-body>@(((int)context.Variables["count"]).ToString())</set-body></return-response>
                """)
        var bodies: [String] = []
        for _ in 0..<3 { bodies.append(await series.run().body) }
        #expect(bodies == ["0", "1", "2"])
        series.clock.advance(by: .seconds(60))
        #expect(await series.run().body == "0")
    }

    @Test func aFailingCacheIsAMiss() async throws {
        let series = try RequestSeries(
            inbound: Self.lookup + #"<cache-remove-value key="k" />"#, outbound: Self.store, stores: GatewayStores(cache: BrokenCache()))
        #expect(await series.run().status == 200)
        let strict = try RequestSeries(
            inbound: #"<cache-remove-value key="k" fail-on-cache-removal-error="true" />"#, stores: GatewayStores(cache: BrokenCache()))
        #expect(await strict.run().status == 500)
    }

    private struct BrokenCache: CacheStore {
        struct Unreachable: Error {}
        func value(of key: String, at now: NetDateTime) throws -> CachedValue? { throw Unreachable() }
        func store(_ value: CachedValue, under key: String, until expiry: NetDateTime, at now: NetDateTime) throws { throw Unreachable() }
        func removeValue(of key: String) throws { throw Unreachable() }
    }
}
