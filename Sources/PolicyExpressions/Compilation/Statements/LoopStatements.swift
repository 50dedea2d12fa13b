import PolicyDiagnostics

/// `while`, `do` and `for`.
final class LoopStatement: StatementNode {
    private let condition: BooleanNode?, isPostTested: Bool, step: EvaluationNode?, body: StatementNode
    init(_ condition: BooleanNode?, isPostTested: Bool, step: EvaluationNode?, _ body: StatementNode) {
        (self.condition, self.isPostTested, self.step, self.body) = (condition, isPostTested, step, body)
    }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        // Optional chaining, because binding an optional field to a name counts its references at every turn.
        if !isPostTested, !(try condition?.evaluate(&frame) ?? true) { return .normal }
        while true {
            try frame.step()
            let completion = try body.run(&frame)
            if let end = completion.endOfLoop { return end }
            try step?.execute(&frame)
            if !(try condition?.evaluate(&frame) ?? true) { return .normal }
        }
    }
}

extension Completion {
    /// How a loop ends whose body ended so; nil when it goes on.
    @inline(__always)
    var endOfLoop: Completion? {
        switch self {
        case .normal, .continued: nil
        case .broken: .normal
        case .returned, .jumped: self
        }
    }
}

/// `foreach` over anything that can be walked through.
final class ForEachStatement: StatementNode {
    private let collection: ValueNode, store: ValueStore, assignment: EvaluationNode?, body: StatementNode
    init(_ collection: ValueNode, _ store: ValueStore, _ assignment: EvaluationNode?, _ body: StatementNode) {
        (self.collection, self.store, self.assignment, self.body) = (collection, store, assignment, body)
    }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        let source = try collection.evaluate(&frame)
        do throws(EvaluationError) {
            switch source {
            case .object(let array as NetArray): return try walk(array, &frame)
            case .object(let object): return try walk(object, &frame)
            case .string(let text): return try walk(text, &frame)
            case .null: throw .nullReference
            default: throw .invalidCast(from: source.type.fullName, to: "System.Collections.IEnumerable")
            }
        } catch { throw error.located(at: collection.range) }
    }

    /// The body for one element; how the loop ends with it, or nil.
    @inline(__always)
    private func turn(_ element: Value, _ frame: inout Frame) throws(EvaluationError) -> Completion? {
        try store.store(element, &frame)
        try assignment?.execute(&frame)
        return try body.run(&frame).endOfLoop
    }

    /// An array's elements are read when their turn comes: the body may have changed them.
    private func walk(_ array: NetArray, _ frame: inout Frame) throws(EvaluationError) -> Completion {
        var index = 0
        while index < array.count {
            try frame.step()
            if let end = try turn(array.element(at: Int32(clamping: index)), &frame) { return end }
            index += 1
        }
        return .normal
    }

    private func walk(_ object: NetObject, _ frame: inout Frame) throws(EvaluationError) -> Completion {
        var completion = Completion.normal
        _ = try object.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            guard let end = try turn(element, &frame) else { return true }
            completion = end
            return false
        }
        return completion
    }

    private func walk(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) -> Completion {
        for unit in text.utf16Array {
            try frame.step()
            if let end = try turn(.char(unit), &frame) { return end }
        }
        return .normal
    }
}
