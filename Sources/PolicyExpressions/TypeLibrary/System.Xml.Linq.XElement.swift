extension NetType {
    /// `System.Xml.Linq.XElement`.
    static let xElement: NetType = NetType(linqToXml, "XElement", base: .xContainer) {
        elementConstructors + elementFacts + elementAttributes + elementSequences + elementChanges + elementReading + elementStreams
            + elementNamespaces
            + NetMember.xmlConversions(XElement.self, "element", "The element's text") { (element, frame) throws(EvaluationError) in
                try element.value(&frame)
            }
    }

    private static var elementConstructors: [NetMember] {
        [
            .constructor(
                "An element with nothing in it.", ["name"],
                NetBody(framed: { (frame: inout Frame, name: Instance<XName>) throws(EvaluationError) -> Instance<XElement> in
                    try frame.element(name.object.name, .null)
                })),
            .constructor(
                "A copy of an element.", ["other"],
                NetBody(framed: { (frame: inout Frame, other: Instance<XElement>) throws(EvaluationError) -> Instance<XElement> in
                    Instance(try Instance<XElement>.cast(try other.object.deepCopy(&frame)))
                })),
            .constructor(
                "An element with content: a value, a node, an attribute or a list of them.", ["name", "content"],
                NetBody(framed: {
                    (frame: inout Frame, name: Instance<XName>, content: Value) throws(EvaluationError) -> Instance<XElement> in
                    try frame.element(name.object.name, content)
                })),
            .constructor(
                "An element with content: values, nodes, attributes and lists of them.", ["name", .params("content")],
                NetBody(framed: {
                    (frame: inout Frame, name: Instance<XName>, content: [Value]?) throws(EvaluationError) -> Instance<XElement> in
                    try frame.element(
                        name.object.name, content.map { .object(NetArray(type: .array(.object, rank: 1), items: $0)) } ?? .null)
                })),
        ]
    }

    private static var elementFacts: [NetMember] {
        [
            .property(
                "Name", "The name.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> Instance<XName> in Instance(XName(element.object.name))
                },
                setter: NetBody { (element: Instance<XElement>, name: Instance<XName>) throws(EvaluationError) -> NetVoid in
                    element.object.name = name.object.name
                    return NetVoid()
                }),
            .property(
                "Value", "The text of everything in the element.",
                NetBody(framed: { (frame: inout Frame, element: Instance<XElement>) throws(EvaluationError) -> NetString in
                    try element.object.value(&frame)
                }),
                setter: NetBody(framed: {
                    (frame: inout Frame, element: Instance<XElement>, value: NetString) throws(EvaluationError) -> NetVoid in
                    try element.object.setText(value, &frame)
                    return NetVoid()
                })),
            .property(
                "IsEmpty", "Whether nothing is in the element, so that it has no end tag.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> Bool in element.object.isEmpty }),
            .property(
                "HasElements", "Whether there are elements in the element.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> Bool in
                    element.object.text == nil && element.object.nodes.contains { $0 is XElement }
                }),
            .property(
                "HasAttributes", "Whether the element has attributes.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> Bool in !element.object.attributes.isEmpty }),
            .staticProperty(
                "EmptySequence", "No elements.",
                NetBody { () throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(NetArray(type: .array(.xElement, rank: 1), items: []))
                }),
        ]
    }

    // MARK: Attributes

    private static var elementAttributes: [NetMember] {
        [
            .property(
                "FirstAttribute", "The first attribute, or null.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> Instance<XAttribute>? in
                    element.object.attributes.first.map { Instance($0) }
                }),
            .property(
                "LastAttribute", "The last attribute, or null.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> Instance<XAttribute>? in
                    element.object.attributes.last.map { Instance($0) }
                }),
            .method(
                "Attribute", "The attribute of a name, or null.", ["name"],
                NetBody { (element: Instance<XElement>, name: Instance<XName>?) throws(EvaluationError) -> Instance<XAttribute>? in
                    element.object.attribute(name?.object.name ?? .nothing).map { Instance($0) }
                }),
            .method(
                "Attributes", "The attributes.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> SequenceOf<Instance<XAttribute>> in
                    SequenceOf(element.object.attributeSequence(nil))
                }),
            .method(
                "Attributes", "The attribute of a name, if there is one.", ["name"],
                NetBody {
                    (element: Instance<XElement>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Instance<XAttribute>> in
                    SequenceOf(element.object.attributeSequence(name?.object.name ?? .nothing))
                }),
        ]
    }

    // MARK: Sequences

    private static var elementSequences: [NetMember] {
        [
            .method(
                "AncestorsAndSelf", "The element and those around it, innermost first.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(element.object.ancestors(nil, element.object))
                }),
            .method(
                "AncestorsAndSelf", "Of the element and those around it the ones of a name, innermost first.", ["name"],
                NetBody { (element: Instance<XElement>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(element.object.ancestors(name?.object.name ?? .nothing, element.object))
                }),
            .method(
                "DescendantsAndSelf", "The element and every element below it, in the order of the document.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(element.object.descendants(nil, includingSelf: true))
                }),
            .method(
                "DescendantsAndSelf", "Of the element and every element below it the ones of a name, in the order of the document.",
                ["name"],
                NetBody { (element: Instance<XElement>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(element.object.descendants(name?.object.name ?? .nothing, includingSelf: true))
                }),
            .method(
                "DescendantNodesAndSelf", "The element and every node below it, in the order of the document.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> SequenceOf<Instance<XNode>> in
                    SequenceOf(element.object.descendantNodes(includingSelf: true))
                }),
        ]
    }

    // MARK: Changes

    private static var elementChanges: [NetMember] {
        [
            .method(
                "SetAttributeValue", "Sets, adds or, with null, removes an attribute.", ["name", "value"],
                NetBody(framed: {
                    (frame: inout Frame, element: Instance<XElement>, name: Instance<XName>, value: Value) throws(EvaluationError)
                        -> NetVoid in
                    try element.object.setAttributeValue(name.object.name, value, &frame)
                    return NetVoid()
                })),
            .method(
                "SetElementValue", "Sets the text of an element in this one; adds it or, with null, removes it.", ["name", "value"],
                NetBody(framed: {
                    (frame: inout Frame, element: Instance<XElement>, name: Instance<XName>, value: Value) throws(EvaluationError)
                        -> NetVoid in
                    try element.object.setElementValue(name.object.name, value, &frame)
                    return NetVoid()
                })),
            .method(
                "SetValue", "Makes a value the whole content.", ["value"],
                NetBody(framed: { (frame: inout Frame, element: Instance<XElement>, value: Value) throws(EvaluationError) -> NetVoid in
                    try element.object.setText(try XmlText.text(of: value), &frame)
                    return NetVoid()
                })),
            .method(
                "RemoveAttributes", "Removes every attribute.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> NetVoid in
                    element.object.removeAttributes()
                    return NetVoid()
                }),
            .method(
                "RemoveAll", "Removes every attribute and every node.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> NetVoid in
                    element.object.removeAttributes()
                    element.object.removeNodes()
                    return NetVoid()
                }),
        ]
            + NetMember.xmlContent(XElement.self, "ReplaceAll", "Puts content in the place of all attributes and nodes.") {
                (element, content, frame) throws(EvaluationError) in
                let gathered = try XContainer.snapshot(of: content, &frame)
                element.removeAttributes()
                element.removeNodes()
                try element.add(gathered, &frame)
            }
            + NetMember.xmlContent(XElement.self, "ReplaceAttributes", "Puts attributes in the place of those that are there.") {
                (element, content, frame) throws(EvaluationError) in
                let gathered = try XContainer.snapshot(of: content, &frame)
                element.removeAttributes()
                try element.add(gathered, &frame)
            }
    }

    // MARK: Reading and writing

    private static var elementReading: [NetMember] {
        [
            .staticMethod(
                "Parse", "The element that a text of XML holds.", ["text"],
                NetBody(framed: { (frame: inout Frame, text: NetString) throws(EvaluationError) -> Instance<XElement> in
                    Instance(try frame.readElement(text, .none))
                })),
            .staticMethod(
                "Parse", "The element that a text of XML holds, with or without its white space.", ["text", "options"],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, options: XmlLoadOptions) throws(EvaluationError) -> Instance<XElement> in
                    Instance(try frame.readElement(text, options))
                })),
            .staticMethod(
                "Load", "The element that is read.", ["textReader"],
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetTextReader>) throws(EvaluationError) -> Instance<XElement> in
                    Instance(try frame.readElement(try reader.object.readToEnd(), .none))
                })),
            .staticMethod(
                "Load", "The element that is read, with or without its white space.", ["textReader", "options"],
                NetBody(framed: {
                    (frame: inout Frame, reader: Instance<NetTextReader>, options: XmlLoadOptions) throws(EvaluationError)
                        -> Instance<XElement> in
                    Instance(try frame.readElement(try reader.object.readToEnd(), options))
                })),
        ] + NetMember.xmlSaving(XElement.self)
    }

    // MARK: Namespaces

    private static var elementNamespaces: [NetMember] {
        [
            .method(
                "GetDefaultNamespace", "The namespace that names without a prefix have in the element.",
                NetBody { (element: Instance<XElement>) throws(EvaluationError) -> Instance<XNamespace> in
                    Instance(XNamespace(element.object.namespace(ofPrefix: "") ?? ""))
                }),
            .method(
                "GetNamespaceOfPrefix", "The namespace that a prefix has in the element, or null.", ["prefix"],
                NetBody { (element: Instance<XElement>, prefix: NetString) throws(EvaluationError) -> Instance<XNamespace>? in
                    if prefix.isEmpty { throw .argument("'' is an invalid prefix.") }
                    return element.object.namespace(ofPrefix: prefix).map { Instance(XNamespace($0)) }
                }),
            .method(
                "GetPrefixOfNamespace", "A prefix that a namespace has in the element, or null.", ["ns"],
                NetBody { (element: Instance<XElement>, namespace: Instance<XNamespace>) throws(EvaluationError) -> NetString? in
                    element.object.prefix(ofNamespace: namespace.object.name)
                }),
        ]
    }
}

extension Frame {
    /// A new element with content.
    mutating func element(_ name: ExpandedName, _ content: Value) throws(EvaluationError) -> Instance<XElement> {
        try allocate(XNode.approximateSize)
        let element = XElement(name)
        try element.add(content, &self)
        return Instance(element)
    }

    mutating func readElement(_ text: NetString, _ options: XmlLoadOptions) throws(EvaluationError) -> XElement {
        try countReading(xml: text)
        return try XmlTextReader.element(text, preservesWhitespace: options.preservesWhitespace)
    }

    mutating func readDocument(_ text: NetString, _ options: XmlLoadOptions) throws(EvaluationError) -> XDocument {
        try countReading(xml: text)
        return try XmlTextReader.document(text, preservesWhitespace: options.preservesWhitespace)
    }

    /// Counts the reading of a text, and the tree that comes of it: a node for every tag at most, and the text itself.
    private mutating func countReading(xml text: NetString) throws(EvaluationError) {
        try step(1 + text.utf8Count / 64)
        let tags = text.withUTF8 { bytes in bytes.count { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "=") } }
        try allocate(text.utf8Count + tags * XNode.approximateSize)
    }
}
