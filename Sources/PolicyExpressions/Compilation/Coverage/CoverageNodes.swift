import PolicyDiagnostics

// Nodes that tell the observer what an evaluation reaches. They stand in the tree only where coverage was asked for.

/// A statement that is counted before it runs.
final class SequencePointStatement: StatementNode {
    private let point: CoveragePoint, statement: StatementNode
    init(_ point: CoveragePoint, _ statement: StatementNode) { (self.point, self.statement) = (point, statement) }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        frame.context.expressionObserver?.reached(point)
        return try statement.run(&frame)
    }
}

/// Counts the way past all sections of a switch.
final class CoveredSelector: SwitchSelector {
    private let selector: SwitchSelector, none: CoveragePoint
    init(_ selector: SwitchSelector, _ none: CoveragePoint) { (self.selector, self.none) = (selector, none) }

    override func select(_ frame: inout Frame) throws(EvaluationError) -> Int? {
        let section = try selector.select(&frame)
        if section == nil { frame.context.expressionObserver?.reached(none) }
        return section
    }
}

/// Counts a place, as an effect in front of a value.
final class SequencePoint: VoidNode {
    private let point: CoveragePoint
    init(_ point: CoveragePoint, _ range: SourceRange) { self.point = point; super.init(range) }

    override func execute(_ frame: inout Frame) throws(EvaluationError) { frame.context.expressionObserver?.reached(point) }
}

/// A text with a place counted before it. What stands behind an effect otherwise counts the text's memory once more.
final class CountedString: StringNode {
    private let point: CoveragePoint, text: StringNode
    init(_ point: CoveragePoint, _ text: StringNode) { (self.point, self.text) = (point, text); super.init(text.range) }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        frame.context.expressionObserver?.reached(point)
        return try text.evaluate(&frame)
    }
}

/// A condition, of which either result is one way of a decision.
final class CoveredCondition: BooleanNode {
    private let condition: BooleanNode, whenTrue: CoveragePoint, whenFalse: CoveragePoint
    init(_ condition: BooleanNode, whenTrue: CoveragePoint, whenFalse: CoveragePoint) {
        (self.condition, self.whenTrue, self.whenFalse) = (condition, whenTrue, whenFalse)
        super.init(condition.range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let result = try condition.evaluate(&frame)
        frame.context.expressionObserver?.reached(result ? whenTrue : whenFalse)
        return result
    }
}

// MARK: - Values, one class per carrier

final class ObservedBoolean: BooleanNode {
    private let node: BooleanNode, point: CoveragePoint
    init(_ node: BooleanNode, _ point: CoveragePoint) { (self.node, self.point) = (node, point); super.init(node.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let result = try node.evaluate(&frame)
        frame.context.expressionObserver?.evaluated(point, as: .boolean(result))
        return result
    }
}

final class ObservedInt32: Int32Node {
    private let node: Int32Node, point: CoveragePoint
    init(_ node: Int32Node, _ point: CoveragePoint) { (self.node, self.point) = (node, point); super.init(node.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int32 {
        let result = try node.evaluate(&frame)
        frame.context.expressionObserver?.evaluated(point, as: .int32(result))
        return result
    }
}

final class ObservedDouble: DoubleNode {
    private let node: DoubleNode, point: CoveragePoint
    init(_ node: DoubleNode, _ point: CoveragePoint) { (self.node, self.point) = (node, point); super.init(node.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Double {
        let result = try node.evaluate(&frame)
        frame.context.expressionObserver?.evaluated(point, as: .double(result))
        return result
    }
}

final class ObservedInt64: Int64Node {
    private let node: Int64Node, point: CoveragePoint
    init(_ node: Int64Node, _ point: CoveragePoint) { (self.node, self.point) = (node, point); super.init(node.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        let result = try node.evaluate(&frame)
        frame.context.expressionObserver?.evaluated(point, as: .int64(result))
        return result
    }
}

final class ObservedString: StringNode {
    private let node: StringNode, point: CoveragePoint
    init(_ node: StringNode, _ point: CoveragePoint) { (self.node, self.point) = (node, point); super.init(node.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        let result = try node.evaluate(&frame)
        frame.context.expressionObserver?.evaluated(point, as: result.map { .string($0) } ?? .null)
        return result
    }
}

final class ObservedValue: ValueNode {
    private let node: ValueNode, point: CoveragePoint
    init(_ node: ValueNode, _ point: CoveragePoint) { (self.node, self.point) = (node, point); super.init(node.range) }
    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let result = try node.evaluate(&frame)
        frame.context.expressionObserver?.evaluated(point, as: result)
        return result
    }
}
