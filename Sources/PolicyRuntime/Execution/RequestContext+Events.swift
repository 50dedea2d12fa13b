import Logging

extension RequestContext {
    /// Sends a message to a logger and does not wait for it. Beyond the bound of `BackgroundWork` it is dropped, which the
    /// trace tells.
    public func send(_ event: GatewayEvent, at position: PolicyPosition) {
        guard let events = services.events else {
            trace(TraceEntry("The message was not sent: the engine has no sink of events.", severity: .error), at: position)
            return
        }
        let logger = services.logger
        let hasBegun = services.stores.background.begin {
            do { try await events.send(event) } catch { logger.warning("<\(position.name)> failed: \(error)") }
        }
        if !hasBegun {
            trace(TraceEntry("The message was not sent: too much is under way.", severity: .error), at: position)
        }
    }
}
