import PolicyDiagnostics

extension Parser {
    /// Reads what stands behind `is`.
    mutating func parsePatternAfterIs() -> PatternSyntax {
        let start = position
        var at = index
        guard scanTypeAtEnd(&at), !continuesAsExpression(at) else {
            return PatternSyntax(kind: .constant(parseExpression(.shift)), range: range(from: start))
        }
        return parseTypePattern(start, forSwitch: false)
    }

    /// Reads what stands behind `case`, up to its `when` or colon.
    mutating func parsePatternAfterCase() -> PatternSyntax {
        let start = position
        var at = index
        let isDeclaration = scanTypeAtEnd(&at) && isIdentifier(at: at) && tokens[at].contextual != .when
        if isDeclaration { return parseTypePattern(start, forSwitch: true) }
        return PatternSyntax(kind: .constant(parseExpression(.conditional)), range: range(from: start))
    }

    /// Scans a type behind which an expression may end, see `TypeContext.endOfExpression`.
    private func scanTypeAtEnd(_ at: inout Int) -> Bool {
        let type = scanType(&at, depth: depth)
        // `x is T ? a : b` was scanned as far as the question mark, which is the conditional's.
        if type == .nullableType, kind(at - 1) == .question, canStartExpression(at) { at -= 1 }
        return type != .notType
    }

    private func continuesAsExpression(_ at: Int) -> Bool {
        switch kind(at) {
        case .dot, .openParen, .openBracket, .plus, .minus, .asterisk, .slash, .percent, .lessLess: true
        default: false
        }
    }

    private mutating func parseTypePattern(_ start: Int, forSwitch: Bool) -> PatternSyntax {
        let type = parseType(.endOfExpression)
        guard isAtIdentifier, forSwitch || !isWhenOfEnclosingCase else {
            return PatternSyntax(kind: .type(type), range: range(from: start))
        }
        let designation = parseDesignation()
        return PatternSyntax(
            kind: type.isVar ? .variable(designation) : .declaration(type, designation), range: range(from: start))
    }

    /// `case x is T when …` does not declare a variable named `when`.
    private var isWhenOfEnclosingCase: Bool { isAt(.when) && canStartExpression(index + 1) }
}

extension TypeSyntax {
    /// The type read as an expression, if it is a name: `x is Limits.Max` may name a constant.
    var asExpression: ExpressionSyntax? {
        guard case .named(let alias, let parts) = kind, let first = parts.first else { return nil }
        let start = alias?.range.lowerBound ?? first.range.lowerBound
        var height: UInt16 = UInt16(clamping: first.height + 1)
        var expression = ExpressionSyntax(
            kind: alias.map { .aliasQualifiedName(alias: $0, first) } ?? .name(first), range: SourceRange(start, first.range.upperBound),
            height: height)
        for part in parts.dropFirst() {
            height = UInt16(clamping: max(Int(height), part.height) + 1)
            expression = ExpressionSyntax(
                kind: .memberAccess(expression, part), range: SourceRange(start, part.range.upperBound), height: height)
        }
        return expression
    }
}
