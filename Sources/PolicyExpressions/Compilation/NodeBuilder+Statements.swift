import PolicyDiagnostics

extension NodeBuilder {
    /// The node of a block: runs the statements and takes the value that `return` left.
    func block(_ statement: BoundStatement, result: LocalSymbol, _ range: SourceRange) -> EvaluationNode {
        if let value = blockValue(statement, result: result) { return value }
        let body = StatementBuilder(nodes: self, result: result).statement(statement)
        if result.type.carrier == .string, !result.isInCell { return StringBlock(body, result.slot, range) }
        let run = VoidCall(range) { (frame: inout Frame) throws(EvaluationError) -> Void in _ = try body.run(&frame) }
        return after([run], load(result, range), result.type)
    }
}

/// Turns the statements of one function into nodes.
struct StatementBuilder {
    let nodes: NodeBuilder
    /// Where `return` leaves its value.
    let result: LocalSymbol
    /// The handlers of the tries around, innermost first.
    private(set) var handlers: [ExceptionHandlers] = []

    init(nodes: NodeBuilder, result: LocalSymbol) { (self.nodes, self.result) = (nodes, result) }

    func statement(_ bound: BoundStatement) -> StatementNode {
        switch bound {
        case .block(let statements): return block(statements)
        case .expression(let expression): return EffectStatement(nodes.effect(expression))
        case .declare(let local, let value):
            return value.map { EffectStatement(nodes.declare(local, nodes.node($0), $0.range)) } ?? EffectStatement.declaration(of: local)
        case .ifElse(let condition, let first, let second):
            return IfStatement(nodes.condition(condition, of: "if"), statement(first), second.map(statement))
        case .loop(let condition, let isPostTested, let step, let body):
            return loop(
                condition.map { nodes.condition($0, of: "loop") }, isPostTested, EffectPair.joining(step.map(nodes.effect)), statement(body)
            )
        case .forEach(let loop): return forEach(loop)
        case .switchOn(let bound): return switchOn(bound)
        case .returnValue(let value):
            return value.map { ReturnStatement(nodes.store(result, nodes.node($0), $0.range)) } ?? JumpStatement(.returned)
        case .throwError(let exception): return EffectStatement(throwing(exception))
        case .breakOut: return JumpStatement(.broken)
        case .continueLoop: return JumpStatement(.continued)
        case .goto(let label): return GotoStatement(label.number)
        case .labeled(_, let inner): return statement(inner)
        case .tryCatch(let body, let catches, let finally): return tryCatch(body, catches, finally)
        case .lock(let subject, let body): return LockStatement(nodes.value(subject), statement(body))
        case .sequencePoint(let range, let inner): return counted(inner, at: range)
        case .localFunction(let function):
            // One that nobody calls is never reached, and is to be seen in coverage all the same.
            if nodes.coverage != nil { _ = nodes.functions.reference(to: function, nodes) }
            return EmptyStatement()
        case .nothing: return EmptyStatement()
        }
    }

    private func block(_ statements: [BoundStatement]) -> StatementNode {
        var places: [Int: Int] = [:]
        for (index, bound) in statements.enumerated() {
            for label in bound.labels { places[label.number] = index }
        }
        if !places.isEmpty { return LabeledBlockStatement(statements.map(statement), places: places) }
        return StatementPair.joining(statements.map(statement))
    }

    private func loop(_ condition: BooleanNode?, _ isPostTested: Bool, _ step: EvaluationNode?, _ body: StatementNode) -> StatementNode {
        if !isPostTested, let test = condition as? Int32LocalConstantComparison, let increment = step as? Int32Increment,
            let loop = CountingLoop(test, increment, body)
        {
            return loop
        }
        return LoopStatement(condition, isPostTested: isPostTested, step: step, body)
    }

    private func forEach(_ loop: BoundForEach) -> StatementNode {
        ForEachStatement(
            nodes.value(loop.collection), ValueStore(loop.element), loop.assignment.map(nodes.node), statement(loop.body))
    }

    // MARK: throw and try

    private func throwing(_ exception: BoundExpression?) -> EvaluationNode {
        guard let exception else {
            return VoidCall(SourceRange(0, 0)) { (frame: inout Frame) throws(EvaluationError) -> Void in
                throw frame.caughtError ?? .invalidOperation("there is no exception to throw again")
            }
        }
        let node = nodes.reference(exception)
        return VoidCall(exception.range) { (frame: inout Frame) throws(EvaluationError) -> Void in
            let object = try node.evaluate(&frame)
            throw frame.error(throwing: object)
        }
    }

