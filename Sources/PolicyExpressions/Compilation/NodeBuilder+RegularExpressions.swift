import PolicyDiagnostics

extension NodeBuilder {
    /// A use of a pattern that is constant, with the regular expression made when the policy is compiled: a constructor gives
    /// one object for every evaluation, and a static method becomes the instance method of that object.
    ///
    /// Nil for what is decided by a request, and for a pattern that is none: it throws where it is reached, as in .NET.
    func regularExpression(
        _ member: NetMember, _ arguments: [BoundExpression], _ range: SourceRange
    ) -> EvaluationNode? {
        guard NetType.regex.declares(member), let regex = constantRegex(member, arguments) else { return nil }
        let object = ReferenceConstant(regex, range)
        if member.kind == .constructor { return object }
        let kept = member.parameters.indices.filter { !Self.describingParameters.contains(member.parameters[$0].name) }
        guard let method = NetType.regex.instanceMethod(member.name, taking: kept.map { member.parameters[$0].type }) else { return nil }
        let nodes = self.arguments(arguments, of: member)
        return method.make([object] + kept.map { nodes[$0] }, [], range)
    }

    /// The parameters that say which regular expression is meant.
    private static let describingParameters: Set = ["pattern", "options", "matchTimeout"]

    private func constantRegex(_ member: NetMember, _ arguments: [BoundExpression]) -> NetRegex? {
        var pattern: NetString?, options = RegexOptions()
        for (parameter, argument) in zip(member.parameters, arguments) where Self.describingParameters.contains(parameter.name) {
            switch (parameter.name, argument.constant) {
            case ("pattern", .string(let text)): pattern = text
            case ("options", .enumeration(let value)): options = RegexOptions(rawValue: value.rawValue)
            default: return nil
            }
        }
        return try? pattern.map { text throws(EvaluationError) in try NetRegex(text, options) }
    }
}

extension NetType {
    fileprivate func declares(_ member: NetMember) -> Bool {
        guard member.isStatic || member.kind == .constructor else { return false }
        let candidates = member.kind == .constructor ? members.constructors : members.methods[member.name] ?? []
        return candidates.contains { $0 === member }
    }

    fileprivate func instanceMethod(_ name: String, taking types: [TypeSymbol]) -> NetMember? {
        members.methods[name]?.first { !$0.isStatic && $0.parameters.map(\.type) == types }
    }
}
