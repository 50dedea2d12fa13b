/// An element of an XML body.
///
/// libxml2 refuses elements that are nested more than 256 levels deep, so that walks over a tree may recurse.
final class ContentElement {
    /// A name as it is written, and the namespace that its prefix stands for.
    struct Name: Equatable {
        var prefix = ""
        var local: String
        var namespace = ""

        /// The name with its prefix.
        var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
    }

    /// An attribute; declarations of namespaces are none.
    struct Attribute {
        var name: Name
        var value: String
    }

    /// What an element holds. Comments and processing instructions are left out.
    enum Node {
        case element(ContentElement)
        case text(String)
    }

    let name: Name
    /// The namespaces that the element declares; without a prefix it is the default namespace.
    let declarations: [(prefix: String, uri: String)]
    let attributes: [Attribute]
    /// The content in its order. Text that is nothing but white space is left out, as by .NET's XmlDocument.
    var nodes: [Node] = []

    init(name: Name, declarations: [(prefix: String, uri: String)], attributes: [Attribute]) {
        (self.name, self.declarations, self.attributes) = (name, declarations, attributes)
    }

    /// The elements inside.
    var elements: [ContentElement] {
        nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The texts inside, those of deeper elements left out; nil when there are none.
    var text: String? {
        let texts = nodes.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return texts.isEmpty ? nil : texts.joined()
    }

    /// Whether `xsi:nil` says that there is no value.
    var isNil: Bool {
        attributes.contains {
            $0.name.local == "nil" && $0.name.namespace == "http://www.w3.org/2001/XMLSchema-instance" && ["true", "1"].contains($0.value)
        }
    }
}
