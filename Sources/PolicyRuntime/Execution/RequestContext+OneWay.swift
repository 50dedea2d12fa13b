import Logging

extension RequestContext {
    /// Sends a request to another service and does not wait for it. It goes on after this request has ended.
    ///
    /// What comes of it is told to the observer and the log only. Beyond the bound of `BackgroundWork` a request is
    /// dropped, which the trace tells.
    public mutating func sendOneWay(_ request: TransportRequest, at position: PolicyPosition) throws(PolicyError) {
        guard let transport = services.transport else {
            throw PolicyError(nil, "<\(position.name)> sends a request, and the engine has no transport.")
        }
        let callout = Callout(ordinal: nextCalloutOrdinal(), purpose: .service, position: position, request: request)
        let (observer, clock, logger) = (observer, services.clock, services.logger)
        observer?.calloutStarted(callout, in: gateway)
        let hasBegun = services.stores.background.begin {
            let start = clock.now
            let result = await Self.outcome(of: request, over: transport)
            if case .failure(let error) = result { logger.warning("<\(position.name)> failed: \(error)") }
            observer?.oneWayCalloutFinished(callout, with: result, after: clock.time(since: start))
        }
        guard !hasBegun else { return }
        let problem = "the request was not sent: too many are under way"
        trace(TraceEntry(problem, severity: .error), at: position)
        observer?.calloutFinished(callout, with: .failure(.connectionFailure(problem)), after: .zero, in: gateway)
    }

    private static func outcome(
        of request: TransportRequest, over transport: any HTTPTransport
    ) async -> Result<TransportResponse, TransportError> {
        do {
            return .success(try await transport.send(request))
        } catch let error as TransportError {
            return .failure(error)
        } catch {
            return .failure(.connectionFailure("\(error)"))
        }
    }
}
