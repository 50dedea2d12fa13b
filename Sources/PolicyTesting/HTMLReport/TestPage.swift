import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// The page of one test: what failed, and each of its runs.
struct TestPage {
    private let site: ReportSite
    private let index: Int
    private var test: ReportedTest { site.report.tests[index] }

    init(_ site: ReportSite, _ index: Int) { (self.site, self.index) = (site, index) }

    var page: ReportPage {
        var content: [HTML] = ["<p class=\"muted\">\(test.place)\(duration)</p>\n"]
        if !test.failures.isEmpty { content.append("<section class=\"panel failed\">\(FailureView(site).html(test.failures))</section>\n") }
        content += test.runs.map { RunView($0, site, isOnly: test.runs.count == 1).html }
        content.append(neighbours)
        return ReportPage(
            title: test.name, root: "../", trail: [(site.report.title, "index.html")], badges: [test.outcome.badge], content: content)
    }

    private var duration: String { test.duration.map { " · \($0.reportText)" } ?? "" }

    private var neighbours: HTML {
        let before = index > 0 ? link(index - 1, "← ", "prev") : ""
        let after = index + 1 < site.report.tests.count ? link(index + 1, "→ ", "next") : ""
        return "<nav class=\"neighbours\" aria-label=\"Other tests\">\(before)\(after)</nav>\n"
    }

    private func link(_ index: Int, _ arrow: String, _ relation: String) -> HTML {
        "<a rel=\"\(relation)\" href=\"../\(site.path(ofTest: index))\">\(arrow)\(site.report.tests[index].name)</a>"
    }
}

/// One run on the page of its test.
struct RunView {
    private let run: ReportedTest.Run
    private let site: ReportSite
    private let isOnly: Bool

    init(_ run: ReportedTest.Run, _ site: ReportSite, isOnly: Bool) { (self.run, self.site, self.isOnly) = (run, site, isOnly) }

    var html: HTML {
        let name: HTML = "<h2>\(run.name.isEmpty ? "What happened" : run.name)</h2>"
        return """
            <section class="run">\(name)
            \(messages)
            \(problems)
            <h3>Timeline</h3>
            \(TimelineView(run.trace, site).html)
            \(variables)
            \(policies)
            </section>

            """
    }

    // MARK: Messages

    private var messages: HTML {
        let report = run.report
        var cards: [HTML] = []
        if let arrival = run.trace.arrival {
            cards.append(MessageView.request("Request", arrival.request, site.mask))
        }
        if let backend = report.backendRequest { cards.append(MessageView.request("To the backend", backend, site.mask)) }
        cards.append(MessageView.response("Response", report.response, site.mask))
        return "<div class=\"messages\">\(cards)</div>"
    }

    private var problems: HTML {
        var html: HTML = ""
        if let error = run.report.lastError {
            let place = [error.scope, error.section, error.path].compactMap(\.self).joined(separator: " / ")
            html += """
                <div class="panel failed"><p class="message">LastError: \(error.reason ?? "error") from \(error.source)</p>\
                <p>\(error.message)</p><p class="muted">\(place)</p></div>

                """
        }
        for diagnostic in run.report.diagnostics {
            let text = DiagnosticTextFormatter(usesColor: false).format([diagnostic])
            html += "<pre class=\"panel\" tabindex=\"0\">\(text)</pre>\n"
        }
        return html
    }

    private var variables: HTML {
        guard !run.report.variables.isEmpty else { return "" }
        let rows = run.report.variables.map { variable -> HTML in
            "<tr><th scope=\"row\">\(variable.name)</th><td class=\"muted\">\(variable.value.type)</td><td>\(ValueView.html(variable.value))</td></tr>\n"
        }
        return "<details class=\"fold\"><summary>Variables in the end</summary><table class=\"facts\">\(rows)</table></details>"
    }

    private var policies: HTML {
        (run.coverage?.files ?? []).filter { file in file.places.contains { $0.count > 0 } }.map { file -> HTML in
            """
            <details class="fold"\(isOnly ? " open" : "" as HTML)><summary>\(file.name) <span class="muted">as this run went</span></summary>
            \(SourceView(file, masking: site.mask, anchors: false).html)</details>

            """
        }.joined()
    }
}
