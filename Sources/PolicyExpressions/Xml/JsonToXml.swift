/// Newtonsoft.Json's way from JSON to XML, the reverse of `XmlToJson`.
struct JsonToXml {
    private let document = XDocument()

    /// `DeserializeXNode`: the document that an object stands for, in an element of the root's name if there is one.
    static func document(_ token: JToken, rootName: NetString?, _ frame: inout Frame) throws(EvaluationError) -> XDocument? {
        if token.tokenType == .null { return nil }
        guard let object = token as? JObject else {
            throw .jsonSerialization("XmlNodeConverter can only convert JSON that begins with an object.")
        }
        let conversion = JsonToXml()
        if let rootName, !rootName.isEmpty {
            try conversion.addElement(rootName, object, to: conversion.document, depth: 0, &frame)
        } else {
            try conversion.addProperties(of: object, to: conversion.document, depth: 0, &frame)
        }
        return conversion.document
    }

    // MARK: Properties

    private func addProperties(
        of object: JObject, to container: XContainer, depth: Int, _ frame: inout Frame
    ) throws(EvaluationError) {
        for property in object.properties {
            if container === document, document.root != nil { throw multipleRoots }
            let values = (property.value as? JArray)?.items ?? [property.value]
            for value in values { try add(property.name, value, to: container, depth: depth, &frame) }
        }
    }

    private var multipleRoots: EvaluationError {
        .jsonSerialization(
            "JSON root object has multiple properties. The root object must have a single property in order to create a valid XML document. "
                + "Consider specifying a DeserializeRootElementName.")
    }

    private func add(
        _ name: NetString, _ value: JToken, to container: XContainer, depth: Int, _ frame: inout Frame
    ) throws(EvaluationError) {
        try frame.step()
        switch name {
        case "#text", "#whitespace", "#significant-whitespace": try container.add(text: try text(of: value) ?? "", &frame)
        case "#cdata-section": try put(XCData(try text(of: value) ?? ""), in: container, &frame)
        case "?xml": document.declaration = try declaration(value)
        case "!DOCTYPE": try put(try documentType(value), in: container, &frame)
        default:
            if name.string.hasPrefix("?") {
                let target = NetString(String(name.string.dropFirst()))
                try put(try XProcessingInstruction(checking: target, data: try text(of: value) ?? ""), in: container, &frame)
            } else {
                try addElement(name, value, to: container, depth: depth, &frame)
            }
        }
    }

    private func put(_ node: XNode, in container: XContainer, _ frame: inout Frame) throws(EvaluationError) {
        try container.validate(node, after: nil, atEnd: true)
        try container.insert(node, at: container.nodes.count, &frame)
    }

    private func declaration(_ value: JToken) throws(EvaluationError) -> XDeclaration {
        XDeclaration(try member("@version", of: value), try member("@encoding", of: value), try member("@standalone", of: value))
    }

    private func documentType(_ value: JToken) throws(EvaluationError) -> XDocumentType {
        XDocumentType(
            try member("@name", of: value) ?? "", publicID: try member("@public", of: value), systemID: try member("@system", of: value),
            internalSubset: try member("@internalSubset", of: value))
    }

    private func member(_ name: NetString, of value: JToken) throws(EvaluationError) -> NetString? {
        guard let object = value as? JObject, let member = try object.value(forKey: name) else { return nil }
        return try text(of: member)
    }

    // MARK: Elements

    private func addElement(
        _ name: NetString, _ value: JToken, to container: XContainer, depth: Int, _ frame: inout Frame
    ) throws(EvaluationError) {
        if name.isEmpty {
            throw .jsonSerialization("XmlNodeConverter cannot convert JSON with an empty property name to XML.")
        }
        try JToken.checkHeight(2 * depth)
        if name.string.hasPrefix("@"), let element = container as? XElement {
            return try addAttribute(NetString(String(name.string.dropFirst())), try text(of: value) ?? "", to: element, &frame)
        }
        let object = value as? JObject
        let element = try element(name, object, in: container)
        try put(element, in: container, &frame)
        if let array = value as? JArray {
            for item in array.items { try add(name, item, to: element, depth: depth + 1, &frame) }
        } else if let object {
            try addProperties(of: object, to: element, depth: depth + 1, &frame)
        } else if let text = try text(of: value) {
            try element.add(text: text, &frame)
        }
    }

    /// An element whose prefix means what it or an element around it declares.
    private func element(_ name: NetString, _ object: JObject?, in container: XContainer) throws(EvaluationError) -> XElement {
        let (prefix, localName) = Self.split(name)
        let declaration: NetString = prefix.isEmpty ? "@xmlns" : NetString.concatenate(["@xmlns:", prefix])
        let declared = try object.flatMap { (object) throws(EvaluationError) in try member(declaration, of: object) }
        let namespace = declared ?? (container as? XElement)?.namespace(ofPrefix: prefix) ?? ""
        return XElement(try ExpandedName(checking: XmlEncodedName.encoded(localName), in: namespace))
    }

    private func addAttribute(
        _ name: NetString, _ value: NetString, to element: XElement, _ frame: inout Frame
    ) throws(EvaluationError) {
        let (prefix, localName) = Self.split(name)
        let namespace = prefix == "xmlns" ? ExpandedName.xmlnsNamespace : prefix.isEmpty ? "" : element.namespace(ofPrefix: prefix) ?? ""
        let expanded = try ExpandedName(checking: XmlEncodedName.encoded(localName), in: namespace)
        try element.setAttributeValue(expanded, .string(value), &frame)
    }

    private static func split(_ name: NetString) -> (prefix: NetString, localName: NetString) {
        let parts = name.string.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return ("", name) }
        return (NetString(String(parts[0])), NetString(String(parts[1])))
    }

    // MARK: Values

    /// The text of a simple value; nil for null.
    private func text(of token: JToken) throws(EvaluationError) -> NetString? {
        guard let value = token as? JValue else {
            throw .jsonSerialization(
                "Cannot get an XML string value from token type '\(token.tokenType == .array ? "StartArray" : "StartObject")'.")
        }
        let content = Value(value.scalar)
        return content.isNull ? nil : try XmlText.text(of: content)
    }
}
