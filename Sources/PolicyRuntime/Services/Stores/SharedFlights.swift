import Synchronization

/// Lets one of several requests that miss the same entry of a cache fetch it, while the others wait for it.
final class SharedFlights: Sendable {
    private struct Flight {
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private struct State {
        var flights: [String: Flight] = [:]
        var nextID = 0
    }

    private let state = Mutex(State())

    /// Takes the lead for a key; nil when another request has it.
    ///
    /// The lead ends when what is returned goes away, whatever becomes of the request.
    func lead(_ key: String) -> FlightLead? {
        let isFirst = state.withLock { state in
            guard state.flights[key] == nil else { return false }
            state.flights[key] = Flight()
            return true
        }
        return isFirst ? FlightLead(key: key, flights: self) : nil
    }

    /// Waits until the request that leads is done, or the task is cancelled. Returns at once where none leads.
    func land(_ key: String) async {
        let id = state.withLock { state in
            defer { state.nextID += 1 }
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    guard state.flights[key] != nil else { return false }
                    state.flights[key]?.waiting[id] = continuation
                    return true
                }
                if !waits { continuation.resume() } else if Task.isCancelled { leave(key, id) }
            }
        } onCancel: {
            leave(key, id)
        }
    }

    fileprivate func end(_ key: String) {
        let flight = state.withLock { $0.flights.removeValue(forKey: key) }
        for continuation in flight?.waiting.values.map({ $0 }) ?? [] { continuation.resume() }
    }

    private func leave(_ key: String, _ id: Int) {
        state.withLock { $0.flights[key]?.waiting.removeValue(forKey: id) }?.resume()
    }
}

/// The lead of a request; it ends with the object.
final class FlightLead: Sendable {
    private let key: String
    private let flights: SharedFlights
    private let isOver = Mutex(false)

    fileprivate init(key: String, flights: SharedFlights) { (self.key, self.flights) = (key, flights) }

    deinit { end() }

    /// Ends the lead: the entry is there, or will not come.
    func end() {
        let wasOver = isOver.withLock { isOver in
            defer { isOver = true }
            return isOver
        }
        if !wasOver { flights.end(key) }
    }
}
