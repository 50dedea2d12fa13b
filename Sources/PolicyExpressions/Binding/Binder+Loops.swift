import PolicyDiagnostics

extension Binder {
    func bindLoop(_ syntax: StatementSyntax) -> BoundStatement {
        switch syntax.kind {
        case .whileLoop(let condition, let body): bindWhile(condition, body)
        case .doLoop(let body, let condition): bindDo(body, condition)
        case .forLoop(let loop): bindFor(loop)
        case .forEach(let loop): bindForEach(loop)
        default: .nothing
        }
    }

    private func bindLoopBody(_ body: StatementSyntax) -> BoundStatement {
        within(.loop) { bindEmbedded(body) }
    }

    private func bindWhile(_ condition: ExpressionSyntax, _ body: StatementSyntax) -> BoundStatement {
        withScope {
            let test = bindCondition(condition)
            return .loop(condition: test, isPostTested: false, step: [], bindLoopBody(body))
        }
    }

    private func bindDo(_ body: StatementSyntax, _ condition: ExpressionSyntax) -> BoundStatement {
        let inner = bindLoopBody(body)
        let test = withScope { bindCondition(condition) }
        return .loop(condition: test, isPostTested: true, step: [], inner)
    }

    private func bindFor(_ loop: ForLoopSyntax) -> BoundStatement {
        withScope {
            let initial: BoundStatement
            switch loop.initializer {
            case .declaration(let declaration): initial = bindDeclaration(declaration, declaration.type.range)
            case .expressions(let expressions): initial = .block(expressions.map(bindStatementExpression))
            }
            return withScope {
                let condition = loop.condition.map(bindCondition)
                let body = bindLoopBody(loop.body)
                let step = withScope { loop.incrementors.map(bindStatementExpression) }
                return .block([initial, .loop(condition: condition, isPostTested: false, step: step.compactMap(\.expression), body)])
            }
        }
    }

    // MARK: foreach

    private func bindForEach(_ loop: ForEachSyntax) -> BoundStatement {
        withScope {
            let collection = sequence(of: bindValue(loop.collection))
            let element = elementType(of: collection, loop.collection.range)
            let (local, assignment) = bindIterationVariable(loop.variable, element, loop.collection.range)
            return .forEach(BoundForEach(element: local, collection: collection, assignment: assignment, body: bindLoopBody(loop.body)))
        }
    }

    private func elementType(of collection: BoundExpression, _ range: SourceRange) -> TypeSymbol {
        if collection.isBad { return .error }
        if collection.isNullLiteral {
            report("CS0186", "'null' cannot be walked through", range)
            return .error
        }
        if let element = collection.type.elementType { return element }
        report("CS1579", "'\(collection.type)' cannot be walked through with 'foreach'", range)
        return .error
    }

    /// The local that takes each element, and what gives the loop's variables their values where they are not the element.
    private func bindIterationVariable(_ variable: ForEachSyntax.Variable, _ element: TypeSymbol, _ range: SourceRange)
        -> (LocalSymbol, BoundExpression?)
    {
        let kept = temporary(element)
        let incoming = BoundExpression(.local(kept), element, range)
        switch variable {
        case .deconstruction(let syntax):
            guard let targets = deconstructionTargets(syntax) else {
                report("CS0230", "a foreach loop needs a type and a name before 'in'", syntax.range)
                return (kept, nil)
            }
            return (kept, bindDeconstruction(targets, incoming, syntax.range))
        case .single(let syntax, let identifier):
            let type = syntax.isVar ? element : bindType(syntax)
            let local = declare(identifier.text, type, identifier.range, isAssigned: true)
            local.readOnlyRole = .iterationVariable
            guard type != element, type != .error, element != .error else { return (local, nil) }
            // Each element is cast to the variable's type (C# §13.9.5).
            guard let value = explicitly(incoming, to: type, syntax.range) else {
                report("CS0030", "'\(element)' cannot be converted to '\(type)'", syntax.range)
                return (local, nil)
            }
            return (kept, BoundExpression(.declareLocal(local, value), type, syntax.range))
        }
    }
}

extension BoundStatement {
    /// The expression of an expression statement.
    fileprivate var expression: BoundExpression? {
        if case .expression(let expression) = self { expression } else { nil }
    }
}

extension TypeSymbol {
    /// What `foreach` walks through, or nil.
    var elementType: TypeSymbol? {
        if case .array(let element, _) = self { return element }
        if self == .string { return .char }
        if self == .dynamic { return .dynamic }
        if let enumerable = memberOwners.first(where: { $0.definition === NetType.enumerable }) { return enumerable.typeArguments.first }
        return memberOwners.contains { $0.definition === NetType.untypedEnumerable } ? .object : nil
    }
}
