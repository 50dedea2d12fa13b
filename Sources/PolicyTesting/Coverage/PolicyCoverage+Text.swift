import Foundation
import PolicyDiagnostics
import PolicyExpressions

extension PolicyCoverage {
    /// The summary for people: a line for each file, a total, and what was not reached. Ends in a line break.
    ///
    /// - Parameter listsMissed: whether each place that was not reached is listed with its line and column.
    public func textSummary(listsMissed: Bool = true) -> String {
        let files = files
        guard !files.isEmpty else { return "coverage: no policy ran\n" }
        var rows = [["file", "policies", "branches", "expression branches", "statements", "all"]]
        rows += files.map { [$0.name] + $0.summary.cells }
        if files.count > 1 { rows.append(["total"] + total.cells) }
        var text = Self.table(rows)
        if listsMissed { text += files.map(Self.missed).joined() }
        return text
    }

    private static func missed(in file: FileCoverage) -> String {
        let lines = file.missed.map { "    \(file.name):\($0.start.line):\($0.start.column): \($0.point.phrase)\n" }
        return lines.isEmpty ? "" : "\nnot reached in \(file.name):\n" + lines.joined()
    }

    /// Columns of equal width, the first to the left, numbers to the right.
    private static func table(_ rows: [[String]]) -> String {
        let columns = rows.first?.indices ?? 0..<0
        let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                let padding = String(repeating: " ", count: widths[index] - cell.count)
                return index == 0 ? cell + padding : padding + cell
            }
            return cells.joined(separator: "  ") + "\n"
        }.joined()
    }
}

extension CoverageSummary {
    fileprivate var cells: [String] {
        [policies, policyBranches, expressionBranches, statements].map { $0.total == 0 ? "-" : "\($0.reached)/\($0.total)" }
            + [all.percentText]
    }
}

extension CoverageSummary.Count {
    /// The share with one decimal, cut and never rounded up: only what is whole says 100 %.
    package var percentText: String {
        let tenths = Int((percent * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

extension CoveragePoint {
    /// The place in words: `choose: when[2]`, `&&: right side`.
    package var phrase: String {
        switch kind {
        case .policy: "<\(label)>"
        case .expressionBranch where label == "case": "switch: \(excerpt)"
        case .policyBranch, .expressionBranch: "\(decision?.construct ?? ""): \(label)"
        case .statement: "\(label): \(excerpt)"
        case .value: excerpt
        }
    }

    /// The code in one short line.
    private var excerpt: String {
        let words = span.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 60 ? words.prefix(59) + "…" : words
    }
}
