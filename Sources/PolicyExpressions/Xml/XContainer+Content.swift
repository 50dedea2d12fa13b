// What `Add` and its like take: nodes, attributes, lists of them, and values that become text.
extension XContainer {
    /// `Add`: adds content behind everything else.
    final func add(_ content: Value, _ frame: inout Frame) throws(EvaluationError) { try addContent(content, depth: 0, &frame) }

    private func addContent(_ content: Value, depth: Int, _ frame: inout Frame) throws(EvaluationError) {
        switch content {
        case .null: return
        case .object(let node as XNode):
            try validate(node, after: nil, atEnd: true)
            try insert(node, at: nodes.count, &frame)
        case .object(let attribute as XAttribute): try addToElement(attribute, &frame)
        case .object(let list) where list.isMultipleXmlContent:
            try Self.walk(list, depth, &frame) { (element, frame) throws(EvaluationError) in
                try addContent(element, depth: depth + 1, &frame)
            }
        default: try add(text: try XmlText.text(of: content), &frame)
        }
    }

    private func addToElement(_ attribute: XAttribute, _ frame: inout Frame) throws(EvaluationError) {
        guard let element = self as? XElement else { throw Self.misplacedAttribute }
        try element.add(attribute, &frame)
    }

    private static var misplacedAttribute: EvaluationError { .argument("An attribute cannot be added to content.") }

    /// `AddFirst`, `AddAfterSelf` and so on: adds content behind a node, or in front of everything.
    final func insert(_ content: Value, after previous: XNode?, _ frame: inout Frame) throws(EvaluationError) {
        var insertion = Insertion(container: self, previous: previous)
        try insertion.add(content, depth: 0, &frame)
        try insertion.finish(&frame)
    }

    /// Content that is put in the midst of other content. Text in it is gathered until a node follows.
    private struct Insertion {
        let container: XContainer
        var previous: XNode?
        var text: NetString?

        mutating func add(_ content: Value, depth: Int, _ frame: inout Frame) throws(EvaluationError) {
            switch content {
            case .null: return
            case .object(let node as XNode): try add(node, &frame)
            case .object(is XAttribute): throw XContainer.misplacedAttribute
            case .object(let list) where list.isMultipleXmlContent:
                var insertion = self
                try XContainer.walk(list, depth, &frame) { (element, frame) throws(EvaluationError) in
                    try insertion.add(element, depth: depth + 1, &frame)
                }
                self = insertion
            default:
                let added = try XmlText.text(of: content)
                try container.validate(text: added)
                try frame.allocate(added.utf8Count)
                text = text.map { NetString.concatenate([$0, added]) } ?? added
            }
        }

        private mutating func add(_ node: XNode, _ frame: inout Frame) throws(EvaluationError) {
            try container.validate(node, after: previous, atEnd: false)
            _ = container.nodes
            try flush(&frame)
            try put(node, &frame)
        }

        private mutating func put(_ node: XNode, _ frame: inout Frame) throws(EvaluationError) {
            let position = previous.flatMap { container.position(of: $0) }.map { $0 + 1 } ?? 0
            previous = try container.insert(node, at: position, &frame)
        }

        private mutating func flush(_ frame: inout Frame) throws(EvaluationError) {
            guard let gathered = text else { return }
            text = nil
            guard !gathered.isEmpty else { return }
            if let before = previous as? XText, !(before is XCData) {
                before.value = NetString.concatenate([before.value, gathered])
            } else {
                try put(XText(gathered), &frame)
            }
        }

        mutating func finish(_ frame: inout Frame) throws(EvaluationError) {
            if container.isEmpty, let gathered = text { return container.append(text: gathered) }
            try flush(&frame)
        }
    }

    private static func walk(
        _ list: NetObject, _ depth: Int, _ frame: inout Frame, _ visit: (Value, inout Frame) throws(EvaluationError) -> Void
    ) throws(EvaluationError) {
        // A list that contains itself has no end.
        guard depth < 64 else { throw .limit(.depth, "The content holds more than 64 lists within each other.") }
        _ = try list.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            try visit(element, &frame)
            return true
        }
    }

    /// `ReplaceNodes`. What is put in may be computed from what is there, so it is gathered first.
    final func replaceNodes(with content: Value, _ frame: inout Frame) throws(EvaluationError) {
        let gathered = try XContainer.snapshot(of: content, &frame)
        removeNodes()
        try add(gathered, &frame)
    }

    /// The content with the elements of lists gathered, so that later changes of the tree do not matter.
    static func snapshot(of content: Value, depth: Int = 0, _ frame: inout Frame) throws(EvaluationError) -> Value {
        guard case .object(let list) = content, list.isMultipleXmlContent else { return content }
        var items: [Value] = []
        try walk(list, depth, &frame) { (element, frame) throws(EvaluationError) in
            try frame.allocate(MemoryLayout<Value>.stride)
            items.append(try snapshot(of: element, depth: depth + 1, &frame))
        }
        return .object(NetArray(type: .array(.object, rank: 1), items: items))
    }
}

extension NetObject {
    /// Whether a container that gets this object gets its elements instead.
    fileprivate var isMultipleXmlContent: Bool { !(self is XObject) && isEnumerable }
}

extension XNode {
    /// `ReplaceWith`.
    final func replace(with content: Value, _ frame: inout Frame) throws(EvaluationError) {
        let container = try requiredContainer
        let previous = previousNode
        try container.remove(self)
        try container.insert(content, after: previous, &frame)
    }

    /// A copy of the node with everything in it, without a parent.
    final func deepCopy(_ frame: inout Frame) throws(EvaluationError) -> XNode {
        let copy = shallowCopy()
        guard let source = self as? XContainer, let target = copy as? XContainer else { return copy }
        var pending = [(source, target)]
        while let (source, target) = pending.popLast() {
            if let text = source.text {
                try frame.allocate(text.utf8Count)
                target.append(text: text)
                continue
            }
            for node in source.nodes {
                try frame.step()
                try frame.allocate(XNode.approximateSize)
                let copy = node.shallowCopy()
                target.append(copy)
                if let inner = node as? XContainer, let innerCopy = copy as? XContainer { pending.append((inner, innerCopy)) }
            }
        }
        return copy
    }
}
