public import PolicyDiagnostics

/// One element of a policy document, untyped, complete: what was written can be printed again from it.
///
/// The parts lie behind one reference, since elements are handed around much more often than they are changed.
public struct XMLElement: Sendable {
    /// The qualified name.
    public var name: String {
        get { parts.name }
        set { parts = Parts(name: newValue, attributes: attributes, children: children, nameSpan: nameSpan, span: span) }
    }
    /// The attributes in the order in which they were written.
    public var attributes: [XMLAttribute] {
        get { parts.attributes }
        set { parts = Parts(name: name, attributes: newValue, children: children, nameSpan: nameSpan, span: span) }
    }
    /// Elements, texts and comments in order.
    public var children: [XMLNode] {
        get { parts.children }
        set { parts = Parts(name: name, attributes: attributes, children: newValue, nameSpan: nameSpan, span: span) }
    }
    /// The place of the name in the start tag: where problems with the element are shown.
    public var nameSpan: SourceSpan {
        get { parts.nameSpan }
        set { parts = Parts(name: name, attributes: attributes, children: children, nameSpan: newValue, span: span) }
    }
    /// The whole element, from `<` to the end of its end tag.
    public var span: SourceSpan {
        get { parts.span }
        set { parts = Parts(name: name, attributes: attributes, children: children, nameSpan: nameSpan, span: newValue) }
    }

    private var parts: Parts

    private final class Parts: Sendable {
        let name: String
        let attributes: [XMLAttribute]
        let children: [XMLNode]
        let nameSpan: SourceSpan
        let span: SourceSpan

        init(name: String, attributes: [XMLAttribute], children: [XMLNode], nameSpan: SourceSpan, span: SourceSpan) {
            (self.name, self.attributes, self.children) = (name, attributes, children)
            (self.nameSpan, self.span) = (nameSpan, span)
        }
    }

    /// Makes an element.
    public init(name: String, attributes: [XMLAttribute] = [], children: [XMLNode] = [], nameSpan: SourceSpan, span: SourceSpan) {
        parts = Parts(name: name, attributes: attributes, children: children, nameSpan: nameSpan, span: span)
    }

    /// The attribute of a name.
    public subscript(attribute name: String) -> XMLAttribute? {
        let attributes = parts.attributes
        // By index, so that only the one that is given back is copied.
        for index in attributes.indices where attributes[index].name == name { return attributes[index] }
        return nil
    }

    /// The child elements.
    public var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }
}

/// One attribute.
public struct XMLAttribute: Sendable {
    /// The qualified name.
    public var name: String
    /// The value.
    public var value: PolicyText
    /// The place of the name.
    public var nameSpan: SourceSpan

    /// Makes an attribute.
    public init(name: String, value: PolicyText, nameSpan: SourceSpan) { (self.name, self.value, self.nameSpan) = (name, value, nameSpan) }
}

/// What can stand in an element.
public enum XMLNode: Sendable {
    /// An element.
    case element(XMLElement)
    /// Text, CDATA sections included. White space between elements is not kept.
    case text(PolicyText)
    /// The inside of a comment.
    case comment(String)
}

extension XMLNode: Hashable {}

extension XMLAttribute: Hashable {
    /// Equal when name and value are, wherever they stand.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name && left.value == right.value }
    /// Hashes name and value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }
}

extension XMLElement: Hashable {
    /// Equal when name, attributes and children are, wherever they stand.
    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.attributes == right.attributes && left.children == right.children
    }
    /// Hashes name, attributes and children.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(attributes)
        hasher.combine(children)
    }
}
