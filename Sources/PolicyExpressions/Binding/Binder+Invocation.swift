import PolicyDiagnostics

/// An argument as it was written, bound.
struct BoundArgument {
    var name: String?
    var value: BoundExpression
    var referenceKind = ReferenceKind.none
}

extension Binder {
    func bindInvocation(_ target: ExpressionSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange) -> BoundExpression {
        if case .name(let name) = target.kind, name.text == "nameof", lookUpLocal("nameof") == nil { return bindNameOf(arguments, range) }
        let callee = bindCallee(target)
        let bound = bindArguments(arguments)
        guard !callee.isBad, let bound else { return .bad(range) }
        if let dynamic = bindDynamicCall(callee, bound, range) { return dynamic }
        if case .methodGroup(let group) = callee.kind { return bindCall(of: group, bound, range, nameRange: target.range) }
        if callee.type.delegateSignature != nil { return bindDelegateInvocation(callee, bound, range) }
        return fail(callee.isType ? "CS1955" : "CS0149", "this is not a method and cannot be called", target.range)
    }

    /// What stands in front of the parentheses: a group of methods, or a delegate.
    private func bindCallee(_ target: ExpressionSyntax) -> BoundExpression {
        switch target.kind {
        case .memberAccess(let receiver, let name):
            let bound = bind(receiver)
            if name.text == "Invoke", bound.type.delegateSignature != nil, !bound.isType { return bound }
            return bindMember(name, of: bound, target.range, isInvoked: true)
        case .memberBinding(let name):
            return bindMember(name, of: conditionalReceivers.last ?? .bad(target.range), target.range, isInvoked: true)
        default: return bind(target)
        }
    }

    private func bindNameOf(_ arguments: [ArgumentSyntax], _ range: SourceRange) -> BoundExpression {
        guard arguments.count == 1 else { return fail("CS1501", "'nameof' takes one argument", range) }
        let (_, problems) = gatheringDiagnostics { bind(arguments[0].expression) }
        // A member of an instance may be named through its type; then the name is all there is to check.
        if let problem = problems.first(where: { $0.severity == .error && $0.code != "CS0117" && $0.code != "CS0120" }) {
            report([problem])
            return .bad(range)
        }
        guard let name = arguments[0].expression.lastName else { return fail("CS8081", "this expression has no name", range) }
        return BoundExpression(.literal, .string, range, constant: .string(NetString(name)))
    }

    /// Nil when an argument could not be bound.
    func bindArguments(_ arguments: [ArgumentSyntax]) -> [BoundArgument]? {
        var result: [BoundArgument] = []
        var isBad = false
        for argument in arguments {
            let value = argument.referenceKind == .none ? bindConvertible(argument.expression) : bindReference(argument)
            isBad = isBad || value.isBad
            result.append(BoundArgument(name: argument.name?.text, value: value, referenceKind: argument.referenceKind))
        }
        return isBad ? nil : result
    }

    /// Binds an expression that gets its type from where it stands: also a lambda or the name of a method.
    func bindConvertible(_ syntax: ExpressionSyntax) -> BoundExpression {
        let bound = bind(syntax)
        switch bound.kind {
        case .typeName, .namespaceName: return bindValue(syntax)
        case .unboundLambda, .methodGroup, .unboundTuple: return bound
        default: return bound
        }
    }

    /// `out x`, `out var x`, `out _`, `ref x`.
    private func bindReference(_ argument: ArgumentSyntax) -> BoundExpression {
        let range = argument.expression.range
        switch argument.expression.kind {
        case .declaration(let type, let designation) where argument.referenceKind == .out:
            guard case .single(let identifier) = designation.kind else { return bindDiscard(type, range) }
            if type.isVar { return BoundExpression(.unboundOut(identifier), .void, range) }
            let declared = bindType(type)
            guard declared != .error else { return .bad(range) }
            let local = declare(identifier.text, declared, identifier.range, isAssigned: false)
            return BoundExpression(.location(local, .declaration), declared, range)
        case .name(let name):
            if name.text == "_", lookUpLocal("_") == nil { return BoundExpression(.unboundOut(nil), .void, range) }
            guard let local = lookUpLocal(name.text), local.constant == nil, local.target == nil else { break }
            if let role = local.readOnlyRole {
                return fail("CS1657", "'\(local.name)' is a \(role.rawValue) and cannot be assigned", range)
            }
            return BoundExpression(.location(local, argument.referenceKind == .out ? .out : .reference), local.type, range)
        case .parenthesized: break
        default: break
        }
        let value = bindValue(argument.expression), use: LocationUse = argument.referenceKind == .out ? .out : .reference
        if value.isBad { return value }
        if case .local(let local) = value.kind, local.constant == nil, local.readOnlyRole == nil {
            return BoundExpression(.location(local, use), local.type, range)
        }
        return elementArgument(value, use) ?? fail("CS1510", "'out' and 'ref' need a variable", range)
    }

