import PolicyDiagnostics

extension Parser {
    /// Reads a literal, a name, or what begins with a bracket or a keyword.
    mutating func parseTerm(_ precedence: Precedence) -> ExpressionSyntax {
        switch current {
        case .identifier: parseNameOrLambda(precedence)
        case .openParen: parseParenthesis(precedence)
        case .keywordNew: parseNew()
        case .interpolatedStart, .verbatimInterpolatedStart: parseInterpolatedString()
        case .integerLiteral, .realLiteral, .characterLiteral, .stringLiteral, .verbatimStringLiteral, .keywordTrue, .keywordFalse,
            .keywordNull:
            parseLiteral()
        case .keywordThis: parseWord(.this)
        case .keywordBase: parseWord(.base)
        case .keywordTypeof, .keywordSizeof: parseTypeOperation()
        case .keywordDefault: parseDefault()
        case .keywordChecked, .keywordUnchecked: parseChecked()
        case .keywordDelegate: parseAnonymousMethod()
        case .keywordStackalloc: parseStackAllocation()
        default: parseRestOfTerm()
        }
    }

    private mutating func parseRestOfTerm() -> ExpressionSyntax {
        guard let type = predefinedType(current) else {
            reportInvalidTerm()
            return missingExpression()
        }
        if peek().kind != .dot { report("CS1525", "the type '\(type.rawValue)' is not a value", at: currentRange) }
        return parseWord(.predefinedType(type))
    }

    private mutating func parseWord(_ kind: ExpressionSyntax.Kind) -> ExpressionSyntax {
        let start = position
        advance()
        return make(kind, from: start)
    }

    private mutating func parseNameOrLambda(_ precedence: Precedence) -> ExpressionSyntax {
        guard isAtIdentifier else {
            reportInvalidTerm()
            return missingExpression()
        }
        if peek().kind == .lambdaArrow, precedence <= .lambda { return parseLambda() }
        return parseName(in: .expression)
    }

    private mutating func parseName(in context: NameContext) -> ExpressionSyntax {
        let start = position
        guard peek().kind == .colonColon else {
            let name = parseSimpleName(in: context)
            return make(.name(name), from: start, over: name.height)
        }
        let alias = parseIdentifier()
        advance()
        let name = parseSimpleName(in: context)
        return make(.aliasQualifiedName(alias: alias, name), from: start, over: name.height)
    }

    /// Reads calls, indexers, members and postfix operators behind an operand.
    mutating func parsePostfix(_ operand: ExpressionSyntax, isStatementOperand: Bool) -> ExpressionSyntax {
        var operand = operand
        let start = operand.range.lowerBound
        while true {
            switch current {
            case .openParen, .openBracket, .dot: operand = parseAccess(operand, start)
            case .plusPlus: operand = parsePostfixOperator(.increment, operand, start)
            case .minusMinus: operand = parsePostfixOperator(.decrement, operand, start)
            case .question where isConditionalAccess: operand = parseConditionalAccess(operand, start)
            case .arrow: reportArrow()
            default: return operand
            }
        }
    }

    private mutating func parsePostfixOperator(_ postfix: PostfixUnaryOperator, _ operand: ExpressionSyntax, _ start: Int)
        -> ExpressionSyntax
    {
        advance()
        return make(.postfixUnary(operand, postfix), from: start, over: Int(operand.height))
    }

    private mutating func reportArrow() {
        reportIndependent(
            "CS0214", "'->' needs pointers, which are not supported in policy expressions", at: currentRange, hint: "write '.'")
        advance()
        if isAtIdentifier { advance() }
    }

    /// Reads `(…)`, `[…]` or `.name` behind an operand.
    private mutating func parseAccess(_ operand: ExpressionSyntax, _ start: Int) -> ExpressionSyntax {
        switch current {
        case .openParen:
            let arguments = parseArguments(.closeParen)
            return make(.invocation(operand, arguments), from: start, over: max(Int(operand.height), arguments.height))
        case .openBracket:
            let arguments = parseArguments(.closeBracket)
            return make(.elementAccess(operand, arguments), from: start, over: max(Int(operand.height), arguments.height))
        default:
            advance()
            let name = parseSimpleName(in: .expression)
            return make(.memberAccess(operand, name), from: start, over: max(Int(operand.height), name.height))
        }
    }

    private var isConditionalAccess: Bool { peek().kind == .dot || peek().kind == .openBracket }

    private mutating func parseConditionalAccess(_ operand: ExpressionSyntax, _ start: Int) -> ExpressionSyntax {
        advance()
        let whenNotNull = parseWhenNotNull()
        return make(.conditionalAccess(operand, whenNotNull: whenNotNull), from: start, over: Int(max(operand.height, whenNotNull.height)))
    }

    private mutating func parseWhenNotNull() -> ExpressionSyntax {
        guard enter() else { return missingExpression() }
        defer { leave() }
        let start = position
        var operand = parseBinding(start)
        while true {
            switch current {
            case .openParen, .openBracket, .dot: operand = parseAccess(operand, start)
            case .question where isConditionalAccess: return parseConditionalAccess(operand, start)
            default: return operand
            }
        }
    }

    private mutating func parseBinding(_ start: Int) -> ExpressionSyntax {
        if current == .openBracket {
            let arguments = parseArguments(.closeBracket)
            return make(.elementBinding(arguments), from: start, over: arguments.height)
        }
        advance()
        let name = parseSimpleName(in: .expression)
        return make(.memberBinding(name), from: start, over: name.height)
    }
}

extension Parser {
    // MARK: Keywords with parentheses

    private mutating func parseTypeOperation() -> ExpressionSyntax {
        let (start, isTypeOf) = (position, current == .keywordTypeof)
        advance()
        expect(.openParen, "(", code: "CS1003")
        let type = parseType()
        expect(.closeParen, ")", code: "CS1026")
        return make(isTypeOf ? .typeOf(type) : .sizeOf(type), from: start, over: Int(type.height))
    }

    private mutating func parseDefault() -> ExpressionSyntax {
        let start = position
        guard peek().kind == .openParen else { return parseWord(.defaultLiteral) }
        advance()
        advance()
        let type = parseType()
        expect(.closeParen, ")", code: "CS1026")
        return make(.defaultOf(type), from: start, over: Int(type.height))
    }

    private mutating func parseChecked() -> ExpressionSyntax {
        let (start, isChecked) = (position, current == .keywordChecked)
        advance()
        expect(.openParen, "(", code: "CS1003")
        let operand = parseExpression()
        expect(.closeParen, ")", code: "CS1026")
        return make(.checked(isChecked, operand), from: start, over: Int(operand.height))
    }

    private mutating func parseStackAllocation() -> ExpressionSyntax {
        report("CS0214", "'stackalloc' is not supported in policy expressions", at: currentRange, hint: "write 'new'")
        advance()
        let type = parseType(.creation)
        if current == .openBracket { _ = parseArguments(.closeBracket) }
        return make(.missing, from: Int(type.range.lowerBound))
    }
}
