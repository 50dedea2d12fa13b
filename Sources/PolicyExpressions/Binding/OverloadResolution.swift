import PolicyDiagnostics

/// A member that takes the arguments of a call, with what each parameter gets.
struct OverloadCandidate {
    enum Source {
        case argument(BoundArgument)
        case defaultValue(NetDefault)
        /// The elements of a `params` array.
        case expanded([BoundArgument])
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
            case .argument(let argument): return binder.pass(argument, as: type)
            case .defaultValue(let value): return binder.constant(value, type)
            case .expanded(let arguments):
                guard case .array(let element, _) = type else { return .bad(arguments.first?.value.range ?? SourceRange(0, 0)) }
                let ranges = arguments.map(\.value.range)
                let range = ranges.reduce(ranges.first ?? SourceRange(0, 0)) { $0.union($1) }
                return BoundExpression(.arrayCreation(arguments.map { binder.convert($0.value, to: element) }), type, range)
            }
        }
    }
}

/// C#'s choice among overloads (§11.6.4).
enum OverloadResolution {
    // MARK: Applicability

    static func candidate(
        _ member: NetMember, _ arguments: [BoundArgument], explicitTypes: [TypeSymbol], binder: Binder, expanded: Bool
    ) -> OverloadCandidate? {
        if expanded, member.parameters.last?.isParams != true { return nil }
        guard let sources = assign(arguments, to: member, expanded: expanded) else { return nil }
        guard let types = typeArguments(of: member, sources, explicit: explicitTypes, binder) else { return nil }
        if let constraint = member.constraint, let type = types.dropFirst(member.ownerArguments.count).first,
            !type.inherits(from: constraint)
        {
            return nil
        }
        let candidate = OverloadCandidate(member: member, typeArguments: types, sources: sources, isExpanded: expanded)
        return fits(candidate, binder) ? candidate : nil
    }

    /// Gives each parameter its argument: by position, by name, by default, or gathered into `params`.
    static func assign(_ arguments: [BoundArgument], to member: NetMember, expanded: Bool) -> [OverloadCandidate.Source]? {
        let parameters = member.parameters
        var slots = [OverloadCandidate.Source?](repeating: nil, count: parameters.count)
        let positional = expanded ? parameters.count - 1 : parameters.count
        var gathered: [BoundArgument] = []
        for (index, argument) in arguments.enumerated() {
            if let name = argument.name {
                guard let place = parameters.firstIndex(where: { $0.name == name }), slots[place] == nil else { return nil }
                slots[place] = .argument(argument)
            } else if index < positional {
                slots[index] = .argument(argument)
            } else if expanded {
                gathered.append(argument)
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
            case .argument(let argument):
                return binder.fits(argument, candidate.member.parameters[index], as: type)
            case .defaultValue: return true
            case .expanded(let arguments):
                guard case .array(let element, _) = type else { return false }
                return arguments.allSatisfy {
                    $0.referenceKind == .none && binder.implicitConversion(of: $0.value, to: element) != nil
                }
            }
        }
    }

    private static func typeArguments(
        of member: NetMember, _ sources: [OverloadCandidate.Source], explicit: [TypeSymbol], _ binder: Binder
    ) -> [TypeSymbol]? {
        guard member.typeParameterCount > 0 else { return member.ownerArguments }
        if !explicit.isEmpty { return member.ownerArguments + explicit }
        var inference = TypeInference(first: member.ownerArguments.count, count: member.typeParameterCount, binder: binder)
        for (index, source) in sources.enumerated() {
            let type = member.parameters[index].type
            switch source {
            case .argument(let argument): inference.add(argument.value, to: type)
            case .expanded(let arguments):
                guard case .array(let element, _) = type else { continue }
                for argument in arguments { inference.add(argument.value, to: element) }
            case .defaultValue: break
            }
        }
        return inference.solve().map { member.ownerArguments + $0 }
    }

    // MARK: The better member

    /// The candidate that is better than every other; nil when there is none.
    static func best(_ candidates: [OverloadCandidate], binder: Binder) -> OverloadCandidate? {
        if candidates.count <= 1 { return candidates.first }
        return candidates.enumerated().first { index, candidate in
            candidates.enumerated().allSatisfy { $0.offset == index || isBetter(candidate, than: $0.element, binder) }
        }?.element
    }

    private static func isBetter(_ left: OverloadCandidate, than right: OverloadCandidate, _ binder: Binder) -> Bool {
        var hasBetter = false
        for (first, second) in zip(left.flatArguments, right.flatArguments) {
            switch BetterConversion.compare(first.argument, first.type, second.type, binder) {
            case .some(true): hasBetter = true
            case .some(false): return false
            case .none: break
            }
        }
        return hasBetter || isBetterByForm(left, right)
    }

