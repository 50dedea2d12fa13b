import PolicyDiagnostics

// `a ? b : c` and values behind effects, one class per carrier.

final class BooleanConditional: BooleanNode {
    private let test: BooleanNode, first: BooleanNode, second: BooleanNode
    init(_ test: BooleanNode, _ first: BooleanNode, _ second: BooleanNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class Int32Conditional: Int32Node {
    private let test: BooleanNode, first: Int32Node, second: Int32Node
    init(_ test: BooleanNode, _ first: Int32Node, _ second: Int32Node, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class Int64Conditional: Int64Node {
    private let test: BooleanNode, first: Int64Node, second: Int64Node
    init(_ test: BooleanNode, _ first: Int64Node, _ second: Int64Node, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class DoubleConditional: DoubleNode {
    private let test: BooleanNode, first: DoubleNode, second: DoubleNode
    init(_ test: BooleanNode, _ first: DoubleNode, _ second: DoubleNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class StringConditional: StringNode {
    private let test: BooleanNode, first: StringNode, second: StringNode
    init(_ test: BooleanNode, _ first: StringNode, _ second: StringNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class ReferenceConditional: ReferenceNode {
    private let test: BooleanNode, first: ReferenceNode, second: ReferenceNode
    init(_ test: BooleanNode, _ first: ReferenceNode, _ second: ReferenceNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetObject? {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

final class ValueConditional: ValueNode {
    private let test: BooleanNode, first: ValueNode, second: ValueNode
    init(_ test: BooleanNode, _ first: ValueNode, _ second: ValueNode, _ range: SourceRange) {
        (self.test, self.first, self.second) = (test, first, second)
        super.init(range)
    }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        try test.evaluate(&frame) ? try first.evaluate(&frame) : try second.evaluate(&frame)
    }
}

// MARK: - Statements

/// How a statement ended.
enum Completion {
    case normal, breakLoop, continueLoop, returned
}

/// A compiled statement.
class StatementNode {
    func run(_ frame: inout Frame) throws(EvaluationError) -> Completion { .normal }
}

final class BlockStatement: StatementNode {
    private let statements: [StatementNode]
    init(_ statements: [StatementNode]) { self.statements = statements }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        for statement in statements {
            let completion = try statement.run(&frame)
            if completion != .normal { return completion }
        }
        return .normal
    }
}

final class EffectStatement: StatementNode {
    private let effect: EvaluationNode
    init(_ effect: EvaluationNode) { self.effect = effect }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        try effect.execute(&frame)
        return .normal
    }
}

/// `return`: the value goes to the slot from which the block takes it.
final class ReturnStatement: StatementNode {
    private let store: EvaluationNode
    init(_ store: EvaluationNode) { self.store = store }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        try store.execute(&frame)
        return .returned
    }
}

final class JumpStatement: StatementNode {
    private let completion: Completion
    init(_ completion: Completion) { self.completion = completion }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion { completion }
}

final class IfStatement: StatementNode {
    private let condition: BooleanNode, first: StatementNode, second: StatementNode?
    init(_ condition: BooleanNode, _ first: StatementNode, _ second: StatementNode?) {
        (self.condition, self.first, self.second) = (condition, first, second)
    }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        if try condition.evaluate(&frame) { return try first.run(&frame) }
        return try second?.run(&frame) ?? .normal
    }
}

/// `while`, `do` and `for`.
final class LoopStatement: StatementNode {
    private let condition: BooleanNode?, isPostTested: Bool, step: [EvaluationNode], body: StatementNode
    init(_ condition: BooleanNode?, isPostTested: Bool, step: [EvaluationNode], _ body: StatementNode) {
        (self.condition, self.isPostTested, self.step, self.body) = (condition, isPostTested, step, body)
    }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        if !isPostTested, let condition, !(try condition.evaluate(&frame)) { return .normal }
        while true {
            try frame.step()
            let completion = try body.run(&frame)
            if completion == .breakLoop { return .normal }
            if completion == .returned { return .returned }
            for node in step { try node.execute(&frame) }
            if let condition, !(try condition.evaluate(&frame)) { return .normal }
        }
    }
}

/// `foreach` over anything that can be walked through.
final class ForEachStatement: StatementNode {
    private let collection: ValueNode, range: SourceRange, body: StatementNode, store: EvaluationNode
    init(_ collection: ValueNode, _ range: SourceRange, _ body: StatementNode, _ store: EvaluationNode) {
        (self.collection, self.range, self.body, self.store) = (collection, range, body, store)
    }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        let elements: [Value]
        do { elements = try Enumeration.elements(of: try collection.evaluate(&frame)) } catch { throw error.located(at: range) }
        for element in elements {
            try frame.step()
            frame.pendingElement = element
            try store.execute(&frame)
            let completion = try body.run(&frame)
            if completion == .breakLoop { return .normal }
            if completion == .returned { return .returned }
        }
        return .normal
    }
}

/// `try`, with its catch clauses and its finally block. Limits cannot be caught.
final class TryStatement: StatementNode {
    struct Catch {
        let type: TypeSymbol
        let store: ValueStore?
        let filter: BooleanNode?
        let body: StatementNode
    }

    private let body: StatementNode, catches: [Catch], finally: StatementNode?
    init(_ body: StatementNode, _ catches: [Catch], _ finally: StatementNode?) {
        (self.body, self.catches, self.finally) = (body, catches, finally)
    }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        let outcome: Result<Completion, EvaluationError>
        do { outcome = .success(try body.run(&frame)) } catch { outcome = handle(error, &frame) }
        if let finally {
            let completion = try finally.run(&frame)
            if completion != .normal { return completion }
        }
        return try outcome.get()
    }

    private func handle(_ error: EvaluationError, _ frame: inout Frame) -> Result<Completion, EvaluationError> {
        guard error.limit == nil else { return .failure(error) }
        let outer = frame.caughtError
        defer { frame.caughtError = outer }
        let exception = frame.exception(of: error)
        for clause in catches where exception.type.inherits(from: clause.type) {
            frame.caughtError = error
            do {
                try clause.store?.store(.object(exception), &frame)
                if let filter = clause.filter, !(try filter.evaluate(&frame)) { continue }
                return .success(try clause.body.run(&frame))
            } catch { return .failure(error) }
        }
        return .failure(error)
    }
}
