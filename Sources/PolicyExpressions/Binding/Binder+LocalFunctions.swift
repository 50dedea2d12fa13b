import PolicyDiagnostics

/// A local function's declaration as callers see it.
final class LocalFunction {
    let name: String
    let nameRange: SourceRange
    let syntax: LocalFunctionSyntax
    let symbol: FunctionSymbol
    /// The signature, for overload resolution.
    let member: NetMember
    var isBound = false
    /// What is visible where a generic function stands; its body is bound for every list of type arguments.
    var environment: BinderEnvironment?
    var instances: [[TypeSymbol]: FunctionSymbol] = [:]

    init(_ syntax: LocalFunctionSyntax, _ symbol: FunctionSymbol, _ member: NetMember) {
        (name, nameRange) = (syntax.identifier.text, syntax.identifier.range)
        (self.syntax, self.symbol, self.member) = (syntax, symbol, member)
    }
}

extension Binder {
    /// Declares the local functions of a block before its statements are bound: they may be called above their declaration.
    func declareLocalFunctions(in statements: [StatementSyntax]) {
        for statement in statements {
            guard case .localFunction(let syntax) = statement.kind else { continue }
            declare(makeLocalFunction(syntax))
        }
        for statement in statements {
            guard case .localFunction(let syntax) = statement.kind, !syntax.typeParameters.isEmpty else { continue }
            lookUpFunction(syntax.identifier.text)?.environment = environment
        }
    }

    private func makeLocalFunction(_ syntax: LocalFunctionSyntax) -> LocalFunction {
        let symbol = FunctionSymbol(name: syntax.identifier.text, index: layout.reserveFunction(), parent: function)
        let member = withScope { () -> NetMember in
            for (index, name) in syntax.typeParameters.enumerated() { declareType(name.text, .typeParameter(index)) }
            let parameters = syntax.parameters.map(parameter)
            let result = bindType(syntax.returnType)
            return NetMember(
                .method, syntax.identifier.text, "", isStatic: true, parameters: parameters,
                typeParameterCount: syntax.typeParameters.count, result: result)
        }
        setResult(of: symbol, syntax, member.result)
        symbol.nameRange = syntax.identifier.range
        return LocalFunction(syntax, symbol, member)
    }

    private func setResult(of symbol: FunctionSymbol, _ syntax: LocalFunctionSyntax, _ type: TypeSymbol) {
        symbol.givesReference = syntax.isRef
        symbol.resultType = syntax.isRef ? .reference(to: type) : type
    }

    private func parameter(_ syntax: ParameterSyntax) -> NetMember.Parameter {
        let type = syntax.type.map(bindType) ?? .error
        var parameter = NetMember.Parameter(
            name: syntax.identifier.text, type: type, isParams: syntax.isParameterArray,
            reference: syntax.referenceKind == .in ? .none : syntax.referenceKind)
        if let value = syntax.defaultValue {
            let bound = convert(bindConvertible(value), to: type)
            parameter.defaultValue = bound.constant.flatMap { NetDefault($0) } ?? (bound.isBad ? nil : .null)
        }
        return parameter
    }

    /// A local function's name as something to call or to make a delegate of.
    func methodGroup(of function: LocalFunction, _ typeArguments: [TypeSymbol], _ range: SourceRange) -> BoundExpression {
        let group = MethodGroup(
            name: function.name, receiver: nil, type: .object, candidates: [function.member], typeArguments: typeArguments,
            function: function)
        return BoundExpression(.methodGroup(group), .void, range)
    }

    /// Remembers who calls whom: a lambda that calls a local function captures what the function captures.
    func noteCall(of callee: FunctionSymbol) {
        var caller = function
        while let current = caller, current !== callee.parent {
            current.addCallee(callee)
            caller = current.parent
        }
    }

    /// The function that a call with type arguments means.
    func symbol(of local: LocalFunction, _ typeArguments: [TypeSymbol]) -> FunctionSymbol {
        guard !local.syntax.typeParameters.isEmpty else { return local.symbol }
        if let known = local.instances[typeArguments] { return known }
        let symbol = FunctionSymbol(name: local.name, index: layout.reserveFunction(), parent: local.symbol.parent)
        local.instances[typeArguments] = symbol
        setResult(of: symbol, local.syntax, local.member.result.substituting(typeArguments))
        symbol.nameRange = local.nameRange
        within(local.environment ?? environment) {
            withScope {
                for (name, type) in zip(local.syntax.typeParameters, typeArguments) { declareType(name.text, type) }
                bindBody(of: local, symbol, typeArguments)
            }
        }
        return symbol
    }

    /// Binds the body where the declaration stands.
    func bindLocalFunction(_ syntax: LocalFunctionSyntax) -> BoundStatement {
        guard let local = lookUpFunction(syntax.identifier.text), !local.isBound else { return .nothing }
        local.isBound = true
        guard syntax.typeParameters.isEmpty else { return .nothing }
        bindBody(of: local, local.symbol, [])
        return .localFunction(local.symbol)
    }

    private func bindBody(of local: LocalFunction, _ symbol: FunctionSymbol, _ typeArguments: [TypeSymbol]) {
        checkNames(of: local.syntax.parameters)
        inside(symbol) {
            symbol.parameters = zip(local.syntax.parameters, local.member.parameters).map { syntax, parameter in
                let local = declare(
                    parameter.name, parameter.type.substituting(typeArguments), syntax.identifier.range,
                    isAssigned: parameter.reference != .out)
                local.isByReference = parameter.reference != .none
                return local
            }
            symbol.body = bindFunctionBody(local.syntax, symbol)
        }
    }

    private func bindFunctionBody(_ syntax: LocalFunctionSyntax, _ symbol: FunctionSymbol) -> BoundFunctionBody {
        switch syntax.body {
        case .expression(let expression): return .expression(result(bindConvertible(expression), of: symbol))
        case .block(let statement):
            let bound = bindStatement(statement)
            if symbol.resultType == .void, let value = bound.returnedValues.first {
                report("CS0127", "'\(symbol.name)' gives nothing, so 'return' cannot give a value", value.range)
            }
            let local = temporary(symbol.resultType)
            return .block(bound.mappingReturns { result($0, of: symbol) }, result: local)
        }
    }

    private func result(_ value: BoundExpression, of symbol: FunctionSymbol) -> BoundExpression {
        if symbol.resultType == .void || value.isBad { return value }
        if symbol.givesReference, value.type != symbol.resultType {
            return fail("CS8150", "'\(symbol.name)' gives a reference, so 'ref' belongs behind 'return'", value.range)
        }
        return convert(value, to: symbol.resultType)
    }
}

extension NetDefault {
    /// A constant as a parameter's default.
    init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .int32(let number): self = .int32(number)
        case .int64(let number): self = .int64(number)
        case .uint64(let number): self = .uint64(number)
        case .single(let number): self = .single(number)
        case .double(let number): self = .double(number)
        case .decimal(let number): self = .decimal(number)
        case .char(let unit): self = .char(unit)
        case .string(let text): self = .string(text)
        case .sbyte, .byte, .int16, .uint16, .uint32: self.init(value.integer ?? 0)
        default: return nil
        }
    }
}
