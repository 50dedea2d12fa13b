import PolicyDiagnostics

/// A construct that jumps find on their way out.
struct JumpScope {
    enum Kind {
        case loop
        case switchOn(SwitchTargets)
        case block(labels: [String: LabelSymbol])
        case catchBody
        case finallyBody
    }

    let kind: Kind
    /// The function that it stands in: no jump leaves a function.
    let function: FunctionSymbol?
}

/// What `goto case` and `goto default` find in a switch.
struct SwitchTargets {
    let type: TypeSymbol
    var cases: [Value: LabelSymbol] = [:]
    var defaultCase: LabelSymbol?
}

extension Binder {
    func within<Result>(_ kind: JumpScope.Kind, _ work: () -> Result) -> Result {
        jumpScopes.append(JumpScope(kind: kind, function: function))
        defer { jumpScopes.removeLast() }
        return work()
    }

    /// What the innermost scope of this function gives that gives something. A jump out of a finally block is refused.
    private func findJumpTarget<Target>(_ range: SourceRange, _ match: (JumpScope.Kind) -> Target?) -> Target? {
        var leavesFinally = false
        for scope in jumpScopes.reversed() where scope.function === function {
            if case .finallyBody = scope.kind { leavesFinally = true }
            guard let target = match(scope.kind) else { continue }
            if leavesFinally { reportLeavingFinally(range) }
            return target
        }
        return nil
    }

    private func reportLeavingFinally(_ range: SourceRange) { report("CS0157", "control cannot leave a finally block", range) }

    func bindJump(_ syntax: StatementSyntax) -> BoundStatement {
        switch syntax.kind {
        case .breakLoop, .continueLoop: return bindLoopJump(syntax)
        case .returnValue(let value): return bindReturn(value, syntax.range)
        case .throwException(let value): return bindThrowStatement(value, syntax.range)
        case .goto(let target): return bindGoto(target, syntax.range)
        case .labeled(let identifier, let inner): return bindLabeled(identifier, inner)
        default: return .nothing
        }
    }

    private func bindLoopJump(_ syntax: StatementSyntax) -> BoundStatement {
        var isBreak = false
        if case .breakLoop = syntax.kind { isBreak = true }
        let target = findJumpTarget(syntax.range) { kind -> Bool? in
            switch kind {
            case .loop: true
            case .switchOn: isBreak ? true : nil
            default: nil
            }
        }
        if target == nil { report("CS0139", "there is no loop around this to leave or to continue", syntax.range) }
        return isBreak ? .breakOut : .continueLoop
    }

    // MARK: Labels

    /// The labels that the statements of a block have.
    func declareLabels(in statements: [StatementSyntax]) -> [String: LabelSymbol] {
        var labels: [String: LabelSymbol] = [:]
        for statement in statements {
            var current = statement
            while case .labeled(let identifier, let inner) = current.kind {
                if labels[identifier.text] != nil {
                    report("CS0140", "the label '\(identifier.text)' is defined twice", identifier.range)
                } else if findLabel(identifier.text) != nil {
                    report("CS0158", "the label '\(identifier.text)' hides one of a block around this", identifier.range)
                }
                labels[identifier.text] = makeLabel(identifier.text)
                current = inner
            }
        }
        return labels
    }

    private func findLabel(_ name: String) -> LabelSymbol? {
        for scope in jumpScopes.reversed() where scope.function === function {
            if case .block(let labels) = scope.kind, let label = labels[name] { return label }
        }
        return nil
    }

    private func bindLabeled(_ identifier: IdentifierSyntax, _ inner: StatementSyntax) -> BoundStatement {
        let bound = bindStatement(inner)
        guard let label = findLabel(identifier.text) else { return bound }
        return .labeled(label, bound)
    }

