// How many of the members of each allowed type are here.
extension TypeReference {
    /// One allowed type, with what .NET has and what is here.
    private struct Coverage {
        let name: String
        let type: NetType?
        let members: [String]
        let missing: [String]
    }

    var allowedTypesPage: Page {
        let coverage = allowedMembers.keys.sorted().map(coverage)
        let present = coverage.reduce(0) { $0 + $1.members.count - $1.missing.count }
        let all = coverage.reduce(0) { $0 + $1.members.count }
        var lines = [
            "# Members of the allowed types", "",
            "Of every type that API Management allows: how many members .NET has, and how many of them expressions can use here. A member",
            "counts once, however many overloads it has; operators are not counted. Where API Management allows a type in part, only what",
            "it allows counts.", "", "In sum \(present) of \(all) members of \(coverage.count) types are here.",
            "", "| type | here | of | missing |", "|---|---|---|---|",
        ]
        lines += coverage.map { type in
            let title = type.type.map { "[\(Self.code(Self.title(of: $0)))](\(Self.fileName(of: $0)))" } ?? Self.code(type.name)
            let missing = type.missing.map(Self.code).joined(separator: ", ")
            return "| \(title) | \(type.members.count - type.missing.count) | \(type.members.count) | \(missing) |"
        }
        return Page(name: "AllowedTypes.md", text: lines.joined(separator: "\n") + "\n")
    }

    private func coverage(of name: String) -> Coverage {
        let parts = name.split(separator: "`"), members = allowedMembers[name] ?? []
        let type = library.type(fullName: String(parts[0]), arity: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        let here = type.map(names) ?? []
        return Coverage(name: name, type: type, members: members, missing: members.filter { !here.contains($0) })
    }

    /// The names of a type's members, of what it inherits and of what it implements.
    private func names(of type: NetType) -> Set<String> {
        let inherited = type.memberOwners.compactMap(\.definition).flatMap { Self.members(of: $0).filter { $0.kind != .constructor } }
        return Set((Self.members(of: type) + inherited + Self.members(of: .object)).map(Self.nameInDotNet))
    }

    private static func nameInDotNet(_ member: NetMember) -> String {
        switch member.kind {
        case .constructor: "(Constructor)"
        case .indexer: "Item"
        default: member.name
        }
    }
}
