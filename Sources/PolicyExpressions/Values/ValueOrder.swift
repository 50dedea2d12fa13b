/// The order of boxed values: `IComparable.CompareTo`, which is also what sorting without a comparer uses.
enum ValueOrder {
    /// Negative, zero or positive; null stands in front of everything.
    ///
    /// - Throws: `System.ArgumentException` when the values are of different types, or of one that has no order.
    static func compare(_ left: Value, _ right: Value) throws(EvaluationError) -> Int32 {
        if left.isNull || right.isNull { return left.isNull ? right.isNull ? 0 : -1 : 1 }
        guard left.type == right.type || Self.areSameTuples(left.type, right.type) else { throw mustBeOfType(left) }
        switch (left, right) {
        case (.string(let a), .string(let b)): return Collation.compare(a, b)
        case (.boolean(let a), .boolean(let b)): return a.order(b)
        case (.char(let a), .char(let b)): return Int32(a) - Int32(b)
        case (.sbyte(let a), .sbyte(let b)): return a.order(b)
        case (.byte(let a), .byte(let b)): return a.order(b)
        case (.int16(let a), .int16(let b)): return a.order(b)
        case (.uint16(let a), .uint16(let b)): return a.order(b)
        case (.uint64(let a), .uint64(let b)): return a.order(b)
        case (.single(let a), .single(let b)): return a.order(b)
        case (.double(let a), .double(let b)): return a.order(b)
        case (.decimal(let a), .decimal(let b)): return a.order(b)
        case (.dateTime(let a), .dateTime(let b)): return a.order(b)
        case (.dateTimeOffset(let a), .dateTimeOffset(let b)): return a.order(b)
        case (.timeSpan(let a), .timeSpan(let b)): return a.order(b)
        case (.guid(let a), .guid(let b)): return a.order(b)
        case (.object(let a), .object(let b)): return try compare(a, b)
        default:
            guard let a = left.integer, let b = right.integer else { throw notComparable }
            return a.order(b)
        }
    }

    /// Whether two types are the same tuple of the language but for the elements' names.
    private static func areSameTuples(_ left: TypeSymbol, _ right: TypeSymbol) -> Bool {
        guard let left = left.tupleElements, let right = right.tupleElements, left.count == right.count else { return false }
        return zip(left, right).allSatisfy { $0 == $1 || areSameTuples($0, $1) }
    }

    private static func compare(_ left: NetObject, _ right: NetObject) throws(EvaluationError) -> Int32 {
        guard left is NetTuple, let left = left.comparedItems, let right = right.comparedItems else { throw notComparable }
        for (a, b) in zip(left, right) {
            let order = try compare(a, b)
            if order != 0 { return order }
        }
        return 0
    }

    private static var notComparable: EvaluationError { .argument("At least one object must implement IComparable.") }

    private static func mustBeOfType(_ value: Value) -> EvaluationError {
        switch value {
        case .object(let tuple as NetTuple): .argument("Argument must be of type \(tuple.type.fullName).", "other")
        case .object: notComparable
        case .enumeration(let own):
            .argument(
                "Object must be the same type as the enum. The type passed in was another one; the enum type was '\(own.type.fullName)'.")
        default: .argument("Object must be of type \(value.type.definition?.name ?? value.type.description).")
        }
    }
}
