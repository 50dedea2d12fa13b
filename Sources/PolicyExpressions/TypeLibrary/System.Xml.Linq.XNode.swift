extension NetType {
    /// `System.Xml.Linq.XNode`.
    static let xNode: NetType = NetType(linqToXml, "XNode", base: .xObject) {
        nodeNeighbours + nodeSequences + nodeChanges + nodeComparisons + nodeTexts + nodeStreams
    }

    private static var nodeNeighbours: [NetMember] {
        [
            .property(
                "NextNode", "The sibling behind the node, or null.",
                NetBody { (node: Instance<XNode>) throws(EvaluationError) -> Instance<XNode>? in node.object.nextNode.map { Instance($0) } }
            ),
            .property(
                "PreviousNode", "The sibling in front of the node, or null.",
                NetBody { (node: Instance<XNode>) throws(EvaluationError) -> Instance<XNode>? in
                    node.object.previousNode.map { Instance($0) }
                }),
        ]
    }

    // MARK: Sequences

    private static var nodeSequences: [NetMember] {
        [
            .method(
                "Ancestors", "The elements around the node, innermost first.",
                NetBody { (node: Instance<XNode>) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(node.object.ancestors(nil))
                }),
            .method(
                "Ancestors", "The elements of a name around the node, innermost first.", ["name"],
                NetBody { (node: Instance<XNode>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                    SequenceOf(node.object.ancestors(name?.object.name ?? .nothing))
                }),
            siblings("ElementsAfterSelf", "The sibling elements behind the node.") { $0.elementsAfterSelf($1) },
            named("ElementsAfterSelf", "The sibling elements of a name behind the node.") { $0.elementsAfterSelf($1) },
            siblings("ElementsBeforeSelf", "The sibling elements in front of the node.") { $0.elementsBeforeSelf($1) },
            named("ElementsBeforeSelf", "The sibling elements of a name in front of the node.") { $0.elementsBeforeSelf($1) },
            .method(
                "NodesAfterSelf", "The siblings behind the node.",
                NetBody { (node: Instance<XNode>) throws(EvaluationError) -> SequenceOf<Instance<XNode>> in
                    SequenceOf(node.object.nodesAfterSelf({ _ in true }, of: .xNode))
                }),
            .method(
                "NodesBeforeSelf", "The siblings in front of the node.",
                NetBody { (node: Instance<XNode>) throws(EvaluationError) -> SequenceOf<Instance<XNode>> in
                    SequenceOf(node.object.nodesBeforeSelf({ _ in true }, of: .xNode))
                }),
        ]
    }

    private static func siblings(
        _ name: String, _ summary: String, _ elements: @escaping @Sendable (XNode, ExpandedName?) -> LazySequence
    ) -> NetMember {
        .method(
            name, summary,
            NetBody { (node: Instance<XNode>) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                SequenceOf(elements(node.object, nil))
            })
    }

    private static func named(
        _ name: String, _ summary: String, _ elements: @escaping @Sendable (XNode, ExpandedName?) -> LazySequence
    ) -> NetMember {
        .method(
            name, summary, ["name"],
            NetBody { (node: Instance<XNode>, name: Instance<XName>?) throws(EvaluationError) -> SequenceOf<Instance<XElement>> in
                SequenceOf(elements(node.object, name?.object.name ?? .nothing))
            })
    }

    // MARK: Changes

    private static var nodeChanges: [NetMember] {
        [
            .method(
                "Remove", "Takes the node out of its parent.",
                NetBody { (node: Instance<XNode>) throws(EvaluationError) -> NetVoid in
                    try node.object.remove()
                    return NetVoid()
                })
        ]
            + NetMember.xmlContent(XNode.self, "AddAfterSelf", "Adds content behind the node.") {
                (node, content, frame) throws(EvaluationError) in
                try node.requiredContainer.insert(content, after: node, &frame)
            }
            + NetMember.xmlContent(XNode.self, "AddBeforeSelf", "Adds content in front of the node.") {
                (node, content, frame) throws(EvaluationError) in
                try node.requiredContainer.insert(content, after: node.previousNode, &frame)
            }
            + NetMember.xmlContent(XNode.self, "ReplaceWith", "Puts content in the node's place.") {
                (node, content, frame) throws(EvaluationError) in
                try node.replace(with: content, &frame)
            }
    }

    // MARK: Comparisons

    private static var nodeComparisons: [NetMember] {
        [
            .staticMethod(
                "DeepEquals", "Whether two nodes have the same data, and the same nodes in them.", ["n1", "n2"],
                NetBody(framed: {
                    (frame: inout Frame, left: Instance<XNode>?, right: Instance<XNode>?) throws(EvaluationError) -> Bool in
                    try XNode.deepEquals(left?.object, right?.object, &frame)
                })),
            .staticMethod(
                "CompareDocumentOrder", "-1 if the first node comes first in the document, 1 if it comes behind the other, 0 for one node.",
                ["n1", "n2"],
                NetBody(framed: {
                    (frame: inout Frame, left: Instance<XNode>?, right: Instance<XNode>?) throws(EvaluationError) -> Int32 in
                    try XNode.documentOrder(left?.object, right?.object, &frame)
                })),
            .method(
                "IsAfter", "Whether the node comes behind another in the document.", ["node"],
                NetBody(framed: { (frame: inout Frame, node: Instance<XNode>, other: Instance<XNode>?) throws(EvaluationError) -> Bool in
                    try XNode.documentOrder(node.object, other?.object, &frame) > 0
                })),
            .method(
                "IsBefore", "Whether the node comes in front of another in the document.", ["node"],
                NetBody(framed: { (frame: inout Frame, node: Instance<XNode>, other: Instance<XNode>?) throws(EvaluationError) -> Bool in
                    try XNode.documentOrder(node.object, other?.object, &frame) < 0
                })),
            .staticProperty(
                "DocumentOrderComparer", "A comparer by the order of the document.",
                NetBody { () throws(EvaluationError) -> Instance<XNodeDocumentOrderComparer> in Instance(XNodeDocumentOrderComparer()) }),
            .staticProperty(
                "EqualityComparer", "A comparer of the nodes' data.",
                NetBody { () throws(EvaluationError) -> Instance<XNodeEqualityComparer> in Instance(XNodeEqualityComparer()) }),
        ]
    }

    /// `System.Xml.Linq.XNodeDocumentOrderComparer`.
    static let xNodeDocumentOrderComparer: NetType = NetType(linqToXml, "XNodeDocumentOrderComparer") {
        [
            .constructor(
                "A comparer by the order of the document.", [],
                NetBody { () throws(EvaluationError) -> Instance<XNodeDocumentOrderComparer> in Instance(XNodeDocumentOrderComparer()) }),
            .method(
                "Compare", "-1, 0 or 1 by the order of the document.", ["x", "y"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<XNodeDocumentOrderComparer>, left: Instance<XNode>?, right: Instance<XNode>?)
                        throws(EvaluationError) -> Int32 in
                    try XNode.documentOrder(left?.object, right?.object, &frame)
                })),
        ]
    }

    /// `System.Xml.Linq.XNodeEqualityComparer`.
    static let xNodeEqualityComparer: NetType = NetType(linqToXml, "XNodeEqualityComparer") {
        [
            .constructor(
                "A comparer of the nodes' data.", [],
                NetBody { () throws(EvaluationError) -> Instance<XNodeEqualityComparer> in Instance(XNodeEqualityComparer()) }),
            .method(
                "Equals", "Whether two nodes have the same data, and the same nodes in them.", ["x", "y"],
                NetBody(framed: {
                    (frame: inout Frame, _: Instance<XNodeEqualityComparer>, left: Instance<XNode>?, right: Instance<XNode>?)
                        throws(EvaluationError) -> Bool in
                    try XNode.deepEquals(left?.object, right?.object, &frame)
                })),
            .method(
                "GetHashCode", "A number that nodes with the same data share.", ["obj"],
                NetBody { (_: Instance<XNodeEqualityComparer>, node: Instance<XNode>?) throws(EvaluationError) -> Int32 in
                    node?.object.contentHash ?? 0
                }),
        ]
    }

    // MARK: Text

    private static var nodeTexts: [NetMember] {
        [
            .method(
                "ToString", "The node as indented XML.",
                NetBody(framed: { (frame: inout Frame, node: Instance<XNode>) throws(EvaluationError) -> NetString in
                    try frame.written(node.object, .none)
                })),
            .method(
                "ToString", "The node as XML, with or without indentation.", ["options"],
                NetBody(framed: {
                    (frame: inout Frame, node: Instance<XNode>, options: XmlSaveOptions) throws(EvaluationError) -> NetString in
                    try frame.written(node.object, options)
                })),
        ]
    }
}

