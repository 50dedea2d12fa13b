/// `System.Xml.XmlWriter`: writes XML piece by piece into a builder or a text writer.
///
/// What is written reaches its target when the writer is flushed or closed.
final class NetXmlWriter: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.xmlWriter, []) }
    override var type: TypeSymbol { Self.symbol }

    private let target: NetTextWriter
    private let settings: NetXmlWriterSettings
    private var writer: XmlTextWriter
    /// How many bytes the target has.
    private var flushed = 0
    private var hasBegun = false
    private var hasRoot = false
    private var isClosed = false
    /// The attributes of the start tag that is open.
    private var attributes: Set<ExpandedName> = []

    init(_ target: NetTextWriter, _ settings: NetXmlWriterSettings) {
        (self.target, self.settings) = (target, settings)
        writer = XmlTextWriter(isIndented: settings.isIndented)
    }

    /// Builders and text writers hold UTF-16.
    private static let encoding: NetString = "utf-16"

    private static func misplaced(_ token: String, _ state: String) -> EvaluationError {
        .invalidOperation("Token \(token) in state \(state) would result in an invalid XML document.")
    }

    private func checkOpen() throws(EvaluationError) {
        if isClosed { throw .invalidOperation("The Writer is closed or in error state.") }
    }

    /// Writes something, in front of which the XML declaration stands where one is wanted; counts what it takes.
    private func write(_ frame: inout Frame, _ piece: (inout XmlTextWriter) throws(EvaluationError) -> Void) throws(EvaluationError) {
        try checkOpen()
        let before = writer.byteCount
        if !hasBegun, settings.writesDeclaration { writer.writeDeclaration(encoding: Self.encoding, standalone: nil) }
        hasBegun = true
        try piece(&writer)
        try frame.step(1 + (writer.byteCount - before) / 64)
        try frame.allocate(writer.byteCount - before)
    }

    // MARK: Documents

    func startDocument(isStandalone: Bool?, _ frame: inout Frame) throws(EvaluationError) {
        try checkOpen()
        if hasBegun { throw Self.misplaced("StartDocument", "Document") }
        if settings.conformance == .fragment {
            throw .invalidOperation("WriteStartDocument cannot be called on writers created with ConformanceLevel.Fragment.")
        }
        hasBegun = true
        guard settings.writesDeclaration else { return }
        try write(&frame) { writer in
            writer.writeDeclaration(encoding: Self.encoding, standalone: isStandalone.map { $0 ? "yes" : "no" })
        }
    }

    func endDocument(_ frame: inout Frame) throws(EvaluationError) {
        try write(&frame) { writer in writer.finish() }
    }

    /// Writes a node of a tree with everything in it.
    func write(_ node: XNode, _ frame: inout Frame) throws(EvaluationError) {
        if node is XElement || node is XDocument { try beginRoot("StartElement") }
        if let text = node as? XText, !settings.isFragment { try checkText(text.value) }
        try write(&frame) { writer throws(EvaluationError) in try writer.write(node) }
    }

    // MARK: Elements

    private func beginRoot(_ token: String) throws(EvaluationError) {
        guard writer.depth == 0, !settings.isFragment else { return }
        guard !hasRoot else {
            throw .invalidOperation(
                "Token \(token) in state EndRootElement would result in an invalid XML document. Make sure that the ConformanceLevel "
                    + "setting is set to ConformanceLevel.Fragment or ConformanceLevel.Auto if you want to write an XML fragment. ")
        }
        hasRoot = true
    }

    func startElement(_ prefix: NetString?, _ name: NetString, _ namespace: NetString?, _ frame: inout Frame) throws(EvaluationError) {
        let name = try ExpandedName(checking: name, in: namespace ?? writer.namespace(of: prefix ?? "") ?? "")
        try beginRoot("StartElement")
        attributes = []
        try write(&frame) { writer throws(EvaluationError) in try writer.startElement(prefix, name) }
    }

    /// Ends the element at hand; `isFull` writes an end tag also where there is nothing in it.
    func endElement(isFull: Bool, _ frame: inout Frame) throws(EvaluationError) {
        guard writer.depth > 0 else { throw .invalidOperation("There was no XML start tag open.") }
        try write(&frame) { writer in writer.endElement(isEmpty: !isFull) }
    }

    func attribute(_ prefix: NetString?, _ name: NetString, _ namespace: NetString?, _ value: NetString, _ frame: inout Frame)
        throws(EvaluationError)
    {
        guard writer.isTagOpen else { throw Self.misplaced("StartAttribute", writer.depth == 0 ? "Start" : "Element Content") }
        let declares = prefix == "xmlns" || prefix == nil && namespace == nil && name == "xmlns"
        let isXml = prefix == "xml" && namespace == nil
        let space = declares && name != "xmlns" ? ExpandedName.xmlnsNamespace : isXml ? ExpandedName.xmlNamespace : namespace ?? ""
        let name = try ExpandedName(checking: name, in: space)
        guard attributes.insert(name).inserted else { throw .xml("'\(name.localName.string)' is a duplicate attribute name.") }
        try write(&frame) { writer throws(EvaluationError) in try writer.writeAttribute(prefix, name, value) }
    }

    // MARK: Content

    private func checkText(_ text: NetString) throws(EvaluationError) {
        if writer.depth == 0, !settings.isFragment, !XmlCharacters.isWhitespace(text) {
            throw Self.misplaced("Content", hasRoot ? "EndRootElement" : "Start")
        }
    }

    func text(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        try checkText(text)
        try write(&frame) { writer throws(EvaluationError) in try writer.writeText(text) }
    }

    func cdata(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        if writer.depth == 0, !settings.isFragment { throw Self.misplaced("CData", hasRoot ? "EndRootElement" : "Start") }
        try write(&frame) { writer throws(EvaluationError) in try writer.writeCData(text) }
    }

    func comment(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        try write(&frame) { writer throws(EvaluationError) in try writer.writeComment(text) }
    }

    func instruction(_ target: NetString, _ data: NetString, _ frame: inout Frame) throws(EvaluationError) {
        let checked = try XProcessingInstruction(checking: target, data: data)
        try write(&frame) { writer throws(EvaluationError) in try writer.writeInstruction(checked.target, data) }
    }

    func raw(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        try write(&frame) { writer in writer.writeRaw(text) }
    }

    // MARK: The target

    /// Gives the target what was written.
    func flush(_ frame: inout Frame) throws(EvaluationError) {
        try checkOpen()
        let text = writer.buffer.string
        let piece = text.withUTF8 { bytes in NetString(utf8: bytes[min(flushed, bytes.count)...]) }
        flushed = text.utf8Count
        try target.write(piece, &frame)
    }

    /// Ends what is open and gives the target everything. A closed writer stays as it is.
    func close(_ frame: inout Frame) throws(EvaluationError) {
        guard !isClosed else { return }
        writer.finish()
        try flush(&frame)
        isClosed = true
    }
}

/// `System.Xml.XmlWriterSettings`.
final class NetXmlWriterSettings: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.xmlWriterSettings, []) }
    override var type: TypeSymbol { Self.symbol }

    /// System.Xml.ConformanceLevel.
    enum Conformance: Int32, NetEnumerationRepresentable {
        case automatic, fragment, document
        static var fallback: Self { .document }
        static var symbol: TypeSymbol { .named(.conformanceLevel, []) }
    }

    var conformance = Conformance.document
    var isIndented = false
    var omitsDeclaration = false

    /// Whether several nodes, and texts, may stand side by side outside of any element.
    var isFragment: Bool { conformance != .document }
    var writesDeclaration: Bool { conformance == .document && !omitsDeclaration }
}
