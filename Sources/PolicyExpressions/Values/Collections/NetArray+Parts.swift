// Parts of arrays that callers name by index and length, with the checks and the messages of `System.Array`'s members.
extension NetArray {
    /// A part of `Reverse`, `Sort` and `BinarySearch`.
    func part(_ index: Int32, _ length: Int32) throws(EvaluationError) -> Range<Int> {
        if index < 0 { throw .argumentOutOfRange("index", "Non-negative number required.") }
        if length < 0 { throw .argumentOutOfRange("length", "Non-negative number required.") }
        guard Int(index) + Int(length) <= count else {
            throw .argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of"
                    + " the source collection.")
        }
        return Int(index)..<Int(index) + Int(length)
    }

    /// A part that is searched or filled forwards; without a count to the array's end.
    func forwards(_ start: Int32, _ count: Int32? = nil) throws(EvaluationError) -> Range<Int> {
        guard (0...self.count).contains(Int(start)) else { throw Self.startOutside }
        let count = count.map { Int($0) } ?? self.count - Int(start)
        guard count >= 0, Int(start) + count <= self.count else { throw Self.countOutside }
        return Int(start)..<Int(start) + count
    }

    /// A part that is searched backwards; without a count to the array's beginning. `LastIndexOf` lets 0 be the start in an
    /// empty array, `FindLastIndex` does not.
    func backwards(_ start: Int32, _ count: Int32? = nil, startsEmptyAtZero: Bool = false) throws(EvaluationError) -> Range<Int> {
        if self.count == 0 {
            guard start == -1 || startsEmptyAtZero && start == 0 else { throw Self.startOutside }
            guard (count ?? 0) == 0 else { throw Self.countOutside }
            return 0..<0
        }
        guard (0..<self.count).contains(Int(start)) else { throw Self.startOutside }
        let count = count.map { Int($0) } ?? Int(start) + 1
        guard count >= 0, Int(start) - count + 1 >= 0 else { throw Self.countOutside }
        return Int(start) - count + 1..<Int(start) + 1
    }

    /// The elements of an array of one dimension; RankException for any other.
    var row: [Value] {
        get throws(EvaluationError) {
            guard lengths.count == 1 else { throw .system("RankException", "Only single dimension arrays are supported here.") }
            return items
        }
    }

    /// Puts the same number of elements in place of a part.
    func replace(_ part: Range<Int>, with elements: some Collection<Value>) {
        var changed = items
        changed.replaceSubrange(part, with: elements)
        replaceItems(changed)
    }

    /// An index that is an Int64; larger ones than an array can have are refused by the argument's name.
    static func index(_ index: Int64, _ name: String) throws(EvaluationError) -> Int32 {
        guard let small = Int32(exactly: index) else { throw .argumentOutOfRange(name, "Arrays larger than 2GB are not supported.") }
        return small
    }

    private static var startOutside: EvaluationError {
        .argumentOutOfRange("startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
    }

    private static var countOutside: EvaluationError {
        .argumentOutOfRange("count", "Count must be positive and count must refer to a location within the string/array/collection.")
    }
}

// MARK: - Values of another type

extension NetArray {
    /// The type of the elements.
    var elementType: TypeSymbol { type.elementType ?? .object }

    /// The default of the elements' type.
    var zero: Value { Value.zero(of: elementType) ?? .null }

    /// A boxed value as an element: itself, widened, or the type's default for null; nil for what cannot be one.
    func stored(_ value: Value) -> Value? {
        if value.isNull { return zero }
        if value.type.inherits(from: elementType) || elementType.unwrapped == value.type { return value }
        return NumericType.isImplicit(value.type, elementType) ? NumericType.convert(value, from: value.type, to: elementType) : nil
    }

    /// `SetValue`.
    func setValue(_ value: Value, at indices: [Int32]) throws(EvaluationError) {
        guard let stored = stored(value) else { throw .invalidCast("Object cannot be stored in an array of this type.") }
        try setElement(stored, at: try checked(indices))
    }

    /// `GetValue`.
    func value(at indices: [Int32]) throws(EvaluationError) -> Value { try element(at: try checked(indices)) }

    private func checked(_ indices: [Int32]) throws(EvaluationError) -> [Int32] {
        guard indices.count != lengths.count else { return indices }
        switch indices.count {
        case 1: throw .argument("Array was not a one-dimensional array.")
        case 2: throw .argument("Array was not a two-dimensional array.")
        case 3: throw .argument("Array was not a three-dimensional array.")
        default: throw .argument("Indices length does not match the array rank.")
        }
    }

    /// `Copy`: elements of one array into another, of which the types fit or each element does.
    static func copy(
        _ source: NetArray, _ sourceIndex: Int32, _ target: NetArray, _ targetIndex: Int32, _ length: Int32
    ) throws(EvaluationError) {
        guard source.lengths.count == target.lengths.count else {
            throw .system("RankException", "The specified arrays must have the same number of dimensions.")
        }
        if length < 0 { throw .argumentOutOfRange("length", "Non-negative number required.") }
        for (index, name) in [(sourceIndex, "sourceIndex"), (targetIndex, "destinationIndex")] where index < 0 {
            throw .argumentOutOfRange(name, "Number was less than the array's lower bound in the first dimension.")
        }
        guard Int(sourceIndex) + Int(length) <= source.count else {
            throw .argument(
                "Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray")
        }
        guard Int(targetIndex) + Int(length) <= target.count else {
            throw .argument(
                "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
                "destinationArray")
        }
        let elements = source.items[Int(sourceIndex)..<Int(sourceIndex) + Int(length)]
        target.replace(Int(targetIndex)..<Int(targetIndex) + Int(length), with: try target.converted(Array(elements), from: source))
    }

    private func converted(_ elements: [Value], from source: NetArray) throws(EvaluationError) -> [Value] {
        let (from, to) = (source.elementType, elementType)
        if from == to || from.isReferenceType && from.inherits(from: to) { return elements }
        guard NumericType.isImplicit(from, to) || from.inherits(from: to) || to.inherits(from: from) else {
            throw .system("ArrayTypeMismatchException", "Source array type cannot be assigned to destination array type.")
        }
        var result: [Value] = []
        for element in elements {
            guard let stored = stored(element), !(element.isNull && !to.isReferenceType) else {
                throw .invalidCast("At least one element in the source array could not be cast down to the destination array type.")
            }
            result.append(stored)
        }
        return result
    }
}
