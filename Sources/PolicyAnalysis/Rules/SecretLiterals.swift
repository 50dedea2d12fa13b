import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let secretLiteral = LintRule(
        "lint-secret-literal", .error, .security, "A secret stands in the document.",
        explanation: """
            A policy document is copied into repositories, tickets and chats, and everybody who may read the API's configuration reads \
            it. A secret that was in one is known. Put it into a named value that is marked as secret, or into a key vault, and change it.
            """,
        bad: #"<inbound><authentication-basic username="api" password="Zw3k9Qp7Lx2v" /></inbound>"#,
        good: #"<inbound><authentication-basic username="api" password="{{backend-password}}" /></inbound>"#
    ) { document in
        document.elements.flatMap { element in
            literals(of: element).filter { SecretPattern.matches($0.text, under: $0.name) }.map {
                Finding("a secret stands in the document", at: $0.span, hint: "put it into a named value that is marked as secret")
            }
        }
    }

    private struct NamedLiteral {
        var name: String
        var text: String
        var span: SourceSpan?
    }

    /// Constant texts with the names that say what they are for.
    private static func literals(of element: AnalyzedElement) -> [NamedLiteral] {
        var found = element.element.attributes.compactMap { attribute in
            attribute.value.literal.map { NamedLiteral(name: attribute.name, text: $0.string.trimmed, span: attribute.value.span) }
        }
        if element.name == "set-header" || element.name == "set-query-parameter" {
            let name = element.literal("name") ?? ""
            for value in element.element.elements where value.name == "value" {
                for case .text(let text) in value.children {
                    if let literal = text.literal { found.append(NamedLiteral(name: name, text: literal.string.trimmed, span: text.span)) }
                }
            }
        }
        for expression in element.expressions {
            for operation in expression.operations {
                guard let text = operation.constantText else { continue }
                found.append(NamedLiteral(name: "", text: text, span: expression.span(of: operation)))
            }
        }
        return found
    }
}

/// What secrets look like.
enum SecretPattern {
    private static let secretNames = [
        "password", "client-secret", "secret", "authorization", "x-functions-key", "api-key", "x-api-key", "sig",
    ]

    /// Whether a text is a secret, by its form, or by the name it stands under.
    static func matches(_ text: String, under name: String) -> Bool {
        guard !isPlaceholder(text) else { return false }
        return hasForm(text) || secretNames.contains(name.lowercased()) && isCredential(text)
    }

    private static let marks = [
        "{{", "}}", "<", "your", "xxx", "...", "***", "example", "sample", "dummy", "placeholder", "replace", "todo", "changeme", "test",
        "{0}", "&lt;",
    ]

    private static func isPlaceholder(_ text: String) -> Bool {
        let lower = text.lowercased()
        return marks.contains { lower.contains($0) }
    }

    /// Forms that nothing but secrets have: keys of storage accounts and queues, signed URLs, signed tokens, private keys.
    private static func hasForm(_ text: String) -> Bool {
        if let value = value(after: "AccountKey=", in: text) ?? value(after: "SharedAccessKey=", in: text) { return value.count >= 40 }
        if let value = value(after: "&sig=", in: text) ?? value(after: "?sig=", in: text) { return value.count >= 40 }
        if text.hasPrefix("-----BEGIN") { return text.contains("PRIVATE KEY") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.hasPrefix("eyJ") && parts.count == 3 && parts.allSatisfy { $0.count > 16 }
    }

    private static func value(after mark: String, in text: String) -> Substring? {
        text.firstRange(of: mark).map { text[$0.upperBound...].prefix { !";&\" ".contains($0) } }
    }

    /// A value that looks made up by a machine: long enough, with digits and letters.
    private static func isCredential(_ text: String) -> Bool {
        var value = Substring(text)
        for scheme in ["Basic ", "Bearer ", "SharedAccessSignature "] where text.hasPrefix(scheme) { value = text.dropFirst(scheme.count) }
        guard value.count >= 10, !value.contains(where: \.isWhitespace) else { return false }
        let classes = [value.contains(where: \.isNumber), value.contains(where: \.isLowercase), value.contains(where: \.isUppercase)]
        return classes[0] && (classes[1] || classes[2]) && Set(value).count >= 8
    }
}
