/// System.Xml.Linq.XAttribute.
final class XAttribute: XObject {
    let name: ExpandedName
    private(set) var value: NetString

    init(_ name: ExpandedName, _ value: NetString) { (self.name, self.value) = (name, value) }

    /// An attribute that an expression makes; throws ArgumentException for a declaration that no namespace can have.
    init(checking name: ExpandedName, _ value: NetString) throws(EvaluationError) {
        (self.name, self.value) = (name, value)
        super.init()
        try check(value)
    }

    override class var symbol: TypeSymbol { .xAttribute }
    override var nodeType: XmlNodeType { .attribute }
    override func invariantText() throws(EvaluationError) -> NetString { try XmlTextWriter.text(of: self) }

    func set(_ value: NetString) throws(EvaluationError) {
        try check(value)
        self.value = value
    }

    func remove() throws(EvaluationError) {
        guard let parent else { throw .invalidOperation("The parent is missing.") }
        parent.remove(self)
    }

    var next: XAttribute? { neighbour(1) }
    var previous: XAttribute? { neighbour(-1) }

    private func neighbour(_ distance: Int) -> XAttribute? {
        guard let siblings = parent?.attributes, let position = siblings.firstIndex(where: { $0 === self }) else { return nil }
        return siblings.indices.contains(position + distance) ? siblings[position + distance] : nil
    }

    // MARK: Declarations of namespaces

    private func check(_ value: NetString) throws(EvaluationError) {
        guard name.declaresNamespace else { return }
        let isPrefixed = !name.namespaceName.isEmpty
        if isPrefixed, value.isEmpty {
            throw .argument("The prefix '\(name.localName.string)' cannot be bound to the empty namespace name.")
        }
        if value == ExpandedName.xmlNamespace {
            if !isPrefixed || name.localName != "xml" { throw Self.reserved("xml", ExpandedName.xmlNamespace) }
        } else if value == ExpandedName.xmlnsNamespace || isPrefixed && name.localName == "xmlns" {
            throw Self.reserved("xmlns", ExpandedName.xmlnsNamespace)
        } else if isPrefixed, name.localName == "xml" {
            throw Self.reserved("xml", ExpandedName.xmlNamespace)
        }
    }

    private static func reserved(_ prefix: String, _ namespace: NetString) -> EvaluationError {
        let declared = prefix == "xml" ? "Other prefixes must not be bound" : "It must not be declared. Other prefixes must not be bound"
        return .argument(
            "The prefix '\(prefix)' is bound to the namespace name '\(namespace.string)'. \(declared) to this namespace name, and it must not be "
                + "declared as the default namespace.")
    }
}
