import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Writes the values of attributes and the texts of elements: literal text as its author wrote it, expressions in the form asked for.
struct TextLayout {
    let source: SourceText
    /// How expressions are written; nil to leave each as it is.
    let form: DocumentForm?

    private struct LocatedExpression {
        var kind: ExpressionKind
        var code: MappedText
        /// From `@` to the closing bracket.
        var range: SourceRange
    }

    /// A value with its quotes.
    func attribute(_ value: PolicyText, indent: Int) -> String {
        let text = written(value, in: value.span.range, indent: indent, isEncoded: true)
        let quote = source.quote(before: value.span.range.lowerBound)
        let needsSingle = quote == "'" && text.contains("\"")
        return needsSingle ? "'\(text)'" : "\"\(text)\""
    }

    /// A part of the source with the expressions of a text in it.
    ///
    /// - Parameter isEncoded: whether entities mean something there, which they do not in CDATA.
    func written(_ text: PolicyText, in range: SourceRange, indent: Int, isEncoded: Bool) -> String {
        var (result, position) = ("", range.lowerBound)
        for expression in expressions(of: text) where expression.range.lowerBound >= position {
            result += source.lines(SourceRange(position, expression.range.lowerBound))
            result += written(expression, indent: indent, isEncoded: isEncoded)
            position = expression.range.upperBound
        }
        return result + source.lines(SourceRange(position, range.upperBound))
    }

    /// The only expression of a text, without the white space around it.
    func alone(_ text: PolicyText, indent: Int, isEncoded: Bool) -> String? {
        guard text.soleExpression != nil, let expression = expressions(of: text).first else { return nil }
        return written(expression, indent: indent, isEncoded: isEncoded)
    }

    private func expressions(of text: PolicyText) -> [LocatedExpression] {
        text.pieces.compactMap { piece in
            guard case .expression(let kind, let code) = piece,
                let inside = code.map.origin(of: SourceRange(0, code.string.utf8.count))
            else { return nil }
            let range = SourceRange(inside.range.lowerBound - 2, inside.range.upperBound + 1)
            return LocatedExpression(kind: kind, code: code, range: range)
        }
    }

    private func written(_ expression: LocatedExpression, indent: Int, isEncoded: Bool) -> String {
        let (opening, closing) = expression.kind == .block ? ("@{", "}") : ("@(", ")")
        let inside = SourceRange(expression.range.lowerBound + 2, expression.range.upperBound - 1)
        let code =
            switch form {
            case .rawxml? where isEncoded: expression.code.string
            case .xml? where isEncoded: PolicyPrinter.escaped(code: expression.code.string)
            default: source.lines(inside)
            }
        return ExpressionLayout(indent: indent).format(opening + code + closing, meaning: expression.code.string)
    }
}

extension SourceText {
    /// A part of the text, its lines ended by line feeds.
    func lines(_ range: SourceRange) -> String {
        let text = self[range]
        return text.utf8.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
    }

    /// The quote in front of a value; nil when there is none.
    fileprivate func quote(before offset: Int) -> Character? {
        guard offset > 0 else { return nil }
        switch utf8[offset - 1] {
        case UInt8(ascii: "'"): return "'"
        case UInt8(ascii: "\""): return "\""
        default: return nil
        }
    }
}
