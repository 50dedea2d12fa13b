import PolicyDiagnostics

extension Parser {
    mutating func parseIf(_ start: Int) -> StatementSyntax {
        advance()
        let condition = parseCondition()
        let then = parseEmbeddedStatement()
        let otherwise = accept(.keywordElse) ? parseEmbeddedStatement() : nil
        let height = max(condition.height, then.height, otherwise?.height ?? 0)
        return make(.ifElse(condition, then: then, else: otherwise), from: start, over: Int(height))
    }

    mutating func parseJump(_ start: Int) -> StatementSyntax {
        let keyword = current
        advance()
        switch keyword {
        case .keywordBreak: return finish(.breakLoop, start)
        case .keywordContinue: return finish(.continueLoop, start)
        case .keywordGoto: return parseGoto(start)
        default: break
        }
        let value = current == .semicolon || current == .closeBrace ? nil : parsePossibleRefExpression()
        return finish(keyword == .keywordReturn ? .returnValue(value) : .throwException(value), start, over: Int(value?.height ?? 0))
    }

    private mutating func finish(_ kind: StatementSyntax.Kind, _ start: Int, over height: Int = 0) -> StatementSyntax {
        expectSemicolon()
        return make(kind, from: start, over: height)
    }

    private mutating func parseGoto(_ start: Int) -> StatementSyntax {
        if accept(.keywordDefault) { return finish(.goto(.defaultCase), start) }
        if accept(.keywordCase) {
            let label = parseExpression()
            return finish(.goto(.caseOf(label)), start, over: Int(label.height))
        }
        return finish(.goto(.label(parseIdentifier())), start)
    }

    mutating func parseLoop(_ start: Int) -> StatementSyntax {
        switch current {
        case .keywordFor: parseFor(start)
        case .keywordForeach: parseForEach(start)
        case .keywordWhile: parseWhile(start)
        default: parseDo(start)
        }
    }

    private mutating func parseWhile(_ start: Int) -> StatementSyntax {
        advance()
        let condition = parseCondition()
        let body = parseEmbeddedStatement()
        return make(.whileLoop(condition, body: body), from: start, over: Int(max(condition.height, body.height)))
    }

    private mutating func parseDo(_ start: Int) -> StatementSyntax {
        advance()
        let body = parseEmbeddedStatement()
        expect(.keywordWhile, "while", code: "CS1003")
        let condition = parseCondition()
        return finish(.doLoop(body: body, condition), start, over: Int(max(body.height, condition.height)))
    }

    private mutating func parseFor(_ start: Int) -> StatementSyntax {
        advance()
        expect(.openParen, "(", code: "CS1003")
        let initializer: ForLoopSyntax.Initializer =
            isLocalDeclaration() ? .declaration(parseVariables()) : .expressions(parseExpressions(before: .semicolon))
        expect(.semicolon, ";", code: "CS1002")
        let condition = current == .semicolon ? nil : parseExpression()
        expect(.semicolon, ";", code: "CS1002")
        let incrementors = parseExpressions(before: .closeParen)
        closeList(.closeParen)
        let loop = ForLoopSyntax(initializer: initializer, condition: condition, incrementors: incrementors, body: parseEmbeddedStatement())
        return make(.forLoop(loop), from: start, over: loop.height)
    }

    private mutating func parseExpressions(before end: TokenKind) -> [ExpressionSyntax] {
        guard current != end else { return [] }
        var expressions = [parseExpression()]
        while accept(.comma) { expressions.append(parseExpression()) }
        return expressions
    }

    private mutating func parseForEach(_ start: Int) -> StatementSyntax {
        advance()
        expect(.openParen, "(", code: "CS1003")
        let variable = parseForEachVariable()
        expect(.keywordIn, "in", code: "CS1515")
        let collection = parseExpression()
        closeList(.closeParen)
        let loop = ForEachSyntax(variable: variable, collection: collection, body: parseEmbeddedStatement())
        return make(.forEach(loop), from: start, over: loop.height)
    }

    private mutating func parseForEachVariable() -> ForEachSyntax.Variable {
        guard isDeclarationExpression(in: .expression, allowsParentheses: true) else {
            let isTuple = current == .openParen
            let variable = parseExpression()
            if !isTuple { report("CS0230", "a foreach loop needs a type and a name before 'in'", at: variable.range) }
            return .deconstruction(variable)
        }
        let declaration = parseDeclarationExpression()
        guard case .declaration(let type, let designation) = declaration.kind else { return .deconstruction(declaration) }
        switch designation.kind {
        case .single(let identifier): return .single(type, identifier)
        case .discard: return .single(type, IdentifierSyntax("_", designation.range))
        case .parenthesized: return .deconstruction(declaration)
        }
    }

