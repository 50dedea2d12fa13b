public import PolicyExpressions
public import PolicyRuntime

/// What every `CacheStore` must do, for stores that forget nothing within a few entries. It knows no test framework: what
/// it gives are sentences, one for each rule that an implementation breaks.
public struct CacheStoreSuite: Sendable {
    private let makeStore: @Sendable () async throws -> any CacheStore
    private let start: NetDateTime

    /// Makes a suite.
    ///
    /// - Parameter makeStore: gives an empty store, a new one for each rule.
    public init(
        start: NetDateTime = NetDateTime(ticks: 638_712_864_000_000_000, kind: .utc),
        makeStore: @escaping @Sendable () async throws -> any CacheStore
    ) {
        (self.start, self.makeStore) = (start, makeStore)
    }

    /// The rules that the implementation breaks.
    ///
    /// - Throws: what the store throws.
    public func differences() async throws -> [String] {
        var broken: [String] = []
        for (rule, holds) in rules where try await !holds(try await makeStore()) { broken.append(rule) }
        return broken
    }

    private var rules: [(String, @Sendable (any CacheStore) async throws -> Bool)] {
        [
            ("a key without a value is a miss", { try await $0.value(of: "a", at: start) == nil }),
            ("a value is there until its expiry, and not from then on", expires),
            ("a later value stands in place of an earlier one", replaces),
            ("a removed key is a miss; one without a value can be removed", removes),
            ("keys differ in case", keysDifferInCase),
            ("values keep their type and text", keepsValues),
        ]
    }

    private func later(_ seconds: Int64) -> NetDateTime { NetDateTime(ticks: start.ticks + seconds * 10_000_000, kind: .utc) }

    private func text(of key: String, at time: NetDateTime, in store: any CacheStore) async throws -> String? {
        guard let value = try await store.value(of: key, at: time) else { return nil }
        return CanonicalValue(try value.makeValue()).text
    }

    private func expires(_ store: any CacheStore) async throws -> Bool {
        try await store.store(.string("x"), under: "a", until: later(10), at: start)
        let (before, after) = (try await text(of: "a", at: later(9), in: store), try await text(of: "a", at: later(10), in: store))
        return before == "x" && after == nil
    }

    private func replaces(_ store: any CacheStore) async throws -> Bool {
        try await store.store(.string("x"), under: "a", until: later(10), at: start)
        try await store.store(.string("y"), under: "a", until: later(20), at: start)
        return try await text(of: "a", at: later(15), in: store) == "y"
    }

    private func removes(_ store: any CacheStore) async throws -> Bool {
        try await store.store(.string("x"), under: "a", until: later(10), at: start)
        try await store.removeValue(of: "a")
        try await store.removeValue(of: "a")
        return try await store.value(of: "a", at: start) == nil
    }

    private func keysDifferInCase(_ store: any CacheStore) async throws -> Bool {
        try await store.store(.string("x"), under: "a", until: later(10), at: start)
        return try await store.value(of: "A", at: start) == nil
    }

    private func keepsValues(_ store: any CacheStore) async throws -> Bool {
        let values: [CachedValue] = [
            .null, .boolean(true), .int32(7), .int64(8), .double(0.5), .string("ä"), .bytes([1, 2]), .json(#"{"a":[1]}"#),
            .dateTime(start), .guid(NetGuid(high: 1, low: 2)),
        ]
        for value in values {
            try await store.store(value, under: "v", until: later(10), at: start)
            guard let found = try await store.value(of: "v", at: start) else { return false }
            guard CanonicalValue(try found.makeValue()) == CanonicalValue(try value.makeValue()) else { return false }
        }
        return true
    }
}
