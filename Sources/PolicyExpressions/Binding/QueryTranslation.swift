import PolicyDiagnostics

/// Rewrites query expressions as calls of `Where`, `Select` and so on (C# §11.17.3).
///
/// Where several range variables are in scope, C# hands an object with all of them from call to call (a transparent
/// identifier). Here that object's members become locals at the beginning of each lambda.
struct QueryTranslation {
    /// The range variables in scope; more than one travel in an object.
    private var variables: [IdentifierSyntax] = []
    private let range: SourceRange

    static func translate(_ query: QueryExpressionSyntax, _ range: SourceRange) -> ExpressionSyntax {
        var translation = QueryTranslation(range: range)
        return translation.translate(query)
    }

    private init(range: SourceRange) { self.range = range }

    private mutating func translate(_ query: QueryExpressionSyntax) -> ExpressionSyntax {
        var source = Self.source(of: query.from.source, query.from.type, query.from.range)
        variables = [query.from.identifier]
        for body in query.bodies {
            if let continuation = body.continuation { variables = [continuation] }
            let (clauses, end) = (body.clauses, body.end)
            for (index, clause) in clauses.enumerated() {
                let isLast = index == clauses.count - 1
                if case .from(let from) = clause.kind, isLast, case .select(let result) = end {
                    return finish(selectMany(source, from, result), query, after: body)
                }
                if case .join(let join) = clause.kind, isLast, case .select(let result) = end {
                    return finish(joined(source, join, clause.range, result), query, after: body)
                }
                source = translate(clause, source)
            }
            source = translate(end, source, hasClauses: !clauses.isEmpty)
        }
        return source
    }

    /// Goes on behind an `into`.
    private func finish(_ source: ExpressionSyntax, _ query: QueryExpressionSyntax, after body: QueryBodySyntax) -> ExpressionSyntax {
        guard let index = query.bodies.firstIndex(where: { $0.range == body.range }), index + 1 < query.bodies.count,
            let name = query.bodies[index + 1].continuation
        else { return source }
        let first = query.bodies[index + 1]
        let rest =
            [QueryBodySyntax(continuation: nil, clauses: first.clauses, end: first.end, range: first.range)]
            + query.bodies.dropFirst(index + 2)
        let from = FromClauseSyntax(type: nil, identifier: name, source: source, range: first.range)
        return Self.translate(QueryExpressionSyntax(from: from, bodies: rest), range)
    }

    private static func source(of expression: ExpressionSyntax, _ type: TypeSyntax?, _ range: SourceRange) -> ExpressionSyntax {
        guard let type else { return expression }
        let name = SimpleNameSyntax(IdentifierSyntax("Cast", range), typeArguments: [type], range: range)
        let access = ExpressionSyntax(kind: .memberAccess(expression, name), range: range, height: expression.height)
        return ExpressionSyntax(kind: .invocation(access, []), range: range, height: expression.height)
    }

    // MARK: Clauses

    private mutating func translate(_ clause: QueryClauseSyntax, _ source: ExpressionSyntax) -> ExpressionSyntax {
        switch clause.kind {
        case .filter(let condition): return call("Where", source, [lambda(condition)], clause.range)
        case .letBinding(let name, let value):
            let result = call("Select", source, [lambda(bundle(adding: name, value))], clause.range)
            variables.append(name)
            return result
        case .orderBy(let orderings): return order(source, orderings, clause.range)
        case .from(let from):
            let bundle = bundle(adding: from.identifier, self.name(from.identifier))
            let result = selectMany(source, from, bundle)
            variables.append(from.identifier)
            return result
        case .join(let join):
            let added = join.group ?? join.identifier
            let result = joined(source, join, clause.range, bundle(adding: added, name(added)))
            variables.append(added)
            return result
        }
    }

    private func translate(_ end: QueryBodySyntax.End, _ source: ExpressionSyntax, hasClauses: Bool) -> ExpressionSyntax {
        switch end {
        case .select(let result):
            // `from x in xs where … select x` needs no Select (a degenerate one is kept where there is nothing else).
            if hasClauses, variables.count == 1, case .name(let name) = result.kind, name.text == variables[0].text { return source }
            return call("Select", source, [lambda(result)], result.range)
        case .group(let element, let key):
            if variables.count == 1, case .name(let name) = element.kind, name.text == variables[0].text {
                return call("GroupBy", source, [lambda(key)], key.range)
            }
            return call("GroupBy", source, [lambda(key), lambda(element)], key.range)
        }
    }

    private func selectMany(_ source: ExpressionSyntax, _ from: FromClauseSyntax, _ result: ExpressionSyntax) -> ExpressionSyntax {
        let inner = Self.source(of: from.source, from.type, from.range)
        return call("SelectMany", source, [lambda(inner), lambda(result, second: from.identifier)], from.range)
    }

