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

// The text of a match, or of a group in it, without the objects on the way there.
extension NodeBuilder {
    /// `Regex.Match(text, "constant").Groups["name"].Value`, and the same without a group.
    func matchedText(_ member: NetMember, of receiver: BoundExpression, _ range: SourceRange) -> EvaluationNode? {
        guard coverage == nil, member === NetType.regexCapture.members.properties["Value"], let found = matchedGroup(receiver) else {
            return nil
        }
        return MatchedText(found.regex, found.place, string(found.text), calledAt: found.range, range)
    }

    /// The same behind `?.`: a match or a group is never null.
    func matchedText(_ receiver: BoundExpression, _ kept: LocalSymbol, _ access: BoundExpression) -> EvaluationNode? {
        guard case .call(let member, let arguments, _) = access.kind, arguments.count == 1,
            case .local(let local) = arguments[0].withoutUpcast.kind, local === kept
        else { return nil }
        return matchedText(member, of: receiver, access.range)
    }

    private typealias MatchedGroup = (regex: NetRegex, place: Int, text: BoundExpression, range: SourceRange)

    private func matchedGroup(_ bound: BoundExpression) -> MatchedGroup? {
        let bound = bound.withoutUpcast
        guard case .call(let member, let arguments, _) = bound.kind else { return nil }
        if let match = match(member, arguments) { return (match.regex, 0, match.text, bound.range) }
        guard NetType.regexGroupCollection.members.indexers.contains(where: { $0 === member }), arguments.count == 2,
            case .call(let groups, let receivers, _) = arguments[0].kind, groups === NetType.regexMatch.members.properties["Groups"],
            var found = matchedGroup(receivers[0]), found.place == 0, let place = found.regex.place(ofGroup: arguments[1].constant)
        else { return nil }
        found.place = place
        return found
    }

    /// A call of `Match` of which all but the text is constant.
    private func match(_ member: NetMember, _ arguments: [BoundExpression]) -> (regex: NetRegex, text: BoundExpression)? {
        guard member.name == "Match" else { return nil }
        if NetType.regex.declares(member) { return constantRegex(member, arguments).map { ($0, arguments[0]) } }
        guard arguments.count == 2, NetType.regex.instanceMethod("Match", taking: [.string]) === member,
            let regex = (node(arguments[0]) as? ReferenceConstant)?.object as? NetRegex
        else { return nil }
        return (regex, arguments[1])
    }
}

extension BoundExpression {
    /// The expression below a conversion to a base class.
    fileprivate var withoutUpcast: BoundExpression {
        if case .conversion(.upcast, let operand) = kind { operand.withoutUpcast } else { self }
    }
}

extension NetRegex {
    /// Where a group stands that is named by a constant.
    fileprivate func place(ofGroup group: Value?) -> Int? {
        switch group {
        case .string(let name)?: compiled.place(ofGroupNamed: name)
        case .int32(let number)?: compiled.groups.place(of: Int(number))
        default: nil
        }
    }
}

/// The text of a group, by its place, in the first match of a regular expression.
final class MatchedText: StringNode {
    private let regex: NetRegex, place: Int, text: StringNode
    private let call: SourceRange

    init(_ regex: NetRegex, _ place: Int, _ text: StringNode, calledAt call: SourceRange, _ range: SourceRange) {
        (self.regex, self.place, self.text, self.call) = (regex, place, text, call)
        super.init(range)
    }

    override func evaluate(_ frame: inout Frame) throws(EvaluationError) -> NetString? {
        let input = try text.evaluate(&frame)
        do throws(EvaluationError) {
            guard let input else { throw .argumentNull("input") }
            return try regex.text(ofGroupAt: place, in: input, &frame)
        } catch { throw error.located(at: call) }
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
