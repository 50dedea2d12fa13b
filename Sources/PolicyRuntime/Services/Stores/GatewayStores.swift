/// What an engine remembers from one request to the next.
///
/// Several engines that are given the same stores share their counters and caches.
public final class GatewayStores: Sendable {
    /// Rates and quotas.
    public let counters: any CounterStore
    /// The cache that documents call `internal`.
    public let cache: any CacheStore
    /// The cache that documents call `external`; nil where there is none.
    public let externalCache: (any CacheStore)?
    /// Requests that run the same policies at the same time.
    public let concurrency: ConcurrencyLimiter
    /// What is known of backends and their circuit breakers.
    public let backends: BackendHealth
    /// Requests that nobody waits for.
    public let background: BackgroundWork
    /// What was fetched from other servers and is kept for a while.
    public let remoteValues = RemoteValues()
    /// Tokens of the gateway's own.
    public let accessTokens = AccessTokens()
    /// Look-ups of the same cached response, of which one fetches it.
    let flights = SharedFlights()

    /// Makes stores; the defaults keep everything in the memory of this process.
    public init(
        counters: any CounterStore = InMemoryCounters(), cache: any CacheStore = InMemoryCache(),
        externalCache: (any CacheStore)? = nil, concurrency: ConcurrencyLimiter = ConcurrencyLimiter(),
        background: BackgroundWork = BackgroundWork(), backends: BackendHealth = BackendHealth()
    ) {
        (self.counters, self.cache, self.externalCache) = (counters, cache, externalCache)
        (self.concurrency, self.background, self.backends) = (concurrency, background, backends)
    }
}
