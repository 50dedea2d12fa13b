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
    /// What the ratio should be at most.
    var aim: Double

    func run() async throws {
        let subjects = [work, try inbound("empty inbound section", ""), try inbound("inbound section", section)]
        let measured = try await Subject.measure(subjects)
        for (subject, measurement) in zip(subjects, measured) { Table.print(Table.Row(name: subject.name, measurement: measurement)) }
        let policies = Measurement(
            minimum: measured[2].minimum - measured[1].minimum, median: measured[2].median - measured[1].median,
            allocations: zip2(measured[2].allocations, measured[1].allocations).map { $0 - $1 })
        Table.print(Table.Row(name: "the policies", measurement: policies, baseline: measured[0], aim: aim))
    }

    private func zip2(_ left: Double?, _ right: Double?) -> (Double, Double)? {
        guard let left, let right else { return nil }
        return (left, right)
    }

    private func inbound(_ name: String, _ policies: String) throws -> Subject {
        let document = "<policies><inbound>\(policies)</inbound><backend><forward-request /></backend><outbound /></policies>"
        let engine = try PolicyEngine(
            CompiledPolicySet(PolicySources(global: document)), services: GatewayServices(transport: NoTransport()))
        let makeContext = makeContext
        return Subject(name) { count in
            (0..<count).map { _ in RequestContext(makeContext()) }
        } run: { requests, count in
            for index in 0..<count {
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
