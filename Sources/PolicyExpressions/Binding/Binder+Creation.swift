import PolicyDiagnostics

extension Binder {
    // MARK: new T(…) { … }

    func bindObjectCreation(
        _ type: TypeSyntax, _ arguments: [ArgumentSyntax], _ initializer: InitializerSyntax?, _ range: SourceRange
    ) -> BoundExpression {
        let symbol = bindType(type)
        let bound = bindArguments(arguments)
        guard symbol != .error, let bound else { return .bad(range) }
        guard let created = construct(symbol, bound, range, typeRange: type.range) else { return .bad(range) }
        guard let initializer else { return created }
        return bindInitializer(initializer, of: created, range)
    }

    private func construct(_ type: TypeSymbol, _ arguments: [BoundArgument], _ range: SourceRange, typeRange: SourceRange)
        -> BoundExpression?
    {
        if type.delegateSignature != nil, arguments.count == 1 { return convert(arguments[0].value, to: type) }
        if arguments.isEmpty, !type.isReferenceType, Value.zero(of: type) != nil || type != type.unwrapped {
            return defaultValue(of: type, range)
        }
        if let value = structure(type, arguments, range) { return value }
        let constructors = (type.definition?.members.constructors ?? []).map { $0.constructed(with: type) }
        guard !constructors.isEmpty else {
            let isStatic = type.definition?.kind == .staticClass
            report(isStatic ? "CS0712" : "CS0144", "'\(type)' cannot be created with 'new' in an expression", typeRange)
            return nil
        }
        let group = MethodGroup(name: type.definition?.name ?? "", receiver: nil, type: type, candidates: constructors, typeArguments: [])
        let candidates = constructors.compactMap { applicable($0, group, arguments) }
        guard let best = OverloadResolution.best(candidates, binder: self) else {
            let given = "(" + arguments.map(\.value.type.description).joined(separator: ", ") + ")"
            let code = mismatchCode(group, arguments)
            report(code == "CS1501" ? "CS1729" : code, "'\(type)' has no constructor that takes \(given)", range)
            return nil
        }
        noteUse(of: best.member, typeRange)
        let call = BoundExpression.Kind.call(best.member, best.convertedArguments(self), typeArguments: best.typeArguments)
        return BoundExpression(call, type, range)
    }

    /// `new int?(5)` and `new ValueTuple<int, int>(1, 2)`, which are the language's own structures; nil for any other creation.
    private func structure(_ type: TypeSymbol, _ arguments: [BoundArgument], _ range: SourceRange) -> BoundExpression? {
        guard arguments.allSatisfy({ $0.name == nil && $0.referenceKind == .none }) else { return nil }
        switch type {
        case .nullable(let wrapped) where arguments.count == 1:
            return convert(convert(arguments[0].value, to: wrapped), to: type)
        case .tuple(let elements, _) where elements.count == arguments.count:
            let values = zip(arguments, elements).map { convert($0.value, to: $1) }
            return values.contains(where: \.isBad) ? .bad(range) : BoundExpression(.tuple(values), type, range)
        default: return nil
        }
    }

    // MARK: Initialisers

    private func bindInitializer(_ initializer: InitializerSyntax, of created: BoundExpression, _ range: SourceRange) -> BoundExpression {
        let local = temporary(created.type)
        let object = BoundExpression(.local(local), created.type, range)
        var steps = [BoundExpression(.assignLocal(local, created), created.type, range)]
        switch initializer.kind {
        case .members(let members): steps += members.map { bindMemberInitializer($0, of: object) }
        case .elements(let elements): steps += elements.map { bindElementInitializer($0, of: object, initializer.range) }
        }
        guard !steps.contains(where: \.isBad) else { return .bad(range) }
        return BoundExpression(.sequence(steps, object), created.type, range)
    }

    private func bindMemberInitializer(_ member: MemberInitializerSyntax, of object: BoundExpression) -> BoundExpression {
        guard case .expression(let value) = member.value else { return notImplemented("a nested initialiser", member.range) }
        switch member.target {
        case .member(let identifier):
            guard object.type.memberNames.contains(identifier.text) else {
                return fail(
                    "CS0117", "'\(object.type)' has no member '\(identifier.text)' that expressions can use", identifier.range,
                    hint: didYouMean(identifier.text, among: object.type.memberNames))
            }
            let place = bindMember(SimpleNameSyntax(identifier), of: object, identifier.range)
            return assign(place, value, member.range)
        case .index(let arguments): return assign(bindElement(of: object, arguments, member.range), value, member.range)
        }
    }

    private func assign(_ place: BoundExpression, _ value: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        guard case .call(let member, let arguments, let types) = place.kind, member.setter != nil else {
            return place.isBad ? place : fail("CS0200", "this member cannot be set by an initialiser", range)
        }
        let bound = convert(bindConvertible(value), to: place.type)
        return bound.isBad ? bound : BoundExpression(.assignMember(member, arguments + [bound], typeArguments: types), place.type, range)
    }

    /// Each element is a call of `Add`, as C# defines collection initialisers.
    private func bindElementInitializer(_ element: InitializerValueSyntax, of object: BoundExpression, _ range: SourceRange)
        -> BoundExpression
    {
        var arguments: [BoundArgument] = []
        switch element {
        case .expression(let value): arguments = [BoundArgument(name: nil, value: bindConvertible(value))]
        case .nested(let inner):
            guard case .elements(let values) = inner.kind else { return notImplemented("a nested initialiser", range) }
            for value in values {
                guard case .expression(let expression) = value else { return notImplemented("a nested initialiser", range) }
                arguments.append(BoundArgument(name: nil, value: bindConvertible(expression)))
            }
        }
        guard !arguments.contains(where: \.value.isBad) else { return .bad(range) }
        let add = bindMember(SimpleNameSyntax(IdentifierSyntax("Add", range)), of: object, range)
        guard case .methodGroup(var group) = add.kind else {
            return add.isBad ? add : fail("CS1922", "'\(object.type)' has no 'Add', so it cannot be initialised with elements", range)
        }
        group.isInitialiser = true
        return bindCall(of: group, arguments, range, nameRange: range)
    }
}
