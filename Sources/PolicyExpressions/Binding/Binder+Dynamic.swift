import PolicyDiagnostics

/// What is done with values whose types are only known when the expression runs.
enum DynamicOperation {
    case member(SimpleNameSyntax)
    case setMember(SimpleNameSyntax)
    case index
    case setIndex
    /// A method of the first operand.
    case invoke(SimpleNameSyntax)
    /// A method that is known, with arguments that are not; the receiver is the first operand if there is one.
    case call(MethodGroup)
    case binary(BinaryOperator)
    case unary(BoundUnaryOperator)
    case convert(TypeSymbol, isExplicit: Bool)
}

extension Binder {
    func bindDynamic(_ operation: DynamicOperation, _ operands: [BoundExpression], _ range: SourceRange) -> BoundExpression {
        guard !operands.contains(where: \.isBad) else { return .bad(range) }
        if let typeless = operands.first(where: { $0.isTypeless && !$0.isNullLiteral }) {
            return fail("CS1977", "a lambda or a method's name cannot take part in a dynamic operation without a cast", typeless.range)
        }
        var type = TypeSymbol.dynamic
        if case .convert(let target, _) = operation { type = target }
        return BoundExpression(.dynamic(operation, operands), type, range)
    }

    func bindDynamicBinary(_ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange)
        -> BoundExpression
    {
        switch operation {
        case .coalesce: bindCoalesce(left, right, range)
        case .logicalAnd, .logicalOr:
            bindBinary(operation, convert(left, to: .boolean), convert(right, to: .boolean), range)
        default: bindDynamic(.binary(operation), [left, right], range)
        }
    }

    /// A call whose target or arguments are dynamic; nil for a call that is bound now.
    func bindDynamicCall(_ callee: BoundExpression, _ arguments: [BoundArgument], _ range: SourceRange) -> BoundExpression? {
        let values = arguments.map(\.value)
        if case .dynamic(.member(let name), let receiver) = callee.kind { return bindDynamic(.invoke(name), receiver + values, range) }
        guard case .methodGroup(var group) = callee.kind, group.function == nil, values.contains(where: { $0.type == .dynamic }) else {
            return nil
        }
        let receiver = group.receiver.map { [$0] } ?? []
        group.receiver = nil
        return bindDynamic(.call(group), receiver + values, range)
    }
}

/// Binds a dynamic operation when its operands are there: as if their static types were the types they have.
struct RuntimeBinder {
    private let binder = Binder(library: .standard, strictTypes: false)
    private let range: SourceRange

    init(_ range: SourceRange) { self.range = range }

    /// The operation for operands of given types, with the locals that take the operands.
    func bind(_ operation: DynamicOperation, _ types: [TypeSymbol]) -> (
        expression: BoundExpression, locals: [LocalSymbol], message: String?
    ) {
        let locals = types.map { binder.temporary($0 == .null ? .object : $0) }
        let operands = zip(locals, types).map { local, type in
            type == .null
                ? BoundExpression(.literal, .null, range, constant: .null) : BoundExpression(.local(local), type, range)
        }
        let bound = bind(operation, operands)
        let expression = bound.type == .void || bound.isBad ? bound : binder.convert(bound, to: resultType(of: operation))
        return (expression, locals, binder.diagnostics.first { $0.severity == .error }?.message)
    }

    var layout: FrameLayout { binder.layout }

    private func resultType(of operation: DynamicOperation) -> TypeSymbol {
        if case .convert(let type, _) = operation { type } else { .object }
    }

    private func bind(_ operation: DynamicOperation, _ operands: [BoundExpression]) -> BoundExpression {
        switch operation {
        case .member(let name): return member(name, of: operands[0])
        case .setMember(let name): return binder.store(into: member(name, of: operands[0]), range) { binder.convert(operands[1], to: $0) }
        case .index: return binder.bindElement(of: operands[0], arguments(operands.dropFirst()), range)
        case .setIndex:
            let place = binder.bindElement(of: operands[0], arguments(operands.dropFirst().dropLast()), range)
            return binder.store(into: place, range) { binder.convert(operands[operands.count - 1], to: $0) }
        case .invoke(let name):
            let callee = binder.bindMember(name, of: operands[0], range)
            guard case .methodGroup(let group) = callee.kind else { return callee.isBad ? callee : notCallable }
            return binder.bindCall(of: group, arguments(operands.dropFirst()), range, nameRange: range)
        case .call(var group):
            let isInstance = group.candidates.contains { !$0.isStatic || $0.isExtension }
            if isInstance { group.receiver = operands.first }
            return binder.bindCall(of: group, arguments(operands.dropFirst(isInstance ? 1 : 0)), range, nameRange: range)
        case .binary(let operation): return binder.bindBinary(operation, operands[0], operands[1], range)
        case .unary(let operation): return binder.bindUnary(operation, operands[0], range)
        case .convert(let type, let isExplicit):
            // Newtonsoft.Json's JValue gives the runtime binder its content in any type that it casts to.
            return isExplicit || operands[0].type == .jValue
                ? binder.explicitly(operands[0], to: type, range) ?? binder.convert(operands[0], to: type) : operands[0]
        }
    }

    private var notCallable: BoundExpression { binder.fail("CS1955", "this is not a method and cannot be called", range) }

    /// A JObject's members are those of its JSON, as Newtonsoft.Json gives them to the runtime binder.
    private func member(_ name: SimpleNameSyntax, of receiver: BoundExpression) -> BoundExpression {
        guard receiver.type == .jObject else { return binder.bindMember(name, of: receiver, range) }
        let key = BoundExpression(.literal, .string, range, constant: .string(NetString(name.text)))
        return binder.bindElement(of: receiver, [BoundArgument(name: nil, value: key)], range)
    }

    private func arguments(_ operands: some Sequence<BoundExpression>) -> [BoundArgument] {
        operands.map { BoundArgument(name: nil, value: $0) }
    }
}
