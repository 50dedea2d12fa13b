import PolicyDiagnostics

extension Parser {
    /// Reads the arguments of a call or an indexer with their brackets.
    mutating func parseArguments(_ close: TokenKind) -> [ArgumentSyntax] {
        advance()
        var arguments: [ArgumentSyntax] = []
        while current != close, current != .endOfText {
            let before = index
            arguments.append(parseArgument(in: .expression))
            if current == close || !expectComma(close) || index == before { break }
            if current == close { reportInvalidTerm() }
        }
        closeList(close)
        return arguments
    }

    /// Takes the comma between two elements; answers false when the list cannot go on.
    mutating func expectComma(_ close: TokenKind) -> Bool {
        if accept(.comma) { return true }
        guard canStartExpression(index) || current == .bad else { return false }
        reportMissing("','", code: "CS1003", hint: commaHint)
        return false
    }

    private var commaHint: String? {
        let isString = current == .stringLiteral && index > 0 && tokens[index - 1].kind == .stringLiteral
        return isString && tokens[index - 1].end == token.start ? "a quote inside a string is written \\\"" : nil
    }

    /// Takes the closing token of a list, or reports that it is missing and skips to it.
    mutating func closeList(_ close: TokenKind) {
        if accept(close) { return }
        switch close {
        case .closeParen: reportMissing("')'", code: "CS1026")
        case .closeBrace: reportMissing("'}'", code: "CS1513")
        default: reportMissing("']'", code: "CS1003")
        }
        skip(to: close)
    }

    /// Reads `name: ref expression`.
    mutating func parseArgument(in context: NameContext) -> ArgumentSyntax {
        let start = position
        let name = parseArgumentName()
        let kind = referenceKind(current)
        if kind != .none { advance() }
        let expression = parseArgumentExpression(kind, in: context)
        return ArgumentSyntax(name: name, referenceKind: kind, expression: expression, range: range(from: start))
    }

    private mutating func parseArgumentName() -> IdentifierSyntax? {
        guard isAtIdentifier, peek().kind == .colon else { return nil }
        let name = parseIdentifier()
        advance()
        return name
    }

    private mutating func parseArgumentExpression(_ kind: ReferenceKind, in context: NameContext) -> ExpressionSyntax {
        switch context {
        case .firstTupleElement, .laterTupleElement:
            if isDeclarationExpression(in: context, allowsParentheses: true) { return parseDeclarationExpression() }
        default:
            if kind == .out, isDeclarationExpression(in: .afterOut, allowsParentheses: false) { return parseDeclarationExpression() }
        }
        return parseExpression()
    }

    func referenceKind(_ kind: TokenKind) -> ReferenceKind {
        switch kind {
        case .keywordRef: .ref
        case .keywordOut: .out
        case .keywordIn: .in
        default: .none
        }
    }

    /// Reads what begins with `(`: a lambda, a cast, a tuple or a parenthesized expression.
    mutating func parseParenthesis(_ precedence: Precedence) -> ExpressionSyntax {
        if precedence <= .lambda, isImplicitlyTypedLambda(at: index) { return parseLambda() }
        if isCast() { return parseCast() }
        if precedence <= .lambda, isExplicitlyTypedLambda(at: index) { return parseLambda() }
        return parseParenthesizedOrTuple()
    }

    private mutating func parseCast() -> ExpressionSyntax {
        let start = position
        advance()
        let type = parseType()
        advance()
        let operand = parseExpression(.unary)
        return make(.cast(type, operand), from: start, over: Int(max(type.height, operand.height)))
    }

    private mutating func parseParenthesizedOrTuple() -> ExpressionSyntax {
        let start = position
        advance()
        let first = parseArgument(in: .firstTupleElement)
        if current == .comma || first.name != nil { return parseTuple(first, start) }
        closeList(.closeParen)
        return make(.parenthesized(first.expression), from: start, over: Int(first.expression.height))
    }

    private mutating func parseTuple(_ first: ArgumentSyntax, _ start: Int) -> ExpressionSyntax {
        var elements = [first]
        while accept(.comma) { elements.append(parseArgument(in: .laterTupleElement)) }
        if elements.count < 2 { report("CS8124", "a tuple has at least two elements", at: currentRange) }
        closeList(.closeParen)
        return make(.tuple(elements), from: start, over: elements.height)
    }
}
