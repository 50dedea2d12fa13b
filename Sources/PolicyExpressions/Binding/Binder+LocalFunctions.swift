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
            if let function = makeLocalFunction(syntax, statement.range) { declare(function) }
        }
    }

    private func makeLocalFunction(_ syntax: LocalFunctionSyntax, _ range: SourceRange) -> LocalFunction? {
        guard syntax.typeParameters.isEmpty else {
            _ = notImplemented("a generic local function", syntax.identifier.range)
            return nil
        }
        let parameters = syntax.parameters.map(parameter)
        let result = bindType(syntax.returnType)
        let symbol = FunctionSymbol(name: syntax.identifier.text, index: layout.reserveFunction(), parent: function)
        symbol.resultType = result
        let member = NetMember(.method, syntax.identifier.text, "", isStatic: true, parameters: parameters, result: result)
        return LocalFunction(syntax, symbol, member)
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
    func methodGroup(of function: LocalFunction, _ range: SourceRange) -> BoundExpression {
        let group = MethodGroup(
            name: function.name, receiver: nil, type: .object, candidates: [function.member], typeArguments: [], function: function.symbol)
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

    /// Binds the body where the declaration stands.
    func bindLocalFunction(_ syntax: LocalFunctionSyntax) -> BoundStatement {
        guard let local = lookUpFunction(syntax.identifier.text), !local.isBound else { return .nothing }
        local.isBound = true
        let symbol = local.symbol
        inside(symbol) {
            symbol.parameters = zip(syntax.parameters, local.member.parameters).map { syntax, parameter in
                declare(parameter.name, parameter.type, syntax.identifier.range, isAssigned: true)
            }
            symbol.body = bindFunctionBody(syntax, symbol)
        }
        return .localFunction(symbol)
    }

    private func bindFunctionBody(_ syntax: LocalFunctionSyntax, _ symbol: FunctionSymbol) -> BoundFunctionBody {
        let result = symbol.resultType
        switch syntax.body {
        case .expression(let expression):
            let value = bindConvertible(expression)
            return .expression(result == .void ? value : convert(value, to: result))
        case .block(let statement):
            let bound = bindStatement(statement)
            if result == .void, let value = bound.returnedValues.first {
                report("CS0127", "'\(symbol.name)' gives nothing, so 'return' cannot give a value", value.range)
            }
            let local = temporary(result)
            return .block(bound.mappingReturns { result == .void ? $0 : convert($0, to: result) }, result: local)
        }
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
        case .double(let number): self = .double(number)
        case .char(let unit): self = .char(unit)
        case .string(let text): self = .string(text)
        default: return nil
        }
    }
}
