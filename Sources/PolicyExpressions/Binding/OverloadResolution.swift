import PolicyDiagnostics

/// A member that takes the arguments of a call, with what each parameter gets.
struct OverloadCandidate {
    enum Source {
        case argument(BoundExpression)
        case defaultValue(NetDefault)
        /// The elements of a `params` array.
        case expanded([BoundExpression])
    }

    var member: NetMember
    /// Those of the owner, then those of the method.
    var typeArguments: [TypeSymbol]
    var sources: [Source]
    var isExpanded: Bool

    func parameterType(_ index: Int) -> TypeSymbol { member.parameters[index].type.substituting(typeArguments) }

    /// The arguments in parameter order, converted to the parameters' types.
    func convertedArguments(_ binder: Binder) -> [BoundExpression] {
        sources.indices.map { index in
            let type = parameterType(index)
            switch sources[index] {
            case .argument(let value): return binder.convert(value, to: type)
            case .defaultValue(let value): return binder.constant(value, type)
            case .expanded(let values):
                guard case .array(let element, _) = type else { return .bad(values.first?.range ?? SourceRange(0, 0)) }
                let range = values.reduce(values.first?.range ?? SourceRange(0, 0)) { $0.union($1.range) }
                return BoundExpression(.arrayCreation(values.map { binder.convert($0, to: element) }), type, range)
            }
        }
    }
}

/// C#'s choice among overloads (§11.6.4), without what lambdas add to it.
enum OverloadResolution {
    // MARK: Applicability

    static func candidate(
        _ member: NetMember, _ arguments: [BoundArgument], explicitTypes: [TypeSymbol], binder: Binder, expanded: Bool
    ) -> OverloadCandidate? {
        if expanded, member.parameters.last?.isParams != true { return nil }
        guard let sources = assign(arguments, to: member, expanded: expanded) else { return nil }
        guard let types = typeArguments(of: member, sources, explicit: explicitTypes) else { return nil }
        let candidate = OverloadCandidate(member: member, typeArguments: types, sources: sources, isExpanded: expanded)
        return fits(candidate, binder) ? candidate : nil
    }

    /// Gives each parameter its argument: by position, by name, by default, or gathered into `params`.
    private static func assign(_ arguments: [BoundArgument], to member: NetMember, expanded: Bool) -> [OverloadCandidate.Source]? {
        let parameters = member.parameters
        var slots = [OverloadCandidate.Source?](repeating: nil, count: parameters.count)
        let positional = expanded ? parameters.count - 1 : parameters.count
        var gathered: [BoundExpression] = []
        for (index, argument) in arguments.enumerated() {
            if let name = argument.name {
                guard let place = parameters.firstIndex(where: { $0.name == name }), slots[place] == nil else { return nil }
                slots[place] = .argument(argument.value)
            } else if index < positional {
                slots[index] = .argument(argument.value)
            } else if expanded {
                gathered.append(argument.value)
            } else {
                return nil
            }
        }
        if expanded { slots[parameters.count - 1] = .expanded(gathered) }
        for index in slots.indices where slots[index] == nil {
            guard let value = parameters[index].defaultValue else { return nil }
            slots[index] = .defaultValue(value)
        }
        return slots.compactMap { $0 }
    }

    private static func fits(_ candidate: OverloadCandidate, _ binder: Binder) -> Bool {
        candidate.sources.indices.allSatisfy { index in
            let type = candidate.parameterType(index)
            switch candidate.sources[index] {
            case .argument(let value): return binder.implicitConversion(of: value, to: type) != nil
            case .defaultValue: return true
            case .expanded(let values):
                guard case .array(let element, _) = type else { return false }
                return values.allSatisfy { binder.implicitConversion(of: $0, to: element) != nil }
            }
        }
    }

    // MARK: Type arguments

    private static func typeArguments(
        of member: NetMember, _ sources: [OverloadCandidate.Source], explicit: [TypeSymbol]
    ) -> [TypeSymbol]? {
        guard member.typeParameterCount > 0 else { return member.ownerArguments }
        if !explicit.isEmpty { return member.ownerArguments + explicit }
        var found = [Int: TypeSymbol]()
        for (index, source) in sources.enumerated() {
            if case .argument(let value) = source { infer(member.parameters[index].type, from: value.type, &found) }
        }
        let first = member.ownerArguments.count
        let inferred = (0..<member.typeParameterCount).compactMap { found[first + $0] }
        return inferred.count == member.typeParameterCount ? member.ownerArguments + inferred : nil
    }

