import APIMPolicy

/// Policies by themselves: what an inbound section with them costs beyond an empty one, beside the work without policies.
///
/// Requests are built before the clock starts. What is compared is the difference of two runs of the engine, so that the
/// beginning and the end of a run, alike for both, do not hide what the policies cost.
struct SectionBenchmark {
    /// The work without policies.
    var work: Subject
    /// The inbound section of the policies.
    var section: String
    var makeContext: @Sendable () -> GatewayContext
    /// The work on a context, where what is forwarded depends on it: done in front of the empty section as well.
    var byHand: (@Sendable (GatewayContext) -> Void)?
    /// What the ratio should be at most.
    var aim: Double

    func run() async throws {
        let subjects = [
            work, try inbound(byHand == nil ? "empty inbound section" : "by hand, then an empty inbound section", "", byHand),
            try inbound("inbound section", section),
        ]
        let measured = try await Subject.measure(subjects)
        for (subject, measurement) in zip(subjects, measured) { Table.print(Table.Row(name: subject.name, measurement: measurement)) }
        let hand = byHand == nil ? Measurement(minimum: 0, median: 0, allocations: 0) : measured[0]
        let policies = Measurement(
            minimum: measured[2].minimum - measured[1].minimum + hand.minimum,
            median: measured[2].median - measured[1].median + hand.median,
            allocations: (measured[2].allocations ?? 0) - (measured[1].allocations ?? 0) + (hand.allocations ?? 0))
        Table.print(Table.Row(name: "the policies", measurement: policies, baseline: measured[0], aim: aim))
    }

    private func inbound(_ name: String, _ policies: String, _ before: (@Sendable (GatewayContext) -> Void)? = nil) throws -> Subject {
        let document = "<policies><inbound>\(policies)</inbound><backend><forward-request /></backend><outbound /></policies>"
        let engine = try PolicyEngine(
            CompiledPolicySet(PolicySources(global: document)), services: GatewayServices(transport: NoTransport()))
        let makeContext = makeContext
        return Subject(name, preparedAtOnce: requestsAtOnce) { count in
            (0..<count).map { _ in RequestContext(makeContext()) }
        } run: { requests, count in
            for index in 0..<count {
                before?(requests[index].gateway)
                guard case .forward(let request) = await engine.runInbound(&requests[index]) else {
                    throw UnexpectedResult(description: "\(name): the request was not forwarded")
                }
                keep(request)
            }
        }
    }
}

/// What no request of these benchmarks reaches.
private struct NoTransport: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
        throw UnexpectedResult(description: "a request was sent")
    }
}
