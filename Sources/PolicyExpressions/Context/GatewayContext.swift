public import PolicyCryptography

/// What expressions see as `context`: one request on its way through the gateway.
///
/// It belongs to one request and is not Sendable. Policies change it between expressions; an expression only reads it,
/// except that reading a body consumes it and `Trace` adds a line.
public final class GatewayContext: NetObject {
    /// `context.Request`.
    public let request: GatewayRequest
    /// `context.Response`; nil before the backend answered.
    public var response: GatewayResponse?
    /// `context.Variables`.
    public let variables: VariableDictionary
    /// `context.Api`.
    public var api = APIDescription()
    // Unchecked, for the same reason as `environment`.
    /// `context.Operation`.
    @exclusivity(unchecked)
    public var operation = OperationDescription()
    /// `context.Product`.
    public var product: ProductDescription?
    /// `context.Subscription`.
    public var subscription: SubscriptionDescription?
    /// `context.User`.
    public var user: UserDescription?
    /// `context.Deployment`.
    public var deployment = DeploymentDescription()
    /// `context.Backend`.
    public var backend: BackendDescription?
    /// `context.Workspace`.
    public var workspace: WorkspaceDescription?
    /// `context.LastError`.
    public var lastError: LastError?
    /// `context.RequestId`.
    public var requestID = NetGuid(high: 0, low: 0)
    /// `context.Timestamp`, when the request arrived.
    public var timestamp = NetDateTime.minValue
    /// `context.Tracing`.
    public var tracing = false
    /// `context.Elapsed` when it is fixed, as in a recorded context; otherwise it is the clock's time since `timestamp`.
    public var fixedElapsed: NetTimeSpan?
    // Unchecked: every evaluation reads its limits, and a context belongs to one request.
    /// Clock, GUIDs, random numbers and limits.
    @exclusivity(unchecked)
    public var environment: EvaluationEnvironment
    // Unchecked: taken and given back in one step each.
    /// Where the locals of expressions live while they are evaluated.
    @exclusivity(unchecked)
    var slotMemory = SlotMemory()
    // Both are `let` in what this holds, so they live as long.
    /// `request.headers`, read without counting a reference.
    let unretainedRequestHeaders: Unmanaged<MultiValueDictionary>
    /// `variables`, likewise.
    let unretainedVariables: Unmanaged<VariableDictionary>
    /// Trees that expressions of this request made. A token knows its parent without owning it, and .NET's collector would
    /// keep the whole tree as long as any part of it is in use.
    var keptTrees: [NetObject] = []
    /// Captured variables that could hold themselves.
    private(set) lazy var capturedVariables = CapturedVariables()
    /// What expressions wrote with `context.Trace`.
    public var traceMessages: [String] = []
    /// Is told what evaluations reach, as far as expressions were compiled with coverage asked for.
    public var expressionObserver: (any ExpressionObserver)?

    /// Makes a context for one request.
    public init(
        request: GatewayRequest, response: GatewayResponse? = nil, variables: VariableDictionary = VariableDictionary(),
        environment: EvaluationEnvironment = EvaluationEnvironment()
    ) {
        self.request = request
        self.response = response
        self.variables = variables
        unretainedRequestHeaders = .passUnretained(request.headers)
        unretainedVariables = .passUnretained(variables)
        self.environment = environment
    }

    deinit { slotMemory.deallocate() }

    /// The type of `context` in .NET.
    public override var type: TypeSymbol { .context }

    /// The limits that an evaluation counts down: steps, bytes that it may allocate, calls within each other.
    @inline(__always)
    var grantedLimits: (steps: Int, bytes: Int, callDepth: Int) {
        (environment.limits.steps, environment.limits.allocatedBytes, environment.limits.callDepth)
    }
}

/// What an evaluation takes from outside, so that a test can fix it.
public struct EvaluationEnvironment: Sendable {
    /// The current time in UTC.
    public var now: @Sendable () -> NetDateTime
    /// A new GUID.
    public var makeGuid: @Sendable () -> NetGuid
    /// 64 random bits.
    public var random: @Sendable () -> UInt64
    /// Whose signatures on certificates are trusted.
    public var certificateTrust: CertificateTrust
    /// What one evaluation may use.
    public var limits: EvaluationLimits

    /// Makes an environment of the system's clock and random numbers with the default limits.
    public init(
        now: @escaping @Sendable () -> NetDateTime = { .systemUTCNow() },
        makeGuid: @escaping @Sendable () -> NetGuid = { .random() },
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        certificateTrust: CertificateTrust = .system, limits: EvaluationLimits = EvaluationLimits()
    ) {
        (self.now, self.makeGuid, self.random) = (now, makeGuid, random)
        (self.certificateTrust, self.limits) = (certificateTrust, limits)
    }
}

/// What one evaluation of an expression may use. On by default; exceeding one is a typed error, never a trap.
public struct EvaluationLimits: Sendable, Hashable {
    /// Evaluation steps; loops inside library calls count.
    public var steps = 1_000_000
    /// Bytes that the expression may allocate beside the bodies it reads.
    public var allocatedBytes = 16 * 1024 * 1024
    /// Calls of lambdas and local functions within each other.
    public var callDepth = 1_000
    /// Time on the clock for one match of a regular expression.
    public var regularExpressionTime = Duration.milliseconds(100)
    /// Time on the clock: a last resort for what the other limits do not see.
    public var time = Duration.seconds(5)
    /// The length of an expression's text in bytes.
    public var expressionBytes = 64 * 1024

    /// Makes the default limits.
    public init() {}
}

extension NetGuid {
    /// A random GUID of version 4.
    public static func random() -> NetGuid {
        NetGuid(
            high: UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000,
            low: UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }
}
