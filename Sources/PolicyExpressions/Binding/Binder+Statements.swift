import PolicyDiagnostics

extension Binder {
    /// Binds the statements of `@{ }`. Every way through must return a value.
    ///
    /// The block's type is that of its results where they agree, and `object` otherwise.
    func bindBlock(_ statements: [StatementSyntax], _ range: SourceRange) -> (BoundStatement, TypeSymbol) {
        let bound = withScope { bindStatements(statements) }
        if diagnostics.isEmpty, BoundStatement.block(bound).canComplete {
            report(
                "CS0161", "not every way through the block returns a value",
                SourceRange(max(range.lowerBound, range.upperBound - 1), range.upperBound))
        }
        let type = blockType
        return (BoundStatement.block(bound).mappingReturns { convert($0, to: type) }, type)
    }

    private var blockType: TypeSymbol {
        let types = Set(returnTypes.filter { $0 != .null && $0 != .error })
        guard types.count == 1, let type = types.first else { return .object }
        return type.isReferenceType || type != type.unwrapped || !returnTypes.contains(.null) ? type : .object
    }

    /// The statements of a block, whose local functions may be called above their declarations.
    func bindStatements(_ statements: [StatementSyntax]) -> [BoundStatement] {
        declareLocalFunctions(in: statements)
        expectDeclarations(Set(statements.flatMap(\.declaredNames)))
        return statements.map(bindStatement)
    }

    func bindStatement(_ syntax: StatementSyntax) -> BoundStatement {
        switch syntax.kind {
        case .block(let statements): return .block(withScope { bindStatements(statements) })
        case .empty, .missing: return .nothing
        case .localDeclaration(let declaration): return bindDeclaration(declaration, syntax.range)
        case .expression(let expression): return bindExpressionStatement(expression)
        case .ifElse(let condition, let then, let otherwise): return bindIf(condition, then, otherwise)
        case .whileLoop(let condition, let body):
            return .loop(condition: bindCondition(condition), isPostTested: false, step: [], bindLoopBody(body))
        case .doLoop(let body, let condition):
            let inner = bindLoopBody(body)
            return .loop(condition: bindCondition(condition), isPostTested: true, step: [], inner)
        case .forLoop(let loop): return bindFor(loop)
        case .forEach(let loop): return bindForEach(loop, syntax.range)
        case .returnValue(let value): return bindReturn(value, syntax.range)
        case .throwException(let value): return bindThrowStatement(value, syntax.range)
        case .breakLoop: return bindJump(.breakLoop, syntax.range)
        case .continueLoop: return bindJump(.continueLoop, syntax.range)
        case .tryCatch(let syntax): return bindTry(syntax)
        case .localFunction(let function): return bindLocalFunction(function)
        case .checked(let checked, let inner): return overflowing(checked: checked) { bindStatement(inner) }
        default:
            _ = notImplemented("this kind of statement", syntax.range)
            return .nothing
        }
    }

    // MARK: Declarations and expressions

    private func bindDeclaration(_ declaration: LocalDeclarationSyntax, _ range: SourceRange) -> BoundStatement {
        if declaration.isRef {
            _ = notImplemented("a reference to a variable", range)
            return .nothing
        }
        return .block(declaration.declarators.map { bindDeclarator($0, declaration) })
    }

    private func bindDeclarator(_ declarator: VariableDeclaratorSyntax, _ declaration: LocalDeclarationSyntax) -> BoundStatement {
        let name = declarator.identifier
        let declared: TypeSymbol? = declaration.type.isVar ? nil : bindType(declaration.type)
        guard let initializer = declarator.initializer else {
            if declared == nil { report("CS0818", "'var' needs a value to take the type of", name.range) }
            return .declare(declare(name.text, declared ?? .error, name.range, isAssigned: declared == nil || declared == .error), nil)
        }
        let value = bindInitialValue(initializer, declared, name)
        let constant = declaration.isConst ? value.constant : nil
        if declaration.isConst, constant == nil, !value.isBad {
            report("CS0133", "the value of a constant must be constant", value.range)
        }
        let local = declare(name.text, declared ?? value.type, name.range, isAssigned: true, constant: constant)
        return .declare(local, value)
    }

