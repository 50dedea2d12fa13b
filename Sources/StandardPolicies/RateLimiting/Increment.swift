import PolicyExpressions
import PolicyRuntime

/// Whether a call counts, and how much: attributes that the policies by key share.
struct Increment: Sendable {
    private let condition: PolicyValue<Bool>?
    private let count: PolicyValue<Int32>

    init(reading element: inout PolicyReader) {
        condition = element.optionalAttribute(
            "increment-condition", "Whether the call counts; an expression is evaluated at the end of the request.")
        count = element.attribute(
            "increment-count", default: 1, allowed: .atLeast(0),
            "How much the call counts; an expression is evaluated at the end of the request.")
    }

    /// Binds both.
    ///
    /// - Parameter isLate: whether the call counts at the end in any case.
    func bind(in scope: inout CompilationScope, isLate: Bool = false) -> BoundIncrement {
        let (bound, bodies) = scope.bindLate { scope in
            (condition: condition.map { scope.bind($0) } ?? BoundValue(constant: true), count: scope.bind(count))
        }
        return BoundIncrement(condition: bound.condition, count: bound.count, bodies: bodies, isLate: isLate)
    }
}

/// The same with its values bound.
struct BoundIncrement: Sendable {
    let condition: BoundValue<Bool>
    let count: BoundValue<Int32>
    /// The bodies that the values read.
    let bodies: BodiesRead
    let isLate: Bool

    /// What the call counts, if that is known before there is a response.
    var amountNow: Int64? {
        guard !isLate, let counts = condition.constant, let count = count.constant else { return nil }
        return counts ? Int64(count) : 0
    }

    /// What the call counts once the response is known.
    func amountAtEnd(_ context: inout RequestContext) async throws(PolicyError) -> Int64 {
        if !bodies.isEmpty { try await context.buffer(bodies) }
        guard try condition(&context) else { return 0 }
        return Int64(try count(&context))
    }
}
