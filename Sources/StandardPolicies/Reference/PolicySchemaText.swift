import PolicyRuntime

/// What an element can hold, as lists of Markdown.
enum PolicySchemaText {
    static func sections(of schema: PolicySchema) -> String {
        var text = ""
        if !schema.attributes.isEmpty {
            text += "\n## Attributes\n\n" + schema.attributes.map { line($0.name, $0.value, indent: 0) }.joined()
        }
        if let content = schema.text { text += "\n## Text\n\n" + line(nil, content, indent: 0) }
        if !schema.children.isEmpty { text += "\n## Elements\n\n" + schema.children.map { lines(of: $0, indent: 0) }.joined() }
        if schema.acceptsPolicies { text += "\nIt holds any policies of its section.\n" }
        return text
    }

    private static func line(_ name: String?, _ value: PolicySchema.Value, indent: Int) -> String {
        var facts = [value.typeName == "enum" ? words(value) : value.typeName]
        if value.isRequired { facts.append("required") }
        if let literal = value.defaultLiteral { facts.append("default `\(literal)`") }
        if let constraint = value.constraint { facts.append(constraint) }
        facts.append(value.allowsExpressions ? "expressions" : "no expressions")
        let subject = name.map { "`\($0)`" } ?? "the text"
        return margin(indent) + "- \(subject) (\(facts.joined(separator: ", "))): \(value.summary)\n"
    }

    private static func words(_ value: PolicySchema.Value) -> String {
        (value.allowedLiterals ?? []).map { "`\($0)`" }.joined(separator: " or ")
    }

    private static func lines(of child: PolicySchema.Child, indent: Int) -> String {
        let name = child.isPolicy ? "[`<\(child.name)>`](\(child.name).md)" : "`<\(child.name)>`"
        var text = margin(indent) + "- \(name) (\(count(of: child))): \(child.summary)\n"
        for attribute in child.schema.attributes { text += line(attribute.name, attribute.value, indent: indent + 1) }
        // The text of an element that holds nothing else is what the element is for.
        if let content = child.schema.text, !child.schema.attributes.isEmpty || content.summary != child.summary {
            text += line(nil, content, indent: indent + 1)
        }
        for inner in child.schema.children { text += lines(of: inner, indent: indent + 1) }
        if child.schema.acceptsPolicies { text += margin(indent + 1) + "- any policies of the section\n" }
        return text
    }

    private static func count(of child: PolicySchema.Child) -> String {
        switch (child.minimum, child.maximum) {
        case (0, nil): "any number"
        case (let least, nil): "at least \(least)"
        case (0, let most?): "at most \(most)"
        case (let least, let most?): least == most ? "exactly \(least)" : "\(least) to \(most)"
        }
    }

    private static func margin(_ indent: Int) -> String { String(repeating: "  ", count: indent) }
}
