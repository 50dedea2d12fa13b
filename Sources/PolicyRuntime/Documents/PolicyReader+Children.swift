// Children that are no policies.
extension PolicyReader {
    /// Reads the child elements of a name.
    ///
    /// - Parameters:
    ///   - name: the name of the children.
    ///   - minimum: how many there must be.
    ///   - maximum: how many there may be at most; no limit when nil.
    ///   - summary: what they are for, in one sentence, for the reference.
    ///   - read: reads one of them.
    public mutating func children<Node>(
        _ name: String, atLeast minimum: Int = 0, atMost maximum: Int? = nil, _ summary: String, read: (inout PolicyReader) -> Node
    ) -> [Node] {
        guard mode == .reading else {
            _ = recordChild(name, minimum, maximum, summary, read)
            return []
        }
        return claim(name, atLeast: minimum, atMost: maximum).map { readChild($0, mode: .reading, read) }
    }

    /// Reads the only child element of a name; nil when there is none.
    ///
    /// - Parameters:
    ///   - name: the child's name.
    ///   - summary: what it is for, in one sentence, for the reference.
    ///   - read: reads it.
    public mutating func optionalChild<Node>(_ name: String, _ summary: String, read: (inout PolicyReader) -> Node) -> Node? {
        children(name, atMost: 1, summary, read: read).first
    }

    /// Reads the only child element of a name; its absence is reported, and an empty one read in its place.
    ///
    /// - Parameters:
    ///   - name: the child's name.
    ///   - summary: what it is for, in one sentence, for the reference.
    ///   - read: reads it.
    public mutating func child<Node>(_ name: String, _ summary: String, read: (inout PolicyReader) -> Node) -> Node {
        guard mode == .reading else { return recordChild(name, 1, 1, summary, read) }
        let found = claim(name, atLeast: 1, atMost: 1)
        guard let first = found.first else {
            return readChild(XMLElement(name: name, nameSpan: element.nameSpan, span: element.nameSpan), mode: .absent, read)
        }
        return readChild(first, mode: .reading, read)
    }

    /// Reads child elements that hold nothing but a text, such as `value`; an empty one is an empty text.
    ///
    /// - Parameters:
    ///   - name: the name of the children.
    ///   - minimum: how many there must be.
    ///   - expressions: whether an expression may stand there.
    ///   - summary: what they are for, in one sentence, for the reference.
    public mutating func valueChildren(
        _ name: String, atLeast minimum: Int = 0, expressions: Bool = true, _ summary: String
    ) -> [PolicyValue<String>] {
        children(name, atLeast: minimum, summary) { reader in
            let span = reader.element.nameSpan
            return reader.optionalText(expressions: expressions, summary)
                ?? PolicyValue(name: nil, text: nil, defaultValue: "", allowsExpressions: expressions, span: span)
        }
    }

    private mutating func readChild<Node>(_ child: XMLElement, mode: Mode, _ read: (inout PolicyReader) -> Node) -> Node {
        var reader = PolicyReader(child, in: environment, mode: mode)
        let node = read(&reader)
        diagnostics += reader.finish()
        return node
    }

    private mutating func recordChild<Node>(
        _ name: String, _ minimum: Int, _ maximum: Int?, _ summary: String, _ read: (inout PolicyReader) -> Node
    ) -> Node {
        var reader = PolicyReader(recording: name)
        let node = read(&reader)
        schema.children.append(
            PolicySchema.Child(
                name: name, minimum: minimum, maximum: maximum, isPolicy: false, schema: reader.schema, summary: summary))
        return node
    }
}

// Content of another language.
extension PolicyReader {
    /// Takes attributes and content as they are: they belong to another language than that of policies.
    public mutating func foreignContent() -> XMLElement {
        claimedAttributes += element.attributes.map(\.name)
        (claimsText, claimsPolicies) = (true, true)
        return element
    }
}

// Children that are policies.
extension PolicyReader {
    /// Reads the only child element that is a policy of this type; nil when there is none, which is reported if it is required.
    public mutating func policyChild<Child: Policy>(_ type: Child.Type, isRequired: Bool = false) -> Child? {
        policyChildren(type, atLeast: isRequired ? 1 : 0, atMost: 1).first
    }

    /// Reads the child elements that are policies of this type.
    ///
    /// - Parameters:
    ///   - type: the policy.
    ///   - minimum: how many there must be.
    ///   - maximum: how many there may be at most; no limit when nil.
    public mutating func policyChildren<Child: Policy>(_ type: Child.Type, atLeast minimum: Int = 0, atMost maximum: Int? = nil) -> [Child]
    {
        let name = type.metadata.name
        guard mode == .reading else {
            recordPolicies([name], minimum, maximum)
            return []
        }
        return claim(name, atLeast: minimum, atMost: maximum).map { child in
            readChild(child, mode: .reading) { reader in
                reader.claimedAttributes.append("id")
                return Child(reading: &reader)
            }
        }
    }

    /// Reads the child elements that are policies of one of these names, in the order in which they were written; one that is not built
    /// yet is an `UnbuiltPolicy`.
    public mutating func policyChildren(named names: [String]) -> [PolicyNode] {
        guard mode == .reading else {
            recordPolicies(names, 0, nil)
            return []
        }
        claimedChildren += names
        return element.elements.filter { names.contains($0.name) }.compactMap { read($0, isPart: true) }
    }

    /// Reads every child element that was not asked for before as a policy of the section, as in `when`. Call this last.
    public mutating func policies() -> [PolicyNode] {
        claimsPolicies = true
        guard mode == .reading else {
            schema.acceptsPolicies = true
            return []
        }
        return element.elements.filter { !claimedChildren.contains($0.name) }.compactMap { read($0, isPart: false) }
    }

    private mutating func read(_ child: XMLElement, isPart: Bool) -> PolicyNode? {
        var nested = environment
        (nested.isNested, nested.isPart) = (true, isPart)
        return nested.readPolicy(child, &diagnostics)
    }

    private mutating func recordPolicies(_ names: [String], _ minimum: Int, _ maximum: Int?) {
        schema.children += names.map { name in
            let summary = KnownPolicies[name]?.summary ?? ""
            return PolicySchema.Child(
                name: name, minimum: minimum, maximum: maximum, isPolicy: true, schema: PolicySchema(), summary: summary)
        }
    }
}
