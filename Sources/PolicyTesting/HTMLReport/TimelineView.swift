import PolicyRuntime

/// The timeline of a run: what opens shows what happened in a policy.
struct TimelineView {
    private let timeline: RunTimeline
    private let site: ReportSite

    init(_ trace: RunTrace, _ site: ReportSite) { (timeline, self.site) = (RunTimeline(trace), site) }

    var html: HTML {
        let sections = timeline.sections.map { section -> HTML in
            "<li class=\"section\"><h4>\(section.name)</h4><ol>\(section.steps.map(row))</ol></li>\n"
        }
        let loose =
            timeline.loose.isEmpty
            ? ""
            : "<li class=\"section\"><h4>gateway</h4><div class=\"inside\">\(EventView(site).list(timeline.loose))</div></li>\n" as HTML
        guard !sections.isEmpty else { return "<p class=\"muted\">No policy ran.</p>" }
        return "<ol class=\"timeline\">\(sections)\(loose)</ol>"
    }

    private func row(_ step: TimelineStep) -> HTML {
        let (events, inner) = step.contents
        let head: HTML = """
            <span class="policy">&lt;\(step.place.policy)&gt;</span>\(site.link(to: step.place.span))\
            \(result(step))<span class="summary">\(EventView.summary(of: events))</span>\(bar(step))
            """
        let error: HTML = step.error.map { "<p class=\"message bad\">\($0)</p>" } ?? ""
        let nested: HTML = inner.isEmpty ? "" : "<ol>\(inner.map(row))</ol>"
        let state = step.error == nil ? "" : " failed"
        guard !events.isEmpty || step.error != nil else { return "<li class=\"step\"><div class=\"row\">\(head)</div>\(nested)</li>\n" }
        return """
            <li class="step\(state)"><details><summary class="row">\(head)</summary><div class="inside">\(error)\
            \(EventView(site).list(events))</div></details>\(nested)</li>

            """
    }

    private func result(_ step: TimelineStep) -> HTML {
        switch step.result {
        case "proceeded": ""
        case "failed": "<span class=\"badge bad\">failed</span>"
        default: "<span class=\"badge note\">\(step.result)</span>"
        }
    }

    /// When the policy ran, as a part of the whole run.
    private func bar(_ step: TimelineStep) -> HTML {
        let text = (step.end - step.start).reportText
        guard timeline.length > .zero else { return "<span class=\"time\">\(text)</span>" }
        func percent(_ duration: Duration) -> String { "\((duration / timeline.length * 1000).rounded() / 10)" }
        let (from, width) = (percent(step.start), percent(step.end - step.start))
        return """
            <span class="bar" aria-hidden="true"><span style="left:\(from)%;width:max(2px,\(width)%)"></span></span>\
            <span class="time">\(text)</span>
            """
    }
}

extension TimelineStep {
    /// What happened in the policy itself, and the policies inside.
    fileprivate var contents: (events: [RunTrace.Event], steps: [TimelineStep]) {
        var (events, steps): ([RunTrace.Event], [TimelineStep]) = ([], [])
        for item in items {
            switch item {
            case .event(let event): events.append(event)
            case .step(let step): steps.append(step)
            }
        }
        return (events, steps)
    }
}
