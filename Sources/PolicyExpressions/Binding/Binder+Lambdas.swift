import PolicyDiagnostics

extension Binder {
    // MARK: The body

    /// Binds a lambda's body with parameters of known types. What is wrong in it is kept, not reported.
    func bindLambdaBody(_ lambda: UnboundLambda, _ types: [TypeSymbol]) -> BoundLambda {
        lambdaBindings += 1
        let symbol = FunctionSymbol(name: "", index: layout.reserveFunction(), parent: lambda.environment.function)
        guard lambdaBindings <= 5_000 else { return tooManyBindings(lambda, symbol) }
        let (bound, diagnostics) = gatheringDiagnostics { () -> (BoundLambda.Body, TypeSymbol?) in
            within(lambda.environment) {
                inside(symbol) {
                    symbol.parameters = declareParameters(lambda, types)
                    return bindBody(lambda)
                }
            }
        }
        return BoundLambda(function: symbol, body: bound.0, diagnostics: diagnostics, inferredResult: bound.1)
    }

    private func tooManyBindings(_ lambda: UnboundLambda, _ symbol: FunctionSymbol) -> BoundLambda {
        let diagnostic = ExpressionDiagnostic(
            "CS8078", .error, "the lambdas within lambdas here have too many meanings to try", lambda.range,
            hint: "write the types of the lambdas' parameters")
        return BoundLambda(function: symbol, body: .expression(.bad(lambda.range)), diagnostics: [diagnostic], inferredResult: nil)
    }

    /// Binds inside a function: its locals are its own, and loops and returns around it do not concern it.
    func inside<Result>(_ symbol: FunctionSymbol, _ work: () -> Result) -> Result {
        let outer = (function, returnTypes, conditionalReceivers)
        (function, returnTypes) = (symbol, [])
        symbol.slots.start = layout
        defer {
            symbol.slots.end = layout
            (function, returnTypes, conditionalReceivers) = outer
        }
        return withScope(work)
    }

    private func declareParameters(_ lambda: UnboundLambda, _ types: [TypeSymbol]) -> [LocalSymbol] {
        guard let parameters = lambda.syntax.parameters else { return types.map { temporary($0) } }
        checkNames(of: parameters)
        return zip(parameters, types).map { declare($0.identifier.text, $1, $0.identifier.range, isAssigned: true) }
    }

    /// Refuses two parameters of one name.
    func checkNames(of parameters: [ParameterSyntax]) {
        var seen: Set<String> = []
        for parameter in parameters where !seen.insert(parameter.identifier.text).inserted {
            report("CS0100", "two parameters have the name '\(parameter.identifier.text)'", parameter.identifier.range)
        }
    }

    private func bindBody(_ lambda: UnboundLambda) -> (BoundLambda.Body, TypeSymbol?) {
        switch lambda.syntax.body {
        case .expression(let syntax):
            let bound = bindConvertible(syntax)
            return (.expression(bound), bound.isTypeless ? nil : bound.type)
        case .block(let statement):
            let bound = bindStatement(statement)
            let returned = bound.returnedValues
            return (.block(bound, returned: returned), returned.isEmpty ? .void : bestCommonType(returned))
        }
    }

    // MARK: Conversion to a delegate

    /// Whether the lambda converts to the delegate type (C# §10.7).
    func converts(_ lambda: UnboundLambda, to type: TypeSymbol) -> Bool {
        guard let signature = type.delegateSignature, lambda.accepts(count: signature.parameters.count) else { return false }
        guard parameterTypesAgree(lambda, signature) else { return false }
        let bound = lambda.body(for: signature.parameters, binder: self)
        guard !bound.hasErrors else { return true }
        return resultFits(bound, signature.result)
    }

    private func parameterTypesAgree(_ lambda: UnboundLambda, _ signature: DelegateSignature) -> Bool {
        guard lambda.hasParameterTypes, let parameters = lambda.syntax.parameters else { return true }
        return zip(parameters, signature.parameters).allSatisfy { parameter, type in
            parameter.type.map { bindType($0) == type } ?? true
        }
    }

    private func resultFits(_ lambda: BoundLambda, _ result: TypeSymbol) -> Bool {
        switch (lambda.body, result) {
        case (.expression(let value), .void): value.isStatementExpression
        case (.expression(let value), _): implicitConversion(of: value, to: result) != nil
        case (.block(_, let returned), .void): returned.isEmpty
        case (.block(let statement, let returned), _):
            (!returned.isEmpty || !FlowAnalysis.endIsReachable(statement))
                && returned.allSatisfy { implicitConversion(of: $0, to: result) != nil }
        }
    }

    /// The lambda as a delegate; what is wrong in its body is reported now.
    func bindLambda(_ lambda: UnboundLambda, to type: TypeSymbol) -> BoundExpression {
        guard let signature = type.delegateSignature else {
            return fail("CS1660", "a lambda expression cannot become '\(type)', which is no delegate type", lambda.range)
        }
        guard lambda.accepts(count: signature.parameters.count) else {
            return fail(
                "CS1593", "'\(type)' takes \(signature.parameters.count) parameters, and the lambda has another number", lambda.range)
        }
        guard parameterTypesAgree(lambda, signature) else {
            return fail("CS1661", "the lambda's parameters have other types than those of '\(type)'", lambda.range)
        }
        let bound = lambda.body(for: signature.parameters, binder: self)
        report(bound.diagnostics)
        guard !bound.hasErrors, let body = completed(bound, signature.result, lambda) else { return .bad(lambda.range) }
        bound.function.resultType = signature.result
        bound.function.body = body
        return BoundExpression(.lambda(bound.function), type, lambda.range)
    }

