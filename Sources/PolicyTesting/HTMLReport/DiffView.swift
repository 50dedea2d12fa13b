import PolicyRuntime

/// Two texts, with what is only in one of them marked.
struct DiffView {
    /// Longer texts are shown one behind the other.
    private static let linesCompared = 400

    private let expected: String
    private let actual: String

    /// Makes a view. Secrets are masked before anything is cut, since the halves of one are no secret to the mask.
    init(expected: String, actual: String, masking mask: SecretMask) {
        (self.expected, self.actual) = (mask.mask(expected), mask.mask(actual))
    }

    var html: HTML {
        let (old, new) = (lines(expected), lines(actual))
        if old.count == 1, new.count == 1 { return oneLine(old[0], new[0]) }
        guard old.count <= Self.linesCompared, new.count <= Self.linesCompared else {
            return table(old.map { row("-", .text($0)) } + new.map { row("+", .text($0)) })
        }
        return table(rows(old, new))
    }

    private func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    private func rows(_ old: [String], _ new: [String]) -> [HTML] {
        var (removed, inserted) = (Set<Int>(), Set<Int>())
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var (rows, i, j): ([HTML], Int, Int) = ([], 0, 0)
        while i < old.count || j < new.count {
            if removed.contains(i) {
                rows.append(row("-", .text(old[i])))
                i += 1
            } else if inserted.contains(j) {
                rows.append(row("+", .text(new[j])))
                j += 1
            } else {
                rows.append(row(" ", .text(old[i])))
                (i, j) = (i + 1, j + 1)
            }
        }
        return rows
    }

    /// Two lines, with the part between their common ends marked.
    private func oneLine(_ old: String, _ new: String) -> HTML {
        let prefix = zip(old, new).prefix { $0 == $1 }.count
        let rest = (old.dropFirst(prefix), new.dropFirst(prefix))
        let suffix = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
        func marked(_ text: String) -> HTML {
            let middle = String(text.dropFirst(prefix).dropLast(suffix))
            let mark: HTML = middle.isEmpty ? "" : "<mark>\(middle)</mark>"
            return "\(String(text.prefix(prefix)))\(mark)\(String(text.suffix(suffix)))"
        }
        guard old != new else { return table([row(" ", .text(old))]) }
        return table([row("-", marked(old)), row("+", marked(new))])
    }

    private func row(_ sign: String, _ content: HTML) -> HTML {
        switch sign {
        case "-": "<div class=\"del\"><span class=\"sign\" aria-label=\"expected\">−</span><span>\(content)</span></div>"
        case "+": "<div class=\"ins\"><span class=\"sign\" aria-label=\"actual\">+</span><span>\(content)</span></div>"
        default: "<div><span class=\"sign\"> </span><span>\(content)</span></div>"
        }
    }

    private func table(_ rows: [HTML]) -> HTML {
        "<div class=\"diff\" tabindex=\"0\" role=\"group\" aria-label=\"Difference\">\(rows)</div>"
    }
}

/// The failures of a test.
struct FailureView {
    private let site: ReportSite
    private let root: String

    init(_ site: ReportSite, root: String = "../") { (self.site, self.root) = (site, root) }

    func html(_ failures: [ReportedTest.Failure]) -> HTML {
        failures.map { failure -> HTML in
            var html: HTML = "<div class=\"failure\"><p class=\"message\">\(failure.message)</p>"
            if let expected = failure.expected, let actual = failure.actual {
                html += DiffView(expected: expected, actual: actual, masking: site.mask).html
            }
            for note in failure.notes { html += "<p class=\"note\">\(note)</p>" }
            if let place = failure.place { html += "<p class=\"muted\">at \(site.link(to: place, from: root))</p>" }
            return html + "</div>\n"
        }.joined()
    }
}
