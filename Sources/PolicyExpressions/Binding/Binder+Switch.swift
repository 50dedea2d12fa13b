import PolicyDiagnostics

extension Binder {
    func bindSwitch(_ syntax: ExpressionSyntax, _ sections: [SwitchSectionSyntax], _ range: SourceRange) -> BoundStatement {
        let value = bindGoverning(syntax)
        let kept = temporary(value.type)
        let governing = BoundExpression(.local(kept), value.type, syntax.range)
        return withScope {
            expectDeclarations(of: sections.flatMap { $0.statements.flatMap(\.declaredNames) })
            let targets = sections.map { _ in makeLabel("") }
            let switchTargets = switchTargets(sections, targets, governing)
            var labels = SwitchLabels()
            let bound = within(.switchOn(switchTargets)) {
                zip(sections, targets).map { bindSection($0, target: $1, governing, &labels) }
            }
            return .switchOn(BoundSwitch(value: value, kept: kept, sections: bound, isExhaustive: labels.isExhaustive))
        }
    }

    /// The value that is switched on. What converts to one type that C# always switched on is converted (C# §13.8.3).
    private func bindGoverning(_ syntax: ExpressionSyntax) -> BoundExpression {
        let value = bindConvertible(syntax)
        guard !value.isBad else { return value }
        if value.isTypeless || value.type == .void {
            return fail("CS8119", "what is switched on must be a value, and this is \(value.typeDescription)", syntax.range)
        }
        guard !value.type.isTraditionallySwitchable else { return value }
        let conversions = TypeSymbol.traditionallySwitchable.compactMap { type -> BoundExpression? in
            guard case .userDefined(let member)? = implicitConversion(of: value, to: type), member.result == type else { return nil }
            return implicitly(value, to: type)
        }
        return conversions.count == 1 ? conversions[0] : value
    }

    // MARK: Targets of goto

    /// Where `goto case` goes, from the constants among the labels.
    private func switchTargets(_ sections: [SwitchSectionSyntax], _ targets: [LabelSymbol], _ governing: BoundExpression) -> SwitchTargets {
        var result = SwitchTargets(type: governing.type)
        for (section, target) in zip(sections, targets) {
            for label in section.labels {
                switch label.kind {
                case .defaultCase: if result.defaultCase == nil { result.defaultCase = target }
                case .pattern(let pattern, when: nil):
                    guard let constant = constant(of: pattern, governing), result.cases[constant] == nil else { continue }
                    result.cases[constant] = target
                case .pattern: break
                }
            }
        }
        return result
    }

    private func constant(of pattern: PatternSyntax, _ governing: BoundExpression) -> Value? {
        guard case .constant(let syntax) = pattern.kind else { return nil }
        let (match, _) = gatheringDiagnostics { bindConstantPattern(syntax, governing) }
        guard case .constant(let constant)? = match else { return nil }
        return constant.constant
    }

    // MARK: Sections

    private func bindSection(
        _ syntax: SwitchSectionSyntax, target: LabelSymbol, _ governing: BoundExpression, _ labels: inout SwitchLabels
    ) -> BoundSwitchSection {
        var bound: [BoundSwitchLabel] = []
        let body = withScopeBehind {
            bound = syntax.labels.map { bindLabel($0, governing, &labels) }
        } _: {
            BoundStatement.block(bindStatements(syntax.statements))
        }
        return BoundSwitchSection(labels: bound, target: target, body: body, lastLabel: syntax.labels.last?.range ?? syntax.range)
    }

    private func bindLabel(_ syntax: SwitchLabelSyntax, _ governing: BoundExpression, _ labels: inout SwitchLabels) -> BoundSwitchLabel {
        guard case .pattern(let pattern, let when) = syntax.kind else {
            if labels.hasDefault { report("CS0152", "the switch has a 'default' already", syntax.range) }
            labels.hasDefault = true
            return BoundSwitchLabel()
        }
        let match = bindPattern(pattern, governing)
        let condition = when.map(bindCondition)
        check(match, isGuarded: condition != nil && condition?.constant?.isTrue != true, governing.type, pattern.range, &labels)
        var label = BoundSwitchLabel(test: self.match(governing, match, pattern.range), guardCondition: condition)
        if case .constant(let constant)? = match { label.constant = constant.constant }
        return label
    }

    /// Refuses a label that an earlier one leaves nothing for.
    private func check(
        _ match: BoundMatch?, isGuarded: Bool, _ type: TypeSymbol, _ range: SourceRange, _ labels: inout SwitchLabels
    ) {
        switch match {
        case .constant(let bound)?:
            guard let constant = bound.constant else { return }
            if labels.constants.contains(constant), !isGuarded {
                report("CS0152", "the switch has this 'case' already", range)
            } else if labels.takesAll(of: constant.isNull ? nil : constant.type) {
                report("CS8120", "a 'case' before this takes every such value", range)
            }
            if !isGuarded { labels.constants.insert(constant) }
        case .pattern(let pattern)?:
            if labels.takesAll(of: pattern.testedType ?? type, includingNull: pattern.testedType == nil) {
                report("CS8120", "a 'case' before this takes every such value", range)
            }
            guard !isGuarded else { return }
            if let tested = pattern.testedType { labels.types.append(tested) }
            if pattern.matchesAll(of: type) { labels.hasCatchAll = true }
        case nil: break
        }
    }
}

/// What the labels of a switch took so far.
private struct SwitchLabels {
    var constants: Set<Value> = []
    var types: [TypeSymbol] = []
    var hasCatchAll = false
    var hasDefault = false

    var isExhaustive: Bool { hasDefault || hasCatchAll }

    /// Whether nothing of a type is left; nil is null itself.
    func takesAll(of type: TypeSymbol?, includingNull: Bool = false) -> Bool {
        if hasCatchAll { return true }
        guard let type, !includingNull else { return false }
        return types.contains { type.inherits(from: $0) }
    }
}

extension BoundPattern {
    fileprivate var testedType: TypeSymbol? {
        if case .declaration(let type, _) = self { type } else { nil }
    }
}

extension TypeSymbol {
    /// The types that `switch` knew before patterns came, enumerations apart.
    fileprivate static let traditionallySwitchable: [TypeSymbol] = [
        .sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .char, .boolean, .string,
    ]

    fileprivate var isTraditionallySwitchable: Bool {
        isEnumeration || Self.traditionallySwitchable.contains(unwrapped) || unwrapped.isEnumeration
    }
}