    mutating func parseCheckedStatement(_ start: Int) -> StatementSyntax {
        guard peek().kind == .openBrace else { return parseDeclarationOrExpression(start) }
        let isChecked = current == .keywordChecked
        advance()
        let block = parseBlock()
        return make(.checked(isChecked, block), from: start, over: Int(block.height))
    }

    mutating func parseLock(_ start: Int) -> StatementSyntax {
        advance()
        let subject = parseCondition()
        let body = parseEmbeddedStatement()
        return make(.lock(subject, body: body), from: start, over: Int(max(subject.height, body.height)))
    }

    mutating func parseUsing(_ start: Int) -> StatementSyntax {
        advance()
        guard current == .openParen else {
            reportMissing("'('", code: "CS1003", hint: "write 'using (var name = …) { … }'")
            skipStatement()
            return make(.missing, from: start)
        }
        advance()
        let resource: ResourceSyntax = isLocalDeclaration() ? .declaration(parseVariables()) : .expression(parseExpression())
        closeList(.closeParen)
        let body = parseEmbeddedStatement()
        return make(.using(resource, body: body), from: start, over: max(resource.height, Int(body.height)))
    }
}

extension Parser {
    // MARK: switch and try

    mutating func parseSwitch(_ start: Int) -> StatementSyntax {
        advance()
        let subject = parseCondition()
        expect(.openBrace, "{", code: "CS1514")
        var sections: [SwitchSectionSyntax] = []
        while current != .closeBrace, current != .endOfText, !current.endsInterpolation {
            if isAtSwitchLabel { sections.append(parseSwitchSection()) } else { parseStatementsWithoutLabel() }
        }
        if current == .closeBrace { isRecovering = isTooComplex }
        closeList(.closeBrace)
        let height = sections.reduce(Int(subject.height)) { max($0, $1.height) }
        return make(.switchOn(subject, sections), from: start, over: height)
    }

    private mutating func parseStatementsWithoutLabel() {
        report("CS1513", "a 'case' or 'default' label is expected here, not \(describeCurrent())", at: currentRange)
        _ = parseStatements(in: .switchSection)
    }

    private mutating func parseSwitchSection() -> SwitchSectionSyntax {
        let start = position
        var labels: [SwitchLabelSyntax] = []
        while isAtSwitchLabel {
            isRecovering = isTooComplex
            labels.append(parseSwitchLabel())
        }
        let statements = parseStatements(in: .switchSection)
        return SwitchSectionSyntax(labels: labels, statements: statements, range: range(from: start))
    }

    private mutating func parseSwitchLabel() -> SwitchLabelSyntax {
        let start = position
        let isDefault = current == .keywordDefault
        advance()
        let kind: SwitchLabelSyntax.Kind = isDefault ? .defaultCase : parseCaseLabel()
        expect(.colon, ":", code: "CS1003")
        return SwitchLabelSyntax(kind: kind, range: range(from: start))
    }

    private mutating func parseCaseLabel() -> SwitchLabelSyntax.Kind {
        let pattern = parsePatternAfterCase()
        guard isAt(.when) else { return .pattern(pattern, when: nil) }
        advance()
        return .pattern(pattern, when: parseExpression())
    }

    mutating func parseTry(_ start: Int) -> StatementSyntax {
        advance()
        let body = parseBlock()
        var catches: [CatchClauseSyntax] = []
        while current == .keywordCatch { catches.append(parseCatch()) }
        let finally = accept(.keywordFinally) ? parseBlock() : nil
        if catches.isEmpty, finally == nil { reportMissing("'catch' or 'finally'", code: "CS1524") }
        let statement = TrySyntax(body: body, catches: catches, finally: finally)
        return make(.tryCatch(statement), from: start, over: statement.height)
    }

    mutating func parseCatch() -> CatchClauseSyntax {
        let start = position
        advance()
        var (type, identifier): (TypeSyntax?, IdentifierSyntax?)
        if accept(.openParen) {
            type = parseType()
            if isAtIdentifier { identifier = parseIdentifier() }
            closeList(.closeParen)
        }
        var filter: ExpressionSyntax?
        if isAt(.when) {
            advance()
            filter = parseCondition()
        }
        let body = parseBlock()
        return CatchClauseSyntax(type: type, identifier: identifier, filter: filter, body: body, range: range(from: start))
    }
}
