/// How a statement ended.
enum Completion {
    case normal
    /// `break`, on its way to the loop or switch that it leaves.
    case broken
    /// `continue`, on its way to its loop.
    case continued
    case returned
    /// `goto`, on its way to the label whose number the frame holds.
    case jumped
}

/// A compiled statement.
class StatementNode {
    func run(_ frame: inout Frame) throws(EvaluationError) -> Completion { .normal }
}

final class EmptyStatement: StatementNode {
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion { .normal }
}

/// Two statements of a block. A block becomes a balanced tree of these; `EffectPair` says why.
final class StatementPair: StatementNode {
    private let first: StatementNode, second: StatementNode

    private init(_ first: StatementNode, _ second: StatementNode) { (self.first, self.second) = (first, second) }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        let completion = try first.run(&frame)
        return completion == .normal ? try second.run(&frame) : completion
    }

    /// All statements as one.
    static func joining(_ statements: some RandomAccessCollection<StatementNode>) -> StatementNode {
        if statements.count < 2 { return statements.first ?? EmptyStatement() }
        let half = statements.count / 2
        return StatementPair(joining(statements.prefix(half)), joining(statements.dropFirst(half)))
    }
}

/// A block with labels: `goto` ends in the block that has its label, which goes on from there.
final class LabeledBlockStatement: StatementNode {
    private let statements: [StatementNode], places: [Int: Int]
    init(_ statements: [StatementNode], places: [Int: Int]) { (self.statements, self.places) = (statements, places) }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        var index = 0
        while index < statements.count {
            let completion = try statements[index].run(&frame)
            index += 1
            if completion == .normal { continue }
            guard completion == .jumped, let place = places[frame.jumpTarget] else { return completion }
            try frame.step()
            index = place
        }
        return .normal
    }
}

final class EffectStatement: StatementNode {
    let effect: EvaluationNode
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

final class GotoStatement: StatementNode {
    private let label: Int
    init(_ label: Int) { self.label = label }
    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        frame.jumpTarget = label
        return .jumped
    }
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
