public import Logging
public import PolicyCryptography
public import PolicyExpressions

/// What the policies of an engine need from the world outside of the request.
///
/// Every service can be replaced; what a host does not give has a default that works on one machine, except the
/// transport and the sink of events: a document that needs one is refused without it.
public struct GatewayServices: Sendable {
    /// Sends requests; nil where the host forwards by itself and no policy calls out.
    public var transport: (any HTTPTransport)?
    /// The time that policies and expressions see.
    public var clock: any GatewayClock
    /// Makes the GUIDs of requests and of `Guid.NewGuid()`.
    public var makeGuid: @Sendable () -> NetGuid
    /// Makes 64 random bits.
    public var random: @Sendable () -> UInt64
    /// Where the engine writes what an operator should know.
    public var logger: Logger
    /// Sees what the policies of every request do; nil costs one branch a policy.
    public var observer: (any PolicyObserver)?
    /// Takes the messages that policies log for others; nil where no document does that.
    public var events: (any EventSink)?
    /// Takes custom metrics; nil writes them to `logger`.
    public var metrics: (any MetricSink)?
    /// What is remembered from one request to the next.
    public var stores: GatewayStores
    /// Which servers policies may call.
    public var outbound: OutboundPolicy
    /// How much memory and work a request may use.
    public var limits: GatewayLimits
    /// Where the gateway gets tokens of its own identity.
    public var identityEndpoint = ManagedIdentityEndpoint.instanceMetadata
    /// The connections of the credential manager; nil where there is none.
    public var authorizations: (any AuthorizationProvider)?
    /// Whose signatures on certificates are trusted; the system's authorities unless given.
    public var certificateTrust = CertificateTrust.system
    /// Knows which certificates were revoked; nil where nobody can be asked.
    public var revocation: (any CertificateRevocation)?

    /// Makes services; the defaults are the system's clock and random numbers, a logger named `apim-policy`, no
    /// transport and no observer.
    public init(
        transport: (any HTTPTransport)? = nil, clock: any GatewayClock = SystemClock(),
        makeGuid: @escaping @Sendable () -> NetGuid = { .random() },
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        logger: Logger = Logger(label: "apim-policy"), observer: (any PolicyObserver)? = nil, events: (any EventSink)? = nil,
        metrics: (any MetricSink)? = nil, stores: GatewayStores = GatewayStores(), outbound: OutboundPolicy = .standard,
        limits: GatewayLimits = GatewayLimits()
    ) {
        (self.transport, self.clock, self.makeGuid, self.random) = (transport, clock, makeGuid, random)
        (self.logger, self.observer, self.limits) = (logger, observer, limits)
        (self.events, self.metrics, self.stores, self.outbound) = (events, metrics, stores, outbound)
    }

    /// Takes a measurement to where metrics go.
    public func record(_ metric: GatewayMetric) {
        if let metrics { metrics.record(metric) } else { LoggedMetrics(logger).record(metric) }
    }

    /// What expressions take from these services.
    var evaluationEnvironment: EvaluationEnvironment {
        EvaluationEnvironment(
            now: { [clock] in clock.now }, makeGuid: makeGuid, random: random, certificateTrust: certificateTrust, limits: limits.evaluation
        )
    }
}

/// How much memory and work one request may use.
public struct GatewayLimits: Sendable, Hashable {
    /// Bytes of one body that is gathered in memory because an expression reads it, or because it answers a callout.
    /// The default is that of Azure's classic tiers; its other tiers allow 2 MiB.
    public var bufferedBodyBytes = 500 * 1024 * 1024
    /// What one evaluation of an expression may use.
    public var evaluation = EvaluationLimits()

    /// Makes the default limits.
    public init() {}
}
