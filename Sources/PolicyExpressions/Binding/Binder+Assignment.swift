import PolicyDiagnostics

extension Binder {
    func bindAssignment(
        _ target: ExpressionSyntax, _ operation: AssignmentOperator, _ value: ExpressionSyntax, _ range: SourceRange
    ) -> BoundExpression {
        guard let binary = operation.binary else {
            if let targets = deconstructionTargets(target) { return bindDeconstruction(targets, bindConvertible(value), range) }
            let place = bindTarget(target)
            if case .refExpression = value.kind { return notImplemented("another variable for a reference", range) }
            return store(into: place, range) { convert(bindConvertible(value), to: $0) }
        }
        let place = bindTarget(target)
        let right = bindValue(value)
        return compound(place, range) { old in
            self.castBack(self.bindBinary(binary, old, right, range), to: old.type, right)
        }
    }

    /// `x++`, `--x`: the new value is stored, the old or the new one given.
    func bindStep(
        _ operand: ExpressionSyntax, _ operation: BoundBinaryOperator.Operation, givesOld: Bool, _ range: SourceRange
    ) -> BoundExpression {
        let place = bindTarget(operand)
        guard !place.isBad else { return place }
        guard place.isAssignable else { return fail("CS1059", "'++' and '--' need a variable, a property or an indexer", operand.range) }
        guard NumericType(place.type.unwrapped) != nil || place.type.isEnumeration || place.type == .dynamic else {
            return fail("CS0023", "the operator cannot be applied to '\(place.type)'", range)
        }
        let one = BoundExpression(.literal, .int32, range, constant: .int32(1))
        let syntax: BinaryOperator = operation == .add ? .add : .subtract
        guard givesOld else {
            return compound(place, range) { old in self.stepped(self.bindBinary(syntax, old, one, range), to: old.type) }
        }
        let kept = temporary(place.type)
        let keptValue = BoundExpression(.local(kept), place.type, range)
        let stored = compound(place, range) { old in
            let remembered = BoundExpression(.assignLocal(kept, old), old.type, range)
            return self.stepped(self.bindBinary(syntax, remembered, one, range), to: old.type)
        }
        return stored.isBad ? stored : BoundExpression(.sequence([stored], keptValue), place.type, range)
    }

    /// `++` and `--` exist for every numeric type; the sum is made with a wider one.
    private func stepped(_ result: BoundExpression, to type: TypeSymbol) -> BoundExpression {
        result.isBad ? result : explicitly(result, to: type, result.range) ?? convert(result, to: type)
    }

    /// C# §11.18.3: the result of a compound operator is cast back when the right side fits the left's type by itself.
    private func castBack(_ result: BoundExpression, to type: TypeSymbol, _ right: BoundExpression) -> BoundExpression {
        guard !result.isBad else { return result }
        if let converted = implicitly(result, to: type) { return converted }
        if implicitConversion(of: right, to: type) != nil, let cast = explicitly(result, to: type, result.range) { return cast }
        return convert(result, to: type)
    }

    // MARK: Targets

    /// Binds what stands left of an assignment.
    func bindTarget(_ syntax: ExpressionSyntax) -> BoundExpression {
        let bound = bindValue(syntax)
        if case .local(let local) = bound.kind, local.constant != nil {
            return fail("CS0131", "'\(local.name)' is a constant and cannot be assigned", syntax.range)
        }
        if case .local(let local) = bound.kind, let role = local.readOnlyRole {
            return fail("CS1656", "'\(local.name)' is a \(role.rawValue) and cannot be assigned", syntax.range)
        }
        return bound
    }

