import PolicyDiagnostics

/// Makes JSON of an XML body.
///
/// `direct` is what Newtonsoft's XmlNodeConverter makes: attributes and declarations are members with `@`, a text beside
/// them is `#text`, names keep their prefixes. For `javascript-friendly`, whose rules are not published, marks and
/// prefixes are left out, and so are declarations; where a member and an attribute then share a name, both are there.
struct JSONFromXML {
    let isDirect: Bool
    /// Whether every element below the root becomes an array, not only those that are repeated.
    let makesArrays: Bool

    /// The whole document: an object with the root as its member.
    func document(_ root: ContentElement) -> JSON {
        .object([JSON.Member(name(root.name), value(of: root))])
    }

    private func name(_ name: ContentElement.Name) -> String { isDirect ? name.qualified : name.local }

    private func value(of element: ContentElement) -> JSON {
        let attributes = members(ofAttributesOf: element)
        let text = element.text
        if attributes.isEmpty, element.elements.isEmpty { return JSON(text) }
        var members = attributes
        if let text { members.append(JSON.Member(isDirect ? "#text" : "text", .string(text))) }
        return .object(members + children(of: element))
    }

    private func members(ofAttributesOf element: ContentElement) -> [JSON.Member] {
        let attributes = element.attributes.map { attribute in
            JSON.Member((isDirect ? "@" : "") + name(attribute.name), .string(attribute.value))
        }
        guard isDirect else { return attributes }
        let declarations = element.declarations.map { declaration in
            JSON.Member(declaration.prefix.isEmpty ? "@xmlns" : "@xmlns:" + declaration.prefix, .string(declaration.uri))
        }
        return declarations + attributes
    }

    /// Elements of one name are one member, at the place of the first.
    private func children(of element: ContentElement) -> [JSON.Member] {
        var groups: [(name: String, values: [JSON])] = []
        var places: [String: Int] = [:]
        for child in element.elements {
            let name = name(child.name)
            let place = places[name] ?? groups.count
            if place == groups.count { groups.append((name, [])) }
            places[name] = place
            groups[place].values.append(value(of: child))
        }
        return groups.map { group in
            JSON.Member(group.name, group.values.count == 1 && !makesArrays ? group.values[0] : .array(group.values))
        }
    }
}