    private func bindGoto(_ target: GotoTargetSyntax, _ range: SourceRange) -> BoundStatement {
        let label: LabelSymbol?
        switch target {
        case .label(let identifier):
            label = findJumpTarget(range) { kind in
                if case .block(let labels) = kind { labels[identifier.text] } else { nil }
            }
            if label == nil { report("CS0159", "there is no label '\(identifier.text)' that can be jumped to from here", range) }
        case .caseOf(let value): label = bindGotoCase(value, range)
        case .defaultCase:
            let found = findSwitch(range)
            label = found?.defaultCase
            if found != nil, label == nil { report("CS0159", "the switch around this has no 'default'", range) }
        }
        return label.map { .goto($0) } ?? .nothing
    }

    private func findSwitch(_ range: SourceRange) -> SwitchTargets? {
        let targets = findJumpTarget(range) { kind -> SwitchTargets? in
            if case .switchOn(let targets) = kind { targets } else { nil }
        }
        if targets == nil { report("CS0153", "there is no switch around this", range) }
        return targets
    }

    private func bindGotoCase(_ value: ExpressionSyntax, _ range: SourceRange) -> LabelSymbol? {
        guard let targets = findSwitch(range) else { return nil }
        let bound = convert(bindValue(value), to: targets.type)
        guard !bound.isBad else { return nil }
        guard let constant = bound.constant else {
            report("CS0150", "'goto case' needs a constant", value.range)
            return nil
        }
        if targets.cases[constant] == nil { report("CS0159", "the switch around this has no such 'case'", range) }
        return targets.cases[constant]
    }

    // MARK: return and throw

    private func bindReturn(_ value: ExpressionSyntax?, _ range: SourceRange) -> BoundStatement {
        if isInFinally { reportLeavingFinally(range) }
        guard let value else {
            if let function, function.isLocalFunction, function.resultType != .void {
                report("CS0126", "'\(function.name)' must return a value", range)
            }
            if function == nil { report("CS0126", "the block must return a value", range) }
            return .returnValue(nil)
        }
        let bound = bindConvertible(value)
        if function == nil, bound.isTypeless, !bound.isNullLiteral { return bindTypelessResult(bound, value) }
        returnTypes.append(bound.type)
        return .returnValue(bound)
    }

    /// The block gives an object, so `return default;` is null; what else has no type of its own is refused.
    private func bindTypelessResult(_ bound: BoundExpression, _ syntax: ExpressionSyntax) -> BoundStatement {
        guard case .unboundDefault = bound.kind else { return .returnValue(bindValue(syntax)) }
        returnTypes.append(.null)
        return .returnValue(convert(bound, to: .object))
    }

    private var isInFinally: Bool {
        jumpScopes.contains { scope in
            if case .finallyBody = scope.kind { scope.function === function } else { false }
        }
    }

    private func bindThrowStatement(_ value: ExpressionSyntax?, _ range: SourceRange) -> BoundStatement {
        guard let value else {
            checkRethrow(range)
            return .throwError(nil)
        }
        return .throwError(bindThrown(value))
    }

    /// What `throw` throws.
    func bindThrown(_ value: ExpressionSyntax) -> BoundExpression {
        let bound = bindValue(value)
        guard !bound.isBad, !bound.isNullLiteral else { return bound.isBad ? bound : convert(bound, to: .exception) }
        if bound.type.inherits(from: .exception) || bound.type == .dynamic { return convert(bound, to: .exception) }
        return fail("CS0155", "what is thrown must be an exception, and this is '\(bound.type)'", value.range)
    }

    /// `throw;` throws what the catch clause around it caught.
    private func checkRethrow(_ range: SourceRange) {
        for scope in jumpScopes.reversed() where scope.function === function {
            if case .catchBody = scope.kind { return }
            if case .finallyBody = scope.kind {
                return report("CS0724", "'throw;' cannot stand in a finally block within the catch clause", range)
            }
        }
        report("CS0156", "'throw;' can only stand in a catch clause", range)
    }
}
