import PolicyDiagnostics

extension Binder {
    // MARK: is

    func bindIs(_ operand: ExpressionSyntax, _ pattern: PatternSyntax, _ range: SourceRange) -> BoundExpression {
        let value = bindConvertible(operand)
        guard !value.isBad else { return value }
        if case .type(let syntax) = pattern.kind { return bindIsType(value, syntax, operand, range) }
        if case .constant = pattern.kind {
        } else if value.isTypeless || value.type == .void {
            return fail("CS8117", "a pattern needs a value, and this is \(value.typeDescription)", operand.range)
        }
        if value.isTypeless, !value.isNullLiteral { return bindValue(operand) }
        return match(value, bindPattern(pattern, value), range)
    }

    private func bindIsType(_ value: BoundExpression, _ syntax: TypeSyntax, _ operand: ExpressionSyntax, _ range: SourceRange)
        -> BoundExpression
    {
        if let constant = constantPattern(syntax) { return match(value, bindConstantPattern(constant, value), range) }
        let type = bindType(syntax)
        guard type != .error else { return .bad(range) }
        switch value.kind {
        case .unboundLambda, .methodGroup, .unboundTuple:
            return fail("CS0837", "'is' cannot be applied to \(value.typeDescription)", operand.range)
        default: break
        }
        if value.isNullLiteral { return BoundExpression(.literal, .boolean, range, constant: .boolean(false)) }
        return BoundExpression(.isType(convert(value, to: .object), type), .boolean, range)
    }

    /// The expression that a type's syntax turns out to be: `x is Limit` where `Limit` is a constant.
    private func constantPattern(_ syntax: TypeSyntax) -> ExpressionSyntax? {
        guard let expression = syntax.asExpression else { return nil }
        if case .name(let name) = expression.kind { return lookUpLocal(name.text) == nil ? nil : expression }
        let (bound, _) = gatheringDiagnostics { bind(expression) }
        return bound.constant == nil ? nil : expression
    }

    // MARK: Patterns

    /// A pattern that was bound against a value.
    enum BoundMatch {
        case pattern(BoundPattern)
        /// A constant, converted to the value's type.
        case constant(BoundExpression)
    }

    func bindPattern(_ syntax: PatternSyntax, _ value: BoundExpression) -> BoundMatch? {
        switch syntax.kind {
        case .type(let type): return bindTypePattern(type, nil, value)
        case .constant(let constant): return bindConstantPattern(constant, value)
        case .declaration(let type, let designation): return bindTypePattern(type, designation, value)
        case .variable(let designation):
            return bindDesignation(designation, value.type).map { .pattern(.variable($0.local)) }
        }
    }

    /// The constant of a pattern, converted to the value's type.
    func bindConstantPattern(_ syntax: ExpressionSyntax, _ value: BoundExpression) -> BoundMatch? {
        let bound = bindValue(syntax)
        guard !bound.isBad, !value.isBad else { return nil }
        guard bound.constant != nil else {
            report("CS0150", "a pattern needs a constant", syntax.range)
            return nil
        }
        if value.type.isBoxed, !bound.isNullLiteral { return .constant(bound) }
        let converted = convert(bound, to: value.type)
        if converted.isBad { return nil }
        return .constant(BoundExpression(.literal, bound.type, syntax.range, constant: constantValue(of: converted) ?? bound.constant))
    }

    /// The constant under a conversion to a type that may be null.
    private func constantValue(of bound: BoundExpression) -> Value? {
        if let constant = bound.constant { return constant }
        if case .conversion(_, let operand) = bound.kind { return constantValue(of: operand) }
        return nil
    }

    private func bindTypePattern(_ syntax: TypeSyntax, _ designation: DesignationSyntax?, _ value: BoundExpression) -> BoundMatch? {
        let type = bindType(syntax)
        let variable = designation.map { bindDesignation($0, type) } ?? PatternVariable(local: nil)
        guard let variable, type != .error, !value.isBad else { return nil }
        if case .nullable(let wrapped) = type {
            report("CS8116", "a pattern cannot have the type '\(type)'", syntax.range, hint: "write '\(wrapped)'")
            return nil
        }
        if type == .dynamic {
            report("CS8208", "a pattern cannot have the type 'dynamic'", syntax.range)
            return nil
        }
        guard canBe(value.type, type) else {
            report("CS8121", "a value of type '\(value.type)' is never a '\(type)'", syntax.range)
            return nil
        }
        return .pattern(.declaration(type, variable.local))
    }

    /// Whether a value of one type may be an instance of another: by conversions that keep the object (C# 7.3 §12.11.12.1).
    func canBe(_ source: TypeSymbol, _ type: TypeSymbol) -> Bool {
        if source == .dynamic || source == type || source.unwrapped == type { return true }
        if source.unwrapped.inherits(from: type) || type.inherits(from: source) { return true }
        guard source.isReferenceType, type.isReferenceType || type.unwrapped == type else { return false }
        return source.isInterface && !type.isSealed && type.isReferenceType || type.isInterface && !source.isSealed
    }

    /// What a pattern declares; no local for `_`.
    private struct PatternVariable {
        let local: LocalSymbol?
    }

    private func bindDesignation(_ designation: DesignationSyntax, _ type: TypeSymbol) -> PatternVariable? {
        switch designation.kind {
        case .discard: return PatternVariable(local: nil)
        case .single(let identifier): return PatternVariable(local: declare(identifier.text, type, identifier.range, isAssigned: false))
        case .parenthesized:
            report("CS8129", "a pattern cannot take its value apart", designation.range)
            return nil
        }
    }

    // MARK: Matching

    /// The Boolean that says whether the value matches.
    func match(_ value: BoundExpression, _ pattern: BoundMatch?, _ range: SourceRange) -> BoundExpression {
        switch pattern {
        case nil: return .bad(range)
        case .pattern(let pattern)?: return BoundExpression(.isPattern(value, pattern), .boolean, range)
        case .constant(let constant)?:
            if let direct = directEquality(value, constant, range) { return direct }
            let boxed = convert(value, to: .object)
            return BoundExpression(.isPattern(boxed, .constant(constant.constant ?? .null)), .boolean, range)
        }
    }

    /// `==` where it says the same as `object.Equals`: between numbers, strings and the like of one type.
    private func directEquality(_ value: BoundExpression, _ constant: BoundExpression, _ range: SourceRange) -> BoundExpression? {
        guard value.constant == nil, let constantValue = constant.constant, !constant.isNullLiteral || value.type == .string else {
            return nil
        }
        guard value.type == .string || value.type == .boolean || NumericType(value.type)?.isIntegral == true else { return nil }
        let typed = BoundExpression(.literal, value.type, constant.range, constant: constantValue)
        return bindEquality(.equal, value, typed, range)
    }
}

extension TypeSymbol {
    /// Whether values of the type are boxed ones of any type, so that a constant matches with its own type.
    fileprivate var isBoxed: Bool { self == .object || self == .dynamic || isInterface || self == .named(.enumerationBase, []) }
}
