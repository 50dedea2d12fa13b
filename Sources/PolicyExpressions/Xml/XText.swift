/// System.Xml.Linq.XText.
class XText: XNode {
    final var value: NetString

    init(_ value: NetString) { self.value = value }

    override class var symbol: TypeSymbol { .named(.xText, []) }
    override var nodeType: XmlNodeType { .text }
    override func shallowCopy() -> XNode { XText(value) }
    override func hasEqualData(_ other: XNode) -> Bool { (other as? XText).map { $0.nodeType == nodeType && $0.value == value } ?? false }
}

/// System.Xml.Linq.XCData.
final class XCData: XText {
    override class var symbol: TypeSymbol { .named(.xCData, []) }
    override var nodeType: XmlNodeType { .cdata }
    override func shallowCopy() -> XNode { XCData(value) }
}

/// System.Xml.Linq.XComment.
final class XComment: XNode {
    var value: NetString

    init(_ value: NetString) { self.value = value }

    override class var symbol: TypeSymbol { .named(.xComment, []) }
    override var nodeType: XmlNodeType { .comment }
    override func shallowCopy() -> XNode { XComment(value) }
    override func hasEqualData(_ other: XNode) -> Bool { (other as? XComment)?.value == value }
}

/// System.Xml.Linq.XProcessingInstruction.
final class XProcessingInstruction: XNode {
    private(set) var target: NetString
    var data: NetString

    /// An instruction that was read.
    init(target: NetString, data: NetString) { (self.target, self.data) = (target, data) }

    /// An instruction that an expression makes.
    convenience init(checking target: NetString, data: NetString) throws(EvaluationError) {
        try Self.check(target)
        self.init(target: target, data: data)
    }

    func setTarget(_ target: NetString) throws(EvaluationError) {
        try Self.check(target)
        self.target = target
    }

    private static func check(_ target: NetString) throws(EvaluationError) {
        try XmlCharacters.checkName(target)
        if target.equalsIgnoringASCIICase("xml") {
            throw .argument("'\(target.string)' is an invalid name for a processing instruction.")
        }
    }

    override class var symbol: TypeSymbol { .named(.xProcessingInstruction, []) }
    override var nodeType: XmlNodeType { .processingInstruction }
    override func shallowCopy() -> XNode { XProcessingInstruction(target: target, data: data) }
    override func hasEqualData(_ other: XNode) -> Bool {
        (other as? XProcessingInstruction).map { $0.target == target && $0.data == data } ?? false
    }
}

/// System.Xml.Linq.XDocumentType.
final class XDocumentType: XNode {
    var name: NetString
    var publicID: NetString?
    var systemID: NetString?
    var internalSubset: NetString?

    init(_ name: NetString, publicID: NetString?, systemID: NetString?, internalSubset: NetString?) {
        (self.name, self.publicID, self.systemID, self.internalSubset) = (name, publicID, systemID, internalSubset)
    }

    override class var symbol: TypeSymbol { .named(.xDocumentType, []) }
    override var nodeType: XmlNodeType { .documentType }
    override func shallowCopy() -> XNode {
        XDocumentType(name, publicID: publicID, systemID: systemID, internalSubset: internalSubset)
    }
    override func hasEqualData(_ other: XNode) -> Bool {
        (other as? XDocumentType).map {
            $0.name == name && $0.publicID == publicID && $0.systemID == systemID && $0.internalSubset == internalSubset
        } ?? false
    }
}
