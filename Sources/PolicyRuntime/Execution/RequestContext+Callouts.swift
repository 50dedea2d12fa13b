import HTTPTypes
public import PolicyExpressions

/// How `forward-request` sends the request on.
public struct ForwardingOptions: Sendable {
    /// How long to wait for status and headers; nil waits as long as the connection lasts.
    public var timeout: Duration?
    /// Whether redirects are followed instead of handed to the caller.
    public var followsRedirects = false
    /// The HTTP version to speak.
    public var version = TransportRequest.Version.http1
    /// Whether the body is gathered first, so that it can be sent again.
    public var buffersRequestBody = false
    /// Whether a status of 400…599 is an error.
    public var failsOnErrorStatus = false

    /// Makes the documented defaults, without a time-out.
    public init() {}
}

/// A request that waits for its response, and what is to be done with it.
struct PendingForward: Sendable {
    var callout: Callout
    var failsOnErrorStatus: Bool
    /// The service whose circuit breaker is told what became of it.
    var service: BackendService?
}

extension RequestContext {
    /// Sends the request of the context to the backend, or has the host do so, and puts the response in place.
    ///
    /// - Returns: `.forward` when the host sends.
    public mutating func forward(_ options: ForwardingOptions, at position: PolicyPosition) async throws(PolicyError) -> Flow {
        if options.buffersRequestBody { try await buffer(.request) }
        try chooseService(at: position)
        var request = try backendRequest(options)
        if let identity = backendService?.credentials.identity { try await add(identity, to: &request, at: position) }
        let pending = PendingForward(
            callout: makeCallout(request, to: .backend, at: position), failsOnErrorStatus: options.failsOnErrorStatus,
            service: backendService)
        if case .byHost = run.forwarding {
            observer?.calloutStarted(pending.callout, in: gateway)
            run.pending = pending
            return .forward
        }
        let result = try await transfer(pending.callout)
        try accept(result, for: pending)
        return .proceed
    }

    /// Sends a request to another service than the backend.
    ///
    /// The body of the response may still be arriving; see `collect`.
    ///
    /// - Throws: `Timeout`, `BackendConnectionFailure`, or the error of a client that went away.
    public mutating func send(_ request: TransportRequest, at position: PolicyPosition) async throws(PolicyError) -> TransportResponse {
        let callout = makeCallout(request, to: .service, at: position)
        return try Self.response(of: try await transfer(callout))
    }

    /// The response to a callout with its body in memory, as a variable holds it.
    public func collect(_ response: TransportResponse) async throws(PolicyError) -> GatewayResponse {
        let bytes = try await gather(response.body, whose: .backendConnectionFailure)
        return GatewayResponse(response.head, body: MessageBody(bytes))
    }

    /// Takes what the host got from the backend.
    mutating func finish(_ pending: PendingForward, with result: Result<TransportResponse, TransportError>) -> Resumption.Inner {
        let duration = services.clock.time(since: gateway.timestamp)
        observer?.calloutFinished(pending.callout, with: result, after: duration, in: gateway)
        do throws(PolicyError) {
            try accept(result, for: pending)
            return .proceeded
        } catch {
            return .failed(error.located(at: pending.callout.position))
        }
    }

    private mutating func accept(_ result: Result<TransportResponse, TransportError>, for pending: PendingForward) throws(PolicyError) {
        // A condition around this, such as retry's, sees that there was no answer this time.
        gateway.response = nil
        let response = try answer(result, to: pending)
        receive(response)
        guard pending.failsOnErrorStatus, (400...599).contains(response.head.status.code) else { return }
        var error = PolicyError(
            nil, "The backend answered with status \(response.head.status.code).", statusCode: Int32(response.head.status.code))
        error.keepsResponse = true
        throw error
    }

    /// The backend's response; what became of the request is told to its circuit breaker.
    private func answer(
        _ result: Result<TransportResponse, TransportError>, to pending: PendingForward
    ) throws(PolicyError) -> TransportResponse {
        do throws(PolicyError) {
            let response = try Self.response(of: result)
            if let service = pending.service {
                let outcome = BackendOutcome.answered(
                    status: response.head.status.code, retryAfter: response.head.headerFields[.retryAfter])
                note(outcome, of: service, at: pending.callout.position)
            }
            return response
        } catch {
            if let service = pending.service, let reason = error.reason {
                note(.failed(reason: reason.rawValue), of: service, at: pending.callout.position)
            }
            throw error
        }
    }

    private mutating func makeCallout(_ request: TransportRequest, to purpose: Callout.Purpose, at position: PolicyPosition) -> Callout {
        Callout(ordinal: nextCalloutOrdinal(), purpose: purpose, position: position, request: request)
    }

    private func transfer(_ callout: Callout) async throws(PolicyError) -> Result<TransportResponse, TransportError> {
        guard let transport = services.transport else {
            throw PolicyError(nil, "<\(callout.position.name)> sends a request, and the engine has no transport.")
        }
        guard let observer else { return try await Self.send(callout.request, over: transport) }
        observer.calloutStarted(callout, in: gateway)
        let start = services.clock.now
        let result = try await Self.send(callout.request, over: transport)
        observer.calloutFinished(callout, with: result, after: services.clock.time(since: start), in: gateway)
        return result
    }

    private static func send(
        _ request: TransportRequest, over transport: any HTTPTransport
    ) async throws(PolicyError) -> Result<TransportResponse, TransportError> {
        do {
            return .success(try await transport.send(request))
        } catch is CancellationError {
            throw .cancelled
        } catch let error as TransportError {
            return .failure(error)
        } catch {
            return .failure(.connectionFailure("\(error)"))
        }
    }

    private static func response(of result: Result<TransportResponse, TransportError>) throws(PolicyError) -> TransportResponse {
        switch result {
        case .success(let response): return response
        case .failure(.timeout): throw PolicyError(.timeout, "The request timed out before status and headers arrived.")
        case .failure(.connectionFailure(let text)): throw PolicyError(.backendConnectionFailure, text)
        case .failure(.bodyTooLarge(let limit)): throw PolicyError(nil, "A body is larger than the buffer of \(limit) bytes.")
        case .failure(.notRecorded(let text)): throw PolicyError(.backendConnectionFailure, text)
        }
    }
}
