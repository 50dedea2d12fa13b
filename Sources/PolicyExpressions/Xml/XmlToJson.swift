/// Newtonsoft.Json's way from XML to JSON: attributes as `@name`, text as `#text`, elements of one name as an array.
///
/// Comments have no place in a tree of tokens and are left out; Newtonsoft writes them as comments.
struct XmlToJson {
    private static let jsonNamespace: NetString = "http://james.newtonking.com/projects/json"

    /// The object that a node becomes: one property for the node, or the properties of a document's nodes.
    static func object(of node: XNode, omitsRoot: Bool = false, _ frame: inout Frame) throws(EvaluationError) -> JToken {
        let conversion = XmlToJson()
        let object = JObject()
        if let document = node as? XDocument {
            if let declaration = document.declaration { try object.setValue(conversion.object(of: declaration), forKey: "?xml") }
            try conversion.add(document.nodes, of: document, to: object, depth: 0, &frame)
        } else if let token = try conversion.token(of: node, depth: 0, &frame) {
            if omitsRoot { return token }
            try object.setValue(token, forKey: conversion.propertyName(of: node))
        }
        return omitsRoot ? object.properties.first?.value ?? object : object
    }

    // MARK: Nodes

    /// What a node becomes; nil for a comment.
    private func token(of node: XNode, depth: Int, _ frame: inout Frame) throws(EvaluationError) -> JToken? {
        try frame.step()
        try frame.allocate(JToken.approximateSize)
        switch node {
        case let element as XElement: return try elementToken(element, depth: depth, &frame)
        case let text as XText: return JValue(text.value)
        case let instruction as XProcessingInstruction: return JValue(instruction.data)
        case let type as XDocumentType: return try object(of: type)
        default: return nil
        }
    }

    private func elementToken(_ element: XElement, depth: Int, _ frame: inout Frame) throws(EvaluationError) -> JToken {
        try JToken.checkHeight(2 * depth)
        let attributes = element.attributes.filter { !isForJson($0) }
        let nodes = element.nodes
        if attributes.isEmpty {
            if nodes.count == 1, let text = nodes[0] as? XText, !(text is XCData) { return JValue(text.value) }
            if nodes.isEmpty, element.attributes.isEmpty { return element.isEmpty ? JValue(.null) : JValue("") }
        }
        let object = JObject()
        for attribute in attributes { try object.setValue(JValue(attribute.value), forKey: propertyName(of: attribute)) }
        try add(nodes, of: element, to: object, depth: depth + 1, &frame)
        return object
    }

    /// Adds nodes by their names; those that share one become an array.
    private func add(
        _ nodes: [XNode], of container: XContainer, to object: JObject, depth: Int, _ frame: inout Frame
    ) throws(EvaluationError) {
        var groups: [(name: NetString, nodes: [XNode])] = []
        var places: [NetString: Int] = [:]
        for node in nodes {
            let name = propertyName(of: node)
            if let place = places[name] {
                groups[place].nodes.append(node)
            } else {
                places[name] = groups.count
                groups.append((name, [node]))
            }
        }
        for group in groups {
            if group.nodes.count == 1, !isArray(group.nodes[0]) {
                if let token = try token(of: group.nodes[0], depth: depth, &frame) { try object.setValue(token, forKey: group.name) }
                continue
            }
            let array = JArray()
            for node in group.nodes { if let token = try token(of: node, depth: depth + 1, &frame) { try array.add(token) } }
            try object.setValue(array, forKey: group.name)
        }
    }

    private func object(of declaration: XDeclaration) throws(EvaluationError) -> JObject {
        try object([("@version", declaration.version), ("@encoding", declaration.encoding), ("@standalone", declaration.standalone)])
    }

    private func object(of type: XDocumentType) throws(EvaluationError) -> JObject {
        try object([
            ("@name", type.name), ("@public", type.publicID), ("@system", type.systemID), ("@internalSubset", type.internalSubset),
        ])
    }

    private func object(_ members: [(name: NetString, text: NetString?)]) throws(EvaluationError) -> JObject {
        let object = JObject()
        for (name, text) in members { if let text, !text.isEmpty { try object.setValue(JValue(text), forKey: name) } }
        return object
    }

    // MARK: Attributes for JSON

    /// Whether an attribute only says how JSON is to be made.
    private func isForJson(_ attribute: XAttribute) -> Bool {
        attribute.name.namespaceName == Self.jsonNamespace
            || attribute.name.declaresNamespace && attribute.value == Self.jsonNamespace
    }

    /// `json:Array='true'`.
    private func isArray(_ node: XNode) -> Bool {
        guard let element = node as? XElement else { return false }
        return element.attribute(ExpandedName("Array", in: Self.jsonNamespace))?.value == "true"
    }

    // MARK: Names

    private func propertyName(of attribute: XAttribute) -> NetString {
        let name = attribute.name
        if name.declaresNamespace {
            return name.declaredPrefix.isEmpty ? "@xmlns" : NetString.concatenate(["@xmlns:", name.declaredPrefix])
        }
        return NetString.concatenate(["@", fullName(name, in: attribute.parent)])
    }

    private func propertyName(of node: XNode) -> NetString {
        switch node {
        case let element as XElement: fullName(element.name, in: element)
        case is XCData: "#cdata-section"
        case is XText: "#text"
        case let instruction as XProcessingInstruction: NetString.concatenate(["?", instruction.target])
        case is XDocumentType: "!DOCTYPE"
        default: "#comment"
        }
    }

    private func fullName(_ name: ExpandedName, in element: XElement?) -> NetString {
        let localName = XmlEncodedName.decoded(name.localName)
        guard !name.namespaceName.isEmpty,
            let prefix = element.map({ XmlDeclaredNamespaces(including: $0) })?
                .prefix(of: name.namespaceName, allowsDefault: true), !prefix.isEmpty
        else { return localName }
        return NetString.concatenate([prefix, ":", localName])
    }
}
