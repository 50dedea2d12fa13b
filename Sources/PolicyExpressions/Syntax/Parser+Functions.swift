import PolicyDiagnostics

extension Parser {
    /// Reads a lambda; the look-ahead has seen its arrow.
    mutating func parseLambda() -> ExpressionSyntax {
        let start = position
        let parameters = current == .openParen ? parseParameters() : [parseUntypedParameter()]
        expect(.lambdaArrow, "=>", code: "CS1003")
        let lambda = LambdaSyntax(parameters: parameters, body: parseFunctionBody(), isAnonymousMethod: false)
        return make(.lambda(lambda), from: start, over: lambda.height)
    }

    mutating func parseAnonymousMethod() -> ExpressionSyntax {
        let start = position
        advance()
        let parameters = current == .openParen ? parseParameters() : nil
        guard current == .openBrace else {
            reportMissing("'{'", code: "CS1514")
            return make(.missing, from: start)
        }
        let lambda = LambdaSyntax(parameters: parameters, body: .block(parseBlock()), isAnonymousMethod: true)
        return make(.lambda(lambda), from: start, over: lambda.height)
    }

    private mutating func parseFunctionBody() -> LambdaSyntax.Body {
        current == .openBrace ? .block(parseBlock()) : .expression(parsePossibleRefExpression())
    }

    private mutating func parseUntypedParameter() -> ParameterSyntax {
        let identifier = parseIdentifier()
        return ParameterSyntax(
            type: nil, identifier: identifier, referenceKind: .none, isParameterArray: false, defaultValue: nil, range: identifier.range)
    }

    /// Reads `(T x, ref U y = 1)` or `(x, y)`.
    mutating func parseParameters() -> [ParameterSyntax] {
        advance()
        var parameters: [ParameterSyntax] = []
        while current != .closeParen, current != .endOfText {
            parameters.append(parseParameter())
            if !accept(.comma) { break }
        }
        closeList(.closeParen)
        return parameters
    }

    private mutating func parseParameter() -> ParameterSyntax {
        let isUntyped = isAtIdentifier && (peek().kind == .comma || peek().kind == .closeParen)
        if isUntyped { return parseUntypedParameter() }
        let start = position
        let (kind, isParameterArray) = (referenceKind(current), current == .keywordParams)
        if kind != .none || isParameterArray { advance() }
        let type = parseType()
        let identifier = parseIdentifier()
        let defaultValue = accept(.equals) ? parseExpression() : nil
        return ParameterSyntax(
            type: type, identifier: identifier, referenceKind: kind, isParameterArray: isParameterArray, defaultValue: defaultValue,
            range: range(from: start))
    }

    /// Whether a local function begins here, given the index of its name: `name(` or `name<T>(`.
    func isLocalFunction(nameAt at: Int) -> Bool {
        guard isIdentifier(at: at) else { return false }
        if kind(at + 1) == .openParen { return true }
        guard kind(at + 1) == .lessThan else { return false }
        var end = at + 2
        while isIdentifier(at: end), kind(end + 1) == .comma { end += 2 }
        return isIdentifier(at: end) && kind(end + 1) == .greaterThan && kind(end + 2) == .openParen
    }

    /// Reads what follows the return type of a local function.
    mutating func parseLocalFunction(_ returnType: TypeSyntax, _ start: Int, isRef: Bool = false) -> StatementSyntax {
        let identifier = parseIdentifier()
        let typeParameters = current == .lessThan ? parseTypeParameters() : []
        let parameters = parseParameters()
        skipConstraints()
        let function = LocalFunctionSyntax(
            returnType: returnType, identifier: identifier, typeParameters: typeParameters, parameters: parameters,
            body: parseLocalFunctionBody(), isRef: isRef)
        return make(
            .localFunction(function), from: start, over: max(Int(returnType.height), parameters.height, function.body.height))
    }

    private mutating func parseTypeParameters() -> [IdentifierSyntax] {
        var names: [IdentifierSyntax] = []
        repeat {
            advance()
            names.append(parseIdentifier())
        } while current == .comma
        expect(.greaterThan, ">", code: "CS1003")
        return names
    }

    private mutating func skipConstraints() {
        guard isAt(.where) else { return }
        report("unsupported-syntax", "constraints of type parameters are not supported in policy expressions", at: currentRange)
        while current != .openBrace, current != .lambdaArrow, current != .semicolon, current != .endOfText { advance() }
    }

    private mutating func parseLocalFunctionBody() -> LambdaSyntax.Body {
        if accept(.lambdaArrow) {
            let expression = parsePossibleRefExpression()
            expectSemicolon()
            return .expression(expression)
        }
        if current == .openBrace { return .block(parseBlock()) }
        reportMissing("'{' or '=>'", code: "CS8112")
        return .block(make(.missing, from: position))
    }
}
