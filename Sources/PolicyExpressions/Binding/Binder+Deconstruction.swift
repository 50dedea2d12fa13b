import PolicyDiagnostics

/// What stands left of the `=` of a deconstruction.
indirect enum DeconstructionTarget {
    /// `var x`, `int x`; the type is nil for `var`.
    case declaration(IdentifierSyntax, TypeSymbol?)
    case discard
    /// A variable, property or element that exists.
    case place(ExpressionSyntax)
    case nested([DeconstructionTarget], SourceRange)
}

extension Binder {
    /// The targets of `(a, var b) = …` and `var (a, b) = …`; nil when the left side is no deconstruction.
    func deconstructionTargets(_ syntax: ExpressionSyntax) -> [DeconstructionTarget]? {
        switch syntax.kind {
        case .tuple(let elements): return elements.map { target($0.expression) }
        case .declaration(let type, let designation):
            guard case .parenthesized(let parts) = designation.kind else { return nil }
            return parts.map { target($0, type) }
        default: return nil
        }
    }

    private func target(_ syntax: ExpressionSyntax) -> DeconstructionTarget {
        switch syntax.kind {
        case .declaration(let type, let designation): return target(designation, type)
        case .tuple(let elements): return .nested(elements.map { target($0.expression) }, syntax.range)
        case .name(let name) where name.text == "_" && lookUpLocal("_") == nil: return .discard
        default: return .place(syntax)
        }
    }

    private func target(_ designation: DesignationSyntax, _ type: TypeSyntax) -> DeconstructionTarget {
        switch designation.kind {
        case .single(let identifier): .declaration(identifier, type.isVar ? nil : bindType(type))
        case .discard: .discard
        case .parenthesized(let parts): .nested(parts.map { target($0, type) }, designation.range)
        }
    }

    /// Binds a deconstruction: all values are taken before any of them is assigned.
    func bindDeconstruction(_ targets: [DeconstructionTarget], _ value: BoundExpression, _ range: SourceRange) -> BoundExpression {
        guard !value.isBad else { return value }
        var effects: [BoundExpression] = [], assignments: [BoundExpression] = []
        guard deconstruct(targets, value, range, &effects, &assignments) else { return .bad(range) }
        let steps = effects + assignments
        guard !steps.contains(where: \.isBad), let last = steps.last else { return .bad(range) }
        return BoundExpression(.sequence(Array(steps.dropLast()), last), last.type, range)
    }

    private func deconstruct(
        _ targets: [DeconstructionTarget], _ value: BoundExpression, _ range: SourceRange,
        _ effects: inout [BoundExpression], _ assignments: inout [BoundExpression]
    ) -> Bool {
        guard let parts = parts(of: value, count: targets.count, range, &effects) else { return false }
        for (target, part) in zip(targets, parts) {
            switch target {
            case .discard: effects.append(keep(part, &effects))
            case .nested(let inner, let innerRange):
                guard deconstruct(inner, part, innerRange, &effects, &assignments) else { return false }
            case .declaration(let identifier, let type):
                guard !part.isTypeless || type != nil else {
                    report("CS8130", "the type of '\(identifier.text)' cannot be taken from its value", identifier.range)
                    return false
                }
                let converted = type.map { convert(part, to: $0) } ?? part
                let kept = keep(converted, &effects)
                let local = declare(identifier.text, converted.type, identifier.range, isAssigned: true)
                assignments.append(BoundExpression(.declareLocal(local, kept), local.type, identifier.range))
            case .place(let syntax):
                assignments.append(assignPlace(syntax, part, &effects))
            }
        }
        return true
    }

    private func assignPlace(_ syntax: ExpressionSyntax, _ part: BoundExpression, _ effects: inout [BoundExpression]) -> BoundExpression {
        let place = bindTarget(syntax)
        guard !place.isBad else { return place }
        let kept = keep(convert(part, to: place.type), &effects)
        return store(into: place, syntax.range) { _ in kept }
    }

    /// Keeps a value in a temporary, so that it is taken before anything is assigned.
    private func keep(_ value: BoundExpression, _ effects: inout [BoundExpression]) -> BoundExpression {
        if value.constant != nil || value.isBad { return value }
        let local = temporary(value.type)
        effects.append(BoundExpression(.assignLocal(local, value), value.type, value.range))
        return BoundExpression(.local(local), value.type, value.range)
    }

    /// The parts of a tuple, of a key and value pair, or of what has a `Deconstruct` method.
    private func parts(of value: BoundExpression, count: Int, _ range: SourceRange, _ effects: inout [BoundExpression])
        -> [BoundExpression]?
    {
        switch value.kind {
        case .tuple(let elements) where elements.count == count: return elements
        case .unboundTuple(let elements) where elements.count == count: return elements.map(\.value)
        default: break
        }
        if value.type.tupleElements?.count == count {
            let (store, elements) = elements(of: value)
            effects.append(store)
            return elements
        }
        if value.type.tupleElements == nil, let parts = deconstructed(value, count: count, range, &effects) { return parts }
        let code = value.type.tupleElements == nil ? "CS8129" : "CS8132"
        report(code, "'\(value.typeDescription)' cannot be taken apart into \(count) parts", range)
        return nil
    }

    private func deconstructed(
        _ value: BoundExpression, count: Int, _ range: SourceRange, _ effects: inout [BoundExpression]
    ) -> [BoundExpression]? {
        let kept = keep(value, &effects)
        let (method, _) = gatheringDiagnostics { bindMember(SimpleNameSyntax(IdentifierSyntax("Deconstruct", range)), of: kept, range) }
        guard case .methodGroup(let group) = method.kind,
            let member = group.candidates.first(where: { $0.parameters.count == count && $0.parameters.allSatisfy { $0.reference == .out } }
            )
        else { return nil }
        let locals = member.parameters.map { temporary($0.type.substituting(member.ownerArguments)) }
        let arguments = locals.map { local in
            BoundArgument(
                name: nil, value: BoundExpression(.location(local, .declaration), local.type, range), referenceKind: .out)
        }
        effects.append(bindCall(of: group, arguments, range, nameRange: range))
        return locals.map { BoundExpression(.local($0), $0.type, range) }
    }
}
