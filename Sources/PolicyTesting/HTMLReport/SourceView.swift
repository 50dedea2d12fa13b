import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// The text of a policy with what was reached in green and what was not in red.
struct SourceView {
    /// What became of a byte of the text.
    enum Mark: UInt8 {
        case none, reached, partial, missed

        var name: String {
            switch self {
            case .none: ""
            case .reached: "hit"
            case .partial: "part"
            case .missed: "miss"
            }
        }
    }

    private let file: FileCoverage
    private let mask: SecretMask
    /// Whether lines can be linked to; only one view of a page may have that.
    private let anchors: Bool

    init(_ file: FileCoverage, masking mask: SecretMask, anchors: Bool) {
        (self.file, self.mask, self.anchors) = (file, mask, anchors)
    }

    var html: HTML {
        guard let source = file.source else { return "" }
        let text = source.text
        let masked = mask.mask(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        // A secret over several lines: the places are not those of the file any more.
        guard masked.count == source.lineCount else { return "<pre class=\"source\">\(text)</pre>" }
        let marks = marks(source)
        let counts = Dictionary(file.lines.map { ($0.number, $0.count) }) { first, _ in first }
        var rows: [HTML] = []
        var offset = 0
        for number in 1...source.lineCount {
            let line = source.line(number)
            if number == source.lineCount, line.isEmpty { break }
            let content: HTML = masked[number - 1] == line ? colored(line, marks, offset) : .text(masked[number - 1])
            rows.append(row(number, counts[number], content, worst(marks, offset, line.utf8.count)))
            offset = source.offset(behind: offset + line.utf8.count)
        }
        return "<div class=\"source\" tabindex=\"0\" role=\"group\" aria-label=\"\(file.name)\"><table>\(rows)</table></div>"
    }

    private func row(_ number: Int, _ count: Int?, _ content: HTML, _ mark: Mark) -> HTML {
        let id: HTML = anchors ? " id=\"L\(number)\"" : ""
        let times = count.map { "\($0)×" } ?? ""
        let sign = mark == .missed ? "!" : mark == .partial ? "~" : ""
        return """
            <tr\(id) class="\(mark.name)"><td class="n">\(number)</td><td class="count">\(times)</td>\
            <td class="flag" aria-hidden="true">\(sign)</td><td class="code">\(content)</td></tr>

            """
    }

    private func colored(_ line: String, _ marks: [Mark], _ offset: Int) -> HTML {
        let bytes = Array(line.utf8)
        var html: HTML = ""
        var start = 0
        while start < bytes.count {
            let mark = marks[offset + start]
            var end = start + 1
            while end < bytes.count, marks[offset + end] == mark || bytes[end] & 0xC0 == 0x80 { end += 1 }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            html += mark == .none ? .text(text) : "<span class=\"\(mark.name)\">\(text)</span>"
            start = end
        }
        return html
    }

    private func worst(_ marks: [Mark], _ offset: Int, _ count: Int) -> Mark {
        let used = Set(marks[offset..<offset + count])
        if used.contains(.missed) { return used.contains(.reached) || used.contains(.partial) ? .partial : .missed }
        return used.contains(.partial) ? .partial : used.contains(.reached) ? .reached : .none
    }

    // MARK: Marks

    /// The mark of every byte: outer places first, so that inner ones show.
    private func marks(_ source: SourceText) -> [Mark] {
        var marks = [Mark](repeating: .none, count: source.utf8.count + 1)
        let made = Set(file.decisions.filter(\.wasMade).map(\.decision))
        let places = file.places.sorted { $0.point.span.range.count > $1.point.span.range.count }
        for place in places {
            let mark = mark(place, made)
            for offset in place.point.span.range.lowerBound..<min(place.point.span.range.upperBound, source.utf8.count) {
                marks[offset] = marks[offset].combined(with: mark, isOuter: place.point.decision == nil)
            }
        }
        return marks
    }

    /// A way that was not taken leaves code that ran all the same only half reached: a condition that never was false.
    private func mark(_ place: CoveredPlace, _ made: Set<CoveragePoint.Decision>) -> Mark {
        guard place.count == 0 else { return .reached }
        guard let decision = place.point.decision, made.contains(decision) else { return .missed }
        return place.point.isReachedByDeciding ? .partial : .missed
    }
}

extension SourceView.Mark {
    /// The mark of a byte that lies in several places, the inner one last.
    fileprivate func combined(with inner: SourceView.Mark, isOuter: Bool) -> SourceView.Mark {
        if isOuter { return inner }
        // Ways that share their text: half of it stays half.
        if self == .partial || inner == .partial { return inner == .missed ? .missed : .partial }
        return inner
    }
}

extension CoveragePoint {
    /// Whether the point's text runs whichever way the decision takes.
    fileprivate var isReachedByDeciding: Bool {
        switch (decision?.construct, label) {
        case ("if", _), ("loop", _), ("ignore-error", _), ("&&", "left side decides"), ("||", "left side decides"), ("??", "left side"),
            ("choose", "no condition holds"), ("switch", "no section"):
            true
        default: false
        }
    }
}

extension SourceText {
    /// The start of the line behind a line that ends at an offset.
    fileprivate func offset(behind end: Int) -> Int {
        guard end < utf8.count else { return end }
        let isPair = utf8[end] == UInt8(ascii: "\r") && end + 1 < utf8.count && utf8[end + 1] == UInt8(ascii: "\n")
        return end + (isPair ? 2 : 1)
    }
}
