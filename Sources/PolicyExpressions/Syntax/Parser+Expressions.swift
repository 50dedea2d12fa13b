import PolicyDiagnostics

extension Parser {
    mutating func parseExpression() -> ExpressionSyntax { parseExpression(.expression) }

    /// Reads an expression whose operators bind at least as tightly as asked.
    mutating func parseExpression(_ precedence: Precedence) -> ExpressionSyntax {
        guard enter() else { return missingExpression() }
        defer { leave() }
        let start = position
        var left = parseOperand(precedence)
        while let infix = infixOperator(), infix.precedence > precedence || infix.precedence == precedence && infix.isRightAssociative {
            left = parseInfix(infix, left, start)
        }
        if current == .question, precedence <= .conditional { left = parseConditional(left, start) }
        return left
    }

    private func infixOperator() -> InfixOperator? {
        guard current == .greaterThan, Int(peek().start) == Int(token.end) else { return InfixOperator(current) }
        switch peek().kind {
        case .greaterThan: return InfixOperator(.greaterGreater)
        case .greaterThanEquals: return InfixOperator(.greaterGreaterEquals)
        default: return InfixOperator(current)
        }
    }

    private mutating func parseInfix(_ infix: InfixOperator, _ left: ExpressionSyntax, _ start: Int) -> ExpressionSyntax {
        for _ in 0..<infix.tokenCount { advance() }
        switch infix.meaning {
        case .binary(let binary):
            let right = parseExpression(infix.precedence)
            return make(.binary(left, binary, right), from: start, over: Int(max(left.height, right.height)))
        case .assignment(let assignment):
            let right = current == .keywordRef ? parseRefExpression() : parseExpression(.assignment)
            return make(.assignment(left, assignment, right), from: start, over: Int(max(left.height, right.height)))
        case .isOperator:
            let pattern = parsePatternAfterIs()
            return make(.isPattern(left, pattern), from: start, over: max(Int(left.height), pattern.height))
        case .asOperator:
            let type = parseType(.endOfExpression)
            return make(.asType(left, type), from: start, over: Int(max(left.height, type.height)))
        }
    }

    private mutating func parseConditional(_ condition: ExpressionSyntax, _ start: Int) -> ExpressionSyntax {
        advance()
        let whenTrue = parsePossibleRefExpression()
        expect(.colon, ":", code: "CS1003", hint: current == .interpolationFormat ? Self.conditionalInInterpolation : nil)
        let whenFalse = parsePossibleRefExpression()
        let height = max(condition.height, whenTrue.height, whenFalse.height)
        return make(.conditional(condition, whenTrue: whenTrue, whenFalse: whenFalse), from: start, over: Int(height))
    }

    private static let conditionalInInterpolation = "inside '{…}' a ':' begins the format; put the conditional expression in parentheses"

    mutating func parsePossibleRefExpression() -> ExpressionSyntax {
        current == .keywordRef ? parseRefExpression() : parseExpression()
    }

    mutating func parseRefExpression() -> ExpressionSyntax {
        let start = position
        advance()
        let operand = parseExpression()
        return make(.refExpression(operand), from: start, over: Int(operand.height))
    }

    /// Reads what stands before the first infix operator.
    private mutating func parseOperand(_ precedence: Precedence) -> ExpressionSyntax {
        switch current {
        case .plus: parsePrefix(.plus)
        case .minus: parsePrefix(.minus)
        case .exclamation: parsePrefix(.logicalNot)
        case .tilde: parsePrefix(.bitwiseNot)
        case .plusPlus: parsePrefix(.increment)
        case .minusMinus: parsePrefix(.decrement)
        case .ampersand, .asterisk: parsePointerOperation()
        case .keywordThrow: parseThrowExpression(precedence)
        case .identifier where token.contextual != .none: parseContextualOperand(precedence)
        default: parsePossibleDeconstruction(precedence)
        }
    }

    private mutating func parsePrefix(_ prefix: PrefixUnaryOperator) -> ExpressionSyntax {
        let start = position
        advance()
        let operand = parseExpression(.unary)
        return make(.prefixUnary(prefix, operand), from: start, over: Int(operand.height))
    }

