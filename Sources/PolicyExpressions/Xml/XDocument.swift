/// System.Xml.Linq.XDocument.
final class XDocument: XContainer {
    var declaration: XDeclaration?

    override class var symbol: TypeSymbol { .xDocument }
    override var nodeType: XmlNodeType { .document }

    override func shallowCopy() -> XNode {
        let copy = XDocument()
        copy.declaration = declaration.map { XDeclaration($0.version, $0.encoding, $0.standalone) }
        return copy
    }

    override func hasEqualData(_ other: XNode) -> Bool { other is XDocument }

    var root: XElement? { nodes.lazy.compactMap { $0 as? XElement }.first }
    var documentType: XDocumentType? { nodes.lazy.compactMap { $0 as? XDocumentType }.first }

    // MARK: What a document can hold

    override func validate(text: NetString) throws(EvaluationError) {
        if !XmlCharacters.isWhitespace(text) { throw .argument("Non-whitespace characters cannot be added to content.") }
    }

    override func validate(_ node: XNode, after previous: XNode?, atEnd: Bool) throws(EvaluationError) {
        switch node.nodeType {
        case .text: try validate(text: (node as? XText)?.value ?? "")
        case .element: try validateOrder(after: previous, atEnd, before: .documentType, behind: .none)
        case .documentType: try validateOrder(after: previous, atEnd, before: .none, behind: .element)
        case .cdata, .document: throw .misplacedNode(node.nodeType)
        default: break
        }
    }

    /// One document type at most stands in front of one element at most.
    private func validateOrder(
        after previous: XNode?, _ atEnd: Bool, before: XmlNodeType, behind: XmlNodeType
    ) throws(EvaluationError) {
        var allowed = previous == nil && !atEnd ? behind : before
        for node in nodes {
            let type = node.nodeType
            if type == .element || type == .documentType {
                guard type == allowed else {
                    throw .invalidOperation("This operation would create an incorrectly structured document.")
                }
                allowed = .none
            }
            if node === previous { allowed = behind }
        }
    }
}

/// System.Xml.Linq.XDeclaration.
final class XDeclaration: NetObject, NetClass {
    var version: NetString?
    var encoding: NetString?
    var standalone: NetString?

    init(_ version: NetString?, _ encoding: NetString?, _ standalone: NetString?) {
        (self.version, self.encoding, self.standalone) = (version, encoding, standalone)
    }

    static var symbol: TypeSymbol { .named(.xDeclaration, []) }
    override var type: TypeSymbol { Self.symbol }

    override func invariantText() -> NetString {
        var parts: [NetString] = ["<?xml"]
        if let version { parts += [" version=\"", version, "\""] }
        if let encoding { parts += [" encoding=\"", encoding, "\""] }
        if let standalone { parts += [" standalone=\"", standalone, "\""] }
        return NetString.concatenate(parts + ["?>"])
    }
}
