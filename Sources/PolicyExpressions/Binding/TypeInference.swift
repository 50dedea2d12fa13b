import PolicyDiagnostics

/// Finds the type arguments of a generic method from the arguments of a call (C# §11.6.3).
struct TypeInference {
    /// What is known of one type parameter.
    private struct Variable {
        var exact: [TypeSymbol] = []
        var lower: [TypeSymbol] = []
        var upper: [TypeSymbol] = []
        var fixed: TypeSymbol?
    }

    private let first: Int
    private let binder: Binder
    private var variables: [Variable]
    /// Lambdas and method groups, which take part once their parameter types are known.
    private var pending: [(value: BoundExpression, type: TypeSymbol)] = []

    init(first: Int, count: Int, binder: Binder) {
        (self.first, self.binder) = (first, binder)
        variables = Array(repeating: Variable(), count: count)
    }

    // MARK: First phase

    /// Learns from an argument and the type of its parameter.
    mutating func add(_ argument: BoundExpression, to type: TypeSymbol) {
        switch argument.kind {
        case .unboundLambda(let lambda):
            if lambda.hasParameterTypes { addParameterTypes(of: lambda, to: type) }
            pending.append((argument, type))
        case .methodGroup: pending.append((argument, type))
        case .unboundTuple(let elements):
            guard let targets = type.tupleElements, targets.count == elements.count else { return }
            for (element, target) in zip(elements, targets) { add(element.value, to: target) }
        case .unboundOut: break
        default: if !argument.isNullLiteral, !argument.isBad { inferLower(type, from: argument.type) }
        }
    }

    private mutating func addParameterTypes(of lambda: UnboundLambda, to type: TypeSymbol) {
        guard let signature = type.delegateSignature, let parameters = lambda.syntax.parameters else { return }
        for (parameter, target) in zip(parameters, signature.parameters) {
            if let written = parameter.type { inferExact(target, from: binder.bindType(written)) }
        }
    }

    // MARK: Second phase

    /// The type arguments, or nil when they cannot be found.
    mutating func solve() -> [TypeSymbol]? {
        while let index = nextPending() {
            let (value, type) = pending.remove(at: index)
            guard inferOutput(value, type) else { return nil }
        }
        for index in variables.indices where variables[index].fixed == nil {
            guard fix(index) else { return nil }
        }
        return variables.compactMap(\.fixed)
    }

    /// What is known without the lambdas; `object` for the rest.
    mutating func partialSolution() -> [TypeSymbol] {
        variables.indices.map { fix($0) ? variables[$0].fixed ?? .object : .object }
    }

    /// The first lambda whose parameter types do not depend on another lambda's result; any, when all of them do.
    private func nextPending() -> Int? { pending.firstIndex(where: isReady) ?? (pending.isEmpty ? nil : 0) }

    private func isReady(_ entry: (value: BoundExpression, type: TypeSymbol)) -> Bool {
        let inputs = entry.type.delegateSignature?.parameters.flatMap { $0.parameterIndices } ?? []
        return inputs.allSatisfy { input in
            !pending.contains { $0.value !== entry.value && outputs(of: $0.type).contains(input) }
        }
    }

    private func outputs(of type: TypeSymbol) -> Set<Int> {
        let signature = type.delegateSignature
        let inputs = Set(signature?.parameters.flatMap { $0.parameterIndices } ?? [])
        return Set(signature?.result.parameterIndices ?? []).subtracting(inputs)
    }

    /// Output type inference: binds the lambda with the parameter types found so far and learns from its result.
    private mutating func inferOutput(_ value: BoundExpression, _ type: TypeSymbol) -> Bool {
        guard let signature = type.delegateSignature else {
            // A bare type parameter learns nothing from a lambda.
            return true
        }
        for index in Set(signature.parameters.flatMap { $0.parameterIndices }) where index >= first {
            guard fix(index - first) else { return false }
        }
        let parameters = signature.parameters.map { substituted($0) }
        guard let result = resultType(of: value, parameters) else { return true }
        if result != .void { inferLower(signature.result, from: result) }
        return true
    }

    private func resultType(of value: BoundExpression, _ parameters: [TypeSymbol]) -> TypeSymbol? {
        switch value.kind {
        case .unboundLambda(let lambda):
            guard lambda.accepts(count: parameters.count) else { return nil }
            return lambda.body(for: parameters, binder: binder).inferredResult
        case .methodGroup(let group): return binder.resultType(of: group, parameters, value.range)
        default: return nil
        }
    }

    private func substituted(_ type: TypeSymbol) -> TypeSymbol {
        let own = (0..<first).map { TypeSymbol.typeParameter($0) }
        return type.substituting(own + variables.enumerated().map { $1.fixed ?? .typeParameter(first + $0) })
    }

    // MARK: Bounds