extension Frame {
    /// A node as text.
    mutating func written(_ node: XNode, _ options: XmlSaveOptions) throws(EvaluationError) -> NetString {
        let text = try XmlTextWriter.text(
            of: node, isIndented: !options.disablesFormatting, omitsDuplicates: options.omitsDuplicateNamespaces)
        try step(1 + text.utf8Count / 64)
        try allocate(text.utf8Count)
        return text
    }
}

extension ExpandedName {
    /// A name that nothing has: what a search for a null name looks for.
    static let nothing = ExpandedName("")
}

extension XNode {
    fileprivate func elementsAfterSelf(_ name: ExpandedName?) -> LazySequence {
        nodesAfterSelf({ ($0 as? XElement).map { name == nil || $0.name == name } ?? false }, of: .xElement)
    }

    fileprivate func elementsBeforeSelf(_ name: ExpandedName?) -> LazySequence {
        nodesBeforeSelf({ ($0 as? XElement).map { name == nil || $0.name == name } ?? false }, of: .xElement)
    }
}

extension NetMember {
    /// A method that takes content: a value or a list, or several of them.
    static func xmlContent<Object: XObject>(
        _: Object.Type, _ name: String, _ summary: String,
        _ body: @escaping @Sendable (Object, Value, inout Frame) throws(EvaluationError) -> Void
    ) -> [NetMember] {
        [
            .method(
                name, summary, ["content"],
                NetBody(framed: { (frame: inout Frame, object: Instance<Object>, content: Value) throws(EvaluationError) -> NetVoid in
                    try body(object.object, content, &frame)
                    return NetVoid()
                })),
            .method(
                name, summary, [.params("content")],
                NetBody(framed: { (frame: inout Frame, object: Instance<Object>, content: [Value]) throws(EvaluationError) -> NetVoid in
                    try body(object.object, .object(NetArray(type: .array(.object, rank: 1), items: content)), &frame)
                    return NetVoid()
                })),
        ]
    }
}

