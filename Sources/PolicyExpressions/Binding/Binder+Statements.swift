import PolicyDiagnostics

extension Binder {
    /// Binds the statements of `@{ }`. Every way through must return a value.
    ///
    /// The block's type is that of its results where they agree, and `object` otherwise.
    func bindBlock(_ statements: [StatementSyntax], _ range: SourceRange) -> (BoundStatement, TypeSymbol) {
        let bound = BoundStatement.block(withScope { bindStatements(statements) })
        if !hasErrors {
            let end = SourceRange(max(range.lowerBound, range.upperBound - 1), range.upperBound)
            report(FlowAnalysis.diagnostics(of: bound, endsAt: end))
        }
        let type = blockType
        return (bound.mappingReturns { convert($0, to: type) }, type)
    }

    private var blockType: TypeSymbol {
        let types = Set(returnTypes.filter { $0 != .null && $0 != .error })
        guard types.count == 1, let type = types.first else { return .object }
        return type.isReferenceType || type != type.unwrapped || !returnTypes.contains(.null) ? type : .object
    }

    /// The statements of a block, whose local functions may be called, and whose labels jumped to, above their places.
    func bindStatements(_ statements: [StatementSyntax]) -> [BoundStatement] {
        expectDeclarations(of: statements.flatMap(\.declaredNames))
        declareLocalFunctions(in: statements)
        let labels = declareLabels(in: statements)
        guard !labels.isEmpty else { return statements.map(bindStatement) }
        return within(.block(labels: labels)) { statements.map(bindStatement) }
    }

    func bindStatement(_ syntax: StatementSyntax) -> BoundStatement {
        let bound = bindUnmarked(syntax)
        guard marksSequencePoints, let range = syntax.sequencePointRange else { return bound }
        return .sequencePoint(range, bound)
    }

    private func bindUnmarked(_ syntax: StatementSyntax) -> BoundStatement {
        switch syntax.kind {
        case .block(let statements): return .block(withScope { bindStatements(statements) })
        case .empty, .missing: return .nothing
        case .localDeclaration(let declaration): return bindDeclaration(declaration, syntax.range)
        case .localFunction(let function): return bindLocalFunction(function)
        case .expression(let expression): return bindStatementExpression(expression)
        case .ifElse(let condition, let then, let otherwise): return bindIf(condition, then, otherwise)
        case .switchOn(let value, let sections): return bindSwitch(value, sections, syntax.range)
        case .tryCatch(let syntax): return bindTry(syntax)
        case .using(let resource, let body): return bindUsing(resource, body, syntax.range)
        case .lock(let subject, let body): return bindLock(subject, body)
        case .checked(let checked, let inner): return overflowing(checked: checked) { bindStatement(inner) }
        case .whileLoop, .doLoop, .forLoop, .forEach: return bindLoop(syntax)
        case .breakLoop, .continueLoop, .returnValue, .throwException, .goto, .labeled: return bindJump(syntax)
        }
    }

    /// Binds a statement that stands in a place of its own: what it declares is not seen outside.
    func bindEmbedded(_ syntax: StatementSyntax) -> BoundStatement {
        switch syntax.kind {
        case .localDeclaration, .localFunction, .labeled:
            report("CS1023", "a declaration or a label cannot stand here alone", syntax.range, hint: "put it into a block, { … }")
        default: break
        }
        return withScope { bindStatement(syntax) }
    }

    private func bindIf(_ condition: ExpressionSyntax, _ then: StatementSyntax, _ otherwise: StatementSyntax?) -> BoundStatement {
        .ifElse(bindCondition(condition), bindEmbedded(then), otherwise.map(bindEmbedded))
    }

    // MARK: Declarations

    func bindDeclaration(_ declaration: LocalDeclarationSyntax, _ range: SourceRange, role: ReadOnlyRole? = nil) -> BoundStatement {
        if declaration.isRef { return bindReferences(declaration) }
        if declaration.type.isVar, declaration.isConst {
            report("CS0822", "a constant needs its type in place of 'var'", declaration.type.range)
        }
        if declaration.type.isVar, declaration.declarators.count > 1 {
            report("CS0819", "'var' declares one variable at a time", range, hint: "write a statement for each")
        }
        return .block(declaration.declarators.map { bindDeclarator($0, declaration, role) })
    }

