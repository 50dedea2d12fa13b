import PolicyExpressions
import PolicyRuntime

/// Requests and responses.
enum MessageView {
    static func request(_ title: String, _ request: SentRequest, _ mask: SecretMask) -> HTML {
        let head: HTML = "<code class=\"head\"><b>\(request.method)</b> \(request.url)</code>"
        return card(title, head, request.headers, request.body, mask)
    }

    static func response(_ title: String, _ response: RunReport.Response, _ mask: SecretMask) -> HTML {
        let level = response.statusCode >= 500 ? "bad" : response.statusCode >= 400 ? "warn" : "ok"
        let head: HTML = "<code class=\"head\"><b class=\"\(level)\">\(response.statusCode)</b> \(response.statusReason)</code>"
        return card(title, head, response.headers, response.body, mask)
    }

    private static func card(
        _ title: String, _ head: HTML, _ headers: [(name: String, value: String)], _ body: [UInt8], _ mask: SecretMask
    ) -> HTML {
        let fields = headers.map { "<tr><th scope=\"row\">\($0.name)</th><td>\($0.value)</td></tr>" as HTML }
        let table: HTML = fields.isEmpty ? "" : "<table class=\"facts\">\(fields)</table>"
        return "<div class=\"card message\"><span class=\"label\">\(title)</span>\(head)\(table)\(content(body, mask))</div>\n"
    }

    private static func content(_ body: [UInt8], _ mask: SecretMask) -> HTML {
        guard !body.isEmpty else { return "" }
        guard let text = String(validating: body, as: UTF8.self) else {
            return "<p class=\"muted\">\(body.count) bytes that are not text</p>"
        }
        return ValueView.text(mask.mask(text))
    }
}

/// Values of variables and expressions.
enum ValueView {
    /// Longer texts are folded.
    private static let length = 200
    /// No more of a text than this is put into a page.
    private static let limit = 20_000

    static func html(_ value: CanonicalValue) -> HTML {
        guard let text = value.text else { return "<code class=\"null\">null</code>" }
        return self.text(text, quoted: value.type == "string")
    }

    static func text(_ text: String, quoted: Bool = false) -> HTML {
        guard text.count > length || text.contains(where: \.isNewline) else {
            return quoted ? "<code class=\"value\">\"\(text)\"</code>" : "<code class=\"value\">\(text)</code>"
        }
        let shown = text.count > limit ? text.prefix(limit) + "…" : text[...]
        let first = text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(60)) } ?? ""
        return """
            <details class="long"><summary><code>\(first)…</code> <span class="muted">\(text.count) characters</span></summary>\
            <pre tabindex="0">\(String(shown))</pre></details>
            """
    }
}
