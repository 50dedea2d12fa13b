import PolicyDiagnostics

extension Parser {
    /// Reports an error in the structure of the text, unless it follows from one that was reported already.
    mutating func report(_ code: Diagnostic.Code, _ message: String, at range: SourceRange, hint: String? = nil) {
        guard !isRecovering else { return }
        isRecovering = true
        guard current != .bad, range.lowerBound <= unreliableFrom else { return }
        reportIndependent(code, message, at: range, hint: hint)
    }

    /// Reports an error that leaves the structure intact, so that nothing follows from it.
    mutating func reportIndependent(_ code: Diagnostic.Code, _ message: String, at range: SourceRange, hint: String? = nil) {
        guard diagnostics.count < options.diagnosticLimit * 2 else { return }
        diagnostics.append(SyntaxDiagnostic(code, message, at: range, hint: hint))
    }

    /// Takes a token, or reports that it is missing.
    @discardableResult
    mutating func expect(_ kind: TokenKind, _ spelling: String, code: Diagnostic.Code, hint: String? = nil) -> Bool {
        if accept(kind) { return true }
        reportMissing("'\(spelling)'", code: code, hint: hint)
        return false
    }

    mutating func reportMissing(_ what: String, code: Diagnostic.Code, hint: String? = nil) {
        report(code, "\(what) is expected here, not \(describeCurrent())", at: missingTokenRange, hint: hint)
    }

    /// Where a missing token is shown: behind the last one when the next is far away, else at the next.
    private var missingTokenRange: SourceRange {
        let isFar = current == .endOfText || token.flags.contains(.startsLine)
        return isFar ? SourceRange(previousEnd, previousEnd) : currentRange
    }

    /// The current token in words.
    func describeCurrent() -> String {
        switch current {
        case .endOfText: closer == ")" ? "the end of the expression" : "the end of the code"
        case .interpolationClose, .interpolationFormat, .interpolatedEnd: "the end of the interpolation"
        case .stringLiteral, .verbatimStringLiteral, .interpolatedStart, .verbatimInterpolatedStart: "a string"
        default: "'\(text(of: token).prefix(40))'"
        }
    }

    /// Reports that a value should stand at the current token.
    mutating func reportInvalidTerm() {
        if current.endsInterpolation {
            report("CS1733", "the interpolation holds no expression", at: currentRange)
        } else if current == .endOfText {
            report("CS1525", "an expression is expected here, before the '\(closer)'", at: currentRange)
        } else {
            let hint = current == .greaterThan && previousIsLessThan ? "C# writes 'not equal' as '!='" : nil
            report("CS1525", "an expression is expected here, not \(describeCurrent())", at: currentRange, hint: hint)
        }
    }

    private var previousIsLessThan: Bool { index > 0 && tokens[index - 1].kind == .lessThan }

    /// Skips to a closing token of the bracket that is open, and takes it. Stops where the statement ends, or its block begins.
    mutating func skip(to close: TokenKind) {
        var open = 0
        while current != .endOfText, !current.endsInterpolation {
            switch current {
            case .openBrace where open == 0 && close == .closeParen: return
            case .openParen, .openBracket, .openBrace: open += 1
            case .closeParen, .closeBracket, .closeBrace:
                if open == 0 {
                    if current == close { advance() }
                    return
                }
                open -= 1
            case .semicolon:
                if open == 0 { return }
            case .interpolatedStart, .verbatimInterpolatedStart:
                skipInterpolatedString()
                continue
            default: break
            }
            advance()
        }
    }

    /// Skips a whole interpolated string.
    private mutating func skipInterpolatedString() {
        var open = 0
        repeat {
            if current == .interpolatedStart || current == .verbatimInterpolatedStart { open += 1 }
            if current == .interpolatedEnd { open -= 1 }
            advance()
        } while open > 0 && current != .endOfText
    }
}
