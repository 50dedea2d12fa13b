import PolicyDiagnostics

/// An argument as it was written, bound.
struct BoundArgument {
    var name: String?
    var value: BoundExpression
}

extension Binder {
    func bindInvocation(_ target: ExpressionSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange) -> BoundExpression {
        if case .name(let name) = target.kind, name.text == "nameof", lookUpLocal("nameof") == nil { return bindNameOf(arguments, range) }
        let callee = bind(target)
        let bound = bindArguments(arguments)
        guard case .methodGroup(let group) = callee.kind else {
            if callee.isBad { return .bad(range) }
            return fail("CS1955", "this is not a method and cannot be called", target.range)
        }
        guard let bound else { return .bad(range) }
        return bindCall(of: group, bound, range, nameRange: target.range)
    }

    private func bindNameOf(_ arguments: [ArgumentSyntax], _ range: SourceRange) -> BoundExpression {
        guard arguments.count == 1 else { return fail("CS1501", "'nameof' takes one argument", range) }
        _ = bind(arguments[0].expression)
        guard let name = arguments[0].expression.lastName else { return fail("CS8081", "this expression has no name", range) }
        return BoundExpression(.literal, .string, range, constant: .string(NetString(name)))
    }

    /// Nil when an argument could not be bound.
    func bindArguments(_ arguments: [ArgumentSyntax]) -> [BoundArgument]? {
        var result: [BoundArgument] = []
        var isBad = false
        for argument in arguments {
            guard argument.referenceKind == .none else {
                _ = notImplemented("an argument with 'out' or 'ref'", argument.range)
                isBad = true
                continue
            }
            let value = bindValue(argument.expression)
            isBad = isBad || value.isBad
            result.append(BoundArgument(name: argument.name?.text, value: value))
        }
        return isBad ? nil : result
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
        noteUse(of: best.member, nameRange)
        let receiver = group.receiver.map { best.member.isExtension ? [] : [convertReceiver($0, best.member, group)] } ?? []
        let result = best.member.result.substituting(best.typeArguments)
        return BoundExpression(
            .call(best.member, receiver + best.convertedArguments(self), typeArguments: best.typeArguments), result, range)
    }

    private func convertReceiver(_ receiver: BoundExpression, _ member: NetMember, _ group: MethodGroup) -> BoundExpression {
        guard let type = member.bodyParameters.first else { return receiver }
        let carrier = type.carrier
        return carrier == .value && receiver.type.carrier != .value ? convert(receiver, to: .object) : receiver
    }

    /// The candidate with its arguments in parameter order, or nil when it does not take them.
    func applicable(_ member: NetMember, _ group: MethodGroup, _ arguments: [BoundArgument]) -> OverloadCandidate? {
        var all = arguments
        if member.isExtension, let receiver = group.receiver { all.insert(BoundArgument(name: nil, value: receiver), at: 0) }
        guard group.typeArguments.isEmpty || group.typeArguments.count == member.typeParameterCount else { return nil }
        return OverloadResolution.candidate(member, all, explicitTypes: group.typeArguments, binder: self, expanded: false)
            ?? OverloadResolution.candidate(member, all, explicitTypes: group.typeArguments, binder: self, expanded: true)
    }

    private func reportNoOverload(_ group: MethodGroup, _ arguments: [BoundArgument], _ range: SourceRange) -> BoundExpression {
        let given = "(" + arguments.map(\.value.type.description).joined(separator: ", ") + ")"
        let known = group.candidates.prefix(4).map { "'\($0.signature)'" }.joined(separator: ", ")
        let isCount = !group.candidates.contains { $0.parameters.count - ($0.isExtension ? 1 : 0) == arguments.count }
        if group.candidates.allSatisfy(\.isExtension),
            !group.candidates.contains(where: { candidate in
                group.receiver.map { implicitConversion(of: $0, to: candidate.parameters[0].type) != nil } ?? false
            })
        {
            return fail("CS1061", "'\(group.type)' has no member '\(group.name)' that expressions can use", range)
        }
        return fail(
            isCount ? "CS1501" : "CS1503", "'\(group.type).\(group.name)' has no overload that takes \(given)", range,
            hint: "there is \(known)")
    }

    // MARK: Indexing

    func bindElement(of target: BoundExpression, _ arguments: [ArgumentSyntax], _ range: SourceRange) -> BoundExpression {
        guard let bound = bindArguments(arguments), !target.isBad else { return .bad(range) }
        if case .array(let element, rank: 1) = target.type, bound.count == 1 {
            let index = convert(bound[0].value, to: .int32)
            return index.isBad ? index : BoundExpression(.arrayElement(target, index), element, range)
        }
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

extension ExpressionSyntax {
    /// The last identifier of a name, as `nameof` gives it.
    var lastName: String? {
        switch kind {
        case .name(let name), .memberAccess(_, let name), .aliasQualifiedName(_, let name): name.text
        default: nil
        }
    }
}
