/// Writes nodes as text, as .NET's XmlWriter does: its escapes, prefixes and indentation.
struct XmlTextWriter {
    private(set) var buffer = NetStringBuilderBuffer()
    private let isIndented: Bool
    private var namespaces: XmlNamespaceStack

    /// Whether the last start tag still lacks its `>`.
    private(set) var isTagOpen = false
    /// The names of the elements that are open, with their prefixes, and whether each stands in mixed content.
    private var open: [(name: NetString, outerIsMixed: Bool)] = []
    /// Whether text was written in the element at hand, or in one around it, so that white space would change it.
    private var isMixed = false
    /// Where text was written last; nothing is indented directly behind it.
    private var textEnd = 0
    /// Where the content of the element at hand begins, right behind its `>`.
    private var contentStart = -1

    init(isIndented: Bool, omitsDuplicates: Bool = false) {
        self.isIndented = isIndented
        namespaces = XmlNamespaceStack(omitsDuplicates: omitsDuplicates)
    }

    // MARK: Entrances

    /// `ToString()` of a node.
    static func text(of node: XNode, isIndented: Bool, omitsDuplicates: Bool = false) throws(EvaluationError) -> NetString {
        var writer = XmlTextWriter(isIndented: isIndented, omitsDuplicates: omitsDuplicates)
        try writer.write(node)
        return writer.buffer.string
    }

    /// `Save`: with an XML declaration.
    static func document(
        _ container: XContainer, encoding: NetString, isIndented: Bool, omitsDuplicates: Bool
    ) throws(EvaluationError) -> NetString {
        var writer = XmlTextWriter(isIndented: isIndented, omitsDuplicates: omitsDuplicates)
        writer.writeDeclaration(encoding: encoding, standalone: (container as? XDocument)?.declaration?.standalone)
        try writer.write(container)
        return writer.buffer.string
    }

    /// `ToString()` of an attribute.
    static func text(of attribute: XAttribute) throws(EvaluationError) -> NetString {
        var writer = XmlTextWriter(isIndented: false)
        let name = attribute.name
        let prefix = attribute.parent.map { XmlDeclaredNamespaces(including: $0) }?.prefix(of: name.namespaceName, allowsDefault: false)
        try writer.writeAttribute(prefix ?? XmlTextWriter.fixedPrefix(of: name.namespaceName), name, attribute.value)
        return writer.buffer.string.trimmed()
    }

    private static func fixedPrefix(of namespace: NetString) -> NetString? {
        switch namespace {
        case "": ""
        case ExpandedName.xmlNamespace: "xml"
        case ExpandedName.xmlnsNamespace: "xmlns"
        default: nil
        }
    }

    // MARK: Nodes

    /// Writes a node with everything in it.
    mutating func write(_ node: XNode) throws(EvaluationError) {
        switch node {
        case let document as XDocument:
            if let text = document.text { try writeText(text) }
            for node in document.text == nil ? document.nodes : [] { try write(node) }
        case let element as XElement: try write(element)
        default: try writeLeaf(node)
        }
    }

    private mutating func write(_ root: XElement) throws(EvaluationError) {
        var declared = XmlDeclaredNamespaces(around: root)
        try startElement(root, &declared)
        var pending: [(element: XElement, next: Int)] = [(root, 0)]
        while let (element, next) = pending.last {
            if let text = element.text { try writeText(text) }
            guard element.text == nil, next < element.nodes.count else {
                endElement(isEmpty: element.isEmpty)
                declared.popScope()
                pending.removeLast()
                continue
            }
            pending[pending.count - 1].next += 1
            let node = element.nodes[next]
            if let inner = node as? XElement {
                try startElement(inner, &declared)
                pending.append((inner, 0))
            } else {
                try writeLeaf(node)
            }
        }
    }

    private mutating func writeLeaf(_ node: XNode) throws(EvaluationError) {
        switch node {
        case let cdata as XCData: try writeCData(cdata.value)
        case let text as XText: try writeText(text.value)
        case let comment as XComment: try writeComment(comment.value)
        case let instruction as XProcessingInstruction: try writeInstruction(instruction.target, instruction.data)
        case let type as XDocumentType: writeDocumentType(type)
        default: break
        }
    }

    // MARK: Elements

    private mutating func startElement(_ element: XElement, _ declared: inout XmlDeclaredNamespaces) throws(EvaluationError) {
        declared.pushScope(of: element)
        let name = element.name
        try startElement(declared.prefix(of: name.namespaceName, allowsDefault: true), name)
        for attribute in element.attributes {
            let prefix = declared.prefix(of: attribute.name.namespaceName, allowsDefault: false)
            try writeAttribute(prefix, attribute.name, attribute.value)
        }
    }

    mutating func startElement(_ wanted: NetString?, _ name: ExpandedName) throws(EvaluationError) {
        guard open.count < XmlTextReader.maximumDepth else {
            throw .limit(.depth, "The XML is nested deeper than \(XmlTextReader.maximumDepth) elements.")
        }
        closeTag()
        if !isMixed { indent() }
        let prefix = wanted ?? namespaces.prefix(of: name.namespaceName) ?? ""
        let qualified = prefix.isEmpty ? name.localName : NetString.concatenate([prefix, ":", name.localName])
        buffer.append(ascii: "<")
        buffer.append(qualified)
        open.append((qualified, isMixed))
        namespaces.pushScope()
        try namespaces.use(prefix, for: name.namespaceName)
        isTagOpen = true
    }

