import PolicyExpressions

/// A response that the cache did not have, as the policy that stores it needs to know.
public struct MissingResponse: Sendable {
    /// The key in the cache.
    public var key: String
    /// Which cache.
    public var kind: CacheKind
    /// The Cache-Control of the response without its age; nil to leave what the backend says.
    public var downstream: DownstreamCaching?
    /// Held by the request that fetches the response for others too.
    var lead: FlightLead?
}

/// The cache that a policy names.
public enum CacheKind: Sendable, Hashable {
    /// The gateway's own.
    case `internal`
    /// The one that was configured.
    case external
    /// The one that was configured if there is one, otherwise the gateway's own.
    case preferExternal
}

/// What caches between gateway and caller may do with a response.
public struct DownstreamCaching: Sendable, Hashable {
    /// Whether caches that serve several callers may keep it.
    public var isPublic: Bool
    /// Whether it must be asked for again once it is stale.
    public var mustRevalidate: Bool

    /// Describes it.
    public init(isPublic: Bool, mustRevalidate: Bool) { (self.isPublic, self.mustRevalidate) = (isPublic, mustRevalidate) }

    /// The value of Cache-Control (RFC 9111, 5.2.2).
    public func cacheControl(seconds: Int64) -> String {
        (isPublic ? "public" : "private") + ", max-age=\(max(0, seconds))" + (mustRevalidate ? ", must-revalidate" : "")
    }
}

// Values. An error of the cache never fails a request: it counts as a miss, and the trace tells.
extension RequestContext {
    /// The value of a key; nil when there is none.
    public func cachedValue(of key: String, in kind: CacheKind, at position: PolicyPosition) async -> CachedValue? {
        guard let cache = cache(kind, at: position) else { return nil }
        do {
            return try await cache.value(of: key, at: services.clock.now)
        } catch {
            traceCacheError(error, at: position)
            return nil
        }
    }

    /// Keeps a value for a time.
    public func cache(
        _ value: CachedValue, as key: String, seconds: Int64, in kind: CacheKind, at position: PolicyPosition
    ) async {
        guard let cache = cache(kind, at: position) else { return }
        let now = services.clock.now
        let (ticks, overflows) = now.ticks.addingReportingOverflow(max(0, seconds).multipliedReportingOverflow(by: 10_000_000).partialValue)
        let expiry = overflows || ticks > NetDateTime.maximumTicks || ticks < 0 ? NetDateTime.maximumTicks : ticks
        do {
            try await cache.store(value, under: key, until: NetDateTime(ticks: expiry, kind: .utc), at: now)
        } catch {
            traceCacheError(error, at: position)
        }
    }

    /// Forgets a key.
    ///
    /// - Throws: what the cache throws.
    public func removeCachedValue(of key: String, in kind: CacheKind, at position: PolicyPosition) async throws {
        guard let cache = cache(kind, at: position) else { return }
        try await cache.removeValue(of: key)
    }

    private func cache(_ kind: CacheKind, at position: PolicyPosition) -> (any CacheStore)? {
        let stores = services.stores
        switch kind {
        case .internal: return stores.cache
        case .preferExternal: return stores.externalCache ?? stores.cache
        case .external:
            if stores.externalCache == nil { trace("There is no external cache.", at: position) }
            return stores.externalCache
        }
    }

    private func traceCacheError(_ error: any Error, at position: PolicyPosition) {
        trace(TraceEntry("The cache failed: \(error)", severity: .error), at: position)
    }
}

// Responses.
extension RequestContext {
    /// Looks a response up and puts it in place. On a miss the request fetches it for itself and for those that ask for the
    /// same one meanwhile: they wait for it.
    ///
    /// - Returns: whether there is one.
    public mutating func lookUpResponse(_ missing: MissingResponse, at position: PolicyPosition) async -> Bool {
        if await takeResponse(missing, at: position) { return true }
        var missing = missing
        missing.lead = services.stores.flights.lead(missing.key)
        if missing.lead == nil {
            await services.stores.flights.land(missing.key)
            if await takeResponse(missing, at: position) { return true }
        }
        run.missing = missing
        let lead = missing.lead
        atEnd(of: position) { _ in lead?.end() }
        return false
    }

    private mutating func takeResponse(_ missing: MissingResponse, at position: PolicyPosition) async -> Bool {
        guard case .response(let response)? = await cachedValue(of: missing.key, in: missing.kind, at: position) else { return false }
        gateway.response = response.makeResponse()
        receivedBody = nil
        return true
    }

    /// The response that a look-up of this request did not find; nil without a look-up.
    public var missingResponse: MissingResponse? { run.missing }

    /// Keeps the response for the look-up that did not find it. Its body must be in memory.
    public mutating func cacheResponse(seconds: Int64, at position: PolicyPosition) async {
        guard let missing = run.missing, let response = gateway.response else { return }
        run.missing = nil
        let cached = CachedResponse(response)
        if cached.body.count <= Self.cachedResponseLimit {
            await cache(.response(cached), as: missing.key, seconds: seconds, in: missing.kind, at: position)
        } else {
            trace("The response is not cached: it is larger than 2 MiB.", at: position)
        }
        missing.lead?.end()
    }

    /// What the service caches of a response at most.
    private static var cachedResponseLimit: Int { 2 * 1024 * 1024 }
}

extension MissingResponse {
    /// Describes a response.
    public init(key: String, kind: CacheKind, downstream: DownstreamCaching?) {
        (self.key, self.kind, self.downstream, lead) = (key, kind, downstream, nil)
    }
}
