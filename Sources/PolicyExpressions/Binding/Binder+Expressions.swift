import PolicyDiagnostics

extension Binder {
    /// Binds an expression that must have a value.
    func bindValue(_ syntax: ExpressionSyntax) -> BoundExpression {
        let bound = bind(syntax)
        switch bound.kind {
        case .typeName: return fail("CS0119", "'\(bound.type)' is a type, which is not valid here", syntax.range)
        case .namespaceName(let name): return fail("CS0118", "'\(name)' is a namespace, but is used like a variable", syntax.range)
        case .methodGroup(let group):
            return fail(
                "CS0428", "'\(group.name)' is a method; its value cannot be used without a call", syntax.range,
                hint: "write '\(group.name)(…)' to call it")
        case .unboundLambda:
            return fail("CS1660", "a lambda expression needs a delegate type such as 'Func<…>' in this place", syntax.range)
        case .unboundDefault: return fail("CS8716", "'default' needs a type in this place", syntax.range)
        case .unboundTuple: return fail("CS8131", "this tuple has elements without a type of their own", syntax.range)
        default:
            guard bound.type == .void else { return bound }
            return fail("CS0029", "this call gives no value", syntax.range)
        }
    }

    /// Binds whatever may stand in an expression: a value, a type, a namespace or a group of methods.
    func bind(_ syntax: ExpressionSyntax) -> BoundExpression {
        let range = syntax.range
        switch syntax.kind {
        case .literal(let literal): return bindLiteral(literal, range)
        case .interpolatedString(let parts): return bindInterpolation(parts, range)
        case .name(let name): return bindName(name, range)
        case .predefinedType(let type): return BoundExpression(.typeName, library.type(of: type), range)
        case .aliasQualifiedName(_, let name): return bindQualified(in: "", name, range)
        case .memberAccess(let receiver, let name): return bindMember(name, of: bind(receiver), range)
        case .conditionalAccess(let receiver, let access): return bindConditionalAccess(receiver, access, range)
        case .memberBinding(let name): return bindMember(name, of: conditionalReceivers.last ?? .bad(range), range)
        case .elementBinding(let arguments): return bindElement(of: conditionalReceivers.last ?? .bad(range), arguments, range)
        case .invocation(let target, let arguments): return bindInvocation(target, arguments, range)
        case .elementAccess(let target, let arguments): return bindElement(of: bindValue(target), arguments, range)
        case .prefixUnary(let operation, let operand): return bindPrefix(operation, operand, range)
        case .postfixUnary(let operand, let operation): return bindPostfix(operation, operand, range)
        case .binary: return bindBinary(syntax)
        case .assignment(let target, let operation, let value): return bindAssignment(target, operation, value, range)
        case .conditional(let condition, let whenTrue, let whenFalse): return bindConditional(condition, whenTrue, whenFalse, range)
        case .cast(let type, let operand): return bindCast(type, operand, range)
        case .isPattern(let operand, let pattern): return bindIs(operand, pattern, range)
        case .asType(let operand, let type): return bindAs(operand, type, range)
        case .parenthesized(let inner): return bind(inner)
        case .typeOf(let type): return bindTypeOf(type, range)
        case .sizeOf(let type): return bindSizeOf(type, range)
        case .defaultOf(let type): return defaultValue(of: bindType(type), range)
        case .checked(let isChecked, let inner): return bindChecked(isChecked, inner)
        case .throwExpression(let value): return bindThrow(value, range)
        case .missing: return .bad(range)
        default: return bindCreation(syntax)
        }
    }

    private func bindCreation(_ syntax: ExpressionSyntax) -> BoundExpression {
        let range = syntax.range
        switch syntax.kind {
        case .objectCreation(let type, let arguments, let initializer):
            return bindObjectCreation(type, arguments ?? [], initializer, range)
        case .arrayCreation(let element, let sizes, let ranks, let initializer):
            return bindArrayCreation(element, sizes, ranks, initializer, range)
        case .implicitArrayCreation(let rank, let initializer): return bindImplicitArray(rank, initializer, range)
        case .anonymousObjectCreation(let members): return bindAnonymousObject(members, range)
        case .lambda(let lambda): return BoundExpression(.unboundLambda(UnboundLambda(lambda, range, environment)), .void, range)
        case .tuple(let elements): return bindTuple(elements, range)
        case .query(let query): return bind(QueryTranslation.translate(query, range))
        case .declaration: return fail("CS8185", "a declaration is not allowed in this place", range)
        case .refExpression(let target): return bindReferenceResult(target, range)
        case .defaultLiteral: return BoundExpression(.unboundDefault, .void, range)
        case .this: return fail("CS0026", "there is no object here that 'this' could mean", range)
        case .base: return fail("CS1511", "there is no object here that 'base' could mean", range)
        default: return .bad(range)
        }
    }

