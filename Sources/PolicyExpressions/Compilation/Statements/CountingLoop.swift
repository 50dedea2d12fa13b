/// `for (…; i < 1000; i++)`: test and step are done here, without a call for either.
///
/// `i` is an ordinary local all the same: the body may change it.
final class CountingLoop: StatementNode {
    private let test: Int32LocalConstantComparison, increment: Int32Increment
    private let body: StatementNode
    /// The body, when it is one expression: it never leaves the loop.
    private let effect: EvaluationNode?

    init(_ test: Int32LocalConstantComparison, _ increment: Int32Increment, _ body: StatementNode) {
        (self.test, self.increment, self.body) = (test, increment, body)
        effect = (body as? EffectStatement)?.effect
    }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        while test.holds(frame) {
            try frame.step()
            if try effect?.execute(&frame) == nil {
                let completion = try body.run(&frame)
                if let end = completion.endOfLoop { return end }
            }
            increment.apply(&frame)
        }
        return .normal
    }
}