    private mutating func inferExact(_ parameter: TypeSymbol, from type: TypeSymbol) {
        switch (parameter, type) {
        case (.typeParameter(let index), _): note(index) { $0.exact.append(type) }
        case (.array(let inner, let rank), .array(let given, let other)) where rank == other: inferExact(inner, from: given)
        case (.nullable(let inner), .nullable(let given)): inferExact(inner, from: given)
        case (.tuple(let inner, _), .tuple(let given, _)) where inner.count == given.count:
            for (parameter, given) in zip(inner, given) { inferExact(parameter, from: given) }
        case (.named(let definition, let inner), .named(let other, let given)) where definition == other:
            for (parameter, given) in zip(inner, given) { inferExact(parameter, from: given) }
        default: break
        }
    }

    private mutating func inferLower(_ parameter: TypeSymbol, from type: TypeSymbol) {
        switch (parameter, type) {
        case (.typeParameter(let index), _): note(index) { $0.lower.append(type) }
        case (.array(let inner, let rank), .array(let given, let other)) where rank == other: inferElement(inner, from: given)
        case (.nullable(let inner), .nullable(let given)): inferLower(inner, from: given)
        case (.tuple(let inner, _), .tuple(let given, _)) where inner.count == given.count:
            for (parameter, given) in zip(inner, given) { inferLower(parameter, from: given) }
        case (.named(let definition, let inner), _):
            guard !inner.isEmpty, let match = type.memberOwners.first(where: { $0.definition === definition }) else { return }
            for (index, (parameter, given)) in zip(inner, match.typeArguments).enumerated() {
                switch definition.variance(at: index) {
                case .covariant: inferElement(parameter, from: given)
                case .contravariant: inferUpper(parameter, from: given)
                case .invariant: inferExact(parameter, from: given)
                }
            }
        default: break
        }
    }

    private mutating func inferElement(_ parameter: TypeSymbol, from type: TypeSymbol) {
        if type.isReferenceType { inferLower(parameter, from: type) } else { inferExact(parameter, from: type) }
    }

    private mutating func inferUpper(_ parameter: TypeSymbol, from type: TypeSymbol) {
        if case .typeParameter(let index) = parameter {
            note(index) { $0.upper.append(type) }
        } else {
            inferExact(parameter, from: type)
        }
    }

    private mutating func note(_ index: Int, _ change: (inout Variable) -> Void) {
        guard index >= first, index - first < variables.count else { return }
        change(&variables[index - first])
    }

    // MARK: Fixing

    /// Chooses the type of a variable: the candidate that every bound agrees with, and that every other candidate
    /// converts to.
    private mutating func fix(_ index: Int) -> Bool {
        let variable = variables[index]
        if variable.fixed != nil { return true }
        var candidates: [TypeSymbol] = []
        for type in variable.exact + variable.lower + variable.upper where !candidates.contains(type) { candidates.append(type) }
        candidates.removeAll { candidate in
            variable.exact.contains { !isSame($0, candidate) } || variable.lower.contains { !converts($0, to: candidate) }
                || variable.upper.contains { !converts(candidate, to: $0) }
        }
        let best = candidates.first { candidate in candidates.allSatisfy { converts($0, to: candidate) } }
        variables[index].fixed = best
        return best != nil
    }

    private func isSame(_ left: TypeSymbol, _ right: TypeSymbol) -> Bool {
        left == right || converts(left, to: right) && converts(right, to: left)
    }

    private func converts(_ source: TypeSymbol, to target: TypeSymbol) -> Bool {
        source == target || binder.implicitConversion(of: BoundExpression(.bad, source, SourceRange(0, 0)), to: target) != nil
    }
}

/// How the type arguments of constructed types convert.
enum Variance {
    case invariant, covariant, contravariant
}

extension NetType {
    /// How constructed types that differ in a type argument convert into each other.
    func variance(at index: Int) -> Variance {
        switch name {
        case "IEnumerable", "IEnumerator", "IReadOnlyList", "IReadOnlyCollection", "IOrderedEnumerable", "IJEnumerable": .covariant
        case "IGrouping": .covariant
        case "Func": index == arity - 1 ? .covariant : .contravariant
        case "Action", "Predicate", "Comparison", "IComparer", "IEqualityComparer": .contravariant
        case "Converter": index == 0 ? .contravariant : .covariant
        default: .invariant
        }
    }
}

extension TypeSymbol {
    /// The numbers of the type parameters in the type.
    var parameterIndices: [Int] {
        switch self {
        case .typeParameter(let index): [index]
        case .named(_, let arguments): arguments.flatMap { $0.parameterIndices }
        case .array(let element, _): element.parameterIndices
        case .nullable(let wrapped): wrapped.parameterIndices
        case .tuple(let elements, _): elements.flatMap { $0.parameterIndices }
        default: []
        }
    }
}
