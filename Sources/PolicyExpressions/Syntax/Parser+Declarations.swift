import PolicyDiagnostics

extension Parser {
    /// Whether a declaration of variables or of a local function begins here.
    func isLocalDeclaration() -> Bool {
        if current == .keywordConst || current == .keywordRef { return true }
        if current.isPredefinedType { return peek().kind != .dot && peek().kind != .openParen }
        switch (current, peek().kind) {
        case (.identifier, .identifier):
            return isIdentifier(peek()) && !isAt(.await) && !isQueryExpression(mayBeDeclaration: true)
        case (.identifier, .dot), (.identifier, .question), (.identifier, .openBracket), (.identifier, .lessThan),
            (.identifier, .colonColon),
            (.openParen, _):
            return isTypeWithName()
        default: return (current == .identifier && isAt(.var) && peek().kind.isKeyword && peek().flags.isDisjoint(with: .startsLine))
        }
    }

    private func isTypeWithName() -> Bool {
        var at = index
        let type = scanType(&at, depth: depth)
        guard type != .notType, isIdentifier(at: at) else { return false }
        guard type == .nullableType else { return true }
        // `T? x = …` is a declaration, `a ? b : c` is not.
        switch kind(at + 1) {
        case .equals, .semicolon, .comma: return true
        case .openParen: return hasFunctionBody(behind: at + 1)
        default: return false
        }
    }

    private func hasFunctionBody(behind openParen: Int) -> Bool {
        var (at, open) = (openParen, 0)
        repeat {
            if kind(at) == .openParen { open += 1 }
            if kind(at) == .closeParen { open -= 1 }
            at += 1
        } while open > 0 && at < tokens.count
        return kind(at) == .openBrace || kind(at) == .lambdaArrow
    }

    mutating func parseLocalDeclaration(_ start: Int) -> StatementSyntax {
        let isConst = current == .keywordConst
        if !isConst {
            let isRef = acceptRef()
            let type = parseType()
            if isLocalFunction(nameAt: index) { return parseLocalFunction(type, start, isRef: isRef) }
            return finishDeclaration(
                LocalDeclarationSyntax(type: type, declarators: parseDeclarators(), isConst: false, isRef: isRef), start)
        }
        return finishDeclaration(parseVariables(), start)
    }

    private mutating func finishDeclaration(_ declaration: LocalDeclarationSyntax, _ start: Int) -> StatementSyntax {
        expectSemicolon()
        return make(.localDeclaration(declaration), from: start, over: declaration.height)
    }

    /// Takes `ref` or `ref readonly`.
    private mutating func acceptRef() -> Bool {
        guard accept(.keywordRef) else { return false }
        if current == .keywordOther, text(of: token) == "readonly" { advance() }
        return true
    }

    /// Reads a declaration without its semicolon, as `for` and `using` hold one.
    mutating func parseVariables() -> LocalDeclarationSyntax {
        let isConst = accept(.keywordConst)
        let isRef = acceptRef()
        let type = parseType()
        return LocalDeclarationSyntax(type: type, declarators: parseDeclarators(), isConst: isConst, isRef: isRef)
    }

    private mutating func parseDeclarators() -> [VariableDeclaratorSyntax] {
        var declarators = [parseDeclarator()]
        while accept(.comma) { declarators.append(parseDeclarator()) }
        return declarators
    }

    private mutating func parseDeclarator() -> VariableDeclaratorSyntax {
        let start = position
        let identifier = parseIdentifier()
        if current == .openBracket {
            report("CS0650", "the brackets of an array stand behind its type", at: currentRange, hint: "write 'int[] name'")
            _ = parseArguments(.closeBracket)
        }
        let initializer = accept(.equals) ? parseInitializerValue() : nil
        return VariableDeclaratorSyntax(identifier: identifier, initializer: initializer, range: range(from: start))
    }
}

extension Parser {
    // MARK: What cannot stand where it stands, and what policy expressions do not have

    /// Takes the `async` of a local function.
    mutating func skipAsync() {
        let names = [TokenKind.equals, .semicolon, .comma, .closeParen, .dot, .keywordIn]
        guard isAt(.async), peek().kind == .identifier || peek().kind.isPredefinedType, !names.contains(peek(2).kind) else { return }
        guard peek(2).kind != .lambdaArrow else { return }
        reportIndependent(
            "unsupported-syntax", "asynchronous functions are not supported: policy expressions run synchronously", at: currentRange,
            hint: "remove 'async'")
        advance()
    }

    mutating func parseYield(_ start: Int) -> StatementSyntax {
        report("CS1624", "'yield' is not supported in policy expressions", at: currentRange, hint: "fill a list and return it")
        skipStatement()
        return make(.missing, from: start)
    }

    mutating func parseMisplaced(_ start: Int) -> StatementSyntax {
        switch current {
        case .keywordElse: return parseElseWithoutIf(start)
        case .keywordCatch, .keywordFinally: return parseCatchWithoutTry(start)
        case .keywordUnsafe, .keywordFixed: return parseUnsafe(start)
        case .keywordOther: return parseOtherKeyword(start)
        case .keywordCase:
            report("CS1525", "'case' stands outside of a switch statement", at: currentRange)
            skipStatement()
        default:
            report("CS1022", "\(describeCurrent()) closes nothing", at: currentRange)
            advance()
        }
        return make(.missing, from: start)
    }

    private mutating func parseElseWithoutIf(_ start: Int) -> StatementSyntax {
        report(
            "CS1513", "'else' has no 'if' before it", at: currentRange,
            hint: "the branch before 'else' is one statement, or a block in braces")
        while accept(.keywordElse) {}
        return parseStatement()
    }

    private mutating func parseCatchWithoutTry(_ start: Int) -> StatementSyntax {
        report("CS1003", "\(describeCurrent()) has no 'try' before it", at: currentRange)
        if current == .keywordCatch { return make(.missing, from: start, over: Int(parseCatch().body.height)) }
        advance()
        return parseBlock()
    }

    private mutating func parseUnsafe(_ start: Int) -> StatementSyntax {
        let isUnsafe = current == .keywordUnsafe
        report(
            isUnsafe ? "CS0227" : "CS0214", "\(describeCurrent()) is not supported: policy expressions have no pointers", at: currentRange)
        advance()
        if current == .openParen { _ = parseArguments(.closeParen) }
        return parseStatement()
    }

    private mutating func parseOtherKeyword(_ start: Int) -> StatementSyntax {
        let word = text(of: token)
        if ["class", "struct", "interface", "enum", "namespace", "event", "operator"].contains(word) {
            report("CS1513", "'\(word)' cannot be declared in a policy expression", at: currentRange, hint: "local functions can")
            skipStatement()
            return make(.missing, from: start)
        }
        reportIndependent("CS0106", "the modifier '\(word)' cannot stand here", at: currentRange)
        while accept(.keywordOther) {}
        return parseStatement()
    }
}
