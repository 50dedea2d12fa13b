/// System.Xml.Linq.XObject: a node or an attribute.
///
/// A container holds what is in it strongly. What is in it knows its container by a plain pointer, so that there is no
/// cycle; a tree that an expression makes is kept as long as the request lasts (`Frame.keep`), so that a part of it still
/// has its parent.
class XObject: NetObject, NetClass {
    /// The container of this node, or the element of this attribute.
    ///
    /// Never dangles: a container sets it when it takes something in, and clears it when it lets that go, which every
    /// removal and every container's deinit does. Nothing else writes it.
    unowned(unsafe) final var container: XContainer?
    /// What an expression attached to the object.
    final var annotations: [Value] = []

    class var symbol: TypeSymbol { .xObject }
    override final var type: TypeSymbol { Swift.type(of: self).symbol }
    var nodeType: XmlNodeType { .none }

    /// `Parent`: the element around this one. A document is no parent.
    final var parent: XElement? { container as? XElement }

    /// The document that the object is in.
    final var document: XDocument? {
        var object = self
        while let container = object.container { object = container }
        return object as? XDocument
    }
}

/// System.Xml.XmlNodeType.
enum XmlNodeType: Int32, NetEnumerationRepresentable {
    case none, element, attribute, text, cdata, entityReference, entity, processingInstruction, comment, document, documentType
    case documentFragment, notation, whitespace, significantWhitespace, endElement, endEntity, xmlDeclaration

    static var fallback: Self { .none }
    static var symbol: TypeSymbol { .named(.xmlNodeType, []) }

    /// The name as .NET writes it.
    var name: String { NetEnumeration(type: Self.symbol, rawValue: rawValue).text.string }
}

/// System.Xml.Linq.XNode.
class XNode: XObject {
    /// Where the node stood in its container when it was put there or looked for; only a guess.
    final var positionHint = 0

    override class var symbol: TypeSymbol { .xNode }

    /// A copy without a parent. Containers copy what is in them in a loop of their own.
    func shallowCopy() -> XNode { self }

    /// Whether the node's own data, without what is in it, are those of another node of the same class.
    func hasEqualData(_ other: XNode) -> Bool { false }

    override final func invariantText() throws(EvaluationError) -> NetString { try XmlTextWriter.text(of: self, isIndented: true) }

    /// What a node takes in memory, for the allocation limit.
    static let approximateSize = 128
}

// MARK: - Neighbours

extension XNode {
    final var nextNode: XNode? {
        guard let container, let position = container.position(of: self), position + 1 < container.nodes.count else { return nil }
        return container.nodes[position + 1]
    }

    final var previousNode: XNode? {
        guard let container, let position = container.position(of: self), position > 0 else { return nil }
        return container.nodes[position - 1]
    }

    /// The container that the node must have for what was asked; throws InvalidOperationException where it has none.
    final var requiredContainer: XContainer {
        get throws(EvaluationError) {
            guard let container else { throw .invalidOperation("The parent is missing.") }
            return container
        }
    }

    final func remove() throws(EvaluationError) { try requiredContainer.remove(self) }
}