    private func completed(_ lambda: BoundLambda, _ result: TypeSymbol, _ unbound: UnboundLambda) -> BoundFunctionBody? {
        switch lambda.body {
        case .expression(let value):
            if result == .void {
                if value.isStatementExpression { return .expression(value) }
                report(
                    "CS0201", "only an assignment, a call, an increment or 'new' can be the body of a lambda without result", value.range)
                return nil
            }
            let converted = convert(value, to: result)
            return converted.isBad ? nil : .expression(converted)
        case .block(let statement, let returned):
            if result == .void, let value = returned.first {
                report("CS8030", "the lambda's delegate gives nothing, so 'return' cannot give a value", value.range)
                return nil
            }
            let local = temporary(result)
            let body = statement.mappingReturns { result == .void ? $0 : convert($0, to: result) }
            return .block(body, result: local)
        }
    }

    // MARK: Method groups

    /// A method's name as a delegate: a function that calls the method with its parameters.
    func bindMethodGroup(_ group: MethodGroup, to type: TypeSymbol, _ range: SourceRange) -> BoundExpression? {
        guard let signature = type.delegateSignature else { return nil }
        let symbol = FunctionSymbol(name: group.name, index: layout.reserveFunction(), parent: function)
        var group = group
        var keep: BoundExpression?
        if let receiver = group.receiver { (group.receiver, keep) = remembered(receiver) }
        if case .local(let local)? = group.receiver?.kind { symbol.addCapture(local) }
        let (call, diagnostics) = gatheringDiagnostics { () -> BoundExpression in
            inside(symbol) {
                symbol.parameters = signature.parameters.map { temporary($0) }
                let arguments = symbol.parameters.map { local in
                    BoundArgument(name: nil, value: BoundExpression(.local(local), local.type, range))
                }
                let call = bindCall(of: group, arguments, range, nameRange: range)
                return signature.result == .void || call.isBad ? call : convert(call, to: signature.result)
            }
        }
        guard !call.isBad, !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        symbol.resultType = signature.result
        symbol.body = .expression(call)
        let delegate = BoundExpression(.lambda(symbol), type, range)
        return keep.map { BoundExpression(.sequence([$0], delegate), type, range) } ?? delegate
    }

    /// The receiver of a method group is evaluated when the delegate is made: it is kept in a variable that is captured.
    private func remembered(_ receiver: BoundExpression) -> (BoundExpression, BoundExpression?) {
        if receiver.constant != nil { return (receiver, nil) }
        if case .context = receiver.kind { return (receiver, nil) }
        let local = LocalSymbol(
            name: "", type: receiver.type, slot: layout.reserve(receiver.type.carrier), function: function)
        local.capture(cellSlot: layout.reserve(.reference))
        let store = BoundExpression(.assignLocal(local, receiver), receiver.type, receiver.range)
        return (BoundExpression(.local(local), receiver.type, receiver.range), store)
    }

    // MARK: Invocation

    /// `f(…)` and `f.Invoke(…)`.
    func bindDelegateInvocation(_ target: BoundExpression, _ arguments: [BoundArgument], _ range: SourceRange) -> BoundExpression {
        guard let signature = target.type.delegateSignature else { return .bad(range) }
        guard signature.parameters.count == arguments.count else {
            return fail("CS1593", "'\(target.type)' takes \(signature.parameters.count) arguments", range)
        }
        let converted = zip(arguments, signature.parameters).map { convert($0.value, to: $1) }
        guard !converted.contains(where: \.isBad) else { return .bad(range) }
        return BoundExpression(.invocation(target, converted), signature.result, range)
    }
}

extension BoundExpression {
    /// Whether it has no type of its own: a lambda, a method group, a tuple of such.
    var isTypeless: Bool {
        switch kind {
        case .unboundLambda, .methodGroup, .unboundTuple, .unboundOut, .unboundDefault: true
        default: isNullLiteral
        }
    }

    /// Whether it may stand as a statement.
    var isStatementExpression: Bool {
        switch kind {
        case .call(let member, _, _): member.kind == .method || member.kind == .constructor
        case .invocation, .functionCall, .assignLocal, .assignMember, .assignArrayElement, .assignElement, .throwExpression: true
        case .sequence: true
        case .conditionalAccess(_, _, let access): access.isStatementExpression
        case .conversion(_, let value): value.isStatementExpression
        case .bad: true
        default: type == .void && !isTypeless
        }
    }
}

extension BoundStatement {
    /// The values of all `return` statements.
    var returnedValues: [BoundExpression] {
        var values: [BoundExpression] = []
        _ = mappingReturns { value in
            values.append(value)
            return value
        }
        return values
    }
}