    private func bindInitialValue(_ initializer: InitializerValueSyntax, _ declared: TypeSymbol?, _ name: IdentifierSyntax)
        -> BoundExpression
    {
        switch initializer {
        case .nested(let elements):
            guard case .array(let element, let rank)? = declared else {
                return fail(
                    declared == nil ? "CS0820" : "CS0622", "only an array can be initialised with braces alone", elements.range)
            }
            return bindElements(of: elements, element: element, rank: rank, elements.range)
        case .expression(let syntax):
            if let declared { return convert(bindConvertible(syntax), to: declared) }
            let value = bindInferred(syntax)
            return value.isNullLiteral ? fail("CS0815", "'var' cannot take its type from 'null'", name.range) : value
        }
    }

    /// The value of a `var`, which must have a type of its own.
    private func bindInferred(_ syntax: ExpressionSyntax) -> BoundExpression {
        let value = bindConvertible(syntax)
        guard value.isTypeless, !value.isNullLiteral else { return value.type == .void ? bindValue(syntax) : value }
        return fail("CS0815", "'var' cannot take its type from a \(value.typeDescription)", syntax.range)
    }

    private func bindExpressionStatement(_ syntax: ExpressionSyntax) -> BoundStatement {
        switch syntax.kind {
        case .assignment, .invocation, .prefixUnary(.increment, _), .prefixUnary(.decrement, _), .postfixUnary, .objectCreation,
            .conditionalAccess, .missing:
            let bound = bindForEffect(syntax)
            if case .methodGroup = bound.kind { _ = bindValue(syntax) }
            return .expression(bound)
        default:
            _ = bind(syntax)
            report("CS0201", "only an assignment, a call, an increment or 'new' can stand as a statement", syntax.range)
            return .nothing
        }
    }

    /// Binds an expression whose value nobody takes: then `i++` need not keep the old one.
    private func bindForEffect(_ syntax: ExpressionSyntax) -> BoundExpression {
        guard case .postfixUnary(let operand, let operation) = syntax.kind else { return bind(syntax) }
        return bindStep(operand, operation == .increment ? .add : .subtract, givesOld: false, syntax.range)
    }

    // MARK: Branches and loops

    private func bindIf(_ condition: ExpressionSyntax, _ then: StatementSyntax, _ otherwise: StatementSyntax?) -> BoundStatement {
        let test = bindCondition(condition)
        let before = unassignedLocals
        let first = withScope { bindStatement(then) }
        let assignedByThen = before.filter(\.isAssigned)
        for local in assignedByThen { local.isAssigned = false }
        let second = otherwise.map { syntax in withScope { bindStatement(syntax) } }
        // A variable has a value behind the branches when every branch that goes on gave it one.
        for local in before {
            let byThen = assignedByThen.contains { $0 === local } || !first.canComplete
            local.isAssigned = byThen && (second.map { local.isAssigned || !$0.canComplete } ?? false)
        }
        return .ifElse(test, first, second)
    }

    private func bindLoopBody(_ body: StatementSyntax) -> BoundStatement {
        loopDepth += 1
        defer { loopDepth -= 1 }
        return withScope { bindStatement(body) }
    }

    private func bindFor(_ loop: ForLoopSyntax) -> BoundStatement {
        withScope {
            let initial: BoundStatement
            switch loop.initializer {
            case .declaration(let declaration): initial = bindDeclaration(declaration, declaration.type.range)
            case .expressions(let expressions): initial = .block(expressions.map { .expression(bindForEffect($0)) })
            }
            let condition = loop.condition.map(bindCondition)
            let body = bindLoopBody(loop.body)
            return .block([initial, .loop(condition: condition, isPostTested: false, step: loop.incrementors.map(bindForEffect), body)])
        }
    }

    private func bindForEach(_ loop: ForEachSyntax, _ range: SourceRange) -> BoundStatement {
        guard case .single(let typeSyntax, let identifier) = loop.variable else {
            _ = notImplemented("deconstruction in 'foreach'", range)
            return .nothing
        }
        let collection = bindValue(loop.collection)
        guard !collection.isBad else { return .nothing }
        guard let element = collection.type.elementType else {
            report("CS1579", "'\(collection.type)' cannot be walked through with 'foreach'", loop.collection.range)
            return .nothing
        }
        return withScope {
            let type = typeSyntax.isVar ? element : bindType(typeSyntax)
            let local = declare(identifier.text, type, identifier.range, isAssigned: true)
            return .forEach(local, collection, element: element, bindLoopBody(loop.body))
        }
    }

    private func bindJump(_ jump: BoundStatement, _ range: SourceRange) -> BoundStatement {
        if loopDepth == 0 { report("CS0139", "there is no loop around this to leave or to continue", range) }
        return jump
    }

