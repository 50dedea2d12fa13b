/// The reference of the types and members that expressions can use, as Markdown pages.
///
/// It is made of the type library itself, so it says what is there: `Docs/Expressions` holds its pages, and a test
/// compares them.
public struct TypeReference {
    /// One page.
    public struct Page: Sendable, Hashable {
        /// The file's name, `System.String.md`.
        public var name: String
        /// The Markdown text.
        public var text: String
    }

    let library: TypeLibrary
    let allowedMembers: [String: [String]]

    /// Makes the reference of a library.
    ///
    /// - Parameter allowedMembers: the names of the members that .NET has of every type that API Management allows, by the
    ///   type's full name with the number of its type parameters (``System.Tuple`2``); overloads count once, constructors
    ///   are `(Constructor)`, indexers `Item`.
    public init(library: TypeLibrary = .standard, allowedMembers: [String: [String]] = [:]) {
        (self.library, self.allowedMembers) = (library, allowedMembers)
    }

    /// The index, and one page for each type that has members, in the order of their names.
    public var pages: [Page] {
        let types = library.allTypes.sorted { Self.title(of: $0) < Self.title(of: $1) }
        return [index(of: types), extensionsPage, allowedTypesPage] + types.filter { !Self.members(of: $0).isEmpty }.map { page(of: $0) }
    }

    // MARK: The index

    private func index(of types: [NetType]) -> Page {
        var lines = [
            "# Types that expressions can use", "",
            "Made from the type library. Where a type is not allowed by API Management, using it is a warning, and an error under `strictTypes`.",
            "",
            "API Management's own [extension methods](Extensions.md) stand on a page of their own, and another says "
                + "[how many members of each allowed type are here](AllowedTypes.md).",
            "", "| type | kind | members | allowed |", "|---|---|---|---|",
        ]
        for type in types {
            let count = Self.members(of: type).count, title = Self.title(of: type)
            let name = count == 0 ? Self.code(title) : "[\(Self.code(title))](\(Self.fileName(of: type)))"
            lines.append("| \(name) | \(Self.kind(of: type)) | \(count) | \(library.allows(type) ? "yes" : "no") |")
        }
        return Page(name: "README.md", text: lines.joined(separator: "\n") + "\n")
    }

    /// API Management's extension methods.
    private var extensionsPage: Page {
        var lines = ["# Extension methods of API Management", "", "| member | what it does |", "|---|---|"]
        let members = library.extensionMembers.sorted { ($0.name, $0.signature) < ($1.name, $1.signature) }
        lines += members.map { "| \(Self.code(signature(of: $0, in: .object))) | \($0.summary) |" }
        return Page(name: "Extensions.md", text: lines.joined(separator: "\n") + "\n")
    }

    // MARK: A type

    private func page(of type: NetType) -> Page {
        var lines = ["# \(Self.title(of: type))", "", "\(Self.kind(of: type).capitalizedFirst)."]
        if !library.allows(type) {
            lines.append("API Management does not allow it: using it is a warning, and an error under `strictTypes`.")
        }
        lines += ["", "| member | what it does |", "|---|---|"]
        for member in Self.members(of: type) {
            let note = member.isAllowed ? "" : " Not allowed by API Management."
            lines.append("| \(Self.code(signature(of: member, in: type))) | \(member.summary)\(note) |")
        }
        return Page(name: Self.fileName(of: type), text: lines.joined(separator: "\n") + "\n")
    }

    static func members(of type: NetType) -> [NetMember] {
        let table = type.members
        let methods = table.methods.values.flatMap { $0 }, properties = Array(table.properties.values)
        return (table.constructors + table.indexers + properties + methods + table.conversions)
            .sorted { ($0.name, $0.signature) < ($1.name, $1.signature) }
    }

    private func signature(of member: NetMember, in type: NetType) -> String {
        let names = Self.typeParameters(count: type.arity + member.typeParameterCount)
        let text = { (symbol: TypeSymbol) in symbol.substituting(names).description }
        let parameters = member.parameters.map { parameter in
            let prefix = parameter.isParams ? "params " : parameter.reference == .out ? "out " : parameter.reference == .ref ? "ref " : ""
            return prefix + text(parameter.type) + " " + parameter.name + (parameter.defaultValue == nil ? "" : " = …")
        }.joined(separator: ", ")
        let own =
            member.typeParameterCount == 0
            ? "" : "<" + names.suffix(member.typeParameterCount).map(\.description).joined(separator: ", ") + ">"
        let modifier = member.isStatic && member.kind != .constructor ? "static " : ""
        switch member.kind {
        case .constructor: return "new \(Self.title(of: type))(\(parameters))"
        case .method: return "\(modifier)\(text(member.result)) \(member.name)\(own)(\(member.isExtension ? "this " : "")\(parameters))"
        case .indexer: return "\(text(member.result)) this[\(parameters)]"
        case .property, .constant: return "\(modifier)\(text(member.result)) \(member.name)"
        case .implicitConversion: return "implicit \(text(member.result))(\(parameters))"
        case .explicitConversion: return "explicit \(text(member.result))(\(parameters))"
        }
    }

    // MARK: Names

    /// Type parameters by number, as types that print as `T0`, `T1`.
    private static func typeParameters(count: Int) -> [TypeSymbol] { (0..<count).map { .typeParameter($0) } }

    static func title(of type: NetType) -> String {
        type.fullName + (type.arity == 0 ? "" : "<" + (0..<type.arity).map { "T\($0)" }.joined(separator: ", ") + ">")
    }

    static func fileName(of type: NetType) -> String { type.fullName + (type.arity == 0 ? "" : "-\(type.arity)") + ".md" }

    private static func kind(of type: NetType) -> String {
        switch type.kind {
        case .class: "class"
        case .staticClass: "static class"
        case .structure: "structure"
        case .interface: "interface"
        case .enumeration: "enumeration"
        case .delegate: "delegate"
        }
    }

    /// As code in a table, where a bar would end the cell.
    static func code(_ text: String) -> String {
        "`" + text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + "`"
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
