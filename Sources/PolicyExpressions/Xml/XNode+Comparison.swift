// Equality and order of nodes.
extension XNode {
    /// `DeepEquals`: the same nodes with the same data in the same order.
    static func deepEquals(_ left: XNode?, _ right: XNode?, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        guard let left, let right else { return left === right }
        var pending = [(left, right)]
        while let (left, right) = pending.popLast() {
            try frame.step()
            if left === right { continue }
            guard Swift.type(of: left) == Swift.type(of: right), left.hasEqualData(right) else { return false }
            guard let own = left as? XContainer, let other = right as? XContainer else { continue }
            // Text that is no node yet is compared as text.
            if own.isEmpty != other.isEmpty, left is XElement { return false }
            if let text = own.text, let otherText = other.text {
                guard text == otherText else { return false }
                continue
            }
            let nodes = own.nodes, others = other.nodes
            guard nodes.count == others.count else { return false }
            pending.append(contentsOf: zip(nodes, others))
        }
        return true
    }

    /// The containers around the node, outermost first, and the node itself.
    private func path(_ frame: inout Frame) throws(EvaluationError) -> [XNode] {
        var path: [XNode] = [self]
        while let container = path[path.count - 1].container {
            try frame.step()
            path.append(container)
        }
        return path.reversed()
    }

    /// `CompareDocumentOrder`: -1, 0 or 1.
    static func documentOrder(_ left: XNode?, _ right: XNode?, _ frame: inout Frame) throws(EvaluationError) -> Int32 {
        if left === right { return 0 }
        guard let left else { return -1 }
        guard let right else { return 1 }
        let own = try left.path(&frame), other = try right.path(&frame)
        guard own[0] === other[0] else { throw .invalidOperation("A common ancestor is missing.") }
        var depth = 0
        while depth < min(own.count, other.count), own[depth] === other[depth] { depth += 1 }
        // One of them is around the other.
        guard depth < own.count, depth < other.count else { return own.count < other.count ? -1 : 1 }
        let container = own[depth].container
        return (container?.position(of: own[depth]) ?? 0) < (container?.position(of: other[depth]) ?? 0) ? -1 : 1
    }

    /// A hash that nodes which are deeply equal share.
    var contentHash: Int32 {
        var hasher = Hasher()
        hasher.combine(nodeType.rawValue)
        switch self {
        case let element as XElement: hasher.combine(element.name)
        case let text as XText: hasher.combine(text.value)
        case let comment as XComment: hasher.combine(comment.value)
        default: break
        }
        return Int32(truncatingIfNeeded: hasher.finalize())
    }
}