    private func compound(_ place: BoundExpression, _ range: SourceRange, _ value: (BoundExpression) -> BoundExpression) -> BoundExpression
    {
        switch place.kind {
        case .call(let member, let arguments, let types) where member.setter != nil && !arguments.isEmpty:
            let (stores, kept) = remember(arguments)
            let old = BoundExpression(.call(member, kept, typeArguments: types), place.type, place.range)
            let stored = store(into: old, range) { _ in value(old) }
            return stored.isBad ? stored : BoundExpression(.sequence(stores, stored), stored.type, range)
        case _ where place.isElementOfArray:
            let (stores, old) = fixed(place)
            let stored = store(into: old, range) { _ in value(old) }
            return stored.isBad ? stored : BoundExpression(.sequence(stores, stored), stored.type, range)
        default: return store(into: place, range) { _ in value(place) }
        }
    }

    /// An element of an array whose array and indices are kept, so that they are evaluated once.
    func fixed(_ place: BoundExpression) -> (stores: [BoundExpression], place: BoundExpression) {
        switch place.kind {
        case .arrayElement(let array, let index):
            let (stores, kept) = remember([array, index])
            return (stores, BoundExpression(.arrayElement(kept[0], kept[1]), place.type, place.range))
        case .matrixElement(let array, let indices):
            let (stores, kept) = remember([array] + indices)
            return (stores, BoundExpression(.matrixElement(kept[0], Array(kept.dropFirst())), place.type, place.range))
        case .sequence(let effects, let element):
            let (stores, fixed) = fixed(element)
            return (effects + stores, fixed)
        default: return ([], place)
        }
    }

    /// Keeps receiver and indices in temporaries, so that they are evaluated once.
    private func remember(_ parts: [BoundExpression]) -> ([BoundExpression], [BoundExpression]) {
        var stores: [BoundExpression] = [], kept: [BoundExpression] = []
        for part in parts {
            if part.constant != nil {
                kept.append(part)
            } else {
                let local = temporary(part.type)
                stores.append(BoundExpression(.assignLocal(local, part), part.type, part.range))
                kept.append(BoundExpression(.local(local), part.type, part.range))
            }
        }
        return (stores, kept)
    }

    func store(into place: BoundExpression, _ range: SourceRange, _ value: (TypeSymbol) -> BoundExpression) -> BoundExpression {
        guard !place.isBad else {
            _ = value(.error)
            return place
        }
        let bound = value(place.type)
        guard !bound.isBad else { return bound }
        switch place.kind {
        case .local(let local):
            return BoundExpression(.assignLocal(local, bound), place.type, range)
        case .call(let member, let arguments, let types):
            guard member.setter != nil else {
                guard member.kind == .property || member.kind == .indexer else {
                    return fail("CS0131", "the result of '\(member.name)' is not a variable", place.range)
                }
                return fail("CS0200", "'\(member.name)' is read-only", place.range)
            }
            return BoundExpression(.assignMember(member, arguments + [bound], typeArguments: types), place.type, range)
        case .matrixElement(let array, let indices):
            return BoundExpression(.assignMatrixElement(array, indices, bound), place.type, range)
        case .arrayElement(let array, let index): return BoundExpression(.assignArrayElement(array, index, bound), place.type, range)
        case .sequence(let effects, let element) where element.isElementOfArray:
            let stored = store(into: element, range) { _ in bound }
            return BoundExpression(.sequence(effects, stored), place.type, range)
        case .dynamic(.member(let name), let operands): return bindDynamic(.setMember(name), operands + [bound], range)
        case .dynamic(.index, let operands): return bindDynamic(.setIndex, operands + [bound], range)
        case .element(let receiver, let index):
            guard receiver.type.tupleElements != nil else {
                return fail("CS0200", "a member of an anonymous object is read-only", place.range)
            }
            guard case .local = receiver.kind else { return fail("CS1612", "this tuple is not a variable", place.range) }
            return BoundExpression(.assignElement(receiver, index, bound), place.type, range)
        default: return fail("CS0131", "only a variable, a property or an indexer can be assigned", place.range)
        }
    }
}

extension BoundExpression {
    /// Whether it is something that could be assigned, read-only or not.
    fileprivate var isAssignable: Bool {
        switch kind {
        case .local, .call, .element, .dynamic: constant == nil
        default: isElementOfArray
        }
    }
}
