import PolicyDiagnostics

extension PolicyReader {
    /// What a policy says about an attribute or a text when it asks for it.
    struct Declaration<Wrapped: PolicyValueType> {
        var name: String?
        var isRequired = false
        var defaultValue: Wrapped?
        var expressions = true
        var constraint: PolicyValueConstraint<Wrapped>?
        var summary: String

        var schema: PolicySchema.Value {
            PolicySchema.Value(
                typeName: Wrapped.valueTypeName, isRequired: isRequired, defaultLiteral: defaultValue?.literal,
                allowedLiterals: Wrapped.allowedLiterals, constraint: constraint?.summary, allowsExpressions: expressions, summary: summary)
        }

        func value(of text: PolicyText?, at span: SourceSpan) -> PolicyValue<Wrapped> {
            PolicyValue(
                name: name, text: text, defaultValue: defaultValue, allowsExpressions: expressions, constraint: constraint,
                span: text?.span ?? span)
        }
    }

    /// Checks what is known before named values are replaced: literals without references, and expressions where there may be none.
    mutating func checked<Wrapped>(_ value: PolicyValue<Wrapped>) -> PolicyValue<Wrapped> {
        guard mode == .reading, let text = value.text else { return value }
        if let literal = text.literal {
            if !NamedValueReference.occurs(in: literal.string) { checkLiteral(literal.string, value) }
        } else if !value.allowsExpressions {
            report(Diagnostic("expression-not-allowed", .error, "\(place(of: value)) cannot be an expression", at: value.span))
        }
        return value
    }

    private mutating func checkLiteral<Wrapped>(_ literal: String, _ value: PolicyValue<Wrapped>) {
        do throws(InvalidPolicyValue) {
            _ = try value.value(of: literal)
        } catch {
            let message = "\(place(of: value)) has an invalid value: \(error.problem)"
            report(Diagnostic("invalid-value", .error, message, at: value.span, hint: error.hint))
        }
    }

    private func place<Wrapped>(of value: PolicyValue<Wrapped>) -> String {
        guard let name = value.name else { return "the text of '\(element.name)'" }
        return "the attribute '\(name)' of '\(element.name)'"
    }

    /// Takes the child elements of a name and reports a wrong number of them.
    mutating func claim(_ name: String, atLeast minimum: Int, atMost maximum: Int?) -> [XMLElement] {
        claimedChildren.append(name)
        let found = element.elements.filter { $0.name == name }
        if found.count < minimum {
            let wanted = minimum == 1 ? "a child '\(name)'" : "at least \(minimum) children '\(name)'"
            report(Diagnostic("missing-element", .error, "'\(element.name)' needs \(wanted)", at: element.nameSpan))
        }
        if let maximum {
            for extra in found.dropFirst(maximum) {
                let allowed = maximum == 1 ? "one child '\(name)'" : "\(maximum) children '\(name)'"
                report(Diagnostic("duplicate-element", .error, "'\(element.name)' has at most \(allowed)", at: extra.nameSpan))
            }
        }
        return maximum.map { Array(found.prefix($0)) } ?? found
    }

    /// Reports what nothing has asked for, and hands over all that was found.
    mutating func finish() -> [Diagnostic] {
        if mode == .reading {
            reportUnknownAttributes()
            reportUnknownChildren()
            reportStrayText()
        }
        return diagnostics
    }

    private mutating func reportUnknownAttributes() {
        for attribute in element.attributes where !claimedAttributes.contains(attribute.name) && !attribute.name.hasPrefix("xmlns") {
            let hint =
                claimedAttributes.isEmpty ? "'\(element.name)' has no attributes" : didYouMean(attribute.name, among: claimedAttributes)
            let known = claimedAttributes.map { "'\($0)'" }.joined(separator: ", ")
            report(
                Diagnostic(
                    "unknown-attribute", .error, "'\(element.name)' has no attribute '\(attribute.name)'", at: attribute.nameSpan,
                    hint: hint ?? "its attributes are \(known)"))
        }
    }

    private mutating func reportUnknownChildren() {
        guard !claimsPolicies else { return }
        for child in element.elements where !claimedChildren.contains(child.name) {
            let known = claimedChildren.map { "'\($0)'" }.joined(separator: ", ")
            let hint =
                didYouMean(child.name, among: claimedChildren) ?? (known.isEmpty ? "it has no children" : "its children are \(known)")
            report(
                Diagnostic("unknown-element", .error, "'\(element.name)' cannot contain '\(child.name)'", at: child.nameSpan, hint: hint))
        }
    }

    private mutating func reportStrayText() {
        guard !claimsText else { return }
        for case .text(let text) in element.children where text.trimmed != nil {
            let hint = claimedChildren.isEmpty ? nil : "elements expected: \(claimedChildren.map { "'\($0)'" }.joined(separator: ", "))"
            report(Diagnostic("unexpected-text", .error, "the element '\(element.name)' cannot contain text", at: text.span, hint: hint))
        }
    }
}
