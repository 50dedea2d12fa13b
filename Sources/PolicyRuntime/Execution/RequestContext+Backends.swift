import PolicyExpressions

extension RequestContext {
    /// Sends the request to a backend entity. Only another entity can replace it: a base URL that is set later has no effect.
    public mutating func use(_ backend: Backend) {
        self.backend = backend
        backendService = nil
        var description = BackendDescription(id: backend.id)
        switch backend.kind {
        case .single(let service):
            backendService = service
            description.azureRegion = service.azureRegion
        case .pool: description.kind = .pool
        }
        gateway.backend = description
    }

    /// Chooses the service that the request goes to now; nil where no entity was set.
    ///
    /// - Throws: an error with the status 503 when circuit breakers leave none.
    mutating func chooseService(at position: PolicyPosition) throws(PolicyError) {
        switch backend?.kind {
        case nil: return
        case .single(let service): try choose(service)
        case .pool(let pool): try choose(member(of: pool, id: backend?.id ?? "", at: position))
        }
    }

    private mutating func choose(_ service: BackendService) throws(PolicyError) {
        if let wait = services.stores.backends.wait(for: service, at: services.clock.now) {
            throw Self.unavailable("The circuit breaker of the backend '\(service.id)' is open.", wait)
        }
        backendService = service
        var description = BackendDescription(id: service.id)
        description.azureRegion = service.azureRegion
        gateway.backend = description
    }

    /// The member that the session's cookie names, or the one whose turn it is in the first group that is not left alone altogether.
    private mutating func member(of pool: BackendPool, id: String, at position: PolicyPosition) throws(PolicyError) -> BackendService {
        let (health, now) = (services.stores.backends, services.clock.now)
        let available = pool.members.filter { health.isAvailable($0.service, at: now) }
        guard let priority = available.map(\.priority).min() else {
            let wait = pool.members.compactMap { health.wait(for: $0.service, at: now) }.min() ?? 0
            throw Self.unavailable("The circuit breakers of all backends in the pool '\(id)' are open.", wait)
        }
        if let cookie = pool.sessionCookie, let value = gateway.request.headers.cookie(cookie),
            let member = available.first(where: { Self.session(of: $0.service, in: id) == value })
        {
            return member.service
        }
        let group = available.filter { $0.priority == priority }
        guard let chosen = health.next(of: group, in: id)?.service else { throw Self.unavailable("The pool '\(id)' is empty.", 0) }
        if let cookie = pool.sessionCookie {
            keepSession("\(cookie)=\(Self.session(of: chosen, in: id)); Path=/; Secure; HttpOnly", position)
        }
        return chosen
    }

    private mutating func keepSession(_ cookie: String, _ position: PolicyPosition) {
        run.sessionCookie = NetString(cookie)
        atEnd(of: position) { context in
            guard let cookie = context.run.sessionCookie else { return }
            context.run.sessionCookie = nil
            context.gateway.response?.headers.append(cookie, to: "Set-Cookie")
        }
    }

    /// What the cookie says: the same for every gateway, and nothing that a caller can read (FNV-1a).
    private static func session(of service: BackendService, in pool: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (pool + "/" + service.id).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    private static func unavailable(_ message: String, _ ticks: Int64) -> PolicyError {
        let seconds = max(1, (ticks + 9_999_999) / 10_000_000)
        var error = PolicyError(
            nil, message, statusCode: 503, headers: [("Retry-After", String(seconds))], source: "backend circuit breaker")
        error.callerMessage = "Service Unavailable"
        return error
    }

    /// Tells the circuit breaker of a service what became of a request.
    func note(_ outcome: BackendOutcome, of service: BackendService, at position: PolicyPosition) {
        for rule in services.stores.backends.note(outcome, of: service, at: services.clock.now) {
            trace("The rule '\(rule.name)' opened the circuit breaker of the backend '\(service.id)'.", at: position)
        }
    }
}

extension MultiValueDictionary {
    /// The value of a cookie that the caller sent.
    fileprivate func cookie(_ name: String) -> String? {
        for header in self["Cookie"] ?? [] {
            for pair in header.string.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0].filter({ $0 != " " }) == name { return String(parts[1].filter { $0 != " " }) }
            }
        }
        return nil
    }
}
