import PolicyDiagnostics

extension LocatedJSON {
    /// Reads a file: YAML by its name, otherwise JSON.
    static func read(_ source: SourceText) throws(Diagnostic) -> LocatedJSON {
        let isYAML = source.name.hasSuffix(".yaml") || source.name.hasSuffix(".yml")
        return isYAML ? try YAMLReader.read(source) : try JSONReader.read(source)
    }

    /// The members of an object; none of anything else.
    var members: [Member] { if case .object(let members) = kind { members } else { [] } }

    /// The elements of an array; none of anything else.
    var elements: [LocatedJSON] { if case .array(let elements) = kind { elements } else { [] } }

    /// The member of an object, `null` or not.
    func member(_ name: String) -> Member? { members.last { $0.name == name } }

    /// The object with the members of another laid over its own; a `combine` for a name says how two values become one.
    func overlaid(by other: LocatedJSON, _ combine: [String: (LocatedJSON, LocatedJSON) -> LocatedJSON] = [:]) -> LocatedJSON {
        guard case .object(var members) = kind, case .object(let added) = other.kind else { return other }
        for var member in added {
            guard let index = members.firstIndex(where: { $0.name == member.name }) else {
                members.append(member)
                continue
            }
            if let combine = combine[member.name] { member.value = combine(members[index].value, member.value) }
            members[index] = member
        }
        return LocatedJSON(kind: .object(members), span: other.span)
    }

    /// The object with another merged into it at every depth (RFC 7396): `null` takes a member away.
    func patched(by other: LocatedJSON) -> LocatedJSON {
        guard case .object(let added) = other.kind else { return other }
        var members = self.members
        for var member in added {
            let index = members.firstIndex { $0.name == member.name }
            if let index { member.value = members[index].value.patched(by: member.value) }
            if let index { members.remove(at: index) }
            if !member.value.isNull { members.insert(member, at: index ?? members.count) }
        }
        return LocatedJSON(kind: .object(members), span: other.span)
    }

    /// The object without some members.
    func without(_ names: Set<String>) -> LocatedJSON {
        guard case .object(let members) = kind else { return self }
        return LocatedJSON(kind: .object(members.filter { !names.contains($0.name) }), span: span)
    }

    /// The text that a scalar says: a text itself, a number as it is written, `true`, `false`; nil for anything else.
    var scalarText: String? {
        switch kind {
        case .string(let text), .number(let text): text
        case .boolean(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
