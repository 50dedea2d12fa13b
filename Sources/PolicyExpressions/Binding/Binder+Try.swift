import PolicyDiagnostics

extension Binder {
    func bindTry(_ syntax: TrySyntax) -> BoundStatement {
        let body = bindStatement(syntax.body)
        var caught: [TypeSymbol] = []
        let catches = syntax.catches.enumerated().map { index, clause in
            let bound = bindCatch(clause)
            if index > 0, syntax.catches[index - 1].catchesAll {
                report("CS1017", "a catch clause without a type must be the last", clause.range)
            } else if let type = clause.type {
                checkOrder(bound, behind: caught, type.range)
            }
            if bound.filter == nil || bound.filter?.constant?.isTrue == true { caught.append(bound.type) }
            return bound
        }
        let finally = syntax.finally.map { inner in within(.finallyBody) { bindStatement(inner) } }
        return .tryCatch(body, catches, finally: finally)
    }

    private func bindCatch(_ clause: CatchClauseSyntax) -> BoundCatch {
        withScope {
            let type = clause.type.map(bindExceptionType) ?? .exception
            let local = clause.identifier.map { declare($0.text, type, $0.range, isAssigned: true) }
            let filter = clause.filter.map(bindCondition)
            return BoundCatch(
                type: type, local: local, filter: filter, body: within(.catchBody) { bindStatement(clause.body) },
                range: SourceRange(clause.range.lowerBound, clause.body.range.lowerBound))
        }
    }

    private func bindExceptionType(_ syntax: TypeSyntax) -> TypeSymbol {
        let type = bindType(syntax)
        guard type != .error, !type.inherits(from: .exception) else { return type }
        report("CS0155", "only exceptions can be caught, and '\(type)' is none", syntax.range)
        return .error
    }

    private func checkOrder(_ clause: BoundCatch, behind caught: [TypeSymbol], _ range: SourceRange) {
        guard clause.type != .error, let earlier = caught.first(where: { clause.type.inherits(from: $0) }) else { return }
        report("CS0160", "a clause before this catches every '\(earlier)' already", range)
    }

    // MARK: using

    /// `using (…) body` is the body in a try whose finally block disposes of what is not null.
    func bindUsing(_ resource: ResourceSyntax, _ body: StatementSyntax, _ range: SourceRange) -> BoundStatement {
        withScope {
            var setup: [BoundStatement] = [], resources: [LocalSymbol] = []
            switch resource {
            case .declaration(let declaration):
                let bound = bindDeclaration(declaration, range, role: .usingVariable)
                if case .block(let declarations) = bound { setup = declarations }
                for case .declare(let local, let value) in setup {
                    local.readOnlyRole = .usingVariable
                    resources.append(local)
                    if value == nil { report("CS0210", "a 'using' variable needs a value", range) }
                }
            case .expression(let syntax):
                let value = bindValue(syntax)
                let kept = temporary(value.type)
                setup = [.declare(kept, value)]
                resources = [kept]
            }
            let inner = bindEmbedded(body)
            return zip(setup, resources).reversed().reduce(inner) { inner, resource in
                .block([resource.0, .tryCatch(inner, [], finally: .expression(dispose(of: resource.1, range)))])
            }
        }
    }

    private func dispose(of local: LocalSymbol, _ range: SourceRange) -> BoundExpression {
        let value = BoundExpression(.local(local), local.type, range)
        guard !value.isBad, !value.isNullLiteral else { return value }
        guard let method = disposeMethod(of: local.type) else {
            return fail("CS1674", "'\(local.type)' has nothing to dispose of, so it cannot be used in 'using'", range)
        }
        let kept = temporary(local.type)
        let receiver = BoundExpression(.local(kept), local.type, range)
        let call = BoundExpression(.call(method, [receiver], typeArguments: []), .void, range)
        return BoundExpression(.conditionalAccess(value, kept: kept, access: call), .void, range)
    }

    private func disposeMethod(of type: TypeSymbol) -> NetMember? {
        for owner in type.memberOwners {
            let methods = owner.definition?.members.methods["Dispose"] ?? []
            if let method = methods.first(where: { !$0.isStatic && $0.parameters.isEmpty && $0.result == .void }) { return method }
        }
        return nil
    }

    // MARK: lock

    func bindLock(_ subject: ExpressionSyntax, _ body: StatementSyntax) -> BoundStatement {
        let value = bindValue(subject)
        if !value.isBad, !value.type.isReferenceType {
            report("CS0185", "'\(value.type)' is not a reference type, as 'lock' needs", subject.range)
        }
        return .lock(value, bindEmbedded(body))
    }
}

extension CatchClauseSyntax {
    /// Whether it is `catch { … }`.
    fileprivate var catchesAll: Bool { type == nil && filter == nil }
}
