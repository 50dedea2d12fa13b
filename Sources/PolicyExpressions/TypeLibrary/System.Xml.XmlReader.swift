extension NetType {
    /// `System.Xml.XmlReader`.
    static let xmlReader: NetType = NetType("System.Xml", "XmlReader", interfaces: [.named(.disposable, [])]) {
        readerCreation + readerFacts + readerAttributes + readerAttributeMoves + readerMoves + readerSearches + readerContent
    }

    private static var readerCreation: [NetMember] {
        [
            .staticMethod(
                "Create", "A reader of a text.", ["input"],
                NetBody { (input: Instance<NetTextReader>) throws(EvaluationError) -> Instance<NetXmlReader> in
                    Instance(NetXmlReader(try input.object.readToEnd(), NetXmlReaderSettings()))
                }),
            .staticMethod(
                "Create", "A reader of a text, with settings.", ["input", "settings"],
                NetBody {
                    (input: Instance<NetTextReader>, settings: Instance<NetXmlReaderSettings>?) throws(EvaluationError)
                        -> Instance<NetXmlReader> in
                    Instance(NetXmlReader(try input.object.readToEnd(), settings?.object ?? NetXmlReaderSettings()))
                }),
            .method("Close", "Ends reading.", closing),
            .method("Dispose", "Ends reading.", closing),
        ]
    }

    private static var closing: NetBody {
        NetBody { (reader: Instance<NetXmlReader>) throws(EvaluationError) -> NetVoid in
            reader.object.dispose()
            return NetVoid()
        }
    }

    private static func fact<Fact: NetRepresentable>(
        _ name: String, _ summary: String, _ fact: @escaping @Sendable (NetXmlReader) -> Fact
    ) -> NetMember {
        .property(name, summary, NetBody { (reader: Instance<NetXmlReader>) throws(EvaluationError) -> Fact in fact(reader.object) })
    }

    private static var readerFacts: [NetMember] {
        [
            fact("AttributeCount", "How many attributes the element at hand has.") { Int32($0.attributes.count) },
            fact("Depth", "How many elements are around the node at hand.") { Int32($0.depth) },
            fact("EOF", "Whether the end is reached.") { $0.position == .end },
            fact("HasAttributes", "Whether the element at hand has attributes.") { !$0.attributes.isEmpty },
            fact("HasValue", "Whether a node of the kind at hand has a value.") { $0.hasValue },
            fact("IsEmptyElement", "Whether the element at hand is written `<a />`.") { $0.position == .node && $0.isEmptyElement },
            fact("LocalName", "The name of the node at hand, without its prefix.") { $0.expandedName.localName },
            fact("Name", "The name of the node at hand, with the prefix that is declared for its namespace.") { $0.name },
            fact("NamespaceURI", "The namespace of the node at hand.") { $0.expandedName.namespaceName },
            fact("NodeType", "The kind of the node at hand.") { $0.nodeType },
            fact("Prefix", "The prefix that is declared for the namespace of the node at hand.") { reader in
                reader.prefix(of: reader.expandedName, isAttribute: reader.attribute != nil)
            },
            fact("ReadState", "Whether reading has begun or ended.") { $0.state },
            fact("Value", "The text of the node at hand.") { $0.value },
        ]
    }

    // MARK: Attributes

    private static var readerAttributes: [NetMember] {
        [
            .method("GetAttribute", "The value of an attribute, or null.", ["name"], namedValue),
            .method("GetAttribute", "The value of an attribute, or null.", ["name", "namespaceURI"], expandedValue),
            .method("GetAttribute", "The value of the attribute at a place.", ["i"], placedValue),
            .indexer("The value of an attribute, or null.", ["name"], namedValue),
            .indexer("The value of an attribute, or null.", ["name", "namespaceURI"], expandedValue),
            .indexer("The value of the attribute at a place.", ["i"], placedValue),
        ]
    }

    private static var namedValue: NetBody {
        NetBody { (reader: Instance<NetXmlReader>, name: NetString) throws(EvaluationError) -> NetString? in
            reader.object.indexOfAttribute(named: name).map { reader.object.attributes[$0].value }
        }
    }

    private static var expandedValue: NetBody {
        NetBody { (reader: Instance<NetXmlReader>, name: NetString, namespace: NetString?) throws(EvaluationError) -> NetString? in
            let name = ExpandedName(name, in: namespace ?? "")
            return reader.object.attributes.first { $0.name == name }?.value
        }
    }

    private static var placedValue: NetBody {
        NetBody { (reader: Instance<NetXmlReader>, index: Int32) throws(EvaluationError) -> NetString in
            reader.object.attributes[try reader.object.place(index)].value
        }
    }

    private static var readerAttributeMoves: [NetMember] {
        [
            .method(
                "MoveToAttribute", "Goes to an attribute, and says whether there is one.", ["name"],
                NetBody { (reader: Instance<NetXmlReader>, name: NetString) throws(EvaluationError) -> Bool in
                    guard let index = reader.object.indexOfAttribute(named: name) else { return false }
                    reader.object.moveToAttribute(at: index)
                    return true
                }),
            .method(
                "MoveToAttribute", "Goes to the attribute at a place.", ["i"],
                NetBody { (reader: Instance<NetXmlReader>, index: Int32) throws(EvaluationError) -> NetVoid in
                    reader.object.moveToAttribute(at: try reader.object.place(index))
                    return NetVoid()
                }),
            .method(
                "MoveToFirstAttribute", "Goes to the first attribute, and says whether there is one.",
                NetBody { (reader: Instance<NetXmlReader>) throws(EvaluationError) -> Bool in reader.object.moveToAttribute(after: -1) }),
            .method(
                "MoveToNextAttribute", "Goes to the next attribute, and says whether there is one.",
                NetBody { (reader: Instance<NetXmlReader>) throws(EvaluationError) -> Bool in
                    guard case .attribute(let index) = reader.object.position else { return reader.object.moveToAttribute(after: -1) }
                    return reader.object.moveToAttribute(after: index)
                }),
            .method(
                "MoveToElement", "Goes from an attribute back to its element, and says whether it was at one.",
                NetBody { (reader: Instance<NetXmlReader>) throws(EvaluationError) -> Bool in reader.object.moveToElement() }),
        ]
    }

    // MARK: Moving

    private static var readerMoves: [NetMember] {
        [
            move("MoveToContent", "Goes on to the next tag or text, and says what it is.") { (reader, frame) throws(EvaluationError) in
                try reader.moveToContent(&frame)
            },
            move("Read", "Goes to the next node; false at the end.") { (reader, frame) throws(EvaluationError) in try reader.read(&frame) },
            move("Skip", "Goes behind the node at hand.") { (reader, frame) throws(EvaluationError) in
                try reader.skip(&frame)
                return NetVoid()
            },
            move("IsStartElement", "Goes on to the next tag or text, and says whether that is an element.") {
                (reader, frame) throws(EvaluationError) in try reader.moveToContent(&frame) == .element
            },
            .method(
                "IsStartElement", "Goes on to the next tag or text, and says whether that is an element of a name.", ["name"],
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetXmlReader>, name: NetString) throws(EvaluationError) -> Bool in
                    try reader.object.moveToContent(&frame) == .element && reader.object.name == name
                })),
            move("ReadStartElement", "Passes the next start tag.") { (reader, frame) throws(EvaluationError) in
                try reader.readStartElement(nil, &frame)
                return NetVoid()
            },
            .method(
                "ReadStartElement", "Passes the next start tag, which must have a name.", ["name"],
                NetBody(framed: {
                    (frame: inout Frame, reader: Instance<NetXmlReader>, name: NetString) throws(EvaluationError) -> NetVoid in
                    try reader.object.readStartElement(name, &frame)
                    return NetVoid()
                })),
            move("ReadEndElement", "Passes the next end tag.") { (reader, frame) throws(EvaluationError) in
                try reader.readEndElement(&frame)
                return NetVoid()
            },
        ]
    }

    private static func move<Result: NetRepresentable>(
        _ name: String, _ summary: String, _ move: @escaping @Sendable (NetXmlReader, inout Frame) throws(EvaluationError) -> Result
    ) -> NetMember {
        .method(
            name, summary,
            NetBody(framed: { (frame: inout Frame, reader: Instance<NetXmlReader>) throws(EvaluationError) -> Result in
                try move(reader.object, &frame)
            }))
    }

    private typealias Search =
        @Sendable (NetXmlReader, inout Frame, (NetXmlReader) -> Bool) throws(EvaluationError) -> Bool

    private static var readerSearches: [NetMember] {
        search("ReadToFollowing", "Goes to the next element of a name, and says whether there is one.") {
            (reader, frame, fits) throws(EvaluationError) in try reader.readToFollowing(&frame, fits)
        }
            + search("ReadToDescendant", "Goes to the next element of a name within the one at hand, and says whether there is one.") {
                (reader, frame, fits) throws(EvaluationError) in try reader.readToDescendant(&frame, fits)
            }
            + search("ReadToNextSibling", "Goes to the next element of a name beside the node at hand, and says whether there is one.") {
                (reader, frame, fits) throws(EvaluationError) in try reader.readToNextSibling(&frame, fits)
            }
    }

    private static func search(_ name: String, _ summary: String, _ search: @escaping Search) -> [NetMember] {
        [
            .method(
                name, summary, ["name"],
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetXmlReader>, name: NetString) throws(EvaluationError) -> Bool in
                    try search(reader.object, &frame) { $0.name == name }
                })),
            .method(
                name, summary, ["localName", "namespaceURI"],
                NetBody(framed: {
                    (frame: inout Frame, reader: Instance<NetXmlReader>, name: NetString, namespace: NetString) throws(EvaluationError)
                        -> Bool in
                    let name = ExpandedName(name, in: namespace)
                    return try search(reader.object, &frame) { $0.expandedName == name }
                })),
        ]
    }

    // MARK: Content

    private static var readerContent: [NetMember] {
        [
            move("ReadContentAsString", "The text up to the next tag.") { (reader, frame) throws(EvaluationError) in
                try reader.readText(&frame)
            },
            move("ReadElementContentAsString", "The text of the element at hand, behind which the reader then is.") {
                (reader, frame) throws(EvaluationError) in try reader.readElementText(&frame)
            },
            move("ReadElementString", "The text of the next element, behind which the reader then is.") {
                (reader, frame) throws(EvaluationError) in
                _ = try reader.moveToContent(&frame)
                return try reader.readElementText(&frame, "ReadElementString")
            },
            move("ReadInnerXml", "The XML in the element at hand, behind which the reader then is.") {
                (reader, frame) throws(EvaluationError) in try reader.readXml(withTags: false, &frame)
            },
            move("ReadOuterXml", "The XML of the node at hand, behind which the reader then is.") {
                (reader, frame) throws(EvaluationError) in try reader.readXml(withTags: true, &frame)
            },
        ]
    }
}

extension NetXmlReader {
    /// `Name`: the name of what is at hand, with its prefix.
    fileprivate var name: NetString { qualified(expandedName, isAttribute: attribute != nil) }

    fileprivate var hasValue: Bool {
        switch nodeType {
        case .none, .element, .endElement, .document: false
        default: true
        }
    }

    fileprivate func indexOfAttribute(named name: NetString) -> Int? {
        attributes.firstIndex { qualified($0.name, isAttribute: true) == name }
    }

    fileprivate func place(_ index: Int32) throws(EvaluationError) -> Int {
        guard index >= 0, Int(index) < attributes.count else { throw .argumentOutOfRange("i") }
        return Int(index)
    }

    fileprivate func moveToAttribute(after index: Int) -> Bool {
        guard index + 1 < attributes.count else { return false }
        moveToAttribute(at: index + 1)
        return true
    }
}
