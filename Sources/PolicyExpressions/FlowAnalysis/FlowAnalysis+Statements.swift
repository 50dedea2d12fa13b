import PolicyDiagnostics

extension FlowAnalysis {
    mutating func visit(_ statement: BoundStatement) {
        switch statement {
        case .block(let statements): visitBlock(statements)
        case .expression(let expression): visit(expression)
        case .declare(let local, let value): visitDeclaration(local, value)
        case .ifElse(let condition, let first, let second): visitIf(condition, first, second)
        case .loop(let condition, let isPostTested, let step, let body):
            if isPostTested { visitDo(condition, body) } else { visitWhile(condition, step, body) }
        case .forEach(let loop): visitForEach(loop)
        case .switchOn(let bound): visitSwitch(bound)
        case .returnValue(let value):
            if let value { visit(value) }
            checkOutParameters(value?.range ?? functionsUnderWay.last?.function.nameRange ?? SourceRange(0, 0))
            jump(to: .functionEnd)
        case .throwError(let value):
            if let value { visit(value) }
            state = .unreachable
        case .breakOut: breakOut()
        case .continueLoop: continueLoop()
        case .goto(let label): jump(to: .label(label.number))
        case .labeled(let label, let inner):
            pass(label)
            visit(inner)
        case .tryCatch(let body, let catches, let finally): visitTry(body, catches, finally)
        case .lock(let subject, let body):
            visit(subject)
            visit(body)
        case .sequencePoint(_, let inner): visit(inner)
        case .localFunction(let function): summary(of: function)
        case .nothing: break
        }
    }

    private mutating func visitBlock(_ statements: [BoundStatement]) {
        for case .labeled(let label, let inner) in statements {
            declareLabel(label)
            visitLabels(of: inner)
        }
        for statement in statements { visit(statement) }
    }

    /// `a: b: statement` has two labels.
    private mutating func visitLabels(of statement: BoundStatement) {
        var current = statement
        while case .labeled(let label, let inner) = current {
            declareLabel(label)
            current = inner
        }
    }

    private mutating func visitDeclaration(_ local: LocalSymbol, _ value: BoundExpression?) {
        guard let value else { return }
        visit(value)
        assign(local)
    }

    private mutating func visitIf(_ condition: BoundExpression, _ first: BoundStatement, _ second: BoundStatement?) {
        let (whenTrue, whenFalse) = visitCondition(condition)
        state = whenTrue
        visit(first)
        let behindFirst = state
        state = whenFalse
        if let second { visit(second) }
        state.join(behindFirst)
    }

    // MARK: Loops

    /// Walks a loop's body, and gives the states that `break` and `continue` leave it in.
    private mutating func visitLoopBody(_ body: BoundStatement) -> (broken: FlowState, continued: FlowState) {
        let label = FlowLabel(finallyDepth: pendingFinally.count)
        jumpTargets.append(JumpTargets(breakOut: label, continueLoop: label))
        visit(body)
        let targets = jumpTargets.removeLast()
        return (targets.breakOut.state, state.joined(targets.continueLoop?.state ?? .unreachable))
    }

    private mutating func visitWhile(_ condition: BoundExpression?, _ step: [BoundExpression], _ body: BoundStatement) {
        let (whenTrue, whenFalse) = condition.map { visitCondition($0) } ?? (state, .unreachable)
        state = whenTrue
        let (broken, continued) = visitLoopBody(body)
        state = continued
        for expression in step { visit(expression) }
        state = whenFalse.joined(broken)
    }

    private mutating func visitDo(_ condition: BoundExpression?, _ body: BoundStatement) {
        let (broken, continued) = visitLoopBody(body)
        state = continued
        let whenFalse = condition.map { visitCondition($0).whenFalse } ?? .unreachable
        state = whenFalse.joined(broken)
    }

    private mutating func visitForEach(_ loop: BoundForEach) {
        visit(loop.collection)
        let before = state
        assign(loop.element)
        if let assignment = loop.assignment { visit(assignment) }
        let (broken, _) = visitLoopBody(loop.body)
        state = before.joined(broken)
    }

    // MARK: switch

    private mutating func visitSwitch(_ bound: BoundSwitch) {
        visit(bound.value)
        let entry = state
        let chosen = bound.chosenSection
        jumpTargets.append(JumpTargets(breakOut: FlowLabel(finallyDepth: pendingFinally.count), continueLoop: nil))
        for section in bound.sections { declareLabel(section.target) }
        for (index, section) in bound.sections.enumerated() {
            state = .unreachable
            for label in section.labels where chosen == nil || chosen == index { state.join(visitLabel(label, from: entry)) }
            pass(section.target)
            visit(section.body)
            if state.isReachable { reportFallThrough(section, isLast: index == bound.sections.count - 1) }
        }
        let broken = jumpTargets.removeLast().breakOut.state
        state = bound.isExhaustive || chosen != nil ? broken : entry.joined(broken)
    }

    /// The state in which a label is chosen.
    private mutating func visitLabel(_ label: BoundSwitchLabel, from entry: FlowState) -> FlowState {
        let behind = state
        defer { state = behind }
        state = entry
        if let test = label.test { state = visitCondition(test).whenTrue }
        return label.guardCondition.map { visitCondition($0).whenTrue } ?? state
    }

    private mutating func reportFallThrough(_ section: BoundSwitchSection, isLast: Bool) {
        let hint = "end the section with 'break', 'return', 'throw' or 'goto case'"
        if isLast {
            report("CS8070", "control cannot fall out of the last section of a switch", section.lastLabel, hint: hint)
        } else {
            report("CS0163", "control cannot fall through from one section of a switch into the next", section.lastLabel, hint: hint)
        }
    }

    // MARK: try

    private mutating func visitTry(_ body: BoundStatement, _ catches: [BoundCatch], _ finally: BoundStatement?) {
        let before = state
        if finally != nil { pendingFinally.append([]) }
        visit(body)
        var behind = state
        for clause in catches {
            state = before
            visitCatch(clause)
            behind.join(state)
        }
        state = behind
        guard let finally else { return }
        let jumps = pendingFinally.removeLast()
        state = before
        visit(finally)
        let behindFinally = state
        for var jump in jumps {
            jump.state.pass(behindFinally)
            arrive(jump)
        }
        behind.pass(behindFinally)
        state = behind
    }

    private mutating func visitCatch(_ clause: BoundCatch) {
        if let local = clause.local { assign(local) }
        if let filter = clause.filter { state = visitCondition(filter).whenTrue }
        visit(clause.body)
    }
}

extension BoundSwitch {
    /// The section that a constant value chooses; nil when it is not known.
    fileprivate var chosenSection: Int? {
        guard let value = value.constant else { return nil }
        for (index, section) in sections.enumerated() {
            for label in section.labels where label.test != nil {
                guard let constant = label.constant, label.guardCondition == nil else { return nil }
                if constant == value { return index }
            }
        }
        return sections.firstIndex { $0.labels.contains { $0.test == nil } }
    }
}
