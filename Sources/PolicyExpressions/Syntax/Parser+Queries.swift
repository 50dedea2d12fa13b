import PolicyDiagnostics

extension Parser {
    /// Whether the `from` at the current token begins a query: `from x in …`, `from T x in …`.
    func isQueryExpression(mayBeDeclaration: Bool) -> Bool {
        guard isAt(.from) else { return false }
        if peek().kind.isPredefinedType { return true }
        guard peek().kind == .identifier else { return false }
        let afterNext = peek(2).kind
        if afterNext == .keywordIn { return true }
        return !(mayBeDeclaration && (afterNext == .semicolon || afterNext == .comma || afterNext == .equals))
    }

    mutating func parseQueryExpression() -> ExpressionSyntax {
        let start = position
        let wasInQuery = isInQuery
        isInQuery = true
        defer { isInQuery = wasInQuery }
        let from = parseFromClause()
        var bodies = [parseQueryBody(continuation: nil)]
        while isAt(.into), !isTooComplex {
            advance()
            bodies.append(parseQueryBody(continuation: parseIdentifier()))
        }
        let query = QueryExpressionSyntax(from: from, bodies: bodies)
        return make(.query(query), from: start, over: query.height)
    }

    private mutating func parseFromClause() -> FromClauseSyntax {
        let start = position
        advance()
        let type = parseRangeVariableType()
        let identifier = parseIdentifier()
        expect(.keywordIn, "in", code: "CS1003")
        return FromClauseSyntax(type: type, identifier: identifier, source: parseExpression(), range: range(from: start))
    }

    private mutating func parseRangeVariableType() -> TypeSyntax? {
        isAtIdentifier && peek().kind == .keywordIn ? nil : parseType()
    }

    private mutating func parseQueryBody(continuation: IdentifierSyntax?) -> QueryBodySyntax {
        let start = position
        var clauses: [QueryClauseSyntax] = []
        while let clause = parseQueryClause() { clauses.append(clause) }
        let end = parseQueryEnd()
        return QueryBodySyntax(continuation: continuation, clauses: clauses, end: end, range: range(from: start))
    }

    private mutating func parseQueryClause() -> QueryClauseSyntax? {
        let start = position
        let kind: QueryClauseSyntax.Kind
        switch token.contextual {
        case .from: kind = .from(parseFromClause())
        case .let: kind = parseLetClause()
        case .where:
            advance()
            kind = .filter(parseExpression())
        case .join: kind = .join(parseJoinClause())
        case .orderby: kind = .orderBy(parseOrderings())
        default: return nil
        }
        return QueryClauseSyntax(kind: kind, range: range(from: start))
    }

    private mutating func parseLetClause() -> QueryClauseSyntax.Kind {
        advance()
        let identifier = parseIdentifier()
        expect(.equals, "=", code: "CS1003")
        return .letBinding(identifier, parseExpression())
    }

    private mutating func parseJoinClause() -> JoinClauseSyntax {
        advance()
        let type = parseRangeVariableType()
        let identifier = parseIdentifier()
        expect(.keywordIn, "in", code: "CS1003")
        let source = parseExpression()
        expectWord(.on, "on", code: "CS1003")
        let left = parseExpression()
        expectWord(.equals, "equals", code: "CS1003")
        let right = parseExpression()
        var group: IdentifierSyntax?
        if isAt(.into) {
            advance()
            group = parseIdentifier()
        }
        return JoinClauseSyntax(type: type, identifier: identifier, source: source, left: left, right: right, group: group)
    }

    private mutating func expectWord(_ word: ContextualKeyword, _ spelling: String, code: Diagnostic.Code) {
        if isAt(word) { advance() } else { reportMissing("'\(spelling)'", code: code) }
    }

    private mutating func parseOrderings() -> [OrderingSyntax] {
        var orderings: [OrderingSyntax] = []
        repeat {
            advance()
            let expression = parseExpression()
            let isDescending = isAt(.descending)
            if isDescending || isAt(.ascending) { advance() }
            orderings.append(OrderingSyntax(expression: expression, isDescending: isDescending))
        } while current == .comma
        return orderings
    }

    private mutating func parseQueryEnd() -> QueryBodySyntax.End {
        switch token.contextual {
        case .select:
            advance()
            return .select(parseExpression())
        case .group:
            advance()
            let element = parseExpression()
            expectWord(.by, "by", code: "CS0743")
            return .group(element, by: parseExpression())
        default:
            reportMissing("'select' or 'group'", code: "CS0742", hint: "a query ends with 'select …' or 'group … by …'")
            return .select(missingExpression())
        }
    }
}
