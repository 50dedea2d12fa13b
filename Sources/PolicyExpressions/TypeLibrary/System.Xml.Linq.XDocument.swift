extension NetType {
    /// `System.Xml.Linq.XDocument`.
    static let xDocument: NetType = NetType(linqToXml, "XDocument", base: .xContainer) {
        documentConstructors + documentFacts + documentReading + documentStreams + NetMember.xmlSaving(XDocument.self)
    }

    private static var documentConstructors: [NetMember] {
        [
            .constructor(
                "A document with nothing in it.", [],
                NetBody { () throws(EvaluationError) -> Instance<XDocument> in Instance(XDocument()) }),
            .constructor(
                "A document with content.", [.params("content")],
                NetBody(framed: { (frame: inout Frame, content: [Value]?) throws(EvaluationError) -> Instance<XDocument> in
                    try frame.document(nil, content ?? [])
                })),
            .constructor(
                "A document with a declaration and content.", ["declaration", .params("content")],
                NetBody(framed: {
                    (frame: inout Frame, declaration: Instance<XDeclaration>?, content: [Value]?) throws(EvaluationError)
                        -> Instance<XDocument> in
                    try frame.document(declaration?.object, content ?? [])
                })),
            .constructor(
                "A copy of a document.", ["other"],
                NetBody(framed: { (frame: inout Frame, other: Instance<XDocument>) throws(EvaluationError) -> Instance<XDocument> in
                    Instance(try Instance<XDocument>.cast(try other.object.deepCopy(&frame)))
                })),
        ]
    }

    private static var documentFacts: [NetMember] {
        [
            .property(
                "Declaration", "The XML declaration, or null.",
                NetBody { (document: Instance<XDocument>) throws(EvaluationError) -> Instance<XDeclaration>? in
                    document.object.declaration.map { Instance($0) }
                },
                setter: NetBody { (document: Instance<XDocument>, value: Instance<XDeclaration>?) throws(EvaluationError) -> NetVoid in
                    document.object.declaration = value?.object
                    return NetVoid()
                }),
            .property(
                "DocumentType", "The document type, or null.",
                NetBody { (document: Instance<XDocument>) throws(EvaluationError) -> Instance<XDocumentType>? in
                    document.object.documentType.map { Instance($0) }
                }),
            .property(
                "Root", "The one element at the root, or null.",
                NetBody { (document: Instance<XDocument>) throws(EvaluationError) -> Instance<XElement>? in
                    document.object.root.map { Instance($0) }
                }),
        ]
    }

    private static var documentReading: [NetMember] {
        [
            .staticMethod(
                "Parse", "The document that a text of XML holds.", ["text"],
                NetBody(framed: { (frame: inout Frame, text: NetString) throws(EvaluationError) -> Instance<XDocument> in
                    Instance(try frame.readDocument(text, .none))
                })),
            .staticMethod(
                "Parse", "The document that a text of XML holds, with or without its white space.", ["text", "options"],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, options: XmlLoadOptions) throws(EvaluationError) -> Instance<XDocument> in
                    Instance(try frame.readDocument(text, options))
                })),
            .staticMethod(
                "Load", "The document that is read.", ["textReader"],
                NetBody(framed: { (frame: inout Frame, reader: Instance<NetTextReader>) throws(EvaluationError) -> Instance<XDocument> in
                    Instance(try frame.readDocument(try reader.object.readToEnd(), .none))
                })),
            .staticMethod(
                "Load", "The document that is read, with or without its white space.", ["textReader", "options"],
                NetBody(framed: {
                    (frame: inout Frame, reader: Instance<NetTextReader>, options: XmlLoadOptions) throws(EvaluationError)
                        -> Instance<XDocument> in
                    Instance(try frame.readDocument(try reader.object.readToEnd(), options))
                })),
        ]
    }

    /// `System.Xml.Linq.XDeclaration`.
    static let xDeclaration: NetType = NetType(linqToXml, "XDeclaration") {
        [
            .constructor(
                "A declaration of version, encoding and independence of other documents.", ["version", "encoding", "standalone"],
                NetBody {
                    (version: NetString?, encoding: NetString?, standalone: NetString?) throws(EvaluationError) -> Instance<XDeclaration> in
                    Instance(XDeclaration(version, encoding, standalone))
                }),
            .constructor(
                "A copy of a declaration.", ["other"],
                NetBody { (other: Instance<XDeclaration>) throws(EvaluationError) -> Instance<XDeclaration> in
                    Instance(XDeclaration(other.object.version, other.object.encoding, other.object.standalone))
                }),
            NetMember.text("Version", "The version of XML.", \XDeclaration.version),
            NetMember.text("Encoding", "The name of the encoding.", \XDeclaration.encoding),
            NetMember.text("Standalone", "`yes` or `no`: whether the document stands alone.", \XDeclaration.standalone),
            .method(
                "ToString", "The declaration as XML.",
                NetBody { (declaration: Instance<XDeclaration>) throws(EvaluationError) -> NetString in declaration.object.invariantText() }
            ),
        ]
    }
}

