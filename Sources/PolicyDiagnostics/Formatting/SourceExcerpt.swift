/// The line of a text that a span begins on, made fit for a terminal, and the marks that go below it.
package struct SourceExcerpt: Sendable, Hashable {
    /// The number of the line, from 1.
    package let lineNumber: Int
    /// The line, with tabs as spaces, control characters made visible, and cut where it is very long.
    package let line: String
    /// Spaces, then `^` and `~` under the span.
    package let marks: String

    /// The distance of tab stops in the excerpt.
    private static let tabWidth = 4
    /// How many cells of a long line are shown before and behind the place of interest.
    private static let reach = (before: 60, behind: 100)

    /// Makes the excerpt of the first line of a span.
    package init(_ span: SourceSpan) {
        lineNumber = span.start.line
        let cells = Self.cells(of: span)
        let marked = cells.filter(\.isMarked)
        let first = marked.first?.column ?? cells.endColumn
        let end = max(first + 1, marked.last.map { $0.column + $0.width } ?? 0)
        let visible = cells.filter { $0.column >= first - Self.reach.before && $0.column < first + Self.reach.behind }
        let isCutBefore = visible.first?.column != cells.first?.column
        let isCutBehind = visible.last?.column != cells.last?.column
        let offset = (visible.first?.column ?? 0) - (isCutBefore ? 1 : 0)
        line = (isCutBefore ? "…" : "") + visible.map(\.text).joined() + (isCutBehind ? "…" : "")
        let length = min(end, max(visible.endColumn, first + 1)) - first
        marks = String(repeating: " ", count: first - offset) + "^" + String(repeating: "~", count: length - 1)
    }

    /// One character of the line as it is shown.
    fileprivate struct Cell {
        var text: String
        var column: Int
        var width: Int
        var isMarked: Bool
    }

    private static func cells(of span: SourceSpan) -> [Cell] {
        let lineStart = span.range.lowerBound - span.source.utf8Column(at: span.range.lowerBound)
        var (cells, column, offset): ([Cell], Int, Int) = ([], 0, lineStart)
        for character in span.source.line(span.start.line) {
            let (text, width) = shown(character, at: column)
            cells.append(Cell(text: text, column: column, width: width, isMarked: span.range.contains(offset)))
            column += width
            offset += character.utf8.count
        }
        return cells
    }

    private static func shown(_ character: Character, at column: Int) -> (text: String, width: Int) {
        if character == "\t" {
            let width = tabWidth - column % tabWidth
            return (String(repeating: " ", count: width), width)
        }
        if let scalar = character.unicodeScalars.first, scalar.properties.generalCategory == .control { return (visible(scalar), 1) }
        return (String(character), DisplayWidth.cells(of: character))
    }

    /// Unicode has a picture for each control character of ASCII; a terminal must not obey what a document says.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: "\u{FFFD}"
        }
    }
}

extension [SourceExcerpt.Cell] {
    fileprivate var endColumn: Int { last.map { $0.column + $0.width } ?? 0 }
}

extension SourceText {
    /// The number of bytes between the start of the line and an offset.
    fileprivate func utf8Column(at offset: Int) -> Int {
        let offset = Swift.min(Swift.max(offset, 0), utf8.count)
        let start = utf8[..<offset].lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
        return offset - start
    }
}
