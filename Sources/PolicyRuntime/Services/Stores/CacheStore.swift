public import PolicyExpressions

/// Keeps values and responses from one request for later ones.
///
/// A store may forget anything at any time. What it throws counts as a miss. Time is the caller's, so that tests decide
/// about it. A store that several gateways share keeps the same promises; the suite in PolicyTesting checks any
/// implementation.
public protocol CacheStore: Sendable {
    /// The value of a key; nil when there is none, or none any more.
    func value(of key: String, at now: NetDateTime) async throws -> CachedValue?

    /// Keeps a value in place of an older one.
    ///
    /// - Parameter expiry: from then on the key has no value.
    func store(_ value: CachedValue, under key: String, until expiry: NetDateTime, at now: NetDateTime) async throws

    /// Forgets a key; one without a value is no error.
    func removeValue(of key: String) async throws
}
