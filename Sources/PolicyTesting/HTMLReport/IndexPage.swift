import PolicyDiagnostics

/// The page that a report opens with: what failed, all tests, the coverage.
struct IndexPage {
    /// One test shows no more of its failures here; its own page has them all.
    private static let failuresShown = 3

    private let site: ReportSite
    private var report: HTMLReport { site.report }

    init(_ site: ReportSite) { self.site = site }

    var page: ReportPage {
        ReportPage(title: report.title, root: "", content: [summary, failures, tests, coverage])
    }

    private func count(_ outcome: ReportedTest.Outcome) -> Int { report.tests.filter { $0.outcome == outcome }.count }

    // MARK: Summary

    private var summary: HTML {
        let failed = count(.failed)
        let state: HTML = failed == 0 ? "<b class=\"ok\">\(count(.passed)) passed</b>" : "<b class=\"bad\">\(failed) failed</b>"
        var cards: [HTML] = [Self.card("Tests", state, "of \(report.tests.count)\(others)")]
        let runs = report.tests.map(\.runs.count).reduce(0, +)
        cards.append(Self.card("Requests", "<b>\(runs)</b>", time))
        if let total = report.coverage?.total {
            cards.append(Self.card("Coverage", "<b>\(total.all.percentText)</b>", "\(total.all.reached) of \(total.all.total) places"))
            cards.append(Self.card("Policies", "<b>\(total.policies.percentText)</b>", Self.share(total.policies)))
            var branches = total.policyBranches
            branches.add(total.expressionBranches)
            cards.append(Self.card("Branches", "<b>\(branches.percentText)</b>", Self.share(branches)))
        }
        return "<section class=\"cards\" aria-label=\"Summary\">\(cards)</section>\n"
    }

    private var others: String {
        let skipped = count(.skipped)
        return skipped == 0 ? "" : ", \(skipped) skipped"
    }

    private var time: String {
        let durations = report.tests.compactMap(\.duration)
        return durations.isEmpty ? "" : "in \(durations.reduce(Duration.zero, +).reportText)"
    }

    private static func share(_ count: CoverageSummary.Count) -> String { "\(count.reached) of \(count.total)" }

    private static func card(_ title: String, _ value: HTML, _ note: String) -> HTML {
        "<div class=\"card\"><span class=\"label\">\(title)</span>\(value)<span class=\"muted\">\(note)</span></div>"
    }

    // MARK: Tests

    private var failures: HTML {
        let failed = report.tests.indices.filter { report.tests[$0].outcome == .failed }
        guard !failed.isEmpty else { return "" }
        let entries = failed.map { index -> HTML in
            let test = report.tests[index]
            let more = test.failures.count - Self.failuresShown
            let rest: HTML = more > 0 ? "<p><a href=\"\(site.path(ofTest: index))\">\(more) more</a></p>" : ""
            let shown = Array(test.failures.prefix(Self.failuresShown))
            return """
                <article class="panel failed"><h3><a href="\(site.path(ofTest: index))">\(test.name)</a></h3>
                <p class="muted">\(test.place)</p>\(FailureView(site, root: "").html(shown))\(rest)</article>

                """
        }
        return "<section><h2>Failures</h2>\(entries)</section>\n"
    }

    private var tests: HTML {
        let rows = report.tests.indices.map(row)
        return """
            <section><h2>Tests</h2>
            <div class="filter" hidden><label for="filter">Filter</label>\
            <input id="filter" type="search" placeholder="name or file" autocomplete="off">\
            <label class="check"><input id="only-failed" type="checkbox"> only failures</label>\
            <span id="filter-count" class="muted" role="status"></span></div>
            <ul class="tests">
            \(rows)</ul></section>

            """
    }

    private func row(_ index: Int) -> HTML {
        let test = report.tests[index]
        let duration = test.duration?.reportText ?? ""
        return """
            <li data-outcome="\(test.outcome.rawValue)"><a class="test" href="\(site.path(ofTest: index))">\(test.outcome.badge)\
            <span class="name">\(test.name)</span><span class="muted place">\(test.place)</span>\
            <span class="muted time">\(duration)</span></a></li>

            """
    }

    // MARK: Coverage

    private var coverage: HTML {
        guard !site.files.isEmpty else { return "" }
        let rows = site.files.enumerated().map { index, file -> HTML in
            let summary = file.summary
            return """
                <tr><th scope="row"><a href="\(site.path(ofFile: index))">\(file.name)</a></th>\
                <td data-label="All">\(summary.all.meter)</td><td data-label="Policies">\(summary.policies.meter)</td>\
                <td data-label="Branches">\(summary.policyBranches.meter)</td>\
                <td data-label="In expressions">\(summary.expressionBranches.meter)</td>\
                <td data-label="Statements">\(summary.statements.meter)</td></tr>

                """
        }
        return """
            <section><h2>Coverage</h2>
            <table class="coverage"><thead><tr><th scope="col">File</th><th scope="col">All</th><th scope="col">Policies</th>\
            <th scope="col">Branches</th><th scope="col">In expressions</th><th scope="col">Statements</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></section>

            """
    }
}

extension ReportedTest {
    /// File and line.
    var place: String { line.map { "\(file):\($0)" } ?? file }
}