    private static func infer(_ parameter: TypeSymbol, from argument: TypeSymbol, _ found: inout [Int: TypeSymbol]) {
        switch (parameter, argument) {
        case (_, .null), (_, .error): break
        case (.typeParameter(let index), _): if found[index] == nil { found[index] = argument }
        case (.array(let inner, _), .array(let given, _)), (.nullable(let inner), .nullable(let given)): infer(inner, from: given, &found)
        case (.named(let type, let inner), _):
            guard let match = argument.memberOwners.first(where: { $0.definition === type }) else { break }
            for (parameter, given) in zip(inner, match.typeArguments) { infer(parameter, from: given, &found) }
        default: break
        }
    }

    // MARK: The better member

    /// The candidate that is better than every other; nil when there is none.
    static func best(_ candidates: [OverloadCandidate], binder: Binder) -> OverloadCandidate? {
        if candidates.count == 1 { return candidates[0] }
        return candidates.enumerated().first { index, candidate in
            candidates.enumerated().allSatisfy { $0.offset == index || isBetter(candidate, than: $0.element, binder) }
        }?.element
    }

    private static func isBetter(_ left: OverloadCandidate, than right: OverloadCandidate, _ binder: Binder) -> Bool {
        var hasBetter = false
        for (value, ownType, otherType) in sharedArguments(left, right) {
            switch compare(value, ownType, otherType, binder) {
            case .some(true): hasBetter = true
            case .some(false): return false
            case .none: break
            }
        }
        if hasBetter { return true }
        return isBetterByForm(left, right)
    }

    /// Tie-breakers: methods before extension methods, without type parameters, not expanded, without defaults.
    private static func isBetterByForm(_ left: OverloadCandidate, _ right: OverloadCandidate) -> Bool {
        if left.member.isExtension != right.member.isExtension { return right.member.isExtension }
        let isGeneric = (left.member.typeParameterCount > 0, right.member.typeParameterCount > 0)
        if isGeneric.0 != isGeneric.1 { return isGeneric.1 }
        if left.isExpanded != right.isExpanded { return right.isExpanded }
        return left.defaultCount < right.defaultCount
            || left.defaultCount == right.defaultCount && left.isExpanded
                && left.sources.count > right.sources.count
    }

    private static func sharedArguments(_ left: OverloadCandidate, _ right: OverloadCandidate) -> [(
        BoundExpression, TypeSymbol, TypeSymbol
    )] {
        zip(left.flatArguments, right.flatArguments).map { ($0.0, $0.1, $1.1) }
    }

    /// Whether converting to the first type is better (true), worse (false) or as good (nil).
    private static func compare(_ value: BoundExpression, _ first: TypeSymbol, _ second: TypeSymbol, _ binder: Binder) -> Bool? {
        if first == second { return nil }
        if value.type == first { return true }
        if value.type == second { return false }
        let probe = { (type: TypeSymbol) in BoundExpression(.bad, type, value.range) }
        let firstToSecond = binder.implicitConversion(of: probe(first), to: second) != nil
        let secondToFirst = binder.implicitConversion(of: probe(second), to: first) != nil
        if firstToSecond != secondToFirst { return firstToSecond }
        // C# §11.6.4.7: a signed type is better than an unsigned one.
        let order: [TypeSymbol] = [.sbyte, .int16, .int32, .int64]
        let unsigned: [TypeSymbol] = [.byte, .uint16, .uint32, .uint64]
        if order.contains(first), unsigned.contains(second) { return true }
        if unsigned.contains(first), order.contains(second) { return false }
        return nil
    }
}

extension OverloadCandidate {
    fileprivate var defaultCount: Int {
        sources.count {
            if case .defaultValue = $0 { true } else { false }
        }
    }

    /// The written arguments with the types that they are converted to.
    fileprivate var flatArguments: [(BoundExpression, TypeSymbol)] {
        sources.indices.flatMap { index -> [(BoundExpression, TypeSymbol)] in
            let type = parameterType(index)
            switch sources[index] {
            case .argument(let value): return [(value, type)]
            case .defaultValue: return []
            case .expanded(let values):
                guard case .array(let element, _) = type else { return [] }
                return values.map { ($0, element) }
            }
        }
    }
}

extension Binder {
    /// A parameter's default as an argument.
    func constant(_ value: NetDefault, _ type: TypeSymbol) -> BoundExpression {
        let range = SourceRange(0, 0)
        if value == .null { return defaultValue(of: type, range) }
        return BoundExpression(.literal, type, range, constant: Value(value, type: type))
    }
}
