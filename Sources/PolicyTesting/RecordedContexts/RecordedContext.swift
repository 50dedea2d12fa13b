public import PolicyDiagnostics
public import PolicyExpressions
public import PolicyRuntime

/// A request on its way through the gateway, as a file describes it: the `context.json` of scenarios and of `run`.
///
/// Everything may be left out; what is absent has the default that Azure documents, and is listed in Docs/FileFormats.md.
/// A recorded context is read once and made into as many contexts as one likes; each begins unread and unchanged.
public struct RecordedContext: Sendable {
    /// The request of the caller.
    public var request = RecordedRequest()
    /// The response of the backend; nil before it answered.
    public var response: RecordedResponse?
    /// The variables in their order.
    public var variables: [(name: String, value: RecordedValue)] = []
    /// The API that the request was matched to.
    public var api = APIDescription()
    /// The operation that the request was matched to.
    public var operation = OperationDescription()
    /// The product that the request came through.
    public var product: ProductDescription?
    /// The subscription whose key the request carried.
    public var subscription: SubscriptionDescription?
    /// The owner of the subscription.
    public var user: UserDescription?
    /// The gateway.
    public var deployment = DeploymentDescription()
    /// The backend entity in use.
    public var backend: BackendDescription?
    /// The workspace of the API.
    public var workspace: WorkspaceDescription?
    /// The error that ended the regular sections.
    public var lastError: LastError?
    /// `context.RequestId`; the engine makes one where it is nil.
    public var requestID: NetGuid?
    /// `context.Timestamp`; the engine takes its clock's time where it is nil.
    public var timestamp: NetDateTime?
    /// `context.Tracing`.
    public var tracing = false
    /// `context.Elapsed`, fixed; measured where it is nil.
    public var elapsed: NetTimeSpan?
    /// The connections of the credential manager, by `provider/connection`.
    public var authorizations: [String: AuthorizationSource] = [:]
    /// What the file holds and this reader does not know, and variables that cannot be made.
    public var warnings: [Diagnostic] = []

    /// Makes the context of a plain `GET https://localhost/`.
    public init() {}

    /// Makes a context that policies can change.
    ///
    /// A variable that cannot be made is left out; `warnings` says so when the file was read.
    public func makeContext(environment: EvaluationEnvironment = EvaluationEnvironment()) -> GatewayContext {
        let context = GatewayContext(
            request: request.makeRequest(), response: response?.makeResponse(), variables: makeVariables(), environment: environment)
        (context.api, context.operation, context.product) = (api, operation, product)
        (context.subscription, context.user, context.deployment) = (subscription, user, deployment)
        (context.backend, context.workspace, context.lastError) = (backend, workspace, lastError)
        (context.tracing, context.fixedElapsed) = (tracing, elapsed)
        if let requestID { context.requestID = requestID }
        if let timestamp { context.timestamp = timestamp }
        return context
    }

    private func makeVariables() -> VariableDictionary {
        let result = VariableDictionary()
        for (name, value) in variables {
            if let value = try? value.makeValue() { result[NetString(name)] = value }
        }
        return result
    }
}

/// The request of a recorded context.
public struct RecordedRequest: Sendable {
    /// The HTTP method.
    public var method = "GET"
    /// The URL after the policies that ran so far.
    public var url = RequestURL(scheme: "https", host: "localhost")
    /// The URL as the client sent it; `url` where it is nil.
    public var originalURL: RequestURL?
    /// The client's address.
    public var ipAddress = "127.0.0.1"
    /// The header fields in order.
    public var headers: [(name: String, value: String)] = []
    /// The body; nil for a request without one.
    public var body: [UInt8]?
    /// The parameters of the operation's template.
    public var matchedParameters: [(name: String, value: String)] = []
    /// The private endpoint that the request came through.
    public var privateEndpointConnection: PrivateEndpointConnectionDescription?
    /// The certificate that the client showed.
    public var clientCertificate: GatewayCertificate?
    /// What authorities say about that certificate.
    public var certificateStanding: CertificateStanding?
    /// The model deployment of a Foundry request.
    public var foundryDeployment: String?

    /// Makes a plain `GET https://localhost/`.
    public init() {}

    func makeRequest() -> GatewayRequest {
        let result = GatewayRequest(
            method: method, url: url, originalURL: originalURL, headers: MultiValueDictionary(headers), body: body.map { MessageBody($0) },
            ipAddress: ipAddress, matchedParameters: matchedParameters)
        result.privateEndpointConnection = privateEndpointConnection
        (result.foundryDeployment, result.clientCertificate) = (foundryDeployment, clientCertificate)
        return result
    }
}

/// What authorities say about the certificate of a recorded client.
public enum CertificateStanding: String, Sendable, CaseIterable {
    /// A trusted authority signed it.
    case trusted
    /// A trusted authority signed it and revoked it.
    case revoked
    /// Nobody who is trusted signed it.
    case untrusted
}

/// A response of a recorded context: the backend's, or one in a variable.
public struct RecordedResponse: Sendable {
    /// The status code.
    public var statusCode: Int32 = 200
    /// The reason phrase; the status code's usual one where it is nil.
    public var statusReason: String?
    /// The header fields in order.
    public var headers: [(name: String, value: String)] = []
    /// The body.
    public var body: [UInt8] = []

    /// Makes a response.
    public init(statusCode: Int32 = 200, statusReason: String? = nil, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        (self.statusCode, self.statusReason, self.headers, self.body) = (statusCode, statusReason, headers, body)
    }

    func makeResponse() -> GatewayResponse {
        GatewayResponse(
            statusCode: statusCode, statusReason: statusReason, headers: MultiValueDictionary(headers), body: MessageBody(body))
    }
}
