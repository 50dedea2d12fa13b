import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// What the comments of a document say about rules:
/// `<!-- apim-policy-lint: disable=CODE reason -->` for the next element, `disable-file=CODE` for the whole file.
struct LintSuppressions: Sendable {
    private struct Entry: Sendable {
        var codes: Set<String>
        /// Nil for the whole file.
        var range: SourceRange?
    }

    private var entries: [Entry] = []
    /// Comments that begin like one and are none.
    private(set) var diagnostics: [Diagnostic] = []

    init(in roots: [XMLNode], source: SourceText, codes: Set<String>) {
        collect(roots, source, codes)
    }

    /// Whether a finding at a place was said to be meant.
    func covers(_ code: Diagnostic.Code, at span: SourceSpan?) -> Bool {
        entries.contains { entry in
            guard entry.codes.contains(code.rawValue) || entry.codes.contains("all") else { return false }
            guard let range = entry.range else { return true }
            return span.map { range.contains($0.range.lowerBound) } ?? false
        }
    }

    private mutating func collect(_ nodes: [XMLNode], _ source: SourceText, _ codes: Set<String>) {
        for (index, node) in nodes.enumerated() {
            switch node {
            case .comment(let text): read(text, nodes[(index + 1)...], source, codes)
            case .element(let element): collect(element.children, source, codes)
            case .text: continue
            }
        }
    }

    private mutating func read(_ comment: String, _ following: ArraySlice<XMLNode>, _ source: SourceText, _ known: Set<String>) {
        let words = comment.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.first == "apim-policy-lint:" else { return }
        let next = following.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }.first
        let parts = (words.count > 1 ? words[1] : "").split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "disable" || parts[0] == "disable-file" else {
            return report("a lint comment says 'disable=CODE' or 'disable-file=CODE'", next, source)
        }
        let codes = Set(parts[1].split(separator: ",").map(String.init))
        for code in codes.sorted() where code != "all" && !known.contains(code) {
            report("there is no rule '\(code)'\(didYouMean(code, among: known).map { "; \($0)" } ?? "")", next, source)
        }
        if parts[0] == "disable-file" {
            entries.append(Entry(codes: codes, range: nil))
        } else if let next {
            entries.append(Entry(codes: codes, range: next.span.range))
        } else {
            report("no element follows the lint comment", next, source)
        }
    }

    private mutating func report(_ message: String, _ next: XMLElement?, _ source: SourceText) {
        let span = next?.nameSpan ?? SourceSpan(source, SourceRange(0, 0))
        diagnostics.append(Diagnostic("lint-comment", .warning, message, at: span))
    }
}
