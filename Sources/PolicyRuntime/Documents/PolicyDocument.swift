public import PolicyDiagnostics

/// A policy document as a typed tree. Its values are text still.
public struct PolicyDocument: Sendable {
    /// What the file is.
    public enum Kind: Sendable, Hashable {
        /// A whole document: `policies` with its sections.
        case policies
        /// A reusable part: `fragment`.
        case fragment
        /// The content of a section without anything around it, or sections without a root.
        case snippet(PolicySection)
    }

    /// What the file is.
    public var kind: Kind
    /// The sections in the order in which they were written; none for a fragment or the content of a section.
    public var sections: [PolicySectionNode]
    /// The policies of a fragment or of the content of a section; none for a whole document.
    public var policies: [PolicyNode]
    /// Everything that was written, comments included.
    public var roots: [XMLNode]
    /// The text it was read from.
    public var source: SourceText

    /// Makes a document.
    public init(kind: Kind, sections: [PolicySectionNode] = [], policies: [PolicyNode] = [], roots: [XMLNode], source: SourceText) {
        (self.kind, self.sections, self.policies, self.roots, self.source) = (kind, sections, policies, roots, source)
    }

    /// The section of a name; nil when the document does not have it.
    public subscript(section: PolicySection) -> PolicySectionNode? { sections.first { $0.section == section } }
}

extension PolicyDocument: Equatable {
    /// Equal when the same was written, wherever it stands and in whichever notation.
    public static func == (left: Self, right: Self) -> Bool { left.kind == right.kind && left.roots == right.roots }
}

/// A section of a document.
public struct PolicySectionNode: Sendable {
    /// Which one.
    public var section: PolicySection
    /// Its policies in the order in which they run; `base` is one of them.
    public var policies: [PolicyNode]
    /// The element.
    public var element: XMLElement

    /// Makes a section.
    public init(section: PolicySection, policies: [PolicyNode], element: XMLElement) {
        (self.section, self.policies, self.element) = (section, policies, element)
    }
}

/// One policy where it stands in a document.
public struct PolicyNode: Sendable {
    /// The element as it was written.
    public let element: XMLElement
    /// What was read off it.
    public let policy: any Policy
    /// The `id` attribute.
    public let id: PolicyText?

    /// Makes a node.
    public init(element: XMLElement, policy: any Policy) {
        (self.element, self.policy) = (element, policy)
        id = element[attribute: "id"]?.value
    }

    /// The element's name.
    public var name: String { element.name }
    /// What the reference says about the policy.
    public var metadata: PolicyMetadata { (policy as? UnbuiltPolicy)?.metadata ?? type(of: policy).metadata }
    /// Where problems with the policy are shown: the element's name.
    public var span: SourceSpan { element.nameSpan }
}
