/// What is wrong with the names and the type arguments of a call that no overload takes.
extension Binder {
    /// C#'s code for a call that no overload takes.
    func mismatchCode(_ group: MethodGroup, _ arguments: [BoundArgument]) -> String {
        if let code = nameMismatch(group, arguments) ?? typeArgumentMismatch(group, arguments) { return code }
        let candidates = ownCandidates(of: group)
        let counts = candidates.map { $0.parameters.count - ($0.isExtension ? 1 : 0) }
        let fitting = zip(candidates, counts).filter { $1 == arguments.count }.map(\.0)
        if let candidate = fitting.first {
            let kinds = zip(arguments, candidate.parameters.dropFirst(candidate.isExtension ? 1 : 0))
            if kinds.contains(where: { $1.reference != .none && $0.referenceKind != $1.reference }) { return "CS1620" }
            if kinds.contains(where: { $1.reference == .none && ($0.referenceKind == .out || $0.referenceKind == .ref) }) {
                return "CS1615"
            }
            return group.isInitialiser ? "CS1950" : "CS1503"
        }
        guard candidates.count == 1, let count = counts.first else { return "CS1501" }
        return arguments.count < count ? "CS7036" : "CS1501"
    }

    /// The candidates without those of interfaces where the class has the method itself: C# does not see these.
    private func ownCandidates(of group: MethodGroup) -> [NetMember] {
        guard group.receiver != nil, !group.type.isInterface else { return group.candidates }
        let own = group.type.memberOwners.filter { !$0.isInterface }.flatMap { owner in
            (owner.definition?.members.methods[group.name] ?? []).map { $0.constructed(with: owner).signature }
        }
        let candidates = group.candidates.filter { own.contains($0.signature) }
        return candidates.isEmpty ? group.candidates : candidates
    }

    /// What to say of a call through the type's name that only a method of objects takes.
    func missingReceiver(_ group: MethodGroup, _ arguments: [BoundArgument]) -> String? {
        guard group.receiver == nil, group.function == nil else { return nil }
        let methods = group.type.selfAndBases.flatMap { owner in
            (owner.definition?.members.methods[group.name] ?? []).filter { !$0.isStatic }.map { $0.constructed(with: owner) }
        }
        let fits = methods.contains { applicable($0, group, arguments) != nil }
        return fits ? "'\(group.type).\(group.name)' with these arguments needs an object, not the type's name" : nil
    }

    /// The code of a named argument that no overload has a parameter for, or that comes in a wrong place.
    private func nameMismatch(_ group: MethodGroup, _ arguments: [BoundArgument]) -> String? {
        let positional = arguments.prefix { $0.name == nil }.count
        guard positional < arguments.count else { return nil }
        var codes: Set<String> = []
        for candidate in group.candidates {
            guard let code = nameMismatch(candidate, arguments, positional: positional) else { return nil }
            codes.insert(code)
        }
        return codes.count == 1 ? codes.first : nil
    }

    private func nameMismatch(_ candidate: NetMember, _ arguments: [BoundArgument], positional: Int) -> String? {
        let names = candidate.parameters.dropFirst(candidate.isExtension ? 1 : 0).map(\.name)
        for (index, argument) in arguments.enumerated() {
            guard let name = argument.name else { continue }
            guard let place = names.firstIndex(of: name) else { return "CS1739" }
            if place < positional { return "CS1744" }
            if place != index, arguments[index...].contains(where: { $0.name == nil }) { return "CS8323" }
        }
        return nil
    }

    /// The code of type arguments that a method does not have, or that cannot be found out.
    private func typeArgumentMismatch(_ group: MethodGroup, _ arguments: [BoundArgument]) -> String? {
        if !group.typeArguments.isEmpty {
            let counts = Set(group.candidates.map(\.typeParameterCount))
            if counts == [0] { return "CS0308" }
            return counts.contains(group.typeArguments.count) ? nil : "CS0305"
        }
        let fitting = group.candidates.filter { $0.parameters.count == arguments.count && !$0.isExtension }
        guard !fitting.isEmpty, fitting.allSatisfy({ $0.typeParameterCount > 0 }) else { return nil }
        return fitting.contains { infersTypes(of: $0, arguments) } ? nil : "CS0411"
    }

    private func infersTypes(of member: NetMember, _ arguments: [BoundArgument]) -> Bool {
        var inference = TypeInference(first: member.ownerArguments.count, count: member.typeParameterCount, binder: self)
        for (argument, parameter) in zip(arguments, member.parameters) { inference.add(argument.value, to: parameter.type) }
        return inference.solve() != nil
    }
}
