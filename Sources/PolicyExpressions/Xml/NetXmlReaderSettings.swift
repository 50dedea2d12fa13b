/// `System.Xml.XmlReaderSettings`.
final class NetXmlReaderSettings: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.xmlReaderSettings, []) }
    override var type: TypeSymbol { Self.symbol }

    /// System.Xml.DtdProcessing.
    enum DocumentTypes: Int32, NetEnumerationRepresentable {
        case prohibit, ignore, parse
        static var fallback: Self { .prohibit }
        static var symbol: TypeSymbol { .named(.dtdProcessing, []) }
    }

    var documentTypes = DocumentTypes.prohibit
    var ignoresWhitespace = false
    var ignoresComments = false
    var ignoresInstructions = false

    /// Reads a text without what is passed over.
    func read(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) -> XDocument {
        let document = try frame.readDocument(text, XmlLoadOptions(carried: ignoresWhitespace ? 0 : 1))
        if documentTypes == .prohibit, document.documentType != nil {
            throw .xml(
                "For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on "
                    + "XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.")
        }
        if ignoresComments || ignoresInstructions || documentTypes == .ignore { try strip(document, &frame) }
        return document
    }

    private func strip(_ document: XDocument, _ frame: inout Frame) throws(EvaluationError) {
        var pending: [XContainer] = [document]
        while let container = pending.popLast() {
            // Whoever asks for the nodes takes an empty text away, which tells `<a></a>` from `<a />`.
            for node in container.text == nil ? container.nodes : [] {
                try frame.step()
                if let inner = node as? XContainer { pending.append(inner) } else if ignores(node) { try container.remove(node) }
            }
        }
    }

    private func ignores(_ node: XNode) -> Bool {
        switch node {
        case is XComment: ignoresComments
        case is XProcessingInstruction: ignoresInstructions
        case is XDocumentType: documentTypes == .ignore
        default: false
        }
    }
}
