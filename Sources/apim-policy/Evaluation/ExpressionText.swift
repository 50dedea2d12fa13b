import Foundation
import PolicyDiagnostics
import PolicyExpressions

/// An expression as it was typed, with or without `@( )` or `@{ }`.
struct ExpressionText {
    let source: SourceText
    let kind: ExpressionKind
    let code: String
    private let codeStart: Int

    init(_ text: String) {
        source = SourceText(name: "expression", text: text)
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        for (kind, opening, closing) in [(ExpressionKind.single, "@(", ")"), (.block, "@{", "}")]
        where trimmed.hasPrefix(opening) && trimmed.hasSuffix(closing) {
            self.kind = kind
            code = String(trimmed.dropFirst(2).dropLast())
            codeStart = (text.firstRange(of: opening).map { text.utf8.distance(from: text.startIndex, to: $0.upperBound) }) ?? 0
            return
        }
        (kind, code, codeStart) = (.single, text, 0)
    }

    func diagnostic(_ diagnostic: ExpressionDiagnostic) -> Diagnostic {
        Diagnostic(
            diagnostic.code, diagnostic.severity, diagnostic.message,
            at: SourceSpan(source, diagnostic.range.shifted(by: codeStart)), hint: diagnostic.hint)
    }
}
