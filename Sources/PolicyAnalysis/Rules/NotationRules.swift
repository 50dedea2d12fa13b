import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let doubleEscape = LintRule(
        "lint-double-escape", .warning, .notation, "An entity was escaped twice.",
        explanation: """
            &amp;amp; means the text &amp; and not the character &. It comes from saving an escaped document as raw text, or the other \
            way round: URLs get parameters called amp;b, and comparisons with < never hold.
            """,
        bad: #"<inbound><rewrite-uri template="/search?a=1&amp;amp;b=2" /></inbound>"#,
        good: #"<inbound><rewrite-uri template="/search?a=1&amp;b=2" /></inbound>"#, isFixable: true
    ) { document in
        document.elements.flatMap { element -> [Finding] in
            let attributes = element.element.attributes.compactMap { attribute in attribute.value.literal.map { ($0, attribute.value.span) }
            }
            let texts = ["set-body", "xsl-transform", "value"].contains(element.name) ? [] : element.literalTexts
            return (attributes + texts).compactMap { text, span in
                guard let entity = doubledEntity(in: text.string) else { return nil }
                return Finding(
                    "'\(entity)' was escaped twice, and stays as it is", at: span, hint: "escape it once", fix: unescapingFix(span))
            }
        }
    }

    private static let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]

    private static func doubledEntity(in text: String) -> String? { entities.first { text.contains($0) } }

    /// Takes one level of escaping off, where the author's text shows both.
    private static func unescapingFix(_ span: SourceSpan) -> Diagnostic.Fix? {
        let text = span.text
        let mended = ["amp", "lt", "gt", "quot", "apos"].reduce(text) { $0.replacing("&amp;\($1);", with: "&\($1);") }
        return mended == text ? nil : Diagnostic.Fix(span, replacement: mended)
    }

    static let placeholder = LintRule(
        "lint-placeholder", .warning, .notation, "A placeholder of a template was never filled in.",
        explanation: """
            A text such as <your-tenant> or {tenant-id} came with the example that was copied. The policy is accepted, and fails with \
            every request, or only when the branch is reached. Named values are written with two braces: {{tenant-id}}.
            """,
        bad: """
            <inbound>
                <set-backend-service base-url="https://{your-backend-host}/api" />
            </inbound>
            """,
        good: """
            <inbound>
                <set-backend-service base-url="https://{{backend-host}}/api" />
            </inbound>
            """
    ) { document in
        document.elements.flatMap { element -> [Finding] in
            guard element.name != "rewrite-uri", element.name != "set-body" else { return [] }
            let attributes = element.element.attributes.filter { !["template", "condition"].contains($0.name) }
                .compactMap { attribute in attribute.value.literal.map { ($0, attribute.value.span) } }
            return (attributes + element.literalTexts).compactMap { text, span in
                guard let found = placeholder(in: text.string) else { return nil }
                return Finding("'\(found)' looks like a placeholder", at: span, hint: "fill it in, or use a named value: {{name}}")
            }
        }
    }

    /// `{name}`, `<name>`, `[name]` and `YOUR_NAME` in an address or an identifier.
    private static func placeholder(in text: String) -> String? {
        for (opening, closing) in [("{", "}"), ("<", ">"), ("[", "]")] as [(Character, Character)] {
            var rest = text[...]
            while let start = rest.firstIndex(of: opening) {
                let inside = rest[rest.index(after: start)...]
                guard let end = inside.firstIndex(of: closing) else { break }
                let name = inside[..<end]
                let isDoubled = name.first == opening || name.contains(opening) || rest[..<start].last == opening
                if !isDoubled, looksLikePlaceholder(name, isAddress: text.contains("://")) { return "\(opening)\(name)\(closing)" }
                rest = inside[end...].dropFirst()
            }
        }
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return words.first { isTemplateWord($0) }.map(String.init)
    }

    private static func looksLikePlaceholder(_ name: Substring, isAddress: Bool) -> Bool {
        let lower = name.lowercased()
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_ .".contains($0) }) else { return false }
        return isTemplateWord(name) || lower.hasPrefix("your") || lower.hasPrefix("enter") || isAddress && lower.contains("tenant")
    }

    private static func isTemplateWord(_ word: Substring) -> Bool {
        let lower = word.lowercased()
        guard lower.count > 5 else { return false }
        return lower.hasPrefix("your-") || lower.hasPrefix("your_") || lower.hasPrefix("changeme") || lower.hasPrefix("replace-me")
            || lower.hasPrefix("replace_me")
    }

    static let namedValueInLiteral = LintRule(
        "lint-named-value-in-literal", .note, .notation, "A named value stands in a C# literal that its text may break.",
        explanation: #"""
            Named values are put into the code before it is compiled. In "{{name}}" a quote or a backslash of the value becomes a part \
            of the code: a new password breaks the API, or changes what the expression does. Put the value into a variable by \
            set-variable, whose attribute takes any text, and read the variable. Reported for names that speak of such values.
            """#,
        bad: #"""
            <inbound>
                <set-header name="Authorization" exists-action="override">
                    <value>@("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("api:{{backend-password}}")))</value>
                </set-header>
            </inbound>
            """#,
        good: #"""
            <inbound>
                <set-variable name="credentials" value="api:{{backend-password}}" />
                <set-header name="Authorization" exists-action="override">
                    <value>@("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes((string)context.Variables["credentials"])))</value>
                </set-header>
            </inbound>
            """#
    ) { document in
        document.expressions.compactMap { element, expression in
            let risky = ExpressionToken.all(in: expression.code.string).first { token in
                token.isLiteral && namesFreeText(token.text)
            }
            guard let risky else { return nil }
            return Finding(
                "a quote or backslash in the named value breaks this code", at: expression.code.map.origin(of: risky.range),
                hint: "set a variable to it, and read the variable")
        }
    }

    /// Whether a literal holds a reference whose name speaks of a password, a path or a pattern: of text with any characters.
    private static func namesFreeText(_ literal: String) -> Bool {
        guard let start = literal.firstRange(of: "{{"), let end = literal[start.upperBound...].firstRange(of: "}}") else { return false }
        let name = literal[start.upperBound..<end.lowerBound].lowercased()
        return ["password", "passwd", "pwd", "passphrase", "regex", "pattern"].contains { name.contains($0) }
    }

    static let interpolationLost = LintRule(
        "lint-interpolation-lost", .warning, .notation, "A text has {…} in it like an interpolated one, and no $ before it.",
        explanation: """
            "{context.Request.Method}" without $ is text with braces. The braces are sent as they are, to a log or a backend, and \
            nothing fails.
            """,
        bad: #"<inbound><set-variable name="line" value="@("called {context.Request.Method}")" /></inbound>"#,
        good: #"<inbound><set-variable name="line" value="@($"called {context.Request.Method}")" /></inbound>"#, isFixable: true
    ) { document in
        document.expressions.flatMap { element, expression in
            ExpressionToken.all(in: expression.code.string).compactMap { token -> Finding? in
                guard token.isLiteral, token.text.hasPrefix("\""), token.text.contains("{context."),
                    let span = expression.code.map.origin(of: token.range)
                else { return nil }
                let start = SourceSpan(span.source, SourceRange(span.range.lowerBound, span.range.lowerBound))
                return Finding(
                    "the braces are a part of this text", at: span, hint: "write $ before it", fix: Diagnostic.Fix(start, replacement: "$"))
            }
        }
    }
}

extension AnalyzedElement {
    /// The literal texts of the element with their places.
    fileprivate var literalTexts: [(MappedText, SourceSpan)] {
        element.children.compactMap { node in
            guard case .text(let text) = node else { return nil }
            return text.literal.map { ($0, text.span) }
        }
    }
}