    private mutating func parsePointerOperation() -> ExpressionSyntax {
        let isEntity =
            current == .ampersand && ["quot", "amp", "lt", "gt", "apos"].contains(text(of: peek())) && peek(2).kind == .semicolon
        report(
            "CS0214", "pointers are not supported in policy expressions", at: currentRange,
            hint: isEntity
                ? "'&\(text(of: peek()));' is an XML entity that was not decoded: the document mixes escaped and plain text here" : nil)
        advance()
        return parseExpression(.unary)
    }

    private mutating func parseThrowExpression(_ precedence: Precedence) -> ExpressionSyntax {
        let start = position
        if precedence > .coalescing {
            report(
                "CS8115", "a throw expression cannot stand here", at: currentRange,
                hint: "it can stand behind '??', '=>', and the '?' and ':' of a conditional expression")
        }
        advance()
        let operand = parseExpression(.coalescing)
        return make(.throwExpression(operand), from: start, over: Int(operand.height))
    }

    private mutating func parseContextualOperand(_ precedence: Precedence) -> ExpressionSyntax {
        switch token.contextual {
        case .from where isQueryExpression(mayBeDeclaration: false): parseQueryExpression()
        case .await where isAwaitExpression: parseAwait()
        case .async where isAsyncFunction: parseAsyncFunction(precedence)
        default: parsePossibleDeconstruction(precedence)
        }
    }

    private mutating func parsePossibleDeconstruction(_ precedence: Precedence) -> ExpressionSyntax {
        if precedence <= .assignment, isDeconstruction() { return parseDeclarationExpression() }
        return parsePostfix(parseTerm(precedence), isStatementOperand: false)
    }

    /// Reads `T x` or `var (a, b)`; the look-ahead has seen that one of them stands here.
    mutating func parseDeclarationExpression() -> ExpressionSyntax {
        let start = position
        // The type of a deconstruction stands before a parenthesis and is one word.
        let type = parseType()
        let designation = parseDesignation()
        return make(.declaration(type, designation), from: start, over: max(Int(type.height), designation.height))
    }

    mutating func parseDesignation() -> DesignationSyntax {
        let start = position
        guard enter() else { return DesignationSyntax(kind: .discard, range: range(from: start)) }
        defer { leave() }
        guard current == .openParen else {
            let identifier = parseIdentifier()
            let isDiscard = identifier.text == "_" && !identifier.isVerbatim
            return DesignationSyntax(kind: isDiscard ? .discard : .single(identifier), range: range(from: start))
        }
        var parts: [DesignationSyntax] = []
        repeat {
            advance()
            parts.append(parseDesignation())
        } while current == .comma && !isTooComplex
        expect(.closeParen, ")", code: "CS1026")
        return DesignationSyntax(kind: .parenthesized(parts), range: range(from: start))
    }
}

extension Parser {
    // MARK: Asynchronous code, which policy expressions do not have

    private var isAwaitExpression: Bool {
        switch peek().kind {
        case .identifier, .keywordNew, .keywordThis, .keywordTrue, .keywordFalse, .keywordNull, .integerLiteral, .realLiteral,
            .stringLiteral,
            .verbatimStringLiteral, .interpolatedStart, .verbatimInterpolatedStart, .characterLiteral:
            peek().contextual == .none || !isInQuery
        default: false
        }
    }

    private mutating func parseAwait() -> ExpressionSyntax {
        report(
            "CS4032", "'await' is not supported: policy expressions run synchronously", at: currentRange,
            hint: "call the policy that does the asynchronous work, such as send-request, before the expression")
        advance()
        return parseExpression(.unary)
    }

    /// Whether `async` begins `async x =>`, `async (…) =>` or `async delegate`.
    private var isAsyncFunction: Bool {
        switch peek().kind {
        case .keywordDelegate: return true
        case .identifier: return peek(2).kind == .lambdaArrow
        case .openParen: return isImplicitlyTypedLambda(at: index + 1) || isExplicitlyTypedLambda(at: index + 1)
        default: return false
        }
    }

    private mutating func parseAsyncFunction(_ precedence: Precedence) -> ExpressionSyntax {
        report(
            "unsupported-syntax", "asynchronous functions are not supported: policy expressions run synchronously", at: currentRange,
            hint: "remove 'async'")
        advance()
        return parsePostfix(parseTerm(precedence), isStatementOperand: false)
    }
}
