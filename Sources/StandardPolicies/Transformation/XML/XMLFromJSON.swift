import PolicyExpressions

/// Makes XML of a JSON body, much as Newtonsoft's `DeserializeXNode` does. The JSON reader bounds how deep bodies are nested.
struct XMLFromJSON {
    /// What stands between the prefix and the rest of a name.
    let separator: String
    /// What members begin with that declare namespaces.
    let namespacePrefix: String?
    /// The member whose own members become attributes.
    let attributeBlock: String?

    private var output = ""
    /// The prefixes that are declared where the writer stands.
    private var prefixes: [String] = []

    init(separator: String, namespacePrefix: String?, attributeBlock: String?) {
        (self.separator, self.namespacePrefix, self.attributeBlock) = (separator, namespacePrefix, attributeBlock)
    }

    /// The text of a document.
    ///
    /// - Throws: System.ArgumentException for a character that XML does not have.
    mutating func document(_ token: JToken) throws(EvaluationError) -> String {
        if let object = token as? JObject, object.count == 1, !(object.memberValue(at: 0) is JArray) {
            try write(object.memberValue(at: 0), named: object.name(at: 0).string)
        } else if let array = token as? JArray {
            output += "<Document>"
            for item in array.children { try write(item, named: "Item") }
            output += "</Document>"
        } else {
            try writeElement(token, named: "Document")
        }
        return output
    }

    /// A list repeats its name, and so does a list in it.
    private mutating func write(_ token: JToken, named name: String) throws(EvaluationError) {
        guard let array = token as? JArray else { return try writeElement(token, named: name) }
        for item in array.children { try write(item, named: name) }
    }

    private mutating func writeElement(_ token: JToken, named name: String) throws(EvaluationError) {
        let depth = prefixes.count
        defer { prefixes.removeLast(prefixes.count - depth) }
        let members = Members(of: token, in: self)
        prefixes += members.declarations.map(\.prefix)
        let tag = qualified(name)
        output += "<" + tag
        for declaration in members.declarations {
            try writeAttribute(declaration.prefix.isEmpty ? "xmlns" : "xmlns:" + declaration.prefix, declaration.uri)
        }
        for attribute in members.attributes { try writeAttribute(qualified(attribute.name), attribute.value) }
        guard !members.isEmpty else { return output += " />" }
        output += ">"
        if let text = members.text { output += try XMLCharacters.escaped(text, inAttribute: false) }
        for child in members.children { try write(child.value, named: child.name) }
        output += "</" + tag + ">"
    }

    private mutating func writeAttribute(_ name: String, _ value: String) throws(EvaluationError) {
        output += " " + name + "=\"" + (try XMLCharacters.escaped(value, inAttribute: true)) + "\""
    }

    /// The name as XML writes it: with a colon behind a declared prefix, other characters encoded.
    private func qualified(_ name: String) -> String {
        if let place = name.firstRange(of: separator) {
            let (prefix, local) = (String(name[..<place.lowerBound]), String(name[place.upperBound...]))
            if prefixes.contains(prefix), !prefix.isEmpty, !local.isEmpty { return prefix + ":" + XMLCharacters.encodedName(local) }
        }
        return XMLCharacters.encodedName(name)
    }
}

extension XMLFromJSON {
    /// The members of an object, or the text of a value, by what becomes of them.
    private struct Members {
        var declarations: [(prefix: String, uri: String)] = []
        var attributes: [(name: String, value: String)] = []
        var children: [(name: String, value: JToken)] = []
        var text: String?
        /// Whether nothing stands in the element: an empty text is something.
        var isEmpty: Bool { children.isEmpty && text == nil }

        init(of token: JToken, in converter: XMLFromJSON) {
            guard let object = token as? JObject else {
                text = XMLFromJSON.text(of: token)
                return
            }
            for index in 0..<object.count { add(object.name(at: index).string, object.memberValue(at: index), converter) }
        }

        private mutating func add(_ name: String, _ value: JToken, _ converter: XMLFromJSON) {
            if let prefix = converter.declaredPrefix(in: name) {
                declarations.append((prefix, XMLFromJSON.text(of: value) ?? ""))
            } else if name == converter.attributeBlock, let block = value as? JObject {
                attributes += (0..<block.count).map { (block.name(at: $0).string, XMLFromJSON.text(of: block.memberValue(at: $0)) ?? "") }
            } else if name.hasPrefix("@"), name.count > 1, !(value is JContainer) {
                attributes.append((String(name.dropFirst()), XMLFromJSON.text(of: value) ?? ""))
            } else if name == "#text", !(value is JContainer) {
                text = XMLFromJSON.text(of: value)
            } else {
                children.append((name, value))
            }
        }
    }

    /// The prefix that a member declares: the empty one for the default namespace. Nil for every other member.
    private func declaredPrefix(in name: String) -> String? {
        guard let namespacePrefix, !namespacePrefix.isEmpty else { return nil }
        if name == namespacePrefix { return "" }
        guard name.hasPrefix(namespacePrefix + separator) else { return nil }
        let prefix = String(name.dropFirst(namespacePrefix.count + separator.count))
        return prefix.isEmpty ? nil : XMLCharacters.encodedName(prefix)
    }

    /// The text of a value: as XML Schema writes Booleans, numbers and dates. Nil for null and for what is no value.
    fileprivate static func text(of token: JToken) -> String? {
        guard let value = token as? JValue else { return nil }
        switch value.scalar {
        case .null, .undefined, .typedNull, .comment: return nil
        case .boolean(let flag): return flag ? "true" : "false"
        case .date, .dateOffset:
            guard let json = try? value.compactText().string else { return nil }
            return json.hasPrefix("\"") ? String(json.dropFirst().dropLast()) : json
        default: return try? value.text().string
        }
    }
}
