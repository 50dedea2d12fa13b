// What reads more than one node at a time.
extension NetXmlReader {
    /// The node at hand; throws InvalidOperationException in front of the first and behind the last.
    private var currentNode: XNode {
        get throws(EvaluationError) {
            guard let node, position == .node || position == .endElement else {
                throw .invalidOperation("The XmlReader state should be Interactive.")
            }
            return node
        }
    }

    /// `XNode.ReadFrom`: a copy of the node at hand, behind which the cursor then is.
    func readNode(_ frame: inout Frame) throws(EvaluationError) -> XNode {
        let node = try currentNode
        guard position == .node else { throw .invalidOperation("The XmlReader should not be on a node of type EndElement.") }
        let copy = try node.deepCopy(&frame)
        _ = try readPastNode(&frame)
        return copy
    }

    /// `XElement.Load`: a copy of the element that comes next.
    func readElement(_ frame: inout Frame) throws(EvaluationError) -> XElement {
        let type = try moveToContent(&frame)
        guard type == .element, let element = try readNode(&frame) as? XElement else {
            throw .invalidOperation("The XmlReader must be on a node of type Element instead of a node of type \(type.name).")
        }
        return element
    }

    /// `XDocument.Load`: copies of all nodes that are left.
    func readDocument(_ frame: inout Frame) throws(EvaluationError) -> XDocument {
        if position == .start { _ = try read(&frame) }
        let document = XDocument()
        if position == .declaration {
            document.declaration = (self.document?.shallowCopy() as? XDocument)?.declaration
            _ = try read(&frame)
        }
        while position == .node, depth == 0 {
            let node = try readNode(&frame)
            if let text = node as? XText { document.append(text: text.value) } else { document.append(node) }
        }
        guard document.root != nil else { throw .xml("Root element is missing.") }
        return document
    }

    /// `MoveToContent`: goes on until there is an element, an end tag or a text that is not white space.
    func moveToContent(_ frame: inout Frame) throws(EvaluationError) -> XmlNodeType {
        _ = moveToElement()
        repeat {
            switch nodeType {
            case .element, .endElement, .text, .cdata: return nodeType
            default: break
            }
        } while try read(&frame)
        return nodeType
    }

    /// `Skip`: goes behind the node at hand and everything in it.
    func skip(_ frame: inout Frame) throws(EvaluationError) {
        _ = moveToElement()
        _ = position == .node ? try readPastNode(&frame) : try read(&frame)
    }

    // MARK: Searching

    /// `ReadToFollowing`: the next element that fits, however deep.
    func readToFollowing(_ frame: inout Frame, _ fits: (NetXmlReader) -> Bool) throws(EvaluationError) -> Bool {
        while try read(&frame) { if nodeType == .element, fits(self) { return true } }
        return false
    }

    /// `ReadToDescendant`: the next element that fits, within the one at hand.
    func readToDescendant(_ frame: inout Frame, _ fits: (NetXmlReader) -> Bool) throws(EvaluationError) -> Bool {
        var outerDepth = depth
        if position == .start {
            outerDepth = -1
        } else {
            _ = moveToElement()
            guard nodeType == .element, !isEmptyElement else { return false }
        }
        while try read(&frame), depth > outerDepth { if nodeType == .element, fits(self) { return true } }
        return false
    }

    /// `ReadToNextSibling`: the next element that fits, beside the node at hand.
    func readToNextSibling(_ frame: inout Frame, _ fits: (NetXmlReader) -> Bool) throws(EvaluationError) -> Bool {
        repeat {
            try skip(&frame)
            if nodeType == .element, fits(self) { return true }
        } while position != .endElement && position != .end && position != .closed
        return false
    }

    // MARK: Text

    /// `ReadElementContentAsString`: the text of the element at hand, behind which the cursor then is.
    func readElementText(_ frame: inout Frame, _ method: StaticString = "ReadElementContentAsString") throws(EvaluationError) -> NetString {
        _ = moveToElement()
        guard nodeType == .element, let element = node as? XElement else {
            throw .invalidOperation("The \(method) method is not supported on node type \(nodeType.name).")
        }
        let isEmpty = isEmptyElement
        if !isEmpty, element.nodes.contains(where: { $0 is XElement }) {
            throw .xml("ReadElementContentAs() methods cannot be called on an element that has child elements.")
        }
        let text = isEmpty ? "" : try element.value(&frame)
        _ = try readPastNode(&frame)
        return text
    }

    /// `ReadContentAsString`: the text from the node at hand to the next tag.
    func readText(_ frame: inout Frame) throws(EvaluationError) -> NetString {
        if let attribute { return attribute.value }
        guard position == .endElement || node is XText else {
            throw .invalidOperation("The ReadContentAsString method is not supported on node type \(nodeType.name).")
        }
        var buffer = NetStringBuilderBuffer()
        while position == .node, !(node is XElement) {
            if let text = node as? XText { buffer.append(text.value) }
            guard try readPastNode(&frame) else { break }
        }
        try frame.allocate(buffer.byteCount)
        return buffer.string
    }

    /// `ReadOuterXml`, or without the element's own tags `ReadInnerXml`.
    func readXml(withTags: Bool, _ frame: inout Frame) throws(EvaluationError) -> NetString {
        if let attribute, !withTags { return attribute.value }
        _ = moveToElement()
        guard position == .node, let node, withTags || node is XElement else {
            _ = try read(&frame)
            return ""
        }
        var parts: [NetString] = []
        if withTags {
            parts = [try frame.written(node, XmlSaveOptions(carried: 1))]
        } else if !isEmptyElement, let element = node as? XElement {
            for inner in element.nodes { parts.append(try frame.written(inner, XmlSaveOptions(carried: 1))) }
        }
        _ = try readPastNode(&frame)
        return NetString.concatenate(parts)
    }

    // MARK: Tags

    /// `ReadStartElement`: passes the start tag that comes next.
    func readStartElement(_ name: NetString?, _ frame: inout Frame) throws(EvaluationError) {
        let type = try moveToContent(&frame)
        guard type == .element else { throw .xml("'\(type.name)' is an invalid XmlNodeType.") }
        if let name, qualified(expandedName, isAttribute: false) != name {
            throw .xml("Element '\(name.string)' was not found.")
        }
        _ = try read(&frame)
    }

    /// `ReadEndElement`: passes the end tag that comes next.
    func readEndElement(_ frame: inout Frame) throws(EvaluationError) {
        let type = try moveToContent(&frame)
        guard type == .endElement else { throw .xml("'\(type.name)' is an invalid XmlNodeType.") }
        _ = try read(&frame)
    }
}
