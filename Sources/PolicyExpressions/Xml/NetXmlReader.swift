/// `System.Xml.XmlReader`: a cursor over the nodes of a text of XML, or of a tree.
///
/// A text is read as a whole when the cursor first moves, so that what is wrong far behind is found at once, where .NET
/// finds it when it gets there. The tree does not keep prefixes; `Name` has the one that is declared for the namespace.
final class NetXmlReader: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.xmlReader, []) }
    override var type: TypeSymbol { Self.symbol }

    /// Where the cursor is.
    enum Position: Equatable {
        case start, declaration, node, endElement, end, closed
        /// On an attribute of the element at hand.
        case attribute(Int)
    }

    /// Nodes side by side, the element around them, and which of them comes next.
    private struct Level {
        let nodes: [XNode]
        let element: XElement?
        var next = 0
    }

    private let settings: NetXmlReaderSettings
    /// What is still to be read.
    private var unread: NetString?
    private(set) var document: XDocument?
    private var levels: [Level] = []
    private(set) var position = Position.start
    /// The node at hand; at an end tag or an attribute, its element.
    private(set) var node: XNode?
    /// Whether the element at hand is written `<a />`.
    private(set) var isEmptyElement = false

    init(_ text: NetString, _ settings: NetXmlReaderSettings) { (unread, self.settings) = (text, settings) }

    /// `CreateReader()` of a node.
    init(_ node: XNode) {
        settings = NetXmlReaderSettings()
        if let document = node as? XDocument { self.document = document } else { levels = [Level(nodes: [node], element: nil)] }
    }

    override func dispose() { (position, node, levels) = (.closed, nil, []) }

    // MARK: Moving

    /// `Read`: goes to the next node; false at the end.
    func read(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        switch position {
        case .end, .closed: return false
        case .start: if try open(&frame) { return true }
        case .node, .attribute:
            if let element = node as? XElement, !isEmptyElement { levels.append(Level(nodes: element.nodes, element: element)) }
        case .declaration, .endElement: break
        }
        return try readPastNode(&frame)
    }

    /// Reads the text; true when it begins with an XML declaration, where the cursor then is.
    private func open(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        if let text = unread {
            unread = nil
            // What cannot be read is read no further.
            position = .end
            document = try settings.read(text, &frame)
        }
        guard let document else { return false }
        levels = [Level(nodes: document.nodes, element: nil)]
        if document.declaration != nil { position = .declaration }
        return document.declaration != nil
    }

    /// Goes behind the node at hand and everything in it.
    func readPastNode(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        while let level = levels.last {
            try frame.step()
            if level.next < level.nodes.count {
                levels[levels.count - 1].next += 1
                if arrive(at: level.nodes[level.next]) { return true }
                continue
            }
            levels.removeLast()
            guard let element = level.element else { break }
            (node, position, isEmptyElement) = (element, .endElement, false)
            return true
        }
        (node, position, isEmptyElement) = (nil, .end, false)
        return false
    }

    private func arrive(at next: XNode) -> Bool {
        if let text = next as? XText, text.value.isEmpty { return false }
        // Asked for now: whoever asks for its nodes takes an empty text away.
        (node, position, isEmptyElement) = (next, .node, (next as? XElement)?.isEmpty ?? false)
        return true
    }

    /// Goes to an attribute of the element at hand.
    func moveToAttribute(at index: Int) { position = .attribute(index) }

    /// `MoveToElement`: from an attribute back to its element.
    func moveToElement() -> Bool {
        guard case .attribute = position else { return false }
        position = .node
        return true
    }

    // MARK: What is at hand

    var nodeType: XmlNodeType {
        switch position {
        case .start, .end, .closed: .none
        case .declaration: .xmlDeclaration
        case .endElement: .endElement
        case .attribute: .attribute
        case .node: isWhitespace ? .whitespace : node?.nodeType ?? .none
        }
    }

    private var isWhitespace: Bool {
        guard let text = node as? XText, !(text is XCData) else { return false }
        return XmlCharacters.isWhitespace(text.value)
    }

    /// How many elements are around what is at hand.
    var depth: Int {
        switch position {
        case .start, .declaration, .end, .closed: 0
        case .node, .endElement: levels.count - 1
        case .attribute: levels.count
        }
    }

    /// The attributes of the element at hand.
    var attributes: [XAttribute] { position == .endElement ? [] : (node as? XElement)?.attributes ?? [] }

    /// The attribute at hand.
    var attribute: XAttribute? {
        guard case .attribute(let index) = position, index < attributes.count else { return nil }
        return attributes[index]
    }

    /// The local name and the namespace of what is at hand, where it has a name.
    var expandedName: ExpandedName {
        if let attribute { return attribute.name }
        if position == .declaration { return ExpandedName("xml") }
        switch node {
        case let element as XElement: return element.name
        case let instruction as XProcessingInstruction: return ExpandedName(instruction.target)
        case let type as XDocumentType: return ExpandedName(type.name)
        default: return ExpandedName("")
        }
    }

    /// The prefix that stands in front of a name at the element at hand.
    func prefix(of name: ExpandedName, isAttribute: Bool) -> NetString {
        guard !name.namespaceName.isEmpty, let element = node as? XElement else { return "" }
        var declared = XmlDeclaredNamespaces(around: element)
        declared.pushScope(of: element)
        return declared.prefix(of: name.namespaceName, allowsDefault: !isAttribute) ?? ""
    }

    /// A name with its prefix.
    func qualified(_ name: ExpandedName, isAttribute: Bool) -> NetString {
        let prefix = prefix(of: name, isAttribute: isAttribute)
        return prefix.isEmpty ? name.localName : NetString.concatenate([prefix, ":", name.localName])
    }

    /// `Value` of what is at hand.
    var value: NetString {
        if let attribute { return attribute.value }
        switch (position, node) {
        case (.declaration, _): return document?.declaration?.content ?? ""
        case (_, let text as XText): return text.value
        case (_, let comment as XComment): return comment.value
        case (_, let instruction as XProcessingInstruction): return instruction.data
        case (_, let type as XDocumentType): return type.internalSubset ?? ""
        default: return ""
        }
    }
}

extension XDeclaration {
    /// What stands between `<?xml` and `?>`.
    fileprivate var content: NetString {
        let parts: [(String, NetString?)] = [("version", version), ("encoding", encoding), ("standalone", standalone)]
        return NetString(parts.compactMap { name, value in value.map { "\(name)=\"\($0.string)\"" } }.joined(separator: " "))
    }
}