    private func bindChecked(_ checked: Bool, _ inner: ExpressionSyntax) -> BoundExpression {
        overflowing(checked: checked) { bind(inner) }
    }

    /// Binds what stands inside `checked` or `unchecked`.
    func overflowing<Result>(checked: Bool, _ work: () -> Result) -> Result {
        let outer = (isChecked, isUnchecked)
        (isChecked, isUnchecked) = (checked, !checked)
        defer { (isChecked, isUnchecked) = outer }
        return work()
    }

    private func bindThrow(_ value: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        let bound = bindThrown(value)
        return bound.isBad ? bound : BoundExpression(.throwExpression(bound), .null, range)
    }

    /// The value of `default(T)`.
    func defaultValue(of type: TypeSymbol, _ range: SourceRange) -> BoundExpression {
        guard type != .error else { return .bad(range) }
        let null = BoundExpression(.literal, .null, range, constant: .null)
        if type.isReferenceType || type != type.unwrapped { return convert(null, to: type) }
        guard let zero = Value.zero(of: type) else { return notImplemented("default(\(type))", range) }
        return BoundExpression(.literal, type, range, constant: zero)
    }

    // MARK: Literals

    private func bindLiteral(_ literal: LiteralSyntax, _ range: SourceRange) -> BoundExpression {
        let (type, value) = LiteralValue.of(literal)
        guard let value else { return fail("CS1021", "the number is too large for its type", range) }
        return BoundExpression(.literal, type, range, constant: value)
    }

    // MARK: Conditional expressions

    private func bindConditional(
        _ condition: ExpressionSyntax, _ whenTrue: ExpressionSyntax, _ whenFalse: ExpressionSyntax, _ range: SourceRange
    ) -> BoundExpression {
        let test = bindCondition(condition), first = bindBranch(whenTrue), second = bindBranch(whenFalse)
        guard !test.isBad, !first.isBad, !second.isBad else { return .bad(range) }
        guard let type = commonType(first, second) else {
            return fail(
                "CS0173", "the two results, '\(first.type)' and '\(second.type)', have no common type", range,
                hint: "cast one of them")
        }
        let result = BoundExpression(.conditional(test, convert(first, to: type), convert(second, to: type)), type, range)
        guard case .boolean(let isTrue)? = test.constant else { return result }
        return BoundExpression(result.kind, type, range, constant: convert(isTrue ? first : second, to: type).constant)
    }

    /// A branch of `?:`, which may be `default` beside a branch that has a type.
    private func bindBranch(_ syntax: ExpressionSyntax) -> BoundExpression {
        let bound = bindConvertible(syntax)
        if case .unboundDefault = bound.kind { return bound }
        return bound.isTypeless && !bound.isNullLiteral || bound.type == .void ? bindValue(syntax) : bound
    }

    /// An expression that must be a Boolean.
    func bindCondition(_ syntax: ExpressionSyntax) -> BoundExpression { convert(bindValue(syntax), to: .boolean) }

    /// The type that C# gives `a ? b : c`: the one to which the other converts implicitly.
    func commonType(_ first: BoundExpression, _ second: BoundExpression) -> TypeSymbol? {
        if first.type == second.type { return first.type }
        if case .unboundDefault = first.kind { return second.type }
        if case .unboundDefault = second.kind { return first.type }
        if case .throwExpression = first.kind { return second.type }
        if case .throwExpression = second.kind { return first.type }
        let toSecond = implicitConversion(of: first, to: second.type) != nil
        let toFirst = implicitConversion(of: second, to: first.type) != nil
        if toSecond, toFirst {
            // Both ways is only possible between a constant and a smaller type; the type without the constant wins.
            return first.constant != nil && !first.isNullLiteral ? second.type : first.type
        }
        return toSecond && second.type != .null ? second.type : toFirst && first.type != .null ? first.type : nil
    }

