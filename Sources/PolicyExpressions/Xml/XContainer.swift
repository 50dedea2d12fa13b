/// System.Xml.Linq.XContainer: an element or a document.
class XContainer: XNode {
    /// The nodes in the container, without text that nobody has asked for as a node.
    private var stored: [XNode] = []
    /// The whole content where it is text that nobody has asked for as a node. The empty text of `<a></a>` tells it from `<a />`.
    final private(set) var text: NetString?

    override class var symbol: TypeSymbol { .xContainer }

    deinit {
        // In a loop, so that the height of a tree costs no stack.
        var pending: [XNode] = []
        surrenderNodes(to: &pending)
        while var node = pending.popLast() {
            guard isKnownUniquelyReferenced(&node) else { continue }
            (node as? XContainer)?.surrenderNodes(to: &pending)
        }
    }

    private func surrenderNodes(to pending: inout [XNode]) {
        for node in stored {
            node.container = nil
            if node is XContainer { pending.append(node) }
        }
        stored = []
    }

    /// The nodes in the container.
    final var nodes: [XNode] {
        if text != nil { makeTextNode() }
        return stored
    }

    /// Whether there is nothing in the container, not even the empty text.
    final var isEmpty: Bool { stored.isEmpty && text == nil }

    private func makeTextNode() {
        guard let text else { return }
        self.text = nil
        if !text.isEmpty { attach(XText(text), at: 0) }
    }

    private func attach(_ node: XNode, at position: Int) {
        node.container = self
        node.positionHint = position
        stored.insert(node, at: position)
    }

    /// The position of a node that is in the container.
    final func position(of node: XNode) -> Int? {
        let hint = node.positionHint
        if hint < stored.count, stored[hint] === node { return hint }
        let near = max(0, hint - 64)..<min(stored.count, hint + 64)
        if !near.isEmpty, let position = near.first(where: { stored[$0] === node }) {
            node.positionHint = position
            return position
        }
        // Many nodes were moved, so that all are told where they are.
        for (position, other) in stored.enumerated() { other.positionHint = position }
        return node.container === self ? node.positionHint : nil
    }

    // MARK: Changes

    /// Throws when a node may not stand behind another, or with `atEnd` behind all others.
    func validate(_ node: XNode, after previous: XNode?, atEnd: Bool) throws(EvaluationError) {}

    /// Throws when a text may not stand in the container.
    func validate(text: NetString) throws(EvaluationError) {}

    /// Puts a node at a position in `0...nodes.count`; one that has a parent, or that the container is in, is copied.
    @discardableResult
    final func insert(_ node: XNode, at position: Int, _ frame: inout Frame) throws(EvaluationError) -> XNode {
        let own = try adopt(node, &frame)
        makeTextNode()
        attach(own, at: position)
        return own
    }

    private func adopt(_ node: XNode, _ frame: inout Frame) throws(EvaluationError) -> XNode {
        try frame.allocate(XNode.approximateSize)
        if node.container != nil || node is XContainer && isInside(node) { return try node.deepCopy(&frame) }
        return node
    }

    private func isInside(_ node: XNode) -> Bool {
        var outer: XContainer? = self
        while let container = outer {
            if container === node { return true }
            outer = container.container
        }
        return false
    }

    /// Adds text behind everything else; text that is there already becomes longer.
    final func add(text added: NetString, _ frame: inout Frame) throws(EvaluationError) {
        try validate(text: added)
        try frame.allocate(added.utf8Count)
        append(text: added)
    }

    /// As `add(text:)`, without checks: for what was read.
    final func append(text added: NetString) {
        if stored.isEmpty {
            text = text.map { $0.isEmpty ? added : NetString.concatenate([$0, added]) } ?? added
        } else if !added.isEmpty {
            if let last = stored.last as? XText, !(last is XCData) {
                last.value = NetString.concatenate([last.value, added])
            } else {
                attach(XText(added), at: stored.count)
            }
        }
    }

    /// Adds a node that was just made, without checks: for what was read and what is copied.
    final func append(_ node: XNode) {
        makeTextNode()
        attach(node, at: stored.count)
    }

    final func remove(_ node: XNode) throws(EvaluationError) {
        guard let position = position(of: node) else { return }
        node.container = nil
        stored.remove(at: position)
    }

    /// `RemoveNodes`.
    final func removeNodes() {
        for node in stored { node.container = nil }
        (stored, text) = ([], nil)
    }
}
