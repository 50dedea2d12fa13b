import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// What happened in a policy.
struct EventView {
    private let site: ReportSite

    init(_ site: ReportSite) { self.site = site }

    func list(_ events: [RunTrace.Event]) -> HTML { events.map { html($0.content) }.joined() }

    private func html(_ content: RunTrace.Content) -> HTML {
        switch content {
        case .expression(let expression): self.expression(expression)
        case .changed(let changes): self.changes(changes)
        // What a variable was set to is among the changes.
        case .variableSet, .policyEntered, .policyLeft: ""
        case .calloutStarted(let number, _, let request):
            "<div class=\"event\"><h5>→ request \(number + 1)</h5>\(MessageView.request("Sent", request, site.mask))</div>\n"
        case .calloutFinished(let number, let response, let error, let duration): answer(number, response, error, duration)
        case .message(let severity, let source, let text, let metadata): message(severity, source, text, metadata)
        }
    }

    /// What happened, in a few words for a row that is closed.
    static func summary(of events: [RunTrace.Event]) -> String {
        var words: [String] = []
        for event in events {
            switch event.content {
            case .expression(let expression) where expression.value?.type == "bool":
                words.append(expression.value?.text?.lowercased() ?? "")
            case .calloutFinished(_, let response, let error, _):
                words.append(response.map { "← \($0.statusCode)" } ?? error ?? "no answer")
            case .changed(let changes): words += changes.prefix(3).map(\.summary)
            case .message(_, _, let text, _): words.append("“\(text.prefix(40))”")
            default: break
            }
        }
        return words.prefix(4).joined(separator: " · ")
    }

    // MARK: Expressions

    private func expression(_ expression: RunTrace.ExpressionEvent) -> HTML {
        let result: HTML =
            expression.value.map { "<span class=\"equals\">=</span> \(ValueView.html($0))" }
            ?? "<span class=\"badge bad\">threw</span> \(expression.error ?? "")"
        return """
            <div class="event expression"><pre tabindex="0"><code>\(expression.code)</code></pre>\
            <div class="result">\(result) \(site.link(to: expression.span))</div>\(parts(expression))</div>

            """
    }

    /// The parts with their values beside them. A part that is the whole expression says nothing new.
    private func parts(_ expression: RunTrace.ExpressionEvent) -> HTML {
        let parts = expression.parts.filter { $0.span.range.count + 3 < expression.span?.range.count ?? 0 }
        guard !parts.isEmpty else { return "" }
        let rows = parts.map { part -> HTML in
            let times: HTML = part.count > 1 ? " <span class=\"muted\">×\(part.count)</span>" : ""
            return "<tr><td><code>\(part.span.oneLine)</code></td><td>\(ValueView.html(part.value))\(times)</td></tr>"
        }
        return
            "<table class=\"parts\"><thead><tr><th scope=\"col\">part</th><th scope=\"col\">value</th></tr></thead><tbody>\(rows)</tbody></table>"
    }

    // MARK: Changes

    private func changes(_ changes: [RunTrace.Change]) -> HTML {
        let entries = changes.map { change -> HTML in
            let diff = DiffView.change(from: change.before, to: change.after, masking: site.mask)
            return "<div class=\"change\"><span class=\"label\">\(change.title)</span>\(diff)</div>"
        }
        return "<div class=\"event\">\(entries)</div>\n"
    }

    // MARK: Callouts and messages

    private func answer(_ number: Int, _ response: RunReport.Response?, _ error: String?, _ duration: Duration) -> HTML {
        let head: HTML = "<h5>← answer \(number + 1) <span class=\"muted\">after \(duration.reportText)</span></h5>"
        guard let response else { return "<div class=\"event\">\(head)<p class=\"message bad\">\(error ?? "no answer")</p></div>\n" }
        return "<div class=\"event\">\(head)\(MessageView.response("Received", response, site.mask))</div>\n"
    }

    private func message(_ severity: String, _ source: String?, _ text: String, _ metadata: [(name: String, value: String)]) -> HTML {
        let facts = metadata.map { "<tr><th scope=\"row\">\($0.name)</th><td>\($0.value)</td></tr>" as HTML }
        let table: HTML = facts.isEmpty ? "" : "<table class=\"facts\">\(facts)</table>"
        let label = source.map { "\(severity), \($0)" } ?? severity
        return "<div class=\"event log\"><span class=\"label\">trace (\(label))</span><p>\(text)</p>\(table)</div>\n"
    }
}

extension RunTrace.Change {
    fileprivate var title: String {
        switch subject {
        case .requestMethod: "request method"
        case .requestURL: "request URL"
        case .requestHeader: "request header \(name)"
        case .responseStatus: "response status"
        case .responseHeader: "response header \(name)"
        case .variable: "variable \(name)"
        }
    }

    fileprivate var summary: String {
        let sign = before == nil ? "+" : after == nil ? "−" : "±"
        return "\(sign) \(name.isEmpty ? title : name)"
    }
}

extension DiffView {
    /// What was and what is, of which one may be missing.
    static func change(from before: String?, to after: String?, masking mask: SecretMask) -> HTML {
        switch (before, after) {
        case (let before?, let after?): DiffView(expected: before, actual: after, masking: mask).html
        case (nil, let after?): "<div class=\"diff\"><div class=\"ins\"><span class=\"sign\">+</span><span>\(after)</span></div></div>"
        case (let before?, nil): "<div class=\"diff\"><div class=\"del\"><span class=\"sign\">−</span><span>\(before)</span></div></div>"
        case (nil, nil): ""
        }
    }
}

extension SourceSpan {
    /// The text with its white space folded.
    fileprivate var oneLine: String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 120 ? words.prefix(119) + "…" : words
    }
}