    private func bindDeclarator(
        _ declarator: VariableDeclaratorSyntax, _ declaration: LocalDeclarationSyntax, _ role: ReadOnlyRole?
    ) -> BoundStatement {
        let name = declarator.identifier
        let declared: TypeSymbol? = declaration.type.isVar ? nil : bindType(declaration.type)
        if declared == .void { report("CS1547", "a variable cannot have the type 'void'", declaration.type.range) }
        if declared?.definition?.kind == .staticClass {
            report("CS0723", "a variable cannot have a static type, which has no instances", declaration.type.range)
        }
        guard let initializer = declarator.initializer else {
            if declaration.isConst {
                report("CS0145", "a constant needs a value", name.range)
            } else if declared == nil {
                report("CS0818", "'var' needs a value to take the type of", name.range)
            }
            return .declare(declare(name.text, declared ?? .error, name.range, isAssigned: false), nil)
        }
        if declaration.isConst { return bindConstant(name, declared ?? .error, initializer) }
        guard let declared else {
            let value = bindInitialValue(initializer, nil, name)
            return .declare(declare(name.text, value.type, name.range, isAssigned: false), value)
        }
        // The variable is in scope in its own initial value, where it has no value yet.
        let local = declare(name.text, declared, name.range, isAssigned: false)
        let value = bindInitialValue(initializer, declared, name)
        local.readOnlyRole = role
        return .declare(local, value)
    }

    private func bindConstant(_ name: IdentifierSyntax, _ type: TypeSymbol, _ initializer: InitializerValueSyntax) -> BoundStatement {
        let value = bindInitialValue(initializer, type, name)
        let isConstantType = NumericType(type) != nil || type.isEnumeration || type == .boolean || type.isReferenceType
        if !isConstantType {
            report("CS0283", "'\(type)' cannot be the type of a constant", name.range)
        } else if value.constant == nil, !value.isBad {
            let isObject = type.isReferenceType && type != .string
            report(isObject ? "CS0134" : "CS0133", "the value of a constant must be constant", value.range)
        }
        return .declare(declare(name.text, type, name.range, isAssigned: true, constant: value.constant ?? .null), nil)
    }

    private func bindInitialValue(_ initializer: InitializerValueSyntax, _ declared: TypeSymbol?, _ name: IdentifierSyntax)
        -> BoundExpression
    {
        switch initializer {
        case .nested(let elements):
            guard let declared else { return fail("CS0820", "'var' cannot take its type from braces alone", elements.range) }
            guard case .array(let element, let rank) = declared else {
                return declared == .error
                    ? .bad(elements.range) : fail("CS0622", "only an array can be initialised with braces alone", elements.range)
            }
            return bindElements(of: elements, element: element, rank: rank, elements.range)
        case .expression(let syntax):
            if let declared { return convert(bindConvertible(syntax), to: declared) }
            let value = bindInferred(syntax, name)
            return value.isNullLiteral ? fail("CS0815", "'var' cannot take its type from 'null'", name.range) : value
        }
    }

    /// The value of a `var`, which must have a type of its own.
    private func bindInferred(_ syntax: ExpressionSyntax, _ name: IdentifierSyntax) -> BoundExpression {
        let value = bindConvertible(syntax)
        if value.type == .void, !value.isTypeless {
            return fail("CS0815", "'var' cannot take its type from a call that gives nothing", name.range)
        }
        guard value.isTypeless, !value.isNullLiteral else { return value }
        if case .unboundDefault = value.kind { return bindValue(syntax) }
        return fail("CS0815", "'var' cannot take its type from a \(value.typeDescription)", syntax.range)
    }

    // MARK: Expressions

    func bindStatementExpression(_ syntax: ExpressionSyntax) -> BoundStatement {
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
    func bindForEffect(_ syntax: ExpressionSyntax) -> BoundExpression {
        guard case .postfixUnary(let operand, let operation) = syntax.kind else { return bind(syntax) }
        return bindStep(operand, operation == .increment ? .add : .subtract, givesOld: false, syntax.range)
    }
}

extension StatementSyntax {
    /// What is shown of the statement when it begins: all of it, or the head of one that holds others. Nil for what only holds others.
    fileprivate var sequencePointRange: SourceRange? {
        switch kind {
        case .block, .empty, .missing, .labeled, .localFunction, .checked, .tryCatch: nil
        case .ifElse(_, let body, _), .whileLoop(_, let body), .using(_, let body), .lock(_, let body): head(before: body)
        case .forLoop(let loop): head(before: loop.body)
        case .forEach(let loop): head(before: loop.body)
        case .switchOn(let value, _): SourceRange(range.lowerBound, value.range.upperBound + 1)
        case .doLoop(_, let condition): condition.range
        case .localDeclaration, .expression, .breakLoop, .continueLoop, .returnValue, .throwException, .goto: range
        }
    }

    private func head(before body: StatementSyntax) -> SourceRange { SourceRange(range.lowerBound, body.range.lowerBound) }

    /// The names of the variables that the statement declares for those behind it.
    var declaredNames: [String] {
        switch kind {
        case .localDeclaration(let declaration): declaration.declarators.map(\.identifier.text)
        case .labeled(_, let inner): inner.declaredNames
        default: []
        }
    }
}
