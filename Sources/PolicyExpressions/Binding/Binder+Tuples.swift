import PolicyDiagnostics

extension Binder {
    // MARK: Creation

    func bindTuple(_ elements: [ArgumentSyntax], _ range: SourceRange) -> BoundExpression {
        let values = elements.map { bindConvertible($0.expression) }
        guard !values.contains(where: \.isBad) else { return .bad(range) }
        let names = tupleNames(elements)
        if values.contains(where: { $0.isTypeless || $0.type == .void }) {
            let arguments = zip(names, values).map { BoundArgument(name: $0, value: $1) }
            return BoundExpression(.unboundTuple(arguments), .void, range)
        }
        return BoundExpression(.tuple(values), .tuple(values.map(\.type), names: names), range)
    }

    /// Written names, and those that C# 7.1 takes from the elements unless two elements would have the same.
    private func tupleNames(_ elements: [ArgumentSyntax]) -> [String?] {
        let inferred = elements.map { $0.name?.text ?? $0.expression.lastName }
        return zip(elements, inferred).enumerated().map { index, pair in
            if let written = pair.0.name?.text { return written }
            guard let name = pair.1, inferred.count(where: { $0 == name }) == 1, !Self.isReservedTupleName(name) else { return nil }
            return name
        }
    }

    private static func isReservedTupleName(_ name: String) -> Bool {
        ["Rest", "ToString", "Equals", "GetHashCode", "CompareTo"].contains(name) || name.hasPrefix("Item") && Int(name.dropFirst(4)) != nil
    }

    // MARK: Conversion

    func convertTuple(_ value: BoundExpression, to type: TypeSymbol, _ range: SourceRange) -> BoundExpression {
        guard let targets = type.unwrapped.tupleElements else { return .bad(range) }
        if type != type.unwrapped {
            return BoundExpression(.conversion(.wrapNullable, convertTuple(value, to: type.unwrapped, range)), type, range)
        }
        switch value.kind {
        case .tuple(let elements): return tuple(elements, targets, type, range)
        case .unboundTuple(let elements): return tuple(elements.map(\.value), targets, type, range)
        default:
            if value.type.tupleElements == targets { return BoundExpression(value.kind, type, range) }
            let (store, elements) = elements(of: value)
            let converted = tuple(elements, targets, type, range)
            return converted.isBad ? converted : BoundExpression(.sequence([store], converted), type, range)
        }
    }

    private func tuple(_ elements: [BoundExpression], _ targets: [TypeSymbol], _ type: TypeSymbol, _ range: SourceRange) -> BoundExpression
    {
        let converted = zip(elements, targets).map { convert($0, to: $1) }
        return converted.contains(where: \.isBad) ? .bad(range) : BoundExpression(.tuple(converted), type, range)
    }

    /// The elements of a tuple that is kept in a temporary.
    func elements(of value: BoundExpression) -> (store: BoundExpression, elements: [BoundExpression]) {
        let local = temporary(value.type)
        let kept = BoundExpression(.local(local), value.type, value.range)
        let elements = (value.type.tupleElements ?? []).enumerated().map {
            BoundExpression(.element(kept, $0.offset), $0.element, value.range)
        }
        return (BoundExpression(.assignLocal(local, value), value.type, value.range), elements)
    }

    // MARK: Members

    /// `t.Item1`, `t.name`, or a member of an anonymous object; nil for anything else.
    func bindStructuralMember(_ name: String, of receiver: BoundExpression, _ range: SourceRange) -> BoundExpression? {
        switch receiver.type {
        case .tuple(let elements, let names):
            let place = names.firstIndex { $0 == name } ?? Self.tuplePlace(name, count: elements.count)
            return place.map { BoundExpression(.element(receiver, $0), elements[$0], range) }
        case .anonymous(let members):
            guard let place = members.firstIndex(where: { $0.name == name }) else { return nil }
            return BoundExpression(.element(receiver, place), members[place].type, range)
        default: return nil
        }
    }

    private static func tuplePlace(_ name: String, count: Int) -> Int? {
        guard name.hasPrefix("Item"), let number = Int(name.dropFirst(4)), number >= 1, number <= count else { return nil }
        return number - 1
    }

    // MARK: Equality

    /// `==` and `!=` of tuples, element by element (C# 7.3).
    func bindTupleEquality(
        _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange
    ) -> BoundExpression? {
        guard let first = tupleOperand(left), let second = tupleOperand(right), first.elements.count == second.elements.count else {
            return nil
        }
        var result: BoundExpression?
        for (a, b) in zip(first.elements, second.elements) {
            let compared = bindBinary(operation, a, b, range)
            result = result.map { bindBinary(operation == .equal ? .logicalAnd : .logicalOr, $0, compared, range) } ?? compared
        }
        guard let result, !result.isBad else { return .bad(range) }
        return BoundExpression(.sequence(first.stores + second.stores, result), .boolean, range)
    }

    private func tupleOperand(_ value: BoundExpression) -> (stores: [BoundExpression], elements: [BoundExpression])? {
        switch value.kind {
        case .tuple(let elements): return ([], elements)
        case .unboundTuple(let elements): return ([], elements.map(\.value))
        default:
            guard value.type.tupleElements != nil else { return nil }
            let (store, elements) = elements(of: value)
            return ([store], elements)
        }
    }
}
