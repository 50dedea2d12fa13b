/// `for (…; i < 1000; i++)`: test and step are done here, without a call for either.
///
/// `i` is an ordinary local all the same: the body may change it.
final class CountingLoop: StatementNode {
    private let counter: Int, bound: Int32, increment: Int32
    /// Whether the loop goes on below the bound; otherwise above it.
    private let isAscending: Bool
    private let body: StatementNode
    /// The body when it is one effect, which never leaves the loop.
    private let effect: EvaluationNode?
    /// The slots of `n += i` when the body is just that.
    private let sum: Int32LocalAddition.Slots?

    /// Nil for a loop that tests for equality, and for bounds at the ends of what an `int` can be.
    init?(_ test: Int32LocalConstantComparison, _ increment: Int32Increment, _ body: StatementNode) {
        guard increment.slot == test.slot, let limit = test.limit else { return nil }
        (counter, bound, isAscending, self.increment) = (test.slot, limit.bound, limit.isUpper, increment.step)
        self.body = body
        effect = (body as? EffectStatement)?.effect
        sum = (effect as? Int32LocalAddition)?.slots
    }

    @inline(__always)
    private func goesOn(_ frame: borrowing Frame) -> Bool {
        isAscending ? frame.int32s[counter] < bound : frame.int32s[counter] > bound
    }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        if let sum { return try add(sum, &frame) }
        if effect != nil { return try repeatEffect(&frame) }
        while goesOn(frame) {
            try frame.step()
            let completion = try body.run(&frame)
            if let end = completion.endOfLoop { return end }
            frame.int32s[counter] &+= increment
        }
        return .normal
    }

    private func repeatEffect(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        while goesOn(frame) {
            try frame.step()
            // Optional chaining, because binding an optional field to a name counts its references.
            try effect?.execute(&frame)
            frame.int32s[counter] &+= increment
        }
        return .normal
    }

    private func add(_ sum: Int32LocalAddition.Slots, _ frame: inout Frame) throws(EvaluationError) -> Completion {
        while goesOn(frame) {
            try frame.step()
            frame.int32s[sum.target] &+= frame.int32s[sum.source]
            frame.int32s[counter] &+= increment
        }
        return .normal
    }
}
