extension NetType {
    /// `System.Xml.Linq.XAttribute`.
    static let xAttribute: NetType = NetType(linqToXml, "XAttribute", base: .xObject) {
        attributeConstructors + attributeFacts + attributeChanges
            + NetMember.xmlConversions(XAttribute.self, "attribute", "The attribute's value") { (attribute, _) throws(EvaluationError) in
                attribute.value
            }
    }

    private static var attributeConstructors: [NetMember] {
        [
            .constructor(
                "An attribute with a value.", ["name", "value"],
                NetBody(framed: {
                    (frame: inout Frame, name: Instance<XName>, value: Value) throws(EvaluationError) -> Instance<XAttribute> in
                    try frame.allocate(XNode.approximateSize)
                    return Instance(try XAttribute(checking: name.object.name, try XmlText.text(of: value)))
                })),
            .constructor(
                "A copy of an attribute.", ["other"],
                NetBody(framed: { (frame: inout Frame, other: Instance<XAttribute>) throws(EvaluationError) -> Instance<XAttribute> in
                    try frame.allocate(XNode.approximateSize)
                    return Instance(XAttribute(other.object.name, other.object.value))
                })),
        ]
    }

    private static var attributeFacts: [NetMember] {
        [
            .property(
                "Name", "The name.",
                NetBody { (attribute: Instance<XAttribute>) throws(EvaluationError) -> Instance<XName> in
                    Instance(XName(attribute.object.name))
                }),
            .property(
                "Value", "The value.",
                NetBody { (attribute: Instance<XAttribute>) throws(EvaluationError) -> NetString in attribute.object.value },
                setter: NetBody { (attribute: Instance<XAttribute>, value: NetString) throws(EvaluationError) -> NetVoid in
                    try attribute.object.set(value)
                    return NetVoid()
                }),
            .property(
                "IsNamespaceDeclaration", "Whether the attribute declares a namespace.",
                NetBody { (attribute: Instance<XAttribute>) throws(EvaluationError) -> Bool in attribute.object.name.declaresNamespace }),
            .property(
                "NextAttribute", "The attribute behind this one, or null.",
                NetBody { (attribute: Instance<XAttribute>) throws(EvaluationError) -> Instance<XAttribute>? in
                    attribute.object.next.map { Instance($0) }
                }),
            .property(
                "PreviousAttribute", "The attribute in front of this one, or null.",
                NetBody { (attribute: Instance<XAttribute>) throws(EvaluationError) -> Instance<XAttribute>? in
                    attribute.object.previous.map { Instance($0) }
                }),
            .staticProperty(
                "EmptySequence", "No attributes.",
                NetBody { () throws(EvaluationError) -> SequenceOf<Instance<XAttribute>> in
                    SequenceOf(NetArray(type: .array(.xAttribute, rank: 1), items: []))
                }),
        ]
    }

    private static var attributeChanges: [NetMember] {
        [
            .method(
                "Remove", "Takes the attribute from its element.",
                NetBody { (attribute: Instance<XAttribute>) throws(EvaluationError) -> NetVoid in
                    try attribute.object.remove()
                    return NetVoid()
                }),
            .method(
                "SetValue", "Sets the value.", ["value"],
                NetBody { (attribute: Instance<XAttribute>, value: Value) throws(EvaluationError) -> NetVoid in
                    try attribute.object.set(try XmlText.text(of: value))
                    return NetVoid()
                }),
            .method(
                "ToString", "`name=\"value\"`.",
                NetBody { (attribute: Instance<XAttribute>) throws(EvaluationError) -> NetString in try attribute.object.invariantText() }),
        ]
    }
}

/// The casts of elements and attributes.
extension NetMember {
    typealias XmlValue<Object> = @Sendable (Object, inout Frame) throws(EvaluationError) -> NetString

    static func xmlConversions<Object: XObject>(
        _: Object.Type, _ argument: String, _ summary: String, _ text: @escaping XmlValue<Object>
    ) -> [NetMember] {
        let start: [NetMember] = [
            .explicitConversion(
                "\(summary); null for null.",
                NetBody(framed: { (frame: inout Frame, object: Instance<Object>?) throws(EvaluationError) -> NetString? in
                    guard let object else { return nil }
                    return try text(object.object, &frame)
                }))
        ]
        let names = (argument, summary)
        return start + convert(names, text) { (text) throws(EvaluationError) -> Bool in try XmlText.boolean(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> Int32 in try XmlText.integer(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> UInt32 in try XmlText.integer(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> Int64 in try XmlText.integer(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> UInt64 in try XmlText.integer(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> Float in try XmlText.single(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> Double in try XmlText.double(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> NetDecimal in try XmlText.decimal(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> NetDateTime in try XmlText.dateTime(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> NetTimeSpan in try XmlDuration.span(text) }
            + convert(names, text) { (text) throws(EvaluationError) -> NetGuid in try XmlText.guid(text) }
    }

    private static func convert<Object: XObject, Target: NetNullable>(
        _ names: (argument: String, summary: String), _ text: @escaping XmlValue<Object>,
        _ value: @escaping @Sendable (NetString) throws(EvaluationError) -> Target
    ) -> [NetMember] {
        [
            .explicitConversion(
                "\(names.summary), read as a value.",
                NetBody(framed: { (frame: inout Frame, object: Instance<Object>?) throws(EvaluationError) -> Target in
                    guard let object else { throw .argumentNull(names.argument) }
                    return try value(try text(object.object, &frame))
                })),
            .explicitConversion(
                "\(names.summary), read as a value; null for null.",
                NetBody(framed: { (frame: inout Frame, object: Instance<Object>?) throws(EvaluationError) -> Target? in
                    guard let object else { return nil }
                    return try value(try text(object.object, &frame))
                })),
        ]
    }
}
