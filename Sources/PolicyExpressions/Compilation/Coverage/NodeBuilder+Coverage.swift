import PolicyDiagnostics

// What is put into the tree when coverage is asked for.
extension NodeBuilder {
    /// A condition with its two ways counted; as it is without coverage, or where C# knows the result.
    ///
    /// - Parameters:
    ///   - construct: what decides, as it is written.
    ///   - whole: where that stands.
    ///   - whenTrue: what each result is called, and the code that runs then.
    func condition(
        _ bound: BoundExpression, of construct: String, in whole: SourceRange, whenTrue: BranchDescription, whenFalse: BranchDescription
    ) -> BooleanNode {
        covered(boolean(bound), bound.constant != nil, of: construct, in: whole, whenTrue: whenTrue, whenFalse: whenFalse)
    }

    /// A condition of a statement, whose ways are `true` and `false`.
    func condition(_ bound: BoundExpression, of construct: String) -> BooleanNode {
        condition(bound, of: construct, in: bound.range, whenTrue: ("true", bound.range), whenFalse: ("false", bound.range))
    }

    func covered(
        _ node: BooleanNode, _ isConstant: Bool = false, of construct: String, in whole: SourceRange, whenTrue: BranchDescription,
        whenFalse: BranchDescription
    ) -> BooleanNode {
        guard let coverage, !isConstant,
            let yes = coverage.branch(whenTrue.label, at: whenTrue.range, of: construct, in: whole),
            let no = coverage.branch(whenFalse.label, at: whenFalse.range, of: construct, in: whole)
        else { return node }
        return CoveredCondition(node, whenTrue: yes, whenFalse: no)
    }

    /// `left && right` and `left || right`: either the left side decides, or the right side is evaluated.
    func coveredLogic(_ isAnd: Bool, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange) -> BooleanNode {
        let decides = ("left side decides", left.range), goesOn = ("right side", right.range)
        let first = condition(
            left, of: isAnd ? "&&" : "||", in: range, whenTrue: isAnd ? goesOn : decides, whenFalse: isAnd ? decides : goesOn)
        return ConditionalLogic(isAnd: isAnd, first, boolean(right), range)
    }

    /// The node with its value shown, for code whose value says something: calls, comparisons, choices.
    func observed(_ node: EvaluationNode, of bound: BoundExpression) -> EvaluationNode {
        guard let coverage, bound.hasValueToShow, let point = coverage.point(.value, "value", at: bound.range) else { return node }
        switch node {
        case let node as BooleanNode: return ObservedBoolean(node, point)
        case let node as Int32Node where bound.type == .int32: return ObservedInt32(node, point)
        case let node as Int64Node where bound.type == .int64: return ObservedInt64(node, point)
        case let node as DoubleNode where bound.type == .double: return ObservedDouble(node, point)
        case let node as StringNode: return ObservedString(node, point)
        case let node as ValueNode: return ObservedValue(node, point)
        default: return node
        }
    }

    /// The body of a lambda, counted whenever it runs.
    func countedBody(_ expression: BoundExpression) -> EvaluationNode {
        let body = node(expression)
        guard let point = coverage?.point(.statement, "lambda", at: expression.range) else { return body }
        if let body = body as? StringNode { return CountedString(point, body) }
        return after([SequencePoint(point, expression.range)], body, expression.type)
    }
}

/// One way of a decision: what it is called, and the code that it leads to.
typealias BranchDescription = (label: String, range: SourceRange)

extension BoundExpression {
    /// Whether reports show the value: constants and variables say it themselves.
    fileprivate var hasValueToShow: Bool {
        guard constant == nil, type != .void else { return false }
        switch kind {
        case .call, .invocation, .functionCall, .dynamic, .conditionalAccess, .coalesce, .conditional, .arrayElement: return true
        case .binary(let symbol, _, _): return symbol.operation.isComparison
        default: return false
        }
    }
}

// Statements.
extension StatementBuilder {
    /// A statement, counted when it begins.
    func counted(_ statement: BoundStatement, at range: SourceRange) -> StatementNode {
        let node = self.statement(statement)
        guard let point = nodes.coverage?.point(.statement, "statement", at: range) else { return node }
        return SequencePointStatement(point, node)
    }

    /// The body of a catch clause or of a section of a switch, which is one way of the decision.
    func branch(_ body: BoundStatement, _ label: String, at range: SourceRange?, of construct: String, in whole: SourceRange?)
        -> StatementNode
    {
        let node = statement(body)
        guard let range, let whole, let point = nodes.coverage?.branch(label, at: range, of: construct, in: whole) else { return node }
        return SequencePointStatement(point, node)
    }
}
