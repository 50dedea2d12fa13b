public import PolicyExpressions

/// A backend entity, as documents name it in `set-backend-service backend-id`.
public struct Backend: Sendable, Hashable {
    /// What the entity is.
    public enum Kind: Sendable, Hashable {
        /// One service.
        case single(BackendService)
        /// Several services that share the requests.
        case pool(BackendPool)
    }

    /// The identifier.
    public var id: String
    /// One service, or several.
    public var kind: Kind

    /// Describes a backend.
    public init(id: String, kind: Kind) { (self.id, self.kind) = (id, kind) }
}

/// One service: where it is, what it knows the gateway by, and when it counts as broken.
public struct BackendService: Sendable, Hashable {
    /// The identifier of its entity.
    public var id: String
    /// The URL that paths begin with.
    public var url: RequestURL
    /// The region, where `context.Backend.AzureRegion` shall tell it.
    public var azureRegion: String?
    /// What is put on every request to it.
    public var credentials: BackendCredentials
    /// The proxy that it is asked through.
    public var proxy: TransportProxy?
    /// What is checked of its certificate.
    public var tls: TransportTLS
    /// When it is left alone for a while.
    public var circuitBreaker: [CircuitBreakerRule]

    /// Describes a service.
    public init(
        id: String, url: RequestURL, azureRegion: String? = nil, credentials: BackendCredentials = BackendCredentials(),
        proxy: TransportProxy? = nil, tls: TransportTLS = TransportTLS(), circuitBreaker: [CircuitBreakerRule] = []
    ) {
        (self.id, self.url, self.azureRegion, self.credentials) = (id, url, azureRegion, credentials)
        (self.proxy, self.tls, self.circuitBreaker) = (proxy, tls, circuitBreaker)
    }
}

/// What a backend knows the gateway by. It is on the request that leaves; policies do not see it.
public struct BackendCredentials: Sendable, Hashable {
    /// A name with its values.
    public struct Parameter: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The values.
        public var values: [String]
        /// Names values.
        public init(name: String, values: [String]) { (self.name, self.values) = (name, values) }
    }

    /// Query parameters.
    public var query: [Parameter]
    /// Header fields; `Authorization` among them.
    public var headers: [Parameter]
    /// The gateway's certificate that the service is shown.
    public var certificate: Certificate?
    /// The gateway's identity, of which the service gets a token.
    public var identity: Identity?

    /// A certificate of the gateway.
    public enum Certificate: Sendable, Hashable {
        /// By its identifier.
        case id(String)
        /// By its SHA-1 hash in hexadecimal.
        case thumbprint(String)
    }

    /// An identity of the gateway.
    public struct Identity: Sendable, Hashable {
        /// The client; nil for the system-assigned identity.
        public var clientID: String?
        /// Whom the token is for.
        public var resource: String
    }

    /// Describes credentials.
    public init(query: [Parameter] = [], headers: [Parameter] = []) { (self.query, self.headers) = (query, headers) }
}

/// Several services that share the requests.
public struct BackendPool: Sendable, Hashable {
    /// A service in the pool.
    public struct Member: Sendable, Hashable {
        /// The service.
        public var service: BackendService
        /// Members of a group are asked only when all of the groups with lower numbers are left alone by their circuit breakers.
        public var priority: Int
        /// The share of the requests within the group.
        public var weight: Int

        /// Describes a member.
        public init(_ service: BackendService, priority: Int = 1, weight: Int = 1) {
            (self.service, self.priority, self.weight) = (service, priority, weight)
        }
    }

    /// The members in their order.
    public var members: [Member]
    /// The cookie that keeps a caller at one member; nil where every request may go to another.
    public var sessionCookie: String?

    /// Describes a pool.
    public init(members: [Member], sessionCookie: String? = nil) { (self.members, self.sessionCookie) = (members, sessionCookie) }
}