    private func joined(_ source: ExpressionSyntax, _ join: JoinClauseSyntax, _ range: SourceRange, _ result: ExpressionSyntax)
        -> ExpressionSyntax
    {
        let inner = Self.source(of: join.source, join.type, range)
        let right = Self.lambda([join.identifier], join.right)
        return call(
            join.group == nil ? "Join" : "GroupJoin", source,
            [inner, lambda(join.left), right, lambda(result, second: join.group ?? join.identifier)], range)
    }

    private func order(_ source: ExpressionSyntax, _ orderings: [OrderingSyntax], _ range: SourceRange) -> ExpressionSyntax {
        var result = source
        for (index, ordering) in orderings.enumerated() {
            let method = (index == 0 ? "OrderBy" : "ThenBy") + (ordering.isDescending ? "Descending" : "")
            result = call(method, result, [lambda(ordering.expression)], ordering.expression.range)
        }
        return result
    }

    // MARK: Syntax

    /// A lambda over the range variables, and perhaps one more parameter.
    private func lambda(_ body: ExpressionSyntax, second: IdentifierSyntax? = nil) -> ExpressionSyntax {
        let added = second.map { [$0] } ?? []
        guard variables.count > 1 else { return Self.lambda(variables + added, body) }
        let bundle = IdentifierSyntax(Self.bundleName, body.range)
        return Self.lambda([bundle] + added, unpacking(body))
    }

    /// `{ var x = bundle.x; var y = bundle.y; return body; }`
    private func unpacking(_ body: ExpressionSyntax) -> StatementSyntax {
        let type = TypeSyntax(
            kind: .named(alias: nil, [SimpleNameSyntax(IdentifierSyntax("var", body.range))]), range: body.range, height: 1)
        let declarations = variables.map { variable -> StatementSyntax in
            let bundle = name(IdentifierSyntax(Self.bundleName, body.range))
            let value = ExpressionSyntax(kind: .memberAccess(bundle, SimpleNameSyntax(variable)), range: body.range, height: 2)
            let declarator = VariableDeclaratorSyntax(identifier: variable, initializer: .expression(value), range: variable.range)
            let declaration = LocalDeclarationSyntax(type: type, declarators: [declarator], isConst: false, isRef: false)
            return StatementSyntax(kind: .localDeclaration(declaration), range: body.range, height: 3)
        }
        let result = StatementSyntax(kind: .returnValue(body), range: body.range, height: body.height)
        return StatementSyntax(kind: .block(declarations + [result]), range: body.range, height: body.height)
    }

    /// A name that no identifier can have.
    private static let bundleName = "<range variables>"

    private static func lambda(_ parameters: [IdentifierSyntax], _ body: ExpressionSyntax) -> ExpressionSyntax {
        lambda(parameters, .expression(body), body.range, body.height)
    }

    private static func lambda(_ parameters: [IdentifierSyntax], _ body: StatementSyntax) -> ExpressionSyntax {
        lambda(parameters, .block(body), body.range, body.height)
    }

    private static func lambda(_ parameters: [IdentifierSyntax], _ body: LambdaSyntax.Body, _ range: SourceRange, _ height: UInt16)
        -> ExpressionSyntax
    {
        let declared = parameters.map {
            ParameterSyntax(
                type: nil, identifier: $0, referenceKind: .none, isParameterArray: false, defaultValue: nil, range: $0.range)
        }
        let syntax = LambdaSyntax(parameters: declared, body: body, isAnonymousMethod: false)
        return ExpressionSyntax(kind: .lambda(syntax), range: range, height: height)
    }

    /// `new { x, y, added = value }`
    private func bundle(adding added: IdentifierSyntax, _ value: ExpressionSyntax) -> ExpressionSyntax {
        let members = variables.map { AnonymousMemberSyntax(name: $0, expression: name($0), range: $0.range) }
        let last = AnonymousMemberSyntax(name: added, expression: value, range: added.range)
        return ExpressionSyntax(kind: .anonymousObjectCreation(members + [last]), range: value.range, height: value.height)
    }

    private func name(_ identifier: IdentifierSyntax) -> ExpressionSyntax {
        ExpressionSyntax(kind: .name(SimpleNameSyntax(identifier)), range: identifier.range, height: 1)
    }

    private func call(_ method: String, _ source: ExpressionSyntax, _ arguments: [ExpressionSyntax], _ range: SourceRange)
        -> ExpressionSyntax
    {
        let access = ExpressionSyntax(
            kind: .memberAccess(source, SimpleNameSyntax(IdentifierSyntax(method, range))), range: range, height: source.height)
        let passed = arguments.map { ArgumentSyntax(name: nil, referenceKind: .none, expression: $0, range: $0.range) }
        return ExpressionSyntax(kind: .invocation(access, passed), range: range, height: source.height)
    }
}
