/// The name of an element or attribute: a local name in a namespace.
struct ExpandedName: Hashable, Sendable {
    let namespaceName: NetString
    let localName: NetString

    init(_ localName: NetString, in namespaceName: NetString = "") {
        (self.localName, self.namespaceName) = (localName, namespaceName)
    }

    /// `{namespace}name`, or the bare name where there is no namespace.
    var text: NetString {
        namespaceName.isEmpty ? localName : NetString.concatenate(["{", namespaceName, "}", localName])
    }

    /// The namespace that the prefix `xml` always has.
    static let xmlNamespace: NetString = "http://www.w3.org/XML/1998/namespace"
    /// The namespace of declarations of namespaces.
    static let xmlnsNamespace: NetString = "http://www.w3.org/2000/xmlns/"

    /// Whether an attribute of the name declares a namespace.
    var declaresNamespace: Bool {
        namespaceName.isEmpty ? localName == "xmlns" : namespaceName == Self.xmlnsNamespace
    }

    /// The prefix that an attribute of the name declares; empty for the default namespace.
    var declaredPrefix: NetString { namespaceName.isEmpty ? "" : localName }
}

extension ExpandedName {
    /// Checks a local name.
    ///
    /// - Throws: ArgumentNullException's neighbour for an empty name, XmlException for a character that names cannot have.
    init(checking localName: NetString, in namespaceName: NetString) throws(EvaluationError) {
        try XmlCharacters.checkName(localName)
        self.init(localName, in: namespaceName)
    }

    /// Reads `name` or `{namespace}name`.
    init(parsing text: NetString) throws(EvaluationError) {
        guard let first = text.utf16Array.first else { throw Self.invalid(text) }
        guard first == UInt16(ascii: "{") else {
            try self.init(checking: text, in: "")
            return
        }
        let units = text.utf16Array
        guard let end = units.lastIndex(of: UInt16(ascii: "}")), end > 1, end < units.count - 1 else { throw Self.invalid(text) }
        try self.init(checking: NetString(utf16: units[(end + 1)...]), in: NetString(utf16: units[1..<end]))
    }

    private static func invalid(_ text: NetString) -> EvaluationError { .argument("'\(text.string)' is an invalid expanded name.") }
}

/// `System.Xml.Linq.XName`.
///
/// .NET keeps one object for every name; here names are compared by what they say.
final class XName: NetObject, NetClass {
    let name: ExpandedName
    override var comparedItems: [Value]? { [.string(name.namespaceName), .string(name.localName)] }

    init(_ name: ExpandedName) { self.name = name }

    static var symbol: TypeSymbol { .named(.xName, []) }
    override var type: TypeSymbol { Self.symbol }
    override func invariantText() -> NetString { name.text }
}

/// `System.Xml.Linq.XNamespace`.
final class XNamespace: NetObject, NetClass {
    let name: NetString
    override var comparedItems: [Value]? { [.string(name)] }

    init(_ name: NetString) { self.name = name }

    static var symbol: TypeSymbol { .named(.xNamespace, []) }
    override var type: TypeSymbol { Self.symbol }
    override func invariantText() -> NetString { name }
}
