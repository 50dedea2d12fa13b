// Nodes that hold no others.
extension NetType {
    /// `System.Xml.Linq.XText`.
    static let xText: NetType = NetType(linqToXml, "XText", base: .xNode) {
        [
            .constructor(
                "A text.", ["value"],
                NetBody { (value: NetString) throws(EvaluationError) -> Instance<XText> in Instance(XText(value)) }),
            .constructor(
                "A copy of a text.", ["other"],
                NetBody { (other: Instance<XText>) throws(EvaluationError) -> Instance<XText> in Instance(XText(other.object.value)) }),
            NetMember.text("Value", "The text.", \XText.value),
        ]
    }

    /// `System.Xml.Linq.XCData`.
    static let xCData: NetType = NetType(linqToXml, "XCData", base: .named(xText, [])) {
        [
            .constructor(
                "A CDATA section.", ["value"],
                NetBody { (value: NetString) throws(EvaluationError) -> Instance<XCData> in Instance(XCData(value)) }),
            .constructor(
                "A copy of a CDATA section.", ["other"],
                NetBody { (other: Instance<XCData>) throws(EvaluationError) -> Instance<XCData> in Instance(XCData(other.object.value)) }),
        ]
    }

    /// `System.Xml.Linq.XComment`.
    static let xComment: NetType = NetType(linqToXml, "XComment", base: .xNode) {
        [
            .constructor(
                "A comment.", ["value"],
                NetBody { (value: NetString) throws(EvaluationError) -> Instance<XComment> in Instance(XComment(value)) }),
            .constructor(
                "A copy of a comment.", ["other"],
                NetBody { (other: Instance<XComment>) throws(EvaluationError) -> Instance<XComment> in
                    Instance(XComment(other.object.value))
                }),
            NetMember.text("Value", "The comment's text.", \XComment.value),
        ]
    }

    /// `System.Xml.Linq.XProcessingInstruction`.
    static let xProcessingInstruction: NetType = NetType(linqToXml, "XProcessingInstruction", base: .xNode) {
        [
            .constructor(
                "A processing instruction.", ["target", "data"],
                NetBody { (target: NetString, data: NetString) throws(EvaluationError) -> Instance<XProcessingInstruction> in
                    Instance(try XProcessingInstruction(checking: target, data: data))
                }),
            .constructor(
                "A copy of a processing instruction.", ["other"],
                NetBody { (other: Instance<XProcessingInstruction>) throws(EvaluationError) -> Instance<XProcessingInstruction> in
                    Instance(XProcessingInstruction(target: other.object.target, data: other.object.data))
                }),
            NetMember.text("Data", "What the instruction says.", \XProcessingInstruction.data),
            .property(
                "Target", "Whom the instruction is for.",
                NetBody { (instruction: Instance<XProcessingInstruction>) throws(EvaluationError) -> NetString in instruction.object.target
                },
                setter: NetBody { (instruction: Instance<XProcessingInstruction>, target: NetString) throws(EvaluationError) -> NetVoid in
                    try instruction.object.setTarget(target)
                    return NetVoid()
                }),
        ]
    }

    /// `System.Xml.Linq.XDocumentType`.
    static let xDocumentType: NetType = NetType(linqToXml, "XDocumentType", base: .xNode) {
        [
            .constructor(
                "A document type.", ["name", "publicId", "systemId", "internalSubset"],
                NetBody {
                    (name: NetString, publicID: NetString?, systemID: NetString?, subset: NetString?) throws(EvaluationError)
                        -> Instance<XDocumentType> in
                    try XmlCharacters.checkName(name)
                    return Instance(XDocumentType(name, publicID: publicID, systemID: systemID, internalSubset: subset))
                }),
            .constructor(
                "A copy of a document type.", ["other"],
                NetBody { (other: Instance<XDocumentType>) throws(EvaluationError) -> Instance<XDocumentType> in
                    Instance(try Instance<XDocumentType>.cast(other.object.shallowCopy()))
                }),
            NetMember.text("Name", "The name of the root element.", \XDocumentType.name),
            NetMember.text("PublicId", "The public identifier, or null.", \XDocumentType.publicID),
            NetMember.text("SystemId", "The system identifier, or null.", \XDocumentType.systemID),
            NetMember.text("InternalSubset", "The declarations in the document itself.", \XDocumentType.internalSubset),
        ]
    }

    /// Every type of the namespace System.Xml and those in it.
    static let xmlTypes: [NetType] = [
        xName, xNamespace, xObject, xNode, xContainer, xElement, xAttribute, xDocument, xDeclaration, xText, xCData, xComment,
        xProcessingInstruction, xDocumentType, xNodeDocumentOrderComparer, xNodeEqualityComparer, xmlSaveOptions, xmlLoadOptions,
        xmlNodeType,
        xmlExtensions,
    ]
}