    private func bindDiscard(_ type: TypeSyntax, _ range: SourceRange) -> BoundExpression {
        if type.isVar { return BoundExpression(.unboundOut(nil), .void, range) }
        let declared = bindType(type)
        return declared == .error ? .bad(range) : BoundExpression(.location(temporary(declared), .declaration), declared, range)
    }

    /// Whether an argument can be passed to a parameter.
    func fits(_ argument: BoundArgument, _ parameter: NetMember.Parameter, as type: TypeSymbol) -> Bool {
        guard (argument.referenceKind == .none || argument.referenceKind == .in) == (parameter.reference == .none) else { return false }
        guard parameter.reference != .none else { return implicitConversion(of: argument.value, to: type) != nil }
        guard argument.referenceKind == parameter.reference else { return false }
        if case .unboundOut = argument.value.kind { return true }
        return argument.value.type == type
    }

    /// The argument as the parameter takes it; `out var x` declares its variable now.
    func pass(_ argument: BoundArgument, as type: TypeSymbol) -> BoundExpression {
        guard case .unboundOut(let identifier) = argument.value.kind else {
            return argument.referenceKind == .none || argument.referenceKind == .in ? convert(argument.value, to: type) : argument.value
        }
        let local = identifier.map { declare($0.text, type, $0.range, isAssigned: false) } ?? temporary(type)
        return BoundExpression(.location(local, .declaration), type, argument.value.range)
    }

    // MARK: Overload resolution

    func bindCall(of group: MethodGroup, _ arguments: [BoundArgument], _ range: SourceRange, nameRange: SourceRange) -> BoundExpression {
        let candidates = group.candidates.compactMap { applicable($0, group, arguments) }
        guard let best = OverloadResolution.best(candidates, binder: self) else {
            if candidates.count > 1 {
                return fail(
                    "CS0121",
                    "the call is ambiguous between \(candidates.prefix(2).map { "'\($0.member.signature)'" }.joined(separator: " and "))",
                    range)
            }
            return reportNoOverload(group, arguments, range)
        }
        if let local = group.function {
            let function = symbol(of: local, best.typeArguments)
            noteCall(of: function)
            let call = BoundExpression(.functionCall(function, best.convertedArguments(self)), function.resultType, range)
            return writingBack(function.givesReference ? referred(by: call) : call, arguments)
        }
        noteUse(of: best.member, nameRange)
        let receiver = group.receiver.map { best.member.isExtension ? [] : [convertReceiver($0, best.member, group)] } ?? []
        let result = best.member.result.substituting(best.typeArguments)
        let call = BoundExpression(
            .call(best.member, receiver + best.convertedArguments(self), typeArguments: best.typeArguments), result, range)
        return writingBack(call, arguments)
    }

    private func convertReceiver(_ receiver: BoundExpression, _ member: NetMember, _ group: MethodGroup) -> BoundExpression {
        guard let type = member.bodyParameters.first else { return receiver }
        let carrier = type.carrier
        return carrier == .value && receiver.type.carrier != .value ? convert(receiver, to: .object) : receiver
    }

    /// The candidate with its arguments in parameter order, or nil when it does not take them.
    func applicable(_ member: NetMember, _ group: MethodGroup, _ arguments: [BoundArgument]) -> OverloadCandidate? {
        guard group.typeArguments.isEmpty || group.typeArguments.count == member.typeParameterCount else { return nil }
        var all = arguments
        if member.isExtension, let receiver = group.receiver {
            // Most extension methods of a name belong to other types.
            guard member.takes(argumentCount: arguments.count + 1), mayAccept(member, receiver) else { return nil }
            all.insert(BoundArgument(name: nil, value: receiver), at: 0)
        } else if !member.takes(argumentCount: arguments.count) {
            return nil
        }
        return OverloadResolution.candidate(member, all, explicitTypes: group.typeArguments, binder: self, expanded: false)
            ?? OverloadResolution.candidate(member, all, explicitTypes: group.typeArguments, binder: self, expanded: true)
    }

    /// The result type of a call with arguments of given types; nil when no overload takes them.
    func resultType(of group: MethodGroup, _ types: [TypeSymbol], _ range: SourceRange) -> TypeSymbol? {
        let arguments = types.map { BoundArgument(name: nil, value: BoundExpression(.bad, $0, range)) }
        let candidates = group.candidates.compactMap { applicable($0, group, arguments) }
        return OverloadResolution.best(candidates, binder: self).map { $0.member.result.substituting($0.typeArguments) }
    }