extension Frame {
    /// A new document with content.
    fileprivate mutating func document(_ declaration: XDeclaration?, _ content: [Value]) throws(EvaluationError) -> Instance<XDocument> {
        try allocate(XNode.approximateSize)
        let document = XDocument()
        document.declaration = declaration
        for part in content { try document.add(part, &self) }
        return Instance(document)
    }
}

extension NetMember {
    /// `Save` to a writer. Files cannot be written.
    static func xmlSaving<Container: XContainer>(_: Container.Type) -> [NetMember] {
        [
            .method(
                "Save", "Writes indented XML with a declaration.", ["textWriter"],
                NetBody(framed: {
                    (frame: inout Frame, container: Instance<Container>, writer: Instance<NetTextWriter>) throws(EvaluationError) -> NetVoid
                    in
                    try writer.object.write(xml: container.object, .none, &frame)
                    return NetVoid()
                })),
            .method(
                "Save", "Writes XML with a declaration, with or without indentation.", ["textWriter", "options"],
                NetBody(framed: {
                    (frame: inout Frame, container: Instance<Container>, writer: Instance<NetTextWriter>, options: XmlSaveOptions)
                        throws(EvaluationError) -> NetVoid in
                    try writer.object.write(xml: container.object, options, &frame)
                    return NetVoid()
                })),
            .method(
                "Save", "Writes the XML.", ["writer"],
                NetBody(framed: {
                    (frame: inout Frame, container: Instance<Container>, writer: Instance<NetXmlWriter>) throws(EvaluationError) -> NetVoid
                    in
                    try writer.object.write(container.object, &frame)
                    return NetVoid()
                })
            ).notAllowed(),
        ]
    }

    /// A property that is a text or null.
    static func text<Object: NetClass>(
        _ name: String, _ summary: String, _ property: any ReferenceWritableKeyPath<Object, NetString?> & Sendable
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (object: Instance<Object>) throws(EvaluationError) -> NetString? in object.object[keyPath: property] },
            setter: NetBody { (object: Instance<Object>, value: NetString?) throws(EvaluationError) -> NetVoid in
                object.object[keyPath: property] = value
                return NetVoid()
            })
    }

    /// A property that is a text.
    static func text<Object: NetClass>(
        _ name: String, _ summary: String, _ property: any ReferenceWritableKeyPath<Object, NetString> & Sendable
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (object: Instance<Object>) throws(EvaluationError) -> NetString in object.object[keyPath: property] },
            setter: NetBody { (object: Instance<Object>, value: NetString) throws(EvaluationError) -> NetVoid in
                object.object[keyPath: property] = value
                return NetVoid()
            })
    }
}

extension NetTextWriter {
    /// Writes a document or element with a declaration.
    fileprivate func write(xml container: XContainer, _ options: XmlSaveOptions, _ frame: inout Frame) throws(EvaluationError) {
        let text = try XmlTextWriter.document(
            container, encoding: "utf-16", isIndented: !options.disablesFormatting, omitsDuplicates: options.omitsDuplicateNamespaces)
        try write(text, &frame)
    }
}
