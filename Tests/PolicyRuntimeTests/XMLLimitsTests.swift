import Foundation
import PolicyDiagnostics
import PolicyRuntime
import Testing

/// Hostile documents: one diagnostic, soon, on a small stack.
struct XMLLimitsTests {
    #if DEBUG
        static let stackSize = 2 << 20
    #else
        static let stackSize = 512 << 10
    #endif

    static let hostile: [(name: String, text: String, code: String)] = {
        func many(_ text: String, _ count: Int = 100_000) -> String { String(repeating: text, count: count) }
        return [
            ("elements", many("<a>"), "document-too-deep"),
            ("closed elements", many("<a>") + many("</a>"), "document-too-deep"),
            ("parentheses", "<a>@" + many("("), "unterminated-expression"),
            ("braces in an attribute", "<a b=\"@" + many("{"), "unterminated-expression"),
            ("interpolations", "<a>@(" + many("$\"{"), "unterminated-expression"),
            ("broken expressions", "<a>" + many("<b c=\"@(\"/>", 40_000) + "</a>", "unterminated-expression"),
            ("end tags", many("</a>"), "unexpected-end-tag"),
            ("bodies", many("<set-body>", 40_000), "missing-end-tag"),
            ("expressions in a body", "<a><set-body>" + many("@(") + "</set-body></a>", "unterminated-expression"),
            (
                "expressions closed behind the body", "<a><set-body>" + many("@(", 40_000) + "</set-body>" + many(")", 40_000) + "</a>",
                "unterminated-expression"
            ),
            (
                "expressions closed behind their elements", "<a>" + many("<b>@(</b>", 40_000) + many(")", 40_000) + "</a>",
                "unterminated-expression"
            ),
            ("braces", "<a>@" + many("{"), "unterminated-expression"),
            ("open comments", "<a>" + many("<!--") + "</a>", "unterminated-comment"),
            ("quotes in code", "<a>@(" + many("\"", 100_001) + ")</a>", "unterminated-expression"),
            ("comments in code", "<a>@(" + many("/*") + ")</a>", "unterminated-expression"),
            ("comments in a body", "<a><set-body>" + many("<!--") + "</set-body></a>", "missing-end-tag"),
            ("angle names", "<a b=\"" + many("<<n>>") + "\"/>", "accepted"),
            ("less-than", "<a b=\"" + many("<a") + "\"/>", "unescaped-less-than"),
            ("attributes", "<a " + (0..<40_000).map { "b\($0)=\"\" " }.joined() + "/>", "too-many-attributes"),
        ]
    }()

    @Test(.timeLimit(.minutes(1)), arguments: hostile.indices)
    func isRefusedSoonOnASmallStack(index: Int) async {
        let (name, text, code) = Self.hostile[index]
        let limits = DocumentLimits(bytes: 4 << 20)
        let found = await onSmallStack {
            let reading = XMLDocumentParser(limits: limits).parse(SourceText(name: name, text: text))
            return reading.diagnostics.isEmpty ? ["accepted"] : reading.diagnostics.map(\.code.rawValue)
        }
        #expect(found.contains(code) && found.count <= 256, "\(name)")
    }

    @Test func tooLargeIsRefused() {
        let reading = XMLDocumentParser(limits: DocumentLimits(bytes: 10)).parse(SourceText(name: "test", text: "<policies/>"))
        #expect(reading.diagnostics.map(\.code.rawValue) == ["document-too-large"])
    }

    private func onSmallStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.stackSize = Self.stackSize
            thread.start()
        }
    }
}
