package import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension PolicyDifference {
    /// The difference for people: the path, then the lines of both sides with their places.
    public var text: String {
        var output = "\(kind.rawValue): \(path)\n"
        if let left { output += left.lines(marked: "-", shortened: right == nil || kind == .moved) }
        if let right { output += right.lines(marked: "+", shortened: left == nil || kind == .moved) }
        return output
    }

    /// The difference for machines.
    package var json: JSON {
        ["kind": .string(kind.rawValue), "path": .string(path), "left": left?.json ?? .null, "right": right?.json ?? .null]
    }
}

extension PolicyDifference.Side {
    /// The most lines that are shown of something that only one side has.
    private static let mostLines = 12

    fileprivate func lines(marked mark: String, shortened: Bool) -> String {
        var lines = shownLines
        if shortened, lines.count > Self.mostLines {
            lines = lines.prefix(Self.mostLines - 1) + ["… \(lines.count - Self.mostLines + 1) lines more"]
        }
        let start = span.start
        return "  \(span.source.name):\(start.line):\(start.column)\n" + lines.map { "  \(mark) \($0)\n" }.joined()
    }

    /// The lines, those behind the first one moved as far to the left as the first one is.
    private var shownLines: [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = span.source.line(span.start.line)
        let margin = first.leadingColumns
        return lines.enumerated().map { index, line in
            guard index > 0 else { return String(line) }
            return String(repeating: " ", count: max(0, line.leadingColumns - margin)) + line.drop(while: \.isBlank)
        }
    }

    fileprivate var json: JSON {
        let (start, end) = (span.start, span.end)
        return [
            "file": .string(span.source.name), "line": .integer(start.line), "column": .integer(start.column),
            "endLine": .integer(end.line), "endColumn": .integer(end.column), "text": .string(text),
        ]
    }
}