/// `System.Xml.Linq.XNodeDocumentOrderComparer`.
final class XNodeDocumentOrderComparer: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.xNodeDocumentOrderComparer, []) }
    override var type: TypeSymbol { Self.symbol }
}

/// `System.Xml.Linq.XNodeEqualityComparer`.
final class XNodeEqualityComparer: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.xNodeEqualityComparer, []) }
    override var type: TypeSymbol { Self.symbol }
}

/// `System.Xml.Linq.SaveOptions`: flags.
struct XmlSaveOptions: NetSmallInteger {
    let carried: Int32
    static let none = XmlSaveOptions(carried: 0)
    var disablesFormatting: Bool { carried & 1 != 0 }
    var omitsDuplicateNamespaces: Bool { carried & 2 != 0 }
    static var symbol: TypeSymbol { .named(.xmlSaveOptions, []) }
}

/// `System.Xml.Linq.LoadOptions`: flags.
struct XmlLoadOptions: NetSmallInteger {
    let carried: Int32
    static let none = XmlLoadOptions(carried: 0)
    var preservesWhitespace: Bool { carried & 1 != 0 }
    static var symbol: TypeSymbol { .named(.xmlLoadOptions, []) }
}

extension NetType {
    /// `System.Xml.Linq.SaveOptions`.
    static let xmlSaveOptions: NetType = enumeration(
        linqToXml, "SaveOptions", values: ["None": 0, "DisableFormatting": 1, "OmitDuplicateNamespaces": 2], isFlags: true)

    /// `System.Xml.Linq.LoadOptions`.
    static let xmlLoadOptions: NetType = enumeration(
        linqToXml, "LoadOptions", values: ["None": 0, "PreserveWhitespace": 1, "SetBaseUri": 2, "SetLineInfo": 4], isFlags: true)

    /// `System.Xml.XmlNodeType`.
    static let xmlNodeType: NetType = enumeration(
        "System.Xml", "XmlNodeType",
        [
            "None", "Element", "Attribute", "Text", "CDATA", "EntityReference", "Entity", "ProcessingInstruction", "Comment", "Document",
            "DocumentType", "DocumentFragment", "Notation", "Whitespace", "SignificantWhitespace", "EndElement", "EndEntity",
            "XmlDeclaration",
        ])
}