    private func tryCatch(_ body: BoundStatement, _ catches: [BoundCatch], _ finally: BoundStatement?) -> StatementNode {
        let own = ExceptionHandlers(catches.map(clause))
        var inside = self
        if !catches.isEmpty { inside.handlers.insert(own, at: 0) }
        return TryStatement(inside.statement(body), own, finally.map(statement), outerHandlers: handlers)
    }

    private func clause(_ clause: BoundCatch) -> ExceptionHandlers.Clause {
        ExceptionHandlers.Clause(
            type: clause.type, store: clause.local.map { ValueStore($0) }, filter: clause.filter.map(nodes.boolean),
            body: branch(clause.body, "\(clause.type)", at: clause.range, of: "catch", in: clause.range))
    }

    // MARK: switch

    /// Labels from this number on are looked up instead of tried.
    private static let tableSize = 8

    private func switchOn(_ bound: BoundSwitch) -> StatementNode {
        var places: [Int: Int] = [:]
        for (index, section) in bound.sections.enumerated() { places[section.target.number] = index }
        let sections = bound.sections.map { section in
            branch(section.body, section.description, at: section.lastLabel, of: "switch", in: bound.value.range)
        }
        return SwitchStatement(covered(tableSelector(bound) ?? testSelector(bound), of: bound), sections, places: places)
    }

    /// The selector with the way past all sections counted, where there is one.
    private func covered(_ selector: SwitchSelector, of bound: BoundSwitch) -> SwitchSelector {
        guard bound.defaultSection == nil, !bound.isExhaustive,
            let none = nodes.coverage?.branch("no section", at: bound.value.range, of: "switch", in: bound.value.range)
        else { return selector }
        return CoveredSelector(selector, none)
    }

    private func testSelector(_ bound: BoundSwitch) -> SwitchSelector {
        let keep = nodes.store(bound.kept, nodes.node(bound.value), bound.value.range)
        var labels: [TestSelector.Label] = []
        for (index, section) in bound.sections.enumerated() {
            for case let label in section.labels {
                guard let test = label.test else { continue }
                labels.append(.init(test: nodes.boolean(test), condition: label.guardCondition.map(nodes.boolean), section: index))
            }
        }
        return TestSelector(keep, labels, otherwise: bound.defaultSection)
    }

    /// The look-up of a large switch over integers or strings; nil for any other.
    private func tableSelector(_ bound: BoundSwitch) -> SwitchSelector? {
        var constants: [Value: Int] = [:]
        for (index, section) in bound.sections.enumerated() {
            for label in section.labels where label.test != nil {
                guard let constant = label.constant, label.guardCondition == nil else { return nil }
                if constants[constant] == nil { constants[constant] = index }
            }
        }
        guard constants.count >= Self.tableSize else { return nil }
        switch nodes.node(bound.value) {
        case let value as Int32Node where bound.value.type == .int32:
            let table = constants.compactMap { key, section in key.integer.map { (Int32(truncatingIfNeeded: $0), section) } }
            return Int32Selector(value, Dictionary(table) { first, _ in first }, otherwise: bound.defaultSection)
        case let value as StringNode:
            let table = constants.compactMap { key, section in key.text.map { ($0, section) } }
            return StringSelector(
                value, Dictionary(table) { first, _ in first }, null: constants[.null], otherwise: bound.defaultSection)
        default: return nil
        }
    }
}

extension BoundStatement {
    /// The labels in front of the statement.
    fileprivate var labels: [LabelSymbol] {
        var (labels, current): ([LabelSymbol], BoundStatement) = ([], self)
        while case .labeled(let label, let inner) = current {
            labels.append(label)
            current = inner
        }
        return labels
    }
}

extension BoundSwitchSection {
    /// What the section is called as a way of the switch.
    fileprivate var description: String { labels.contains { $0.test == nil } ? "default" : "case" }
}

extension BoundSwitch {
    fileprivate var defaultSection: Int? { sections.firstIndex { $0.labels.contains { $0.test == nil } } }
}

extension Value {
    fileprivate var text: NetString? {
        if case .string(let text) = self { text } else { nil }
    }
}

extension EffectStatement {
    /// A declaration without a value: a captured variable comes into being.
    static func declaration(of local: LocalSymbol) -> StatementNode {
        guard local.isInCell else { return EmptyStatement() }
        let zero = ValueConstant(Value.zero(of: local.type) ?? .null, SourceRange(0, 0))
        return EffectStatement(CellStore(local.cellSlot, zero, isDeclaration: true, zero.range))
    }
}
