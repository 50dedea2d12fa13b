import PolicyDiagnostics

/// References to variables: `ref` locals, `ref` and `out` arguments that are elements of arrays, and local functions that
/// give a reference.
///
/// A reference is bound as what it refers to: a variable by itself, an element of an array by the array and the index,
/// which temporaries keep from when the reference is made. A local function that gives a reference gives these two.
extension Binder {
    // MARK: ref T x = ref place;

    func bindReferences(_ declaration: LocalDeclarationSyntax) -> BoundStatement {
        .block(declaration.declarators.map { bindReference($0, declaration.type) })
    }

    private func bindReference(_ declarator: VariableDeclaratorSyntax, _ type: TypeSyntax) -> BoundStatement {
        let name = declarator.identifier, declared = type.isVar ? nil : bindType(type)
        guard case .expression(let value)? = declarator.initializer, case .refExpression(let target) = value.kind else {
            let code = declarator.initializer == nil ? "CS8174" : "CS8172"
            report(code, "the reference '\(name.text)' needs a variable to refer to", name.range, hint: "write '= ref variable'")
            _ = declare(name.text, .error, name.range, isAssigned: true)
            return .nothing
        }
        let (effects, place) = reference(to: target)
        if let declared, declared != place.type, declared != .error, !place.isBad {
            report("CS8173", "the variable has the type '\(place.type)', and '\(name.text)' refers to '\(declared)'", target.range)
        }
        let local = declare(name.text, declared ?? place.type, name.range, isAssigned: true)
        guard !place.isBad else { return .nothing }
        local.target = place
        return .expression(BoundExpression(.sequence(effects, place), place.type, target.range))
    }

    /// What a reference refers to, and what must be evaluated when it is made.
    private func reference(to syntax: ExpressionSyntax) -> (effects: [BoundExpression], place: BoundExpression) {
        let place = bindValue(syntax)
        switch place.kind {
        case .bad: return ([], place)
        case .local(let local) where local.constant == nil:
            guard let role = local.readOnlyRole else { return ([], place) }
            return ([], fail("CS1657", "'\(local.name)' is a \(role.rawValue) and cannot be assigned", syntax.range))
        case .call(let member, _, _) where member.kind == .property || member.kind == .indexer:
            return ([], fail("CS0206", "'\(member.name)' is a property or an indexer, to which there are no references", syntax.range))
        default:
            guard place.isElementOfArray else { return ([], fail("CS1510", "'ref' needs a variable", syntax.range)) }
            let (effects, element) = fixed(place)
            return (effects, element)
        }
    }

    // MARK: Arguments

    /// A variable that stands for an element of an array while it is passed; nil for what is no such element.
    func elementArgument(_ value: BoundExpression, _ use: LocationUse) -> BoundExpression? {
        guard value.isElementOfArray else { return nil }
        let (effects, place) = fixed(value), local = temporary(place.type)
        (local.target, local.targetEffects) = (place, effects)
        return BoundExpression(.location(local, use), place.type, value.range)
    }

    /// A call after which the elements that it was passed have their new values.
    func writingBack(_ call: BoundExpression, _ arguments: [BoundArgument]) -> BoundExpression {
        let passed = arguments.map { argument -> (LocalSymbol, BoundExpression)? in
            guard case .location(let local, _) = argument.value.kind else { return nil }
            return local.target.map { (local, $0) }
        }
        guard let first = passed.firstIndex(where: { $0 != nil }) else { return call }
        // Array and index are evaluated in front of the whole call.
        guard arguments[..<first].allSatisfy({ $0.value.changesNoLocal }) else {
            return notImplemented("an element of an array as 'ref' or 'out' behind an argument with an assignment", call.range)
        }
        var steps: [BoundExpression] = [], stores: [BoundExpression] = []
        for (local, target) in passed.compactMap({ $0 }) {
            steps += local.targetEffects + [BoundExpression(.assignLocal(local, target), target.type, target.range)]
            stores.append(store(into: target, call.range) { _ in BoundExpression(.local(local), local.type, call.range) })
        }
        if call.type == .void {
            let last = stores.removeLast()
            return BoundExpression(.sequence(steps + [call] + stores, last), last.type, call.range)
        }
        let result = temporary(call.type)
        steps.append(BoundExpression(.assignLocal(result, call), call.type, call.range))
        return BoundExpression(.sequence(steps + stores, BoundExpression(.local(result), call.type, call.range)), call.type, call.range)
    }

    // MARK: Results

    /// `ref place` as the result of a local function: the array and the index.
    func bindReferenceResult(_ target: ExpressionSyntax, _ range: SourceRange) -> BoundExpression {
        guard let function, function.givesReference else {
            return fail("CS8149", "only a function that gives a reference can return one", range)
        }
        let (effects, place) = reference(to: target)
        switch place.kind {
        case .bad: return place
        case .arrayElement(let array, let index) where index.type == .int32:
            let type = TypeSymbol.reference(to: place.type)
            return BoundExpression(.sequence(effects, BoundExpression(.tuple([array, index]), type, range)), type, range)
        case .local(let local) where !local.isByReference:
            return fail("CS8168", "the variable '\(local.name)' ends with the function, so there can be no reference to it", range)
        default: return notImplemented("a reference to this variable as a result", range)
        }
    }

    /// What the result of a call refers to.
    func referred(by call: BoundExpression) -> BoundExpression {
        guard let parts = call.type.tupleElements, case .array(let element, _)? = parts.first else { return call }
        let kept = temporary(call.type), pair = BoundExpression(.local(kept), call.type, call.range)
        let array = BoundExpression(.element(pair, 0), parts[0], call.range)
        let index = BoundExpression(.element(pair, 1), parts[1], call.range)
        let place = BoundExpression(.arrayElement(array, index), element, call.range)
        return BoundExpression(.sequence([BoundExpression(.assignLocal(kept, call), call.type, call.range)], place), element, call.range)
    }
}

extension TypeSymbol {
    /// What stands for a reference to an element of an array: the array and the index.
    static func reference(to element: TypeSymbol) -> TypeSymbol { .tuple([.array(element, rank: 1), .int32], names: [nil, nil]) }
}

extension BoundExpression {
    /// Whether it is an element of an array, perhaps behind what must be evaluated to know which one.
    var isElementOfArray: Bool {
        switch kind {
        case .arrayElement, .matrixElement: true
        case .sequence(_, let value): value.isElementOfArray
        default: false
        }
    }

    /// Whether no variable can have another value afterwards.
    fileprivate var changesNoLocal: Bool {
        switch kind {
        case .literal, .local, .context, .typeOf, .unboundLambda, .methodGroup: true
        case .location: false
        case .call(_, let parts, _), .concatenation(let parts): parts.allSatisfy(\.changesNoLocal)
        case .conversion(_, let operand), .unary(_, let operand), .element(let operand, _): operand.changesNoLocal
        case .binary(_, let left, let right), .arrayElement(let left, let right): left.changesNoLocal && right.changesNoLocal
        default: constant != nil
        }
    }
}
