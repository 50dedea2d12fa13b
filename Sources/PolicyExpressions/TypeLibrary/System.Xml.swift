// Readers and writers of XML, which API Management does not list: what expressions can do with trees is in System.Xml.Linq.
extension NetType {
    /// The types of System.Xml that go through XML node by node.
    static let xmlStreams: [NetType] = [
        xmlReader, xmlReaderSettings, xmlWriter, xmlWriterSettings, dtdProcessing, conformanceLevel, readState,
    ]

    static let dtdProcessing: NetType = enumeration("System.Xml", "DtdProcessing", ["Prohibit", "Ignore", "Parse"])
    static let conformanceLevel: NetType = enumeration("System.Xml", "ConformanceLevel", ["Auto", "Fragment", "Document"])
    static let readState: NetType = enumeration(
        "System.Xml", "ReadState", ["Initial", "Interactive", "Error", "EndOfFile", "Closed"])

    // MARK: Settings

    /// `System.Xml.XmlReaderSettings`.
    static let xmlReaderSettings: NetType = NetType("System.Xml", "XmlReaderSettings") {
        [
            .constructor(
                "Settings as they are where none are given.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetXmlReaderSettings> in Instance(NetXmlReaderSettings()) }),
            setting(
                "DtdProcessing", "What is done with a document type; declarations in it are always refused.",
                \NetXmlReaderSettings.documentTypes),
            setting("IgnoreComments", "Whether comments are passed over.", \NetXmlReaderSettings.ignoresComments),
            setting(
                "IgnoreProcessingInstructions", "Whether processing instructions are passed over.",
                \NetXmlReaderSettings.ignoresInstructions),
            setting("IgnoreWhitespace", "Whether white space between tags is passed over.", \NetXmlReaderSettings.ignoresWhitespace),
        ]
    }

    /// `System.Xml.XmlWriterSettings`.
    static let xmlWriterSettings: NetType = NetType("System.Xml", "XmlWriterSettings") {
        [
            .constructor(
                "Settings as they are where none are given.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetXmlWriterSettings> in Instance(NetXmlWriterSettings()) }),
            setting("ConformanceLevel", "Whether one document is written, or a part of one.", \NetXmlWriterSettings.conformance),
            setting("Indent", "Whether elements stand on lines of their own.", \NetXmlWriterSettings.isIndented),
            setting("OmitXmlDeclaration", "Whether there is no XML declaration.", \NetXmlWriterSettings.omitsDeclaration),
        ]
    }

    private static func setting<Settings: NetClass, Choice: NetRepresentable>(
        _ name: String, _ summary: String, _ choice: any ReferenceWritableKeyPath<Settings, Choice> & Sendable
    ) -> NetMember {
        .property(
            name, summary, NetBody { (settings: Instance<Settings>) throws(EvaluationError) -> Choice in settings.object[keyPath: choice] },
            setter: NetBody { (settings: Instance<Settings>, value: Choice) throws(EvaluationError) -> NetVoid in
                settings.object[keyPath: choice] = value
                return NetVoid()
            })
    }
}

extension NetXmlReader {
    /// System.Xml.ReadState.
    enum State: Int32, NetEnumerationRepresentable {
        case initial, interactive, error, endOfFile, closed
        static var fallback: Self { .initial }
        static var symbol: TypeSymbol { .named(.readState, []) }
    }

    var state: State {
        switch position {
        case .start: .initial
        case .end: .endOfFile
        case .closed: .closed
        case .declaration, .node, .endElement, .attribute: .interactive
        }
    }
}

// MARK: - Trees from readers and into writers

extension NetType {
    static var nodeStreams: [NetMember] {
        let members: [NetMember] = [
            .method(
                "CreateReader", "A reader of the node.",
                NetBody { (node: Instance<XNode>) throws(EvaluationError) -> Instance<NetXmlReader> in Instance(NetXmlReader(node.object)) }
            ),
            .staticMethod(
                "ReadFrom", "The node at which a reader is; the reader then is behind it.", ["reader"],
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetXmlReader>) throws(EvaluationError) -> Instance<XNode> in
                    Instance(try reader.object.readNode(&frame))
                })),
            .method(
                "WriteTo", "Writes the node.", ["writer"],
                NetBody(framed: {
                    (frame: inout Frame, node: Instance<XNode>, writer: Instance<NetXmlWriter>) throws(EvaluationError) -> NetVoid in
                    try writer.object.write(node.object, &frame)
                    return NetVoid()
                })),
        ]
        return members.map { $0.notAllowed() }
    }

    static var documentStreams: [NetMember] {
        [
            .staticMethod(
                "Load", "The document that a reader reads.", ["reader"],
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetXmlReader>) throws(EvaluationError) -> Instance<XDocument> in
                    Instance(try reader.object.readDocument(&frame))
                })
            ).notAllowed()
        ]
    }

    static var elementStreams: [NetMember] {
        [
            .staticMethod(
                "Load", "The element that a reader reads.", ["reader"],
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetXmlReader>) throws(EvaluationError) -> Instance<XElement> in
                    Instance(try reader.object.readElement(&frame))
                })
            ).notAllowed()
        ]
    }
}
