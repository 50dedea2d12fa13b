// The sequences of nodes around a node. They walk as .NET's iterators do while the tree changes: whoever removes the node
// that was given last ends the walk through siblings.
extension XObject {
    /// The elements around the object, innermost first.
    final func ancestors(_ name: ExpandedName?, _ includingSelf: XElement? = nil) -> LazySequence {
        LazySequence(of: .xElement) { (frame, visit) throws(EvaluationError) -> Bool in
            var current = includingSelf ?? self.parent
            while let element = current {
                try frame.step()
                if name == nil || element.name == name { guard try visit(.object(element), &frame) else { return false } }
                current = element.parent
            }
            return true
        }
    }
}

extension XContainer {
    /// A walk through the nodes in the container.
    fileprivate final func forEachNode(
        _ frame: inout Frame, _ visit: (XNode, inout Frame) throws(EvaluationError) -> Bool
    ) throws(EvaluationError) -> Bool {
        var current = nodes.first
        while let node = current {
            try frame.step()
            guard try visit(node, &frame) else { return false }
            guard node.container === self else { return true }
            current = node.nextNode
        }
        return true
    }

    final func nodeSequence() -> LazySequence {
        LazySequence(of: .xNode) { (frame, visit) throws(EvaluationError) -> Bool in
            try self.forEachNode(&frame) { (node, frame) throws(EvaluationError) -> Bool in try visit(.object(node), &frame) }
        }
    }

    final func elements(_ name: ExpandedName?) -> LazySequence {
        LazySequence(of: .xElement) { (frame, visit) throws(EvaluationError) -> Bool in
            guard self.text == nil else { return true }
            return try self.forEachNode(&frame) { (node, frame) throws(EvaluationError) -> Bool in
                guard let element = node as? XElement, name == nil || element.name == name else { return true }
                return try visit(.object(element), &frame)
            }
        }
    }

    /// Everything in the container, in the order of the document.
    final func descendants(_ name: ExpandedName?, includingSelf: Bool = false) -> LazySequence {
        LazySequence(of: .xElement) { (frame, visit) throws(EvaluationError) -> Bool in
            if includingSelf, let element = self as? XElement, name == nil || element.name == name {
                guard try visit(.object(element), &frame) else { return false }
            }
            return try self.forEachDescendant(&frame, makesTextNodes: false) { (node, frame) throws(EvaluationError) -> Bool in
                guard let element = node as? XElement, name == nil || element.name == name else { return true }
                return try visit(.object(element), &frame)
            }
        }
    }

    final func descendantNodes(includingSelf: Bool = false) -> LazySequence {
        LazySequence(of: .xNode) { (frame, visit) throws(EvaluationError) -> Bool in
            if includingSelf { guard try visit(.object(self), &frame) else { return false } }
            return try self.forEachDescendant(&frame, makesTextNodes: true) { (node, frame) throws(EvaluationError) -> Bool in
                try visit(.object(node), &frame)
            }
        }
    }

    private func forEachDescendant(
        _ frame: inout Frame, makesTextNodes: Bool, _ visit: (XNode, inout Frame) throws(EvaluationError) -> Bool
    ) throws(EvaluationError) -> Bool {
        var node: XNode = self
        while true {
            try frame.step()
            if let container = node as? XContainer, makesTextNodes || container.text == nil, let first = container.nodes.first {
                node = first
            } else {
                while node !== self {
                    guard let container = node.container else { throw .nullReference }
                    if let next = node.nextNode {
                        node = next
                        break
                    }
                    node = container
                }
                if node === self { return true }
            }
            guard try visit(node, &frame) else { return false }
        }
    }
}

extension XNode {
    /// The siblings behind the node.
    final func nodesAfterSelf(_ accepts: @escaping (XNode) -> Bool, of type: TypeSymbol) -> LazySequence {
        LazySequence(of: type) { (frame, visit) throws(EvaluationError) -> Bool in
            var current: XNode = self
            while let next = current.nextNode {
                try frame.step()
                current = next
                if accepts(next) { guard try visit(.object(next), &frame) else { return false } }
            }
            return true
        }
    }

    /// The siblings in front of the node, in the order of the document.
    final func nodesBeforeSelf(_ accepts: @escaping (XNode) -> Bool, of type: TypeSymbol) -> LazySequence {
        LazySequence(of: type) { (frame, visit) throws(EvaluationError) -> Bool in
            var current = self.container?.nodes.first
            while let node = current, node !== self {
                try frame.step()
                if accepts(node) { guard try visit(.object(node), &frame) else { return false } }
                current = node.nextNode
            }
            return true
        }
    }
}

extension XElement {
    func attributeSequence(_ name: ExpandedName?) -> LazySequence {
        LazySequence(of: .xAttribute) { (frame, visit) throws(EvaluationError) -> Bool in
            var current = self.attributes.first
            while let attribute = current {
                try frame.step()
                if name == nil || attribute.name == name { guard try visit(.object(attribute), &frame) else { return false } }
                guard attribute.container === self else { return true }
                current = attribute.next
            }
            return true
        }
    }

    // MARK: Prefixes

    /// `GetNamespaceOfPrefix`: the namespace that a prefix has in the element.
    func namespace(ofPrefix prefix: NetString) -> NetString? {
        var current: XElement? = self
        while let element = current {
            if let found = element.attributes.first(where: { $0.name.declaresNamespace && $0.name.declaredPrefix == prefix }) {
                return found.value
            }
            current = element.parent
        }
        switch prefix {
        case "xml": return ExpandedName.xmlNamespace
        case "xmlns": return ExpandedName.xmlnsNamespace
        default: return nil
        }
    }

    /// `GetPrefixOfNamespace`: a prefix that has a namespace in the element; the default namespace has none.
    func prefix(ofNamespace name: NetString) -> NetString? {
        var current: XElement? = self
        while let element = current {
            for attribute in element.attributes where attribute.name.declaresNamespace && attribute.value == name {
                let prefix = attribute.name.declaredPrefix
                if !prefix.isEmpty, namespace(ofPrefix: prefix) == name { return prefix }
            }
            current = element.parent
        }
        switch name {
        case ExpandedName.xmlNamespace: return "xml"
        case ExpandedName.xmlnsNamespace: return "xmlns"
        default: return nil
        }
    }
}
