extension JToken {
    /// The token behind this one in its container; nil at the end and for a member's value.
    public final var next: JToken? { neighbour(1) }

    /// The token in front of this one in its container; nil at the start and for a member's value.
    public final var previous: JToken? { neighbour(-1) }

    private func neighbour(_ distance: Int) -> JToken? {
        guard let container = parent, let position = container.position(of: self) else { return nil }
        let wanted = position + distance
        return wanted >= 0 && wanted < container.count ? container.child(wanted) : nil
    }

    /// The containers around this token, the innermost first; first this token, if it is to be included.
    public final func ancestors(includingSelf: Bool = false) -> [JToken] {
        var result: [JToken] = includingSelf ? [self] : []
        var token = self
        while let parent = token.parent {
            result.append(parent)
            token = parent
        }
        return result
    }

    /// The tokens behind this one in its container.
    public final var followingSiblings: [JToken] {
        guard let container = parent, !(container is JProperty), let position = container.position(of: self) else { return [] }
        return Array(container.children[(position + 1)...])
    }

    /// The tokens in front of this one in its container; throws NullReferenceException for a root, as Newtonsoft does.
    public final func precedingSiblings() throws(EvaluationError) -> [JToken] {
        guard let container = parent else { throw .nullReference }
        guard let position = container.position(of: self) else { return [] }
        return Array(container.children[..<position])
    }

    /// Where the token stands in its tree, such as `a.b[2]['c d']`; empty for a root.
    public final var path: NetString {
        var steps: [(container: JContainer, child: JToken)] = []
        var token = self
        while let parent = token.parent {
            steps.append((parent, token))
            token = parent
        }
        var path = JsonPath()
        if let property = token as? JProperty, !steps.isEmpty { path.append(property.name) }
        for step in steps.reversed() {
            if let property = step.child as? JProperty {
                path.append(property.name)
            } else if !(step.container is JProperty), let position = step.container.position(of: step.child) {
                path.append(position)
            }
        }
        return NetString(path.text)
    }

    /// Every token below this one, each in front of its children; first this one, if it is to be included.
    public final func descendants(includingSelf: Bool = false) -> [JToken] {
        var result: [JToken] = []
        var pending: [JToken] = includingSelf ? [self] : children.reversed()
        while let token = pending.popLast() {
            result.append(token)
            if token.isContainer { pending.append(contentsOf: token.children.reversed()) }
        }
        return result
    }
}

extension JToken {
    /// Takes the token out of its container; throws InvalidOperationException for a root, and JsonException for a
    /// member's value.
    public final func remove() throws(EvaluationError) {
        guard let container = parent else { throw Self.parentMissing }
        guard let position = container.position(of: self) else { return }
        try container.removeChild(position)
    }

    /// Puts another token in this one's place; throws InvalidOperationException for a root.
    public final func replace(with token: JToken?) throws(EvaluationError) {
        guard let container = parent else { throw Self.parentMissing }
        guard let position = container.position(of: self) else { return }
        try container.replaceChild(position, with: token)
    }

    /// Adds a content behind this token or in front of it; throws InvalidOperationException for a root.
    final func addSibling(_ content: Value, distance: Int, _ frame: inout Frame) throws(EvaluationError) {
        guard let container = parent else { throw Self.parentMissing }
        guard let position = container.position(of: self) else { return }
        try container.insert(content: content, at: position + distance, &frame)
    }

    private static var parentMissing: EvaluationError { .invalidOperation("The parent is missing.") }
}
