import PolicyExpressions

/// What a `RequestContext` holds besides what expressions see.
struct RequestState {
    var backendURL: RequestURL?
    var backend: Backend?
    var rewrittenPath: String?
    var overridesHost = false
    var proxy: TransportProxy?
    var clientCertificate: TransportCertificate?
    var isCrossOriginDecided = false
    var requestStream: TransportBody = .empty
    var receivedBody: (body: MessageBody, content: TransportBody)?
    var backendService: BackendService?
    var calloutCount = 0
    var run = RunState()
}

/// What a run keeps between its halves.
struct RunState {
    var policy: CompiledPolicy?
    var forwarding = Forwarding.byTransport
    var pending: PendingForward?
    /// Where the backend section goes on once the response is there, innermost first.
    var resumptions: [Resumption] = []
    /// The counters that have counted this request.
    var counted: Set<String> = []
    /// What a cache-lookup found missing, for the policy that stores it.
    var missing: MissingResponse?
    /// The cookie that keeps the caller at a member of a pool.
    var sessionCookie: NetString?
    /// What policies do at the end.
    var completions: [Completion] = []
    /// Counts callouts for all contexts that policies of this request run in at the same time; see `RequestContext.runConcurrently`.
    var sharedCallouts: CalloutCounter?

    /// Who sends the request to the backend.
    enum Forwarding { case byTransport, byHost }
}

/// A value behind a reference: to copy it costs no more than that, and it is copied itself once one of several owners
/// changes it.
struct CopyOnWrite<Wrapped> {
    private final class Storage {
        // Unchecked: only `value` gets here, which is a part of a value with one owner at a time.
        @exclusivity(unchecked)
        var value: Wrapped

        init(_ value: Wrapped) { self.value = value }
    }

    private var storage: Storage

    init(_ value: Wrapped) { storage = Storage(value) }

    var value: Wrapped {
        get { storage.value }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
            yield &storage.value
        }
    }
}

/// The services of an engine and what is made of them once, shared by all of its requests.
@usableFromInline
final class SharedServices: Sendable {
    @usableFromInline let services: GatewayServices
    /// What expressions take from the services.
    let evaluationEnvironment: EvaluationEnvironment

    init(_ services: GatewayServices) {
        self.services = services
        evaluationEnvironment = services.evaluationEnvironment
    }

    /// The defaults, made once: what a context has before an engine runs it.
    static let none = SharedServices(GatewayServices())
}
