import PolicyDiagnostics

/// Compares a request or a response. Only what is named is compared; `null` means that there is no message.
enum MessageExpectation {
    static let members = ["statusCode", "statusReason", "method", "url", "headers", "body"]

    static func check(_ wanted: LocatedJSON, _ what: String) throws(Diagnostic) {
        guard !wanted.isNull else { return }
        try wanted.requireMembers(members, of: what)
        for member in wanted.members where ["statusReason", "url", "body"].contains(member.name) {
            try TextExpectation.check(member.value, "\(what)'s \(member.name)")
        }
        for field in wanted["headers"]?.members ?? [] { try TextExpectation.check(field.value, "the header \(field.name)") }
    }

    static func differences(_ wanted: LocatedJSON, _ had: JSON?, _ path: String) -> [ExpectationDifference] {
        let had = had == .null ? nil : had
        guard !wanted.isNull else {
            return had.map { [ExpectationDifference(path, expected: "none", actual: $0.compactText, at: wanted.span)] } ?? []
        }
        guard let had else { return [ExpectationDifference(path, expected: "a message", actual: "none", at: wanted.span)] }
        return wanted.members.flatMap { member -> [ExpectationDifference] in
            let place = "\(path).\(member.name)"
            switch member.name {
            case "headers": return headerDifferences(member.value, had["headers"], place)
            case "body", "url", "statusReason": return TextExpectation.differences(member.value, had[member.name]?.bodyText, place)
            default: return JSONSubset.differences(expected: member.value, actual: had[member.name] ?? .null, at: place)
            }
        }
    }

    private static func headerDifferences(_ wanted: LocatedJSON, _ had: JSON?, _ path: String) -> [ExpectationDifference] {
        wanted.members.flatMap { field -> [ExpectationDifference] in
            let value = had?.memberList.first { $0.name.lowercased() == field.name.lowercased() }?.value
            let place = "\(path).\(field.name)"
            guard case .array = field.value.kind else {
                return TextExpectation.differences(field.value, value?.joinedByCommas, place)
            }
            return JSONSubset.differences(expected: field.value, actual: value ?? .array([]), at: place)
        }
    }
}

extension JSON {
    /// The members of an object; none of anything else.
    var memberList: [Member] { if case .object(let members) = self { members } else { [] } }
    /// The elements of an array; none of anything else.
    var elementList: [JSON] { if case .array(let elements) = self { elements } else { [] } }
    /// The text of a text.
    var text: String? { if case .string(let text) = self { text } else { nil } }
    /// A body: a text, or base 64 where it is none.
    var bodyText: String? { text ?? self["base64"]?.text }
    /// The values of a header field.
    var joinedByCommas: String { text ?? elementList.compactMap(\.text).joined(separator: ",") }
    /// The value of a member.
    subscript(name: String) -> JSON? { memberList.last { $0.name == name }?.value }
}
