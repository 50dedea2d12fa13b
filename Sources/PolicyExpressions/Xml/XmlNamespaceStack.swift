/// The prefixes that are in use where .NET's XmlWriter stands, and the declarations that it adds of its own.
struct XmlNamespaceStack {
    private enum Kind {
        /// `xml` and `xmlns`.
        case special
        /// Declared further out.
        case implied
        /// Used, and declared at the end of the start tag unless an attribute does.
        case needed
        /// Declared by an attribute.
        case written
    }

    private struct Entry {
        let prefix: NetString
        let name: NetString
        var kind: Kind
    }

    private var entries = [
        Entry(prefix: "xmlns", name: ExpandedName.xmlnsNamespace, kind: .special),
        Entry(prefix: "xml", name: ExpandedName.xmlNamespace, kind: .special), Entry(prefix: "", name: "", kind: .implied),
    ]
    /// How many entries there were when each open element began.
    private var scopes: [Int] = []

    let omitsDuplicates: Bool

    init(omitsDuplicates: Bool = false) { self.omitsDuplicates = omitsDuplicates }

    mutating func pushScope() { scopes.append(entries.count) }

    mutating func popScope() {
        guard let start = scopes.popLast() else { return }
        entries.removeLast(entries.count - start)
    }

    private var scopeStart: Int { scopes.last ?? 0 }

    func name(of prefix: NetString) -> NetString? { entries.last { $0.prefix == prefix }?.name }

    /// The innermost prefix of a namespace, unless it means another one by now.
    func prefix(of name: NetString) -> NetString? {
        guard let index = entries.lastIndex(where: { $0.name == name }) else { return nil }
        let prefix = entries[index].prefix
        return entries[(index + 1)...].contains { $0.prefix == prefix } ? nil : prefix
    }

    /// The name of a prefix that the element at hand uses or declares.
    func localName(of prefix: NetString) -> NetString? { entries[scopeStart...].last { $0.prefix == prefix }?.name }

    /// A prefix of .NET's own making: `p` and a number.
    func generatedPrefix() -> NetString {
        let base = "p\(entries.count - 3)"
        guard name(of: NetString(base)) != nil else { return NetString(base) }
        var number = 0
        while name(of: NetString("\(base)\(number)")) != nil { number += 1 }
        return NetString("\(base)\(number)")
    }

    /// Uses a prefix for a namespace in the element at hand.
    mutating func use(_ prefix: NetString, for name: NetString) throws(EvaluationError) {
        guard let index = entries.lastIndex(where: { $0.prefix == prefix }) else {
            try check(prefix, name)
            return entries.append(Entry(prefix: prefix, name: name, kind: .needed))
        }
        let existing = entries[index]
        if index >= scopeStart {
            guard existing.name == name else { throw redefinition(prefix, existing.name, name) }
            return
        }
        if existing.kind == .special, existing.name != name { throw Self.reserved(prefix) }
        entries.append(Entry(prefix: prefix, name: name, kind: existing.name == name ? .implied : .needed))
    }

    /// Declares a namespace by an attribute of the element at hand; false when the attribute is left out.
    mutating func declare(_ prefix: NetString, _ name: NetString) throws(EvaluationError) -> Bool {
        guard let index = entries.lastIndex(where: { $0.prefix == prefix }) else {
            try check(prefix, name)
            entries.append(Entry(prefix: prefix, name: name, kind: .written))
            return true
        }
        let existing = entries[index]
        guard index >= scopeStart else {
            if existing.kind == .special, existing.name != name { throw Self.reserved(prefix) }
            entries.append(Entry(prefix: prefix, name: name, kind: .written))
            return !(omitsDuplicates && existing.name == name)
        }
        guard existing.name == name else { throw redefinition(prefix, existing.name, name) }
        if existing.kind == .written {
            throw .xml("'\(prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.string)")' is a duplicate attribute name.")
        }
        entries[index].kind = .written
        return !(omitsDuplicates && existing.kind != .needed)
    }

    /// The declarations that the element at hand still needs, in the order in which .NET writes them.
    var neededDeclarations: [(prefix: NetString, name: NetString)] {
        entries[scopeStart...].reversed().filter { $0.kind == .needed }.map { ($0.prefix, $0.name) }
    }

    // MARK: Errors

    private func check(_ prefix: NetString, _ name: NetString) throws(EvaluationError) {
        guard name == ExpandedName.xmlNamespace || name == ExpandedName.xmlnsNamespace else { return }
        throw .argument("Prefix '\(prefix.string)' cannot be mapped to namespace name reserved for \"xml\" or \"xmlns\".")
    }

    private static func reserved(_ prefix: NetString) -> EvaluationError {
        prefix == "xml"
            ? .argument(
                "Prefix \"xml\" is reserved for use by XML and can be mapped only to namespace name \"\(ExpandedName.xmlNamespace.string)\"."
            )
            : .argument("Prefix \"xmlns\" is reserved for use by XML.")
    }

    private func redefinition(_ prefix: NetString, _ old: NetString, _ new: NetString) -> EvaluationError {
        .xml("The prefix '\(prefix.string)' cannot be redefined from '\(old.string)' to '\(new.string)' within the same start element tag.")
    }
}

/// The namespaces that attributes of a tree declare, outermost first: how XLinq chooses the prefixes it writes.
struct XmlDeclaredNamespaces {
    private var declarations: [(prefix: NetString, name: NetString)] = []
    private var scopes: [Int] = []

    /// Begins with what the elements around an element declare.
    init(around element: XElement) {
        var outer: [(prefix: NetString, name: NetString)] = []
        var ancestor = element.parent
        while let current = ancestor {
            for attribute in current.attributes where attribute.name.declaresNamespace {
                outer.append((attribute.name.declaredPrefix, attribute.value))
            }
            ancestor = current.parent
        }
        declarations = outer.reversed()
    }

    mutating func pushScope(of element: XElement) {
        scopes.append(declarations.count)
        for attribute in element.attributes where attribute.name.declaresNamespace {
            declarations.append((attribute.name.declaredPrefix, attribute.value))
        }
    }

    mutating func popScope() {
        guard let start = scopes.popLast() else { return }
        declarations.removeLast(declarations.count - start)
    }

    /// The prefix that is written for a namespace; nil where nothing declares one.
    func prefix(of name: NetString, allowsDefault: Bool) -> NetString? {
        if name.isEmpty { return "" }
        for (index, declaration) in declarations.enumerated().reversed() where declaration.name == name {
            let isHidden = declarations[(index + 1)...].contains { $0.prefix == declaration.prefix }
            if !isHidden, allowsDefault || !declaration.prefix.isEmpty { return declaration.prefix }
        }
        if name == ExpandedName.xmlNamespace { return "xml" }
        return name == ExpandedName.xmlnsNamespace ? "xmlns" : nil
    }
}

extension XmlDeclaredNamespaces {
    /// What is declared within an element: by itself and around it.
    init(including element: XElement) {
        self.init(around: element)
        pushScope(of: element)
    }
}
