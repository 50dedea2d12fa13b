import Foundation
import PolicyDiagnostics
import PolicyRuntime

/// What came of tests, for people and for other programs. Nothing in it shows a secret of the tests.
public struct PolicyTestReport: Sendable {
    /// The results in the order of the tests.
    public var results: [PolicyTestResult]

    /// Makes a report.
    public init(_ results: [PolicyTestResult]) { self.results = results }

    private var failed: [PolicyTestResult] { results.filter { !$0.isPassed } }

    /// How many tests there were and how many failed, in a line.
    public var summary: String {
        let count = "\(results.count) test\(results.count == 1 ? "" : "s")"
        return failed.isEmpty ? "\(count) passed" : "\(failed.count) of \(count) failed"
    }

    /// The failures with their places, and the summary.
    public func text(usesColor: Bool = false) -> String {
        let formatter = DiagnosticTextFormatter(usesColor: usesColor)
        let failures = failed.map { result in
            let mark = usesColor ? "\u{1B}[31m✘\u{1B}[0m" : "✘"
            let title = "\(mark) \(result.mask.mask(result.test.name)) (\(result.test.file))\n"
            return title + result.failures.map { formatter.format($0.diagnostics) }.joined() + "\n"
        }
        return failures.joined() + summary + "\n"
    }

    /// One JSON object on a line; see Docs/FileFormats.md.
    public var jsonText: String { json.compactText }

    private var json: JSON {
        [
            "version": 1,
            "tests": .array(results.map(Self.json)),
            "summary": [
                "tests": .integer(results.count), "passed": .integer(results.count - failed.count), "failed": .integer(failed.count),
            ],
        ]
    }

    private static func json(_ result: PolicyTestResult) -> JSON {
        [
            "name": .string(result.mask.mask(result.test.name)), "file": .string(result.test.file),
            "line": JSON(result.test.span?.start.line), "passed": .boolean(result.isPassed),
            "durationMs": JSON((result.duration / .microseconds(1)).rounded() / 1000),
            "failures": .array(result.failures.map(json)),
        ]
    }

    private static func json(_ failure: PolicyTestFailure) -> JSON {
        let start = failure.diagnostics.first?.span?.start
        return [
            "message": JSON(failure.diagnostics.first?.message), "path": JSON(failure.difference?.path),
            "expected": JSON(failure.difference?.expected), "actual": JSON(failure.difference?.actual),
            "file": JSON(failure.diagnostics.first?.span?.source.name), "line": JSON(start?.line), "column": JSON(start?.column),
        ]
    }

    // MARK: Other programs

    /// JUnit's XML as CI servers read it: a suite for each file.
    public var junitText: String {
        let suites = Dictionary(grouping: results, by: \.test.file).sorted { $0.key < $1.key }.map(Self.suite)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"\(results.count)\" failures=\"\(failed.count)\">\n"
            + suites.joined() + "</testsuites>\n"
    }

    private static func suite(_ file: String, _ results: [PolicyTestResult]) -> String {
        let failures = results.count { !$0.isPassed }
        let time = seconds(results.reduce(.zero) { $0 + $1.duration })
        return "  <testsuite name=\"\(escaped(file))\" tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\" time=\"\(time)\">\n"
            + results.map(testCase).joined() + "  </testsuite>\n"
    }

    private static func testCase(_ result: PolicyTestResult) -> String {
        let name = escaped(result.mask.mask(result.test.name))
        let start = "    <testcase name=\"\(name)\" classname=\"\(escaped(result.test.file))\" time=\"\(seconds(result.duration))\""
        guard !result.isPassed else { return start + "/>\n" }
        let message = escaped(result.failures.compactMap(\.diagnostics.first?.message).joined(separator: "; "))
        let text = escaped(result.failures.map(\.description).joined())
        return start + ">\n      <failure message=\"\(message)\">\(text)</failure>\n    </testcase>\n"
    }

    private static func seconds(_ duration: Duration) -> String { String(format: "%.3f", duration / .seconds(1)) }

    /// What XML 1.0 cannot hold is replaced.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            case "\0"..."\u{1F}", "\u{FFFE}"..."\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Workflow commands that GitHub Actions shows beside the changed lines.
    public var gitHubAnnotations: String {
        failed.flatMap { result in
            result.failures.map { failure in
                let place = failure.location.map { "file=\(Self.property($0.file)),line=\($0.line),col=\($0.column)," } ?? ""
                let message = failure.diagnostics.first?.message ?? ""
                return "::error \(place)title=\(Self.property(result.mask.mask(result.test.name)))::\(Self.data(message))\n"
            }
        }.joined()
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String { data(text).replacing(":", with: "%3A").replacing(",", with: "%2C") }
}