    // MARK: Null operators

    private func bindConditionalAccess(_ receiver: ExpressionSyntax, _ access: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        let bound = bindValue(receiver)
        guard !bound.isBad else { return bound }
        guard bound.type.isReferenceType || bound.type != bound.type.unwrapped else {
            return fail("CS0023", "'?.' cannot be applied to '\(bound.type)', which is never null", receiver.range)
        }
        let kept = temporary(bound.type)
        let keptValue = unwrapIfNullable(BoundExpression(.local(kept), bound.type, receiver.range))
        conditionalReceivers.append(keptValue)
        let value = bind(access)
        conditionalReceivers.removeLast()
        guard !value.isBad else { return value }
        if value.type == .void {
            return BoundExpression(.conditionalAccess(bound, kept: kept, access: value), .void, range)
        }
        let isNullable = value.type.isReferenceType || value.type != value.type.unwrapped
        let type = isNullable ? value.type : .nullable(value.type)
        return BoundExpression(.conditionalAccess(bound, kept: kept, access: convert(value, to: type)), type, range)
    }

    private func unwrapIfNullable(_ value: BoundExpression) -> BoundExpression {
        guard case .nullable(let wrapped) = value.type else { return value }
        return BoundExpression(.conversion(.unwrapNullable, value), wrapped, value.range)
    }

    func bindCoalesce(_ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange) -> BoundExpression {
        guard !left.isBad, !right.isBad else { return .bad(range) }
        guard left.type.isReferenceType || left.type != left.type.unwrapped else {
            return fail("CS0019", "'??' cannot be applied to '\(left.type)', which is never null", range)
        }
        if left.isNullLiteral { return right }
        let isText = left.type == .string && implicitConversion(of: right, to: .string) != nil
        let kept = isText && !marksSequencePoints ? LocalSymbol(unkeptOf: .string, function) : temporary(left.type)
        let value = BoundExpression(.local(kept), left.type, left.range)
        let (result, converted): (TypeSymbol, BoundExpression)
        if left.type != left.type.unwrapped, implicitConversion(of: right, to: left.type.unwrapped) != nil {
            (result, converted) = (left.type.unwrapped, unwrapIfNullable(value))
        } else if implicitConversion(of: right, to: left.type) != nil {
            (result, converted) = (left.type, value)
        } else if right.type != .null, implicitConversion(of: unwrapIfNullable(value), to: right.type) != nil {
            (result, converted) = (right.type, convert(unwrapIfNullable(value), to: right.type))
        } else {
            return fail("CS0019", "'??' cannot be applied to '\(left.type)' and '\(right.type)'", range)
        }
        return BoundExpression(.coalesce(left, kept: kept, value: converted, convert(right, to: result)), result, range)
    }

    // MARK: Casts and type tests

    private func bindCast(_ type: TypeSyntax, _ operand: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        let target = bindType(type), value = bindConvertible(operand)
        guard target != .error, !value.isBad else { return .bad(range) }
        guard let cast = explicitly(value, to: target, range) else {
            if value.isTypeless { return convert(value, to: target) }
            return fail("CS0030", "'\(value.type)' cannot be converted to '\(target)'", range)
        }
        return cast
    }

    private func bindAs(_ operand: ExpressionSyntax, _ type: TypeSyntax, _ range: SourceRange) -> BoundExpression {
        let value = bindValue(operand), target = bindType(type)
        guard !value.isBad, target != .error else { return .bad(range) }
        guard target.isReferenceType || target != target.unwrapped else {
            return fail("CS0077", "'as' needs a type that can be null, and '\(target)' cannot", range)
        }
        guard value.isNullLiteral || canBe(value.type, target.unwrapped) || canBe(value.type, target) else {
            return fail("CS0039", "a value of type '\(value.type)' is never a '\(target)'", range)
        }
        let kept = temporary(.object)
        let boxed = BoundExpression(.assignLocal(kept, convert(value, to: .object)), .object, range)
        let again = BoundExpression(.local(kept), .object, range)
        let null = convert(BoundExpression(.literal, .null, range, constant: .null), to: target)
        guard let cast = explicitly(again, to: target, range) else { return .bad(range) }
        return BoundExpression(.conditional(BoundExpression(.isType(boxed, target), .boolean, range), cast, null), target, range)
    }
}
