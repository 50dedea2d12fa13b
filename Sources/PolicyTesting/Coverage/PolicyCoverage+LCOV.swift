import PolicyDiagnostics
import PolicyExpressions

extension PolicyCoverage {
    /// The coverage in the form of lcov's tracefiles, for `genhtml` and services that take them.
    ///
    /// `DA` are lines on which policies and statements begin; `BRDA` are the ways of decisions, numbered within their file, `-`
    /// where the decision was never made.
    ///
    /// - Parameter testName: what the tracefile calls the tests: letters, digits and underscores; what else it holds becomes an underscore.
    public func lcov(testName: String = "apim_policy") -> String {
        files.map { file in
            var records = ["TN:\(Self.testName(testName))", "SF:\(Self.plain(file.name))"]
            records += Self.branches(file)
            let lines = file.lines
            records += lines.map { "DA:\($0.number),\($0.count)" }
            records += ["LF:\(lines.count)", "LH:\(lines.filter { $0.count > 0 }.count)", "end_of_record"]
            return records.joined(separator: "\n") + "\n"
        }.joined()
    }

    private static func branches(_ file: FileCoverage) -> [String] {
        let decisions = file.decisions
        var records: [String] = []
        for (block, decision) in decisions.enumerated() {
            let line = decision.decision.span.start.line
            for (index, way) in decision.ways.enumerated() {
                records.append("BRDA:\(line),\(block),\(index),\(decision.wasMade ? "\(way.count)" : "-")")
            }
        }
        let ways = decisions.flatMap(\.ways)
        return records + ["BRF:\(ways.count)", "BRH:\(ways.filter { $0.count > 0 }.count)"]
    }

    private static func testName(_ text: String) -> String {
        String(
            text.unicodeScalars.map { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? Character($0) : "_" }
        )
    }

    /// A tracefile has a record to the line.
    private static func plain(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
