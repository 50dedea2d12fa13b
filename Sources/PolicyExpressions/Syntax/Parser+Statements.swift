import PolicyDiagnostics

extension Parser {
    /// Where a list of statements ends.
    enum StatementContainer {
        case wholeText
        case block
        case switchSection
    }

    mutating func parseStatements(in container: StatementContainer) -> [StatementSyntax] {
        var statements: [StatementSyntax] = []
        while !isAtEnd(of: container) {
            let before = index
            statements.append(parseStatement())
            if index == before { advance() }
        }
        return statements
    }

    private func isAtEnd(of container: StatementContainer) -> Bool {
        if current == .endOfText { return true }
        switch container {
        case .wholeText: return false
        case .block: return current == .closeBrace || current.endsInterpolation
        case .switchSection: return current == .closeBrace || current.endsInterpolation || isAtSwitchLabel
        }
    }

    var isAtSwitchLabel: Bool { current == .keywordCase || current == .keywordDefault && peek().kind == .colon }

    /// Reads `{ … }`; what went wrong inside is settled at its closing brace.
    mutating func parseBlock() -> StatementSyntax {
        let (start, wasRecovering) = (position, isRecovering)
        expect(.openBrace, "{", code: "CS1514")
        let statements = parseStatements(in: .block)
        if current == .closeBrace {
            advance()
            isRecovering = wasRecovering || isTooComplex
        } else {
            isRecovering = isTooComplex
            reportMissing("'}'", code: "CS1513", hint: "the block begins with the '{' at offset \(start)")
        }
        return make(.block(statements), from: start, over: statements.height)
    }

    mutating func parseStatement() -> StatementSyntax {
        guard enter() else { return make(.missing, from: position) }
        defer { leave() }
        isRecovering = isTooComplex || isRecovering && current == .endOfText
        let start = position
        switch current {
        case .openBrace: return parseBlock()
        case .semicolon:
            advance()
            return make(.empty, from: start)
        case .keywordIf: return parseIf(start)
        case .keywordReturn, .keywordThrow, .keywordBreak, .keywordContinue, .keywordGoto: return parseJump(start)
        case .keywordFor, .keywordForeach, .keywordWhile, .keywordDo: return parseLoop(start)
        case .keywordSwitch: return parseSwitch(start)
        case .keywordTry: return parseTry(start)
        case .keywordUsing: return parseUsing(start)
        case .keywordLock: return parseLock(start)
        case .keywordChecked, .keywordUnchecked: return parseCheckedStatement(start)
        case .identifier: return parseStatementWithName(start)
        case .keywordElse, .keywordCatch, .keywordFinally, .keywordCase, .keywordUnsafe, .keywordFixed, .keywordOther, .closeBrace,
            .closeParen,
            .closeBracket:
            return parseMisplaced(start)
        default: return parseDeclarationOrExpression(start)
        }
    }

    private mutating func parseStatementWithName(_ start: Int) -> StatementSyntax {
        if peek().kind == .colon {
            let label = parseIdentifier()
            advance()
            let statement = parseStatement()
            return make(.labeled(label, statement), from: start, over: Int(statement.height))
        }
        if isAt(.yield), peek().kind == .keywordReturn || peek().kind == .keywordBreak { return parseYield(start) }
        return parseDeclarationOrExpression(start)
    }

    mutating func parseDeclarationOrExpression(_ start: Int) -> StatementSyntax {
        skipAsync()
        if isLocalDeclaration() { return parseLocalDeclaration(start) }
        let expression = parseExpression()
        expectSemicolon()
        return make(.expression(expression), from: start, over: Int(expression.height))
    }

    /// Reads a statement that is the body of another: a declaration cannot be one.
    mutating func parseEmbeddedStatement() -> StatementSyntax {
        let statement = parseStatement()
        switch statement.kind {
        case .localDeclaration, .localFunction, .labeled:
            reportIndependent("CS1023", "a declaration or a label cannot stand here alone", at: statement.range, hint: "put it in braces")
        default: break
        }
        return statement
    }

    /// Takes the semicolon of a statement; if it is missing, or an error was met before it, finds the end of the statement.
    mutating func expectSemicolon() {
        if accept(.semicolon) { return }
        if !isRecovering {
            reportMissing("';'", code: "CS1002")
            if token.flags.contains(.startsLine) || current == .closeBrace { return }
        }
        skipStatement()
    }

    /// Skips to the end of the statement: a semicolon, the brace that closes the block, or a line that begins a new one.
    mutating func skipStatement() {
        var open = 0
        while current != .endOfText, !current.endsInterpolation {
            switch current {
            case .openBrace, .openParen, .openBracket: open += 1
            case .closeBrace:
                if open == 0 { return }
                open -= 1
                if open == 0, peek().flags.contains(.startsLine), peek().kind != .closeParen { return advance() }
            case .closeParen, .closeBracket: open = max(0, open - 1)
            case .semicolon:
                if open == 0 { return advance() }
            default:
                if token.flags.contains(.startsLine), beginsStatement { return }
            }
            advance()
        }
    }

    /// Whether the current token can only begin a statement.
    private var beginsStatement: Bool {
        switch current {
        case .keywordIf, .keywordReturn, .keywordBreak, .keywordContinue, .keywordGoto, .keywordFor, .keywordForeach, .keywordWhile,
            .keywordDo,
            .keywordSwitch, .keywordTry, .keywordUsing, .keywordLock, .keywordElse, .keywordCatch, .keywordFinally:
            true
        default: isAt(.var) && peek().kind == .identifier
        }
    }

    /// Reads `(expression)` behind a keyword.
    mutating func parseCondition() -> ExpressionSyntax {
        guard expect(.openParen, "(", code: "CS1003") else {
            let condition = parseExpression()
            _ = accept(.closeParen)
            return condition
        }
        let condition = parseExpression()
        closeList(.closeParen)
        return condition
    }
}