    mutating func endElement(isEmpty: Bool) {
        guard let (name, outerIsMixed) = open.popLast() else { return }
        if isTagOpen, isEmpty {
            writeNeededDeclarations()
            buffer.append(ascii: " />")
            isTagOpen = false
        } else {
            closeTag(depth: open.count)
            if !isMixed, contentStart != buffer.byteCount { indent() }
            buffer.append(ascii: "</")
            buffer.append(name)
            buffer.append(ascii: UInt8(ascii: ">"))
        }
        isMixed = outerIsMixed
        namespaces.popScope()
    }

    mutating func writeAttribute(_ wanted: NetString?, _ name: ExpandedName, _ value: NetString) throws(EvaluationError) {
        if name.declaresNamespace {
            guard try namespaces.declare(name.declaredPrefix, value) else { return }
            return try writeDeclaration(of: name.declaredPrefix, value)
        }
        let prefix = try attributePrefix(wanted, name.namespaceName)
        buffer.append(ascii: " ")
        if !prefix.isEmpty {
            buffer.append(prefix)
            buffer.append(ascii: ":")
        }
        buffer.append(name.localName)
        try writeValue(value)
    }

    private mutating func attributePrefix(_ wanted: NetString?, _ namespace: NetString) throws(EvaluationError) -> NetString {
        if namespace.isEmpty { return "" }
        var prefix = wanted ?? namespaces.prefix(of: namespace) ?? ""
        if prefix.isEmpty || namespaces.localName(of: prefix).map({ $0 != namespace }) ?? false { prefix = namespaces.generatedPrefix() }
        try namespaces.use(prefix, for: namespace)
        return prefix
    }

    private mutating func writeDeclaration(of prefix: NetString, _ name: NetString) throws(EvaluationError) {
        buffer.append(ascii: prefix.isEmpty ? " xmlns" : " xmlns:")
        buffer.append(prefix)
        try writeValue(name)
    }

    private mutating func writeNeededDeclarations() {
        for (prefix, name) in namespaces.neededDeclarations {
            // A name that was written as an attribute's before has no character that cannot be.
            try? writeDeclaration(of: prefix, name)
        }
    }

    private mutating func writeValue(_ value: NetString) throws(EvaluationError) {
        buffer.append(ascii: "=\"")
        try XmlEscapes.append(value, to: &buffer, isAttribute: true)
        buffer.append(ascii: "\"")
    }

    /// Ends the start tag, if one is open: content follows.
    private mutating func closeTag(depth: Int? = nil) {
        guard isTagOpen else { return }
        writeNeededDeclarations()
        if (depth ?? open.count - 1) == 0 { isMixed = false }
        buffer.append(ascii: ">")
        contentStart = buffer.byteCount
        isTagOpen = false
    }

    private mutating func indent() {
        guard isIndented, textEnd != buffer.byteCount else { return }
        buffer.append(ascii: "\n")
        for _ in open.indices { buffer.append(ascii: "  ") }
    }

    // MARK: Content

    mutating func writeText(_ text: NetString) throws(EvaluationError) {
        closeTag()
        isMixed = true
        try XmlEscapes.append(text, to: &buffer, isAttribute: false)
        (textEnd, contentStart) = (buffer.byteCount, -1)
    }

    mutating func writeCData(_ text: NetString) throws(EvaluationError) {
        closeTag()
        isMixed = true
        buffer.append(ascii: "<![CDATA[")
        try XmlEscapes.appendCData(text, to: &buffer)
        buffer.append(ascii: "]]>")
        (textEnd, contentStart) = (buffer.byteCount, -1)
    }

    mutating func writeComment(_ text: NetString) throws(EvaluationError) {
        closeTag()
        if !isMixed { indent() }
        buffer.append(ascii: "<!--")
        try XmlEscapes.appendComment(text, to: &buffer)
        buffer.append(ascii: "-->")
    }

    mutating func writeInstruction(_ target: NetString, _ data: NetString) throws(EvaluationError) {
        closeTag()
        if !isMixed { indent() }
        buffer.append(ascii: "<?")
        buffer.append(target)
        if !data.isEmpty { buffer.append(ascii: " ") }
        try XmlEscapes.appendInstruction(data, to: &buffer)
        buffer.append(ascii: "?>")
    }

    private mutating func writeDocumentType(_ type: XDocumentType) {
        if !isMixed { indent() }
        buffer.append(ascii: "<!DOCTYPE ")
        buffer.append(type.name)
        if let publicID = type.publicID {
            for part in [" PUBLIC \"", publicID, "\" \"", type.systemID ?? "", "\""] { buffer.append(part) }
        } else if let systemID = type.systemID {
            for part in [" SYSTEM \"", systemID, "\""] { buffer.append(part) }
        }
        if let subset = type.internalSubset { for part in [" [", subset, "]"] { buffer.append(part) } }
        buffer.append(ascii: ">")
    }

    mutating func writeDeclaration(encoding: NetString, standalone: NetString?) {
        for part in ["<?xml version=\"1.0\" encoding=\"", encoding, "\""] { buffer.append(part) }
        if let standalone, standalone == "yes" || standalone == "no" {
            for part in [" standalone=\"", standalone, "\""] { buffer.append(part) }
        }
        buffer.append(ascii: "?>")
    }

    /// Writes markup as it is.
    mutating func writeRaw(_ markup: NetString) {
        closeTag()
        isMixed = true
        buffer.append(markup)
        (textEnd, contentStart) = (buffer.byteCount, -1)
    }

    // MARK: Where the writer is

    /// How many elements are open.
    var depth: Int { open.count }
    var byteCount: Int { buffer.byteCount }

    /// The namespace that is declared for a prefix.
    func namespace(of prefix: NetString) -> NetString? { namespaces.name(of: prefix) }

    /// Ends what is still open, as closing an XmlWriter does.
    mutating func finish() { while !open.isEmpty { endElement(isEmpty: isTagOpen) } }
}
