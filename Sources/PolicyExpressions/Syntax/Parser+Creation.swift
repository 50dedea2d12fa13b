import PolicyDiagnostics

extension Parser {
    /// Reads what begins with `new`.
    mutating func parseNew() -> ExpressionSyntax {
        let start = position
        advance()
        switch current {
        case .openBrace: return parseAnonymousObject(start)
        case .openBracket where peek().kind == .closeBracket || peek().kind == .comma: return parseImplicitArray(start)
        default: break
        }
        let type = parseType(.creation)
        if current == .openBracket { return parseArrayCreation(type, start) }
        let arguments = current == .openParen ? parseArguments(.closeParen) : nil
        let initializer = current == .openBrace ? parseInitializer() : nil
        if arguments == nil, initializer == nil {
            report("CS1526", "'new' needs arguments in parentheses, a size in brackets, or an initializer", at: currentRange)
        }
        let height = max(Int(type.height), arguments?.height ?? 0, initializer?.height ?? 0)
        return make(.objectCreation(type, arguments: arguments, initializer), from: start, over: height)
    }

    private mutating func parseImplicitArray(_ start: Int) -> ExpressionSyntax {
        let rank = parseRank()
        guard current == .openBrace else {
            reportMissing("'{'", code: "CS1514")
            return make(.missing, from: start)
        }
        let initializer = parseInitializer()
        return make(.implicitArrayCreation(rank: rank, initializer), from: start, over: initializer.height)
    }

    private mutating func parseArrayCreation(_ element: TypeSyntax, _ start: Int) -> ExpressionSyntax {
        var (sizes, ranks): ([ExpressionSyntax], [Int]) = ([], [])
        if peek().kind != .closeBracket, peek().kind != .comma {
            sizes = parseSizes()
            ranks.append(sizes.count)
        }
        while current == .openBracket {
            if peek().kind != .closeBracket, peek().kind != .comma {
                report("CS0178", "only the first brackets of an array creation can hold sizes", at: peek().range)
                _ = parseSizes()
            } else {
                ranks.append(parseRank())
            }
        }
        let initializer = current == .openBrace ? parseInitializer() : nil
        if sizes.isEmpty, initializer == nil { report("CS1586", "the array needs a size or an initializer", at: range(from: start)) }
        let height = max(Int(element.height), sizes.height, initializer?.height ?? 0)
        return make(.arrayCreation(element: element, sizes: sizes, ranks: ranks, initializer), from: start, over: height)
    }

    private mutating func parseSizes() -> [ExpressionSyntax] {
        var sizes: [ExpressionSyntax] = []
        repeat {
            advance()
            sizes.append(parseExpression())
        } while current == .comma
        closeList(.closeBracket)
        return sizes
    }

    private mutating func parseAnonymousObject(_ start: Int) -> ExpressionSyntax {
        advance()
        var members: [AnonymousMemberSyntax] = []
        while current != .closeBrace, current != .endOfText {
            members.append(parseAnonymousMember())
            if current == .closeBrace || !expectComma(.closeBrace) { break }
        }
        closeList(.closeBrace)
        return make(.anonymousObjectCreation(members), from: start, over: members.reduce(0) { max($0, Int($1.expression.height)) })
    }

    private mutating func parseAnonymousMember() -> AnonymousMemberSyntax {
        let start = position
        var name: IdentifierSyntax?
        if isAtIdentifier, peek().kind == .equals {
            name = parseIdentifier()
            advance()
        }
        let expression = parseExpression()
        return AnonymousMemberSyntax(name: name, expression: expression, range: range(from: start))
    }

    /// Reads the braces of an object, collection or array initializer.
    mutating func parseInitializer() -> InitializerSyntax {
        let start = position
        guard enter() else { return InitializerSyntax(kind: .elements([]), range: range(from: start)) }
        defer { leave() }
        advance()
        let kind: InitializerSyntax.Kind = isAtMemberInitializer ? .members(parseMemberInitializers()) : .elements(parseElements())
        closeList(.closeBrace)
        return InitializerSyntax(kind: kind, range: range(from: start))
    }

    private var isAtMemberInitializer: Bool { current == .openBracket || isAtIdentifier && peek().kind == .equals }

    private mutating func parseMemberInitializers() -> [MemberInitializerSyntax] {
        var members: [MemberInitializerSyntax] = []
        while current != .closeBrace, current != .endOfText {
            guard isAtMemberInitializer else {
                report("CS0747", "'name = value' or '[index] = value' is expected here, not \(describeCurrent())", at: currentRange)
                break
            }
            members.append(parseMemberInitializer())
            if current == .closeBrace || !expectComma(.closeBrace) { break }
        }
        return members
    }

    private mutating func parseMemberInitializer() -> MemberInitializerSyntax {
        let start = position
        let target: MemberInitializerSyntax.Target =
            current == .openBracket ? .index(parseArguments(.closeBracket)) : .member(parseIdentifier())
        expect(.equals, "=", code: "CS1003")
        return MemberInitializerSyntax(target: target, value: parseInitializerValue(), range: range(from: start))
    }

    private mutating func parseElements() -> [InitializerValueSyntax] {
        var elements: [InitializerValueSyntax] = []
        while current != .closeBrace, current != .endOfText {
            let before = index
            elements.append(parseInitializerValue())
            if current == .closeBrace || !expectComma(.closeBrace) || index == before { break }
        }
        return elements
    }

    /// Reads an expression, or braces.
    mutating func parseInitializerValue() -> InitializerValueSyntax {
        current == .openBrace ? .nested(parseInitializer()) : .expression(parsePossibleRefExpression())
    }
}
