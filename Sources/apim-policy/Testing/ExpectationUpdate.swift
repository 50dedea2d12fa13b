import Foundation
import PolicyDiagnostics
import PolicyTesting

/// Puts what happened in place of the plain expectations that were not met. Everything else of a test file stays as it was
/// written, comments too.
struct ExpectationUpdate {
    private let results: [PolicyTestResult]

    init(_ results: [PolicyTestResult]) { self.results = results }

    func apply() throws(CommandFailure) {
        let failures = results.flatMap(\.failures)
        var wanted: [SourceSpan: Set<String>] = [:]
        for case let difference? in failures.map(\.difference) {
            guard let span = difference.span, let replacement = difference.replacement else { continue }
            wanted[span, default: []].insert(replacement.compactText)
        }
        // A place that several rows of a table want to be different stays as it is.
        let replacements = wanted.compactMapValues { $0.count == 1 ? $0.first : nil }.filter { Self.isPlain($0.key.text) }
        for (_, changes) in Dictionary(grouping: replacements, by: { $0.key.source.name }) { try Self.rewrite(changes) }
        let left = failures.count { failure in failure.difference?.span.flatMap { replacements[$0] } == nil }
        let count = "\(replacements.count) expectation\(replacements.count == 1 ? "" : "s") rewritten"
        Console.writeError(count + (left > 0 ? ", \(left) failure\(left == 1 ? "" : "s") left\n" : "\n"))
        guard left == 0 else { throw .findings("") }
    }

    /// Rewrites places of one file.
    private static func rewrite(_ replacements: [(key: SourceSpan, value: String)]) throws(CommandFailure) {
        guard let source = replacements.first?.key.source else { return }
        var bytes = source.utf8
        for (span, text) in replacements.sorted(by: { $0.key.range.lowerBound > $1.key.range.lowerBound }) {
            Console.writeError("\(source.name):\(span.start.line): \(span.text) → \(text)\n")
            bytes.replaceSubrange(span.range.lowerBound..<span.range.upperBound, with: text.utf8)
        }
        try Files.write(String(decoding: bytes, as: UTF8.self), to: source.name)
    }

    /// A value that stands on one line and is no place for a row's parameter.
    private static func isPlain(_ text: String) -> Bool {
        !text.contains("\n") && !text.contains("${") && !text.hasPrefix("|") && !text.hasPrefix(">")
    }
}
