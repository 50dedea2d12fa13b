/// System.Xml.Linq.XElement.
final class XElement: XContainer {
    var name: ExpandedName
    private(set) var attributes: [XAttribute] = []

    init(_ name: ExpandedName) { self.name = name }

    deinit { for attribute in attributes { attribute.container = nil } }

    override class var symbol: TypeSymbol { .xElement }
    override var nodeType: XmlNodeType { .element }

    override func shallowCopy() -> XNode {
        let copy = XElement(name)
        for attribute in attributes { copy.append(XAttribute(attribute.name, attribute.value)) }
        return copy
    }

    override func hasEqualData(_ other: XNode) -> Bool {
        guard let other = other as? XElement, name == other.name, attributes.count == other.attributes.count else { return false }
        return zip(attributes, other.attributes).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }

    override func validate(_ node: XNode, after previous: XNode?, atEnd: Bool) throws(EvaluationError) {
        if node is XDocument || node is XDocumentType { throw .misplacedNode(node.nodeType) }
    }

    // MARK: Attributes

    func attribute(_ name: ExpandedName) -> XAttribute? { attributes.first { $0.name == name } }

    /// Adds an attribute; one that belongs to an element is copied.
    func add(_ attribute: XAttribute, _ frame: inout Frame) throws(EvaluationError) {
        guard self.attribute(attribute.name) == nil else { throw .invalidOperation("Duplicate attribute.") }
        try frame.step(1 + attributes.count / 8)
        try frame.allocate(XNode.approximateSize)
        append(attribute.container == nil ? attribute : XAttribute(attribute.name, attribute.value))
    }

    /// Adds an attribute that was just made and that the element lacks.
    func append(_ attribute: XAttribute) {
        attribute.container = self
        attributes.append(attribute)
    }

    func remove(_ attribute: XAttribute) {
        guard let position = attributes.firstIndex(where: { $0 === attribute }) else { return }
        attribute.container = nil
        attributes.remove(at: position)
    }

    func removeAttributes() {
        for attribute in attributes { attribute.container = nil }
        attributes = []
    }

    /// `SetAttributeValue`: null removes the attribute.
    func setAttributeValue(_ name: ExpandedName, _ value: Value, _ frame: inout Frame) throws(EvaluationError) {
        let existing = attribute(name)
        guard !value.isNull else {
            if let existing { remove(existing) }
            return
        }
        let text = try XmlText.text(of: value)
        try frame.allocate(text.utf8Count)
        if let existing { return try existing.set(text) }
        try frame.allocate(XNode.approximateSize)
        append(try XAttribute(checking: name, text))
    }

    /// `SetElementValue`: null removes the element.
    func setElementValue(_ name: ExpandedName, _ value: Value, _ frame: inout Frame) throws(EvaluationError) {
        let existing = firstElement(name)
        guard !value.isNull else {
            if let existing { try existing.remove() }
            return
        }
        let text = try XmlText.text(of: value)
        if let existing { return try existing.setText(text, &frame) }
        let element = XElement(name)
        try element.add(.string(text), &frame)
        try insert(element, at: nodes.count, &frame)
    }

    // MARK: Text

    /// `Value`: the text of everything in the element.
    func value(_ frame: inout Frame) throws(EvaluationError) -> NetString {
        if let text { return text }
        var buffer = NetStringBuilderBuffer()
        try forEachTextBelow(&frame) { buffer.append($0) }
        try frame.allocate(buffer.byteCount)
        return buffer.string
    }

    private func forEachTextBelow(_ frame: inout Frame, _ visit: (NetString) -> Void) throws(EvaluationError) {
        var open: [(container: XContainer, next: Int)] = [(self, 0)]
        while let (container, position) = open.last {
            try frame.step()
            if let text = container.text { visit(text) }
            guard container.text == nil, position < container.nodes.count else {
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            let node = container.nodes[position]
            if let text = node as? XText { visit(text.value) } else if let inner = node as? XElement { open.append((inner, 0)) }
        }
    }

    /// Sets `Value`: the text becomes the whole content.
    func setText(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        removeNodes()
        try add(text: text, &frame)
    }
}

extension XContainer {
    final func firstElement(_ name: ExpandedName) -> XElement? {
        guard text == nil else { return nil }
        for node in nodes { if let element = node as? XElement, element.name == name { return element } }
        return nil
    }
}

extension EvaluationError {
    /// ArgumentException of a node in a place where no such node can stand.
    static func misplacedNode(_ type: XmlNodeType) -> EvaluationError {
        .argument("A node of type \(type.name) cannot be added to content.")
    }
}
