extension NetBody {
    /// A body of any number of integer parameters: constructors have more of them than a call site holds.
    init<Result: NetStructure>(
        integers parameters: [TypeSymbol], _ body: @escaping @Sendable ([Int64]) throws(EvaluationError) -> Result
    ) {
        self.init(parameters: parameters, result: Result.symbol) { arguments, _, range in
            ValueCall(range) { (frame: inout Frame) throws(EvaluationError) -> Value in
                var numbers: [Int64] = []
                for argument in arguments { numbers.append(try argument.integer(&frame)) }
                do throws(EvaluationError) { return try body(numbers).boxed } catch { throw error.located(at: range) }
            }
        }
    }
}

extension EvaluationNode {
    /// The value of a node that carries an integer.
    fileprivate func integer(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        switch self {
        case let node as Int32Node: return Int64(try node.evaluate(&frame))
        case let node as Int64Node: return try node.evaluate(&frame)
        default: throw .invalidOperation("the arguments of a library call were not converted")
        }
    }
}