    /// Tie-breakers: methods before extension methods, without type parameters, not expanded, without defaults, more
    /// specific parameter types.
    private static func isBetterByForm(_ left: OverloadCandidate, _ right: OverloadCandidate) -> Bool {
        if left.member.isExtension != right.member.isExtension { return right.member.isExtension }
        let isGeneric = (left.member.typeParameterCount > 0, right.member.typeParameterCount > 0)
        if isGeneric.0 != isGeneric.1 { return isGeneric.1 }
        if left.isExpanded != right.isExpanded { return right.isExpanded }
        if left.isExpanded, left.sources.count != right.sources.count { return left.sources.count > right.sources.count }
        if left.defaultCount != right.defaultCount { return left.defaultCount < right.defaultCount }
        return isMoreSpecific(left.member, right.member)
    }

    private static func isMoreSpecific(_ left: NetMember, _ right: NetMember) -> Bool {
        var isMore = false
        for (first, second) in zip(left.parameters, right.parameters) {
            switch specificity(first.type, second.type) {
            case .some(true): isMore = true
            case .some(false): return false
            case .none: break
            }
        }
        return isMore
    }

    /// Whether the first type is more specific (true), less (false) or neither (nil): a type parameter is the least.
    private static func specificity(_ first: TypeSymbol, _ second: TypeSymbol) -> Bool? {
        switch (first, second) {
        case (.typeParameter, .typeParameter): return nil
        case (.typeParameter, _): return false
        case (_, .typeParameter): return true
        case (.array(let a, _), .array(let b, _)), (.nullable(let a), .nullable(let b)): return specificity(a, b)
        case (.named(_, let a), .named(_, let b)) where a.count == b.count:
            let parts = zip(a, b).compactMap { specificity($0, $1) }
            return parts.contains(false) ? (parts.contains(true) ? nil : false) : parts.first
        default: return nil
        }
    }
}

/// Which of two parameter types an argument converts to better (C# §11.6.4.4 to 11.6.4.6).
enum BetterConversion {
    /// True for the first, false for the second, nil for neither.
    static func compare(_ argument: BoundArgument, _ first: TypeSymbol, _ second: TypeSymbol, _ binder: Binder) -> Bool? {
        if first == second { return nil }
        if case .unboundLambda(let lambda) = argument.value.kind { return compare(lambda, first, second, binder) }
        if !argument.value.isTypeless {
            if argument.value.type == first { return true }
            if argument.value.type == second { return false }
        }
        return compareTargets(first, second, argument.value.range, binder)
    }

    private static func compareTargets(_ first: TypeSymbol, _ second: TypeSymbol, _ range: SourceRange, _ binder: Binder) -> Bool? {
        if first == second { return nil }
        let firstToSecond = binder.implicitConversion(of: BoundExpression(.bad, first, range), to: second) != nil
        let secondToFirst = binder.implicitConversion(of: BoundExpression(.bad, second, range), to: first) != nil
        if firstToSecond != secondToFirst { return firstToSecond }
        // C# §11.6.4.6: a signed type is better than an unsigned one.
        let signed: [TypeSymbol] = [.sbyte, .int16, .int32, .int64]
        let unsigned: [TypeSymbol] = [.byte, .uint16, .uint32, .uint64]
        if signed.contains(first.unwrapped), unsigned.contains(second.unwrapped) { return true }
        if unsigned.contains(first.unwrapped), signed.contains(second.unwrapped) { return false }
        return nil
    }

    /// Delegates with the same parameters: the one whose result the lambda's own result converts to better.
    private static func compare(_ lambda: UnboundLambda, _ first: TypeSymbol, _ second: TypeSymbol, _ binder: Binder) -> Bool? {
        guard let one = first.delegateSignature, let other = second.delegateSignature, one.parameters == other.parameters,
            one.result != other.result
        else { return nil }
        if one.result == .void { return false }
        if other.result == .void { return true }
        let bound = lambda.body(for: one.parameters, binder: binder)
        guard let own = bound.inferredResult else { return nil }
        if own == one.result { return true }
        if own == other.result { return false }
        return compareTargets(one.result, other.result, lambda.range, binder)
    }
}

extension OverloadCandidate {
    fileprivate var defaultCount: Int {
        sources.count {
            if case .defaultValue = $0 { true } else { false }
        }
    }

    /// The written arguments with the types that they are converted to.
    fileprivate var flatArguments: [(argument: BoundArgument, type: TypeSymbol)] {
        sources.indices.flatMap { index -> [(argument: BoundArgument, type: TypeSymbol)] in
            let type = parameterType(index)
            switch sources[index] {
            case .argument(let argument): return [(argument, type)]
            case .defaultValue: return []
            case .expanded(let arguments):
                guard case .array(let element, _) = type else { return [] }
                return arguments.map { ($0, element) }
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
