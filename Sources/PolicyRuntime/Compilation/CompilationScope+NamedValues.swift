import PolicyDiagnostics
import PolicyExpressions

extension CompilationScope {
    /// Puts named values into a text and reports what was found.
    mutating func resolve(_ text: PolicyText) -> ResolvedText {
        let resolved = namedValues.resolve(text)
        for diagnostic in resolved.diagnostics { report(diagnostic) }
        return resolved
    }

    /// The text of a Liquid template. Named values that exist are put in; an expression is text like any other there.
    public func resolveTemplate(_ text: PolicyText) -> LiquidTemplateText {
        let verbatim = text.pieces.map { piece in
            switch piece {
            case .literal: piece
            case .expression(let kind, let code): PolicyText.Piece.literal(code.enclosed(as: kind, in: text.span))
            }
        }
        let resolved = namedValues.resolve(PolicyText(pieces: verbatim, span: text.span), context: .liquid)
        var template = MappedText("", map: SourceMap())
        for case .literal(let literal) in resolved.pieces { template.append(literal) }
        return LiquidTemplateText(text: template, mask: SecretMask(resolved.secrets))
    }
}

/// A Liquid template with its named values put in.
public struct LiquidTemplateText: Sendable {
    /// The template.
    public var text: MappedText
    /// Hides the secrets among the named values in what is said of the template.
    public var mask: SecretMask
}

extension MappedText {
    /// Adds a text behind this one; its places stay known.
    mutating func append(_ other: MappedText) {
        map.append(SourceRange(0, other.string.utf8.count), of: other.map)
        string += other.string
    }

    /// The code as it stood in its `@( )` or `@{ }`.
    fileprivate func enclosed(as kind: ExpressionKind, in span: SourceSpan) -> MappedText {
        let (opening, closing) = kind == .single ? ("@(", ")") : ("@{", "}")
        let whole = map.origin(of: SourceRange(0, string.utf8.count)) ?? span
        var text = MappedText(opening, map: SourceMap())
        text.map.append(count: opening.utf8.count, from: whole)
        text.append(self)
        text.string += closing
        text.map.append(count: closing.utf8.count, from: whole)
        return text
    }
}
