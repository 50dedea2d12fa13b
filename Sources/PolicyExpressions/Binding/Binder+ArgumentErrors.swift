/// What is wrong with the names and the type arguments of a call that no overload takes.
extension Binder {
    /// The code of a named argument that no overload has a parameter for, or that comes in a wrong place.
    func nameMismatch(_ group: MethodGroup, _ arguments: [BoundArgument]) -> String? {
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
    func typeArgumentMismatch(_ group: MethodGroup, _ arguments: [BoundArgument]) -> String? {
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
