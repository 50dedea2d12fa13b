import PolicyDiagnostics

extension Parser {
    mutating func parseInterpolatedString() -> ExpressionSyntax {
        let start = position
        let form: StringForm = current == .verbatimInterpolatedStart ? [.interpolated, .verbatim] : .interpolated
        advance()
        var parts: [InterpolatedStringPartSyntax] = []
        var height = 0
        while current == .interpolatedText || current == .interpolationOpen {
            let part = current == .interpolationOpen ? parseInterpolation(form) : parseText(form)
            if case .interpolation(let expression, let alignment, _, _) = part {
                height = max(height, Int(expression.height), Int(alignment?.height ?? 0))
            }
            parts.append(part)
        }
        _ = accept(.interpolatedEnd)
        return make(.interpolatedString(parts), from: start, over: height)
    }

    private mutating func parseText(_ form: StringForm) -> InterpolatedStringPartSyntax {
        let text = decodeText(Int(token.start), Int(token.end), form)
        advance()
        return .text(text)
    }

    private mutating func parseInterpolation(_ form: StringForm) -> InterpolatedStringPartSyntax {
        let (start, wasRecovering, wasInQuery) = (position, isRecovering, isInQuery)
        isInQuery = false
        advance()
        let expression = parseExpression()
        let alignment = accept(.comma) ? parseExpression() : nil
        let format = current == .interpolationFormat ? parseFormat(form) : nil
        closeInterpolation()
        isInQuery = wasInQuery
        isRecovering = wasRecovering || isTooComplex
        return .interpolation(expression, alignment: alignment, format: format, range: range(from: start))
    }

    /// Takes the closing brace. Where it is missing the lexer has said so, and text or the end of the string follows.
    private mutating func closeInterpolation() {
        if accept(.interpolationClose) || current == .interpolatedText || current == .interpolatedEnd { return }
        let hint = tokens[index - 1].kind == .interpolationFormat ? nil : "an interpolation is {value}, {value,width} or {value:format}"
        report("CS1073", "\(describeCurrent()) does not belong to the interpolation before it", at: currentRange, hint: hint)
        skipToInterpolationEnd()
    }

    private mutating func skipToInterpolationEnd() {
        var open = 0
        while current != .endOfText {
            if open == 0, current == .interpolationClose || current == .interpolatedText || current == .interpolatedEnd { break }
            if current == .interpolatedStart || current == .verbatimInterpolatedStart { open += 1 }
            if current == .interpolatedEnd { open -= 1 }
            advance()
        }
        _ = accept(.interpolationClose)
    }

    private mutating func parseFormat(_ form: StringForm) -> StringLiteral {
        let (start, end) = (Int(token.start) + 1, Int(token.end))
        if start == end {
            reportIndependent("CS8089", "the format behind ':' is empty", at: currentRange)
        } else if bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") {
            reportIndependent("CS8088", "a format cannot end with white space", at: currentRange)
        }
        let format = decodeText(start, end, form)
        advance()
        return format
    }
}
