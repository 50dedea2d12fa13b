import PolicyDiagnostics

/// The page of a covered file: its text, and a list of what no test reached.
struct FilePage {
    private let site: ReportSite
    private let file: FileCoverage

    init(_ site: ReportSite, _ file: FileCoverage) { (self.site, self.file) = (site, file) }

    var page: ReportPage {
        ReportPage(
            title: file.name, root: "../", trail: [(site.report.title, "index.html")], badges: [file.summary.all.meter],
            content: [legend, SourceView(file, masking: site.mask, anchors: true).html, missed])
    }

    private var legend: HTML {
        """
        <p class="legend"><span class="hit">reached</span> <span class="part">reached, but not every way</span> \
        <span class="miss">not reached</span></p>

        """
    }

    private var missed: HTML {
        guard !file.missed.isEmpty else { return "<p class=\"panel ok\">Everything was reached.</p>" }
        let rows = file.missed.map { place -> HTML in
            let start = place.start
            return """
                <li><a class="place" href="#L\(start.line)">\(start.line):\(start.column)</a> <code>\(place.point.phrase)</code></li>

                """
        }
        return "<section><h2>Not reached</h2><ul class=\"missed\">\(rows)</ul></section>\n"
    }
}