    // MARK: Leaving

    private func bindReturn(_ value: ExpressionSyntax?, _ range: SourceRange) -> BoundStatement {
        guard let value else {
            if function == nil { report("CS0126", "the block must return a value", range) }
            return .returnValue(nil)
        }
        let bound = bindConvertible(value)
        returnTypes.append(bound.type)
        return .returnValue(bound)
    }

    private func bindThrowStatement(_ value: ExpressionSyntax?, _ range: SourceRange) -> BoundStatement {
        guard let value else { return .throwError(nil) }
        let bound = bindValue(value)
        return .throwError(bound.isBad ? bound : convert(bound, to: .exception))
    }

    private func bindTry(_ syntax: TrySyntax) -> BoundStatement {
        let body = withScope { bindStatement(syntax.body) }
        let catches = syntax.catches.map { clause in
            withScope {
                let type = clause.type.map(bindType) ?? .exception
                let local = clause.identifier.map { declare($0.text, type, $0.range, isAssigned: true) }
                return BoundCatch(
                    type: type, local: local, filter: clause.filter.map(bindCondition), body: bindStatement(clause.body))
            }
        }
        return .tryCatch(body, catches, finally: syntax.finally.map { inner in withScope { bindStatement(inner) } })
    }
}

extension BoundStatement {
    /// Whether control can reach the statement's end (C# §12.2).
    var canComplete: Bool {
        switch self {
        case .block(let statements): statements.allSatisfy(\.canComplete)
        case .ifElse(_, let first, let second): first.canComplete || (second?.canComplete ?? true)
        case .loop(let condition, let isPostTested, _, let body):
            (condition != nil && !Self.isTrue(condition) || body.containsBreak) && (!isPostTested || body.canComplete || body.containsBreak)
        case .returnValue, .throwError, .breakLoop, .continueLoop: false
        case .tryCatch(let body, let catches, let finally):
            (body.canComplete || catches.contains { $0.body.canComplete }) && (finally?.canComplete ?? true)
        case .expression, .declare, .forEach, .nothing, .localFunction: true
        }
    }

    /// The statement with every returned value replaced.
    func mappingReturns(_ change: (BoundExpression) -> BoundExpression) -> BoundStatement {
        switch self {
        case .returnValue(let value?): .returnValue(change(value))
        case .block(let statements): .block(statements.map { $0.mappingReturns(change) })
        case .ifElse(let condition, let first, let second):
            .ifElse(condition, first.mappingReturns(change), second?.mappingReturns(change))
        case .loop(let condition, let isPostTested, let step, let body):
            .loop(condition: condition, isPostTested: isPostTested, step: step, body.mappingReturns(change))
        case .forEach(let local, let collection, let element, let body):
            .forEach(local, collection, element: element, body.mappingReturns(change))
        case .tryCatch(let body, let catches, let finally):
            .tryCatch(
                body.mappingReturns(change),
                catches.map { BoundCatch(type: $0.type, local: $0.local, filter: $0.filter, body: $0.body.mappingReturns(change)) },
                finally: finally?.mappingReturns(change))
        default: self
        }
    }

    private static func isTrue(_ condition: BoundExpression?) -> Bool {
        if case .boolean(true)? = condition?.constant { true } else { false }
    }

    private var containsBreak: Bool {
        switch self {
        case .breakLoop: true
        case .block(let statements): statements.contains(where: \.containsBreak)
        case .ifElse(_, let first, let second): first.containsBreak || (second?.containsBreak ?? false)
        case .tryCatch(let body, let catches, _): body.containsBreak || catches.contains { $0.body.containsBreak }
        default: false
        }
    }
}

extension Binder {
    /// Visible locals that have no value yet.
    fileprivate var unassignedLocals: [LocalSymbol] { visibleLocals.filter { !$0.isAssigned } }
}

extension TypeSymbol {
    /// What `foreach` walks through, or nil.
    var elementType: TypeSymbol? {
        if case .array(let element, _) = self { return element }
        if self == .string { return .char }
        if self == .dynamic { return .dynamic }
        let enumerable = memberOwners.first { $0.definition === NetType.enumerable }
        return enumerable?.typeArguments.first
    }
}

extension StatementSyntax {
    /// The variables that the statement declares in its block.
    fileprivate var declaredNames: [String] {
        guard case .localDeclaration(let declaration) = kind else { return [] }
        return declaration.declarators.map(\.identifier.text)
    }
}
