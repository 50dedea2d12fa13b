/// What a policy still does once it is known what the caller gets: headers of the response, counts that depend on it.
struct Completion: Sendable {
    let position: PolicyPosition
    let run: @Sendable (inout RequestContext) async throws(PolicyError) -> Void
}

extension RequestContext {
    /// Has something done at the end: behind outbound, or behind on-error when there was an error.
    ///
    /// What fails at the end of outbound starts on-error; what fails after an error is only logged.
    public mutating func atEnd(
        of position: PolicyPosition, _ run: @escaping @Sendable (inout RequestContext) async throws(PolicyError) -> Void
    ) {
        self.run.completions.append(Completion(position: position, run: run))
    }

    /// Does what policies left for the end, in their order, each once.
    mutating func complete() async throws(PolicyError) {
        while !run.completions.isEmpty {
            let completion = run.completions.removeFirst()
            do throws(PolicyError) {
                try await completion.run(&self)
            } catch {
                throw error.located(at: completion.position)
            }
        }
    }

    /// The same after an error: what fails now changes nothing any more.
    mutating func completeAfterError() async {
        while !run.completions.isEmpty {
            do throws(PolicyError) {
                try await complete()
            } catch {
                trace(
                    TraceEntry("After the error of the request this failed too: \(error.message)", severity: .error),
                    at: error.position ?? .gateway)
            }
        }
    }
}

extension PolicyPosition {
    /// Stands for the gateway itself where no policy is at fault.
    static let gateway = PolicyPosition(name: "gateway", scope: .global, section: .inbound)
}
