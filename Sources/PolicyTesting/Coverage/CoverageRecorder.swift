public import PolicyExpressions
public import PolicyRuntime
import Synchronization

/// Counts what requests reach of compiled documents. One recorder serves any number of requests, also at the same time.
public final class CoverageRecorder: PolicyObserver {
    private let policies: CompiledPolicySet
    private let counts = Mutex<[ObjectIdentifier: (point: CoveragePoint, count: Int)]>([:])

    /// Makes a recorder for documents that were compiled with `CompilationOptions.measuresCoverage`.
    public init(_ policies: CompiledPolicySet) { self.policies = policies }

    /// What was reached so far, and what was not.
    public var coverage: PolicyCoverage {
        var coverage = PolicyCoverage(policies)
        counts.withLock { counts in
            for (point, count) in counts.values { coverage.count(point, times: count) }
        }
        return coverage
    }

    /// Counts the policy.
    public func policyEntered(_ position: PolicyPosition, in context: GatewayContext) {
        for point in position.coveragePoints { reached(point) }
    }

    /// Counts a place.
    public func reached(_ point: CoveragePoint) {
        counts.withLock { $0[ObjectIdentifier(point), default: (point, 0)].count += 1 }
    }
}
