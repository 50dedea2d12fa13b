/// What an element can hold: found by reading without an element.
public struct PolicySchema: Sendable, Hashable {
    /// An attribute.
    public struct Attribute: Sendable, Hashable {
        /// The name.
        public var name: String
        /// What values look like.
        public var value: Value
    }

    /// What an attribute's value or an element's text looks like.
    public struct Value: Sendable, Hashable {
        /// "string", "int", "bool", "number", "enum" or "any".
        public var typeName: String
        /// Whether it must be written.
        public var isRequired: Bool
        /// What stands when it is not written.
        public var defaultLiteral: String?
        /// Every literal there is, if they can be listed.
        public var allowedLiterals: [String]?
        /// A further rule, in words that follow "must be".
        public var constraint: String?
        /// Whether an expression may stand here.
        public var allowsExpressions: Bool
        /// What it is for, in one sentence.
        public var summary: String
    }

    /// A child element.
    public struct Child: Sendable, Hashable {
        /// The name.
        public var name: String
        /// How many there may be; open above when `maximum` is nil.
        public var minimum: Int
        /// How many there may be at most.
        public var maximum: Int?
        /// Whether it is a policy with a reference page of its own.
        public var isPolicy: Bool
        /// What it can hold; empty for a policy, which has a schema of its own.
        public var schema: PolicySchema
        /// What it is for, in one sentence.
        public var summary: String
    }

    /// The attributes in the order in which they are read; `id`, which every policy has, is not among them.
    public var attributes: [Attribute] = []
    /// The child elements in the order in which they are read.
    public var children: [Child] = []
    /// The element's text, if it can have any.
    public var text: Value?
    /// Whether any policy may stand inside, as in `when`.
    public var acceptsPolicies = false

    /// Makes an empty schema.
    public init() {}

    /// The attribute of a name.
    public subscript(attribute name: String) -> Attribute? { attributes.first { $0.name == name } }
    /// The child of a name.
    public subscript(child name: String) -> Child? { children.first { $0.name == name } }
}
