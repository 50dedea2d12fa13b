import PolicyDiagnostics

/// What all pages have around them.
struct ReportPage {
    var title: String
    /// The way from the page back to the folder of the report: empty or `../`.
    var root: String
    /// The links above the title, outermost first.
    var trail: [(name: String, path: String)] = []
    /// What stands beside the title.
    var badges: [HTML] = []
    var content: [HTML]

    /// Nothing is loaded but the report's own two files.
    private static let policy = "default-src 'none'; style-src 'self' file: 'unsafe-inline'; script-src 'self' file:; img-src data:"

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
        <title>\(title)</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="\(root)report.css">
        <script src="\(root)report.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top"><div class="wrap">
        \(trailHTML)
        <div class="heading"><h1>\(title)</h1>\(badges)</div>
        </div></header>
        <main id="content" class="wrap">
        \(content)
        </main>
        <footer class="wrap">Made by <b>apim-policy</b>. Times are those of the run’s clock.</footer>
        </body>
        </html>

        """
    }

    private var trailHTML: HTML {
        guard !trail.isEmpty else { return "" }
        let links = trail.map { "<a href=\"\(root)\($0.path)\">\($0.name)</a><span aria-hidden=\"true\"> / </span>" as HTML }
        return "<nav class=\"trail\" aria-label=\"Pages above\">\(links)</nav>"
    }
}

extension ReportedTest.Outcome {
    /// The outcome as a badge, told by sign and word as well as by colour.
    var badge: HTML {
        switch self {
        case .passed: "<span class=\"badge ok\"><span aria-hidden=\"true\">✓</span> passed</span>"
        case .failed: "<span class=\"badge bad\"><span aria-hidden=\"true\">✗</span> failed</span>"
        case .skipped: "<span class=\"badge off\"><span aria-hidden=\"true\">–</span> skipped</span>"
        }
    }
}

extension CoverageSummary.Count {
    /// A bar with the percentage beside it.
    var meter: HTML {
        guard total > 0 else { return "<span class=\"muted\">–</span>" }
        let level = percent >= 90 ? "ok" : percent >= 60 ? "warn" : "bad"
        let width = "\(Int(percent.rounded(.down)))"
        return """
            <span class="meter \(level)"><span class="track" aria-hidden="true"><span style="width:\(width)%"></span></span>\
            <span class="value">\(percentText)</span><span class="muted of">\(reached)/\(total)</span></span>
            """
    }
}

extension Duration {
    /// The duration as people read it: `0 ms`, `1.25 ms`, `3.2 s`.
    var reportText: String {
        let milliseconds = self / .milliseconds(1)
        return milliseconds >= 1000 ? Self.short(milliseconds / 1000) + " s" : Self.short(milliseconds) + " ms"
    }

    /// Two decimals of small numbers, none of large ones or where there are none.
    private static func short(_ number: Double) -> String {
        let cut = number >= 100 ? number.rounded() : (number * 100).rounded() / 100
        return cut == cut.rounded() ? "\(Int(cut))" : "\(cut)"
    }
}
