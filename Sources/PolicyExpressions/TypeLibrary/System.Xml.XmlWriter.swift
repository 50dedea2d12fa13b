extension NetType {
    /// `System.Xml.XmlWriter`.
    static let xmlWriter: NetType = NetType("System.Xml", "XmlWriter", interfaces: [.named(.disposable, [])]) {
        writerCreation + writerDocuments + writerElements + writerAttributes + writerContent
    }

    private static var writerCreation: [NetMember] {
        [
            .staticMethod(
                "Create", "A writer into a builder.", ["output"],
                NetBody { (output: Instance<NetStringBuilder>) throws(EvaluationError) -> Instance<NetXmlWriter> in
                    Instance(NetXmlWriter(NetStringWriter(output.object), NetXmlWriterSettings()))
                }),
            .staticMethod(
                "Create", "A writer into a builder, with settings.", ["output", "settings"],
                NetBody {
                    (output: Instance<NetStringBuilder>, settings: Instance<NetXmlWriterSettings>?) throws(EvaluationError)
                        -> Instance<NetXmlWriter> in
                    Instance(NetXmlWriter(NetStringWriter(output.object), settings?.object ?? NetXmlWriterSettings()))
                }),
            .staticMethod(
                "Create", "A writer into a writer of text.", ["output"],
                NetBody { (output: Instance<NetTextWriter>) throws(EvaluationError) -> Instance<NetXmlWriter> in
                    Instance(NetXmlWriter(output.object, NetXmlWriterSettings()))
                }),
            .staticMethod(
                "Create", "A writer into a writer of text, with settings.", ["output", "settings"],
                NetBody {
                    (output: Instance<NetTextWriter>, settings: Instance<NetXmlWriterSettings>?) throws(EvaluationError)
                        -> Instance<NetXmlWriter> in
                    Instance(NetXmlWriter(output.object, settings?.object ?? NetXmlWriterSettings()))
                }),
        ]
    }

    private static func write(
        _ name: String, _ summary: String, _ write: @escaping @Sendable (NetXmlWriter, inout Frame) throws(EvaluationError) -> Void
    ) -> NetMember {
        .method(
            name, summary,
            NetBody(framed: { (frame: inout Frame, writer: Instance<NetXmlWriter>) throws(EvaluationError) -> NetVoid in
                try write(writer.object, &frame)
                return NetVoid()
            }))
    }

    private static var writerDocuments: [NetMember] {
        [
            write("WriteStartDocument", "Writes the XML declaration.") { (writer, frame) throws(EvaluationError) in
                try writer.startDocument(isStandalone: nil, &frame)
            },
            .method(
                "WriteStartDocument", "Writes the XML declaration.", ["standalone"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetXmlWriter>, isStandalone: Bool) throws(EvaluationError) -> NetVoid in
                    try writer.object.startDocument(isStandalone: isStandalone, &frame)
                    return NetVoid()
                })),
            write("WriteEndDocument", "Ends every element that is open.") { (writer, frame) throws(EvaluationError) in
                try writer.endDocument(&frame)
            },
            write("Flush", "Gives the target what was written.") { (writer, frame) throws(EvaluationError) in try writer.flush(&frame) },
            write("Close", "Ends what is open and gives the target everything.") { (writer, frame) throws(EvaluationError) in
                try writer.close(&frame)
            },
            write("Dispose", "Ends what is open and gives the target everything.") { (writer, frame) throws(EvaluationError) in
                try writer.close(&frame)
            },
        ]
    }

    // MARK: Names

    /// What a name is written for.
    private typealias Named =
        @Sendable (NetXmlWriter, _ prefix: NetString?, _ name: NetString, _ namespace: NetString?, inout Frame) throws(EvaluationError)
        -> Void

    /// A method that takes a name, a name in a namespace, or both with a prefix.
    private static func named(_ name: String, _ summary: String, _ write: @escaping Named) -> [NetMember] {
        [
            .method(
                name, summary, ["localName"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetXmlWriter>, name: NetString) throws(EvaluationError) -> NetVoid in
                    try write(writer.object, nil, name, nil, &frame)
                    return NetVoid()
                })),
            .method(
                name, summary, ["localName", "ns"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetXmlWriter>, name: NetString, namespace: NetString?) throws(EvaluationError)
                        -> NetVoid in
                    try write(writer.object, nil, name, namespace, &frame)
                    return NetVoid()
                })),
            .method(
                name, summary, ["prefix", "localName", "ns"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetXmlWriter>, prefix: NetString?, name: NetString, namespace: NetString?)
                        throws(EvaluationError) -> NetVoid in
                    try write(writer.object, prefix, name, namespace, &frame)
                    return NetVoid()
                })),
        ]
    }

    /// What a name is written for, with a value.
    private typealias Valued =
        @Sendable (
            NetXmlWriter, _ prefix: NetString?, _ name: NetString, _ namespace: NetString?, _ value: NetString, inout Frame
        ) throws(EvaluationError) -> Void

    private static func valued(_ name: String, _ summary: String, _ write: @escaping Valued) -> [NetMember] {
        [
            .method(
                name, summary, ["localName", "value"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetXmlWriter>, name: NetString, value: NetString?) throws(EvaluationError)
                        -> NetVoid in
                    try write(writer.object, nil, name, nil, value ?? "", &frame)
                    return NetVoid()
                })),
            .method(
                name, summary, ["localName", "ns", "value"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetXmlWriter>, name: NetString, namespace: NetString?, value: NetString?)
                        throws(EvaluationError) -> NetVoid in
                    try write(writer.object, nil, name, namespace, value ?? "", &frame)
                    return NetVoid()
                })),
            .method(
                name, summary, ["prefix", "localName", "ns", "value"],
                NetBody(framed: {
                    (
                        frame: inout Frame, writer: Instance<NetXmlWriter>, prefix: NetString?, name: NetString, namespace: NetString?,
                        value: NetString?
                    ) throws(EvaluationError) -> NetVoid in
                    try write(writer.object, prefix, name, namespace, value ?? "", &frame)
                    return NetVoid()
                })),
        ]
    }

    private static var writerElements: [NetMember] {
        named("WriteStartElement", "Begins an element.") { (writer, prefix, name, namespace, frame) throws(EvaluationError) in
            try writer.startElement(prefix, name, namespace, &frame)
        }
            + [
                write("WriteEndElement", "Ends the element at hand.") { (writer, frame) throws(EvaluationError) in
                    try writer.endElement(isFull: false, &frame)
                },
                write("WriteFullEndElement", "Ends the element at hand with an end tag, also where there is nothing in it.") {
                    (writer, frame) throws(EvaluationError) in try writer.endElement(isFull: true, &frame)
                },
            ]
            + valued("WriteElementString", "Writes an element with a text.") {
                (writer, prefix, name, namespace, value, frame) throws(EvaluationError) in
                try writer.startElement(prefix, name, namespace, &frame)
                if !value.isEmpty { try writer.text(value, &frame) }
                try writer.endElement(isFull: false, &frame)
            }
    }

    private static var writerAttributes: [NetMember] {
        valued("WriteAttributeString", "Writes an attribute of the element at hand.") {
            (writer, prefix, name, namespace, value, frame) throws(EvaluationError) in
            try writer.attribute(prefix, name, namespace, value, &frame)
        }
    }

    // MARK: Content

    private static var writerContent: [NetMember] {
        [
            content("WriteString", "Writes a text.", "text") { (writer, text, frame) throws(EvaluationError) in
                try writer.text(text, &frame)
            },
            content("WriteCData", "Writes a CDATA section.", "text") { (writer, text, frame) throws(EvaluationError) in
                try writer.cdata(text, &frame)
            },
            content("WriteComment", "Writes a comment.", "text") { (writer, text, frame) throws(EvaluationError) in
                try writer.comment(text, &frame)
            },
            content("WriteRaw", "Writes markup as it is.", "data") { (writer, text, frame) throws(EvaluationError) in
                try writer.raw(text, &frame)
            },
            .method(
                "WriteValue", "Writes a value as XML writes it.", ["value"],
                NetBody(framed: { (frame: inout Frame, writer: Instance<NetXmlWriter>, value: Value) throws(EvaluationError) -> NetVoid in
                    guard !value.isNull else { throw .argumentNull("value") }
                    try writer.object.text(try XmlText.text(of: value), &frame)
                    return NetVoid()
                })),
            .method(
                "WriteProcessingInstruction", "Writes a processing instruction.", ["name", "text"],
                NetBody(framed: {
                    (frame: inout Frame, writer: Instance<NetXmlWriter>, name: NetString, text: NetString?) throws(EvaluationError)
                        -> NetVoid in
                    try writer.object.instruction(name, text ?? "", &frame)
                    return NetVoid()
                })),
        ]
    }

    private static func content(
        _ name: String, _ summary: String, _ parameter: String,
        _ write: @escaping @Sendable (NetXmlWriter, NetString, inout Frame) throws(EvaluationError) -> Void
    ) -> NetMember {
        .method(
            name, summary, [.init(stringLiteral: parameter)],
            NetBody(framed: { (frame: inout Frame, writer: Instance<NetXmlWriter>, text: NetString?) throws(EvaluationError) -> NetVoid in
                try write(writer.object, text ?? "", &frame)
                return NetVoid()
            }))
    }
}