    private func reportNoOverload(_ group: MethodGroup, _ arguments: [BoundArgument], _ range: SourceRange) -> BoundExpression {
        let given = "(" + arguments.map(\.value.typeDescription).joined(separator: ", ") + ")"
        if let lambda = reportLambda(group, arguments) { return lambda }
        if group.candidates.allSatisfy(\.isExtension), !group.candidates.contains(where: { accepts($0, receiver: group.receiver) }) {
            return fail("CS1061", "'\(group.type)' has no member '\(group.name)' that expressions can use", range)
        }
        if let message = missingReceiver(group, arguments) { return fail("CS0120", message, range) }
        let known = group.candidates.prefix(4).map { "'\($0.signature)'" }.joined(separator: ", ")
        return fail(
            mismatchCode(group, arguments), "'\(group.type).\(group.name)' has no overload that takes \(given)", range,
            hint: "there is \(known)")
    }

    /// Whether an extension method may belong to the receiver's type. One whose receiver has type parameters is looked at
    /// closely later.
    private func mayAccept(_ candidate: NetMember, _ receiver: BoundExpression) -> Bool {
        let type = candidate.parameters[0].type
        return !type.parameterIndices.isEmpty || implicitConversion(of: receiver, to: type) != nil
    }

    /// Whether an extension method's first parameter takes the receiver.
    func accepts(_ candidate: NetMember, receiver: BoundExpression?) -> Bool {
        guard let receiver else { return false }
        var inference = TypeInference(first: candidate.ownerArguments.count, count: candidate.typeParameterCount, binder: self)
        inference.add(receiver, to: candidate.parameters[0].type)
        let arguments = inference.partialSolution()
        return implicitConversion(of: receiver, to: candidate.parameters[0].type.substituting(candidate.ownerArguments + arguments)) != nil
    }

    /// When a lambda is the only thing wrong with a call, what is wrong inside the lambda is said.
    private func reportLambda(_ group: MethodGroup, _ arguments: [BoundArgument]) -> BoundExpression? {
        for argument in arguments {
            guard case .unboundLambda(let lambda) = argument.value.kind, let diagnostics = lambda.diagnostics else { continue }
            report(diagnostics)
            return .bad(argument.value.range)
        }
        return nil
    }

    // MARK: Indexing

    func bindElement(of target: BoundExpression, _ arguments: [ArgumentSyntax], _ range: SourceRange) -> BoundExpression {
        guard let bound = bindArguments(arguments), !target.isBad else { return .bad(range) }
        return bindElement(of: target, bound, range)
    }

    func bindElement(of target: BoundExpression, _ bound: [BoundArgument], _ range: SourceRange) -> BoundExpression {
        if target.type == .dynamic || bound.contains(where: { $0.value.type == .dynamic }) {
            return bindDynamic(.index, [target] + bound.map(\.value), range)
        }
        if case .array(let element, let rank) = target.type { return bindArrayElement(target, element, rank: rank, bound, range) }
        guard let candidate = indexer(of: target, bound) else {
            let hasIndexer = target.type.memberOwners.contains { !($0.definition?.members.indexers.isEmpty ?? true) }
            let given = bound.map(\.value.type.description).joined(separator: ", ")
            return hasIndexer
                ? fail("CS1503", "'\(target.type)' cannot be indexed with [\(given)]", range)
                : fail("CS0021", "'\(target.type)' cannot be indexed with []", range)
        }
        noteUse(of: candidate.member, range)
        let result = candidate.member.result.substituting(candidate.typeArguments)
        return BoundExpression(
            .call(candidate.member, [target] + candidate.convertedArguments(self), typeArguments: candidate.typeArguments), result, range)
    }

    private func indexer(of target: BoundExpression, _ arguments: [BoundArgument]) -> OverloadCandidate? {
        for owner in target.type.memberOwners {
            let indexers = (owner.definition?.members.indexers ?? []).map { $0.constructed(with: owner) }
            let group = MethodGroup(name: "this", receiver: nil, type: owner, candidates: indexers, typeArguments: [])
            let candidates = indexers.compactMap { applicable($0, group, arguments) }
            if let best = OverloadResolution.best(candidates, binder: self) { return best }
        }
        return nil
    }
}

extension BoundExpression {
    var isType: Bool {
        if case .typeName = kind { true } else { false }
    }

    /// The type in messages, where something may stand that has none.
    var typeDescription: String {
        switch kind {
        case .unboundLambda: "lambda expression"
        case .methodGroup: "method group"
        case .unboundOut: "out"
        default: type.description
        }
    }
}

extension ExpressionSyntax {
    /// The last identifier of a name, as `nameof` gives it.
    var lastName: String? {
        switch kind {
        case .name(let name), .memberAccess(_, let name), .aliasQualifiedName(_, let name): name.text
        default: nil
        }
    }
}
