// Comparisons and searches by a `StringComparison`, with the checks and messages of System.String.
extension NetString {
    /// `string.Compare`: null stands in front of every text.
    static func compare(_ left: NetString?, _ right: NetString?, _ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try comparison.validate()
        guard let left, let right else { return left == nil ? right == nil ? 0 : -1 : 1 }
        switch comparison {
        case .ordinal: return left.compareOrdinal(right)
        case .ordinalIgnoreCase: return left.compareOrdinalIgnoreCase(right)
        default: return Collation.compare(left, right, ignoringCase: comparison.ignoresCase)
        }
    }

    /// `string.Compare` of parts: each begins at a position and has at most a length.
    static func compare(
        _ left: NetString?, _ leftStart: Int32, _ right: NetString?, _ rightStart: Int32, _ length: Int32, _ comparison: StringComparison
    ) throws(EvaluationError) -> Int32 {
        try comparison.validate()
        guard let left, let right else { return left == nil ? right == nil ? 0 : -1 : 1 }
        guard length >= 0 else { throw .argumentOutOfRange("length", "Length cannot be less than zero.") }
        guard leftStart >= 0 else { throw indexOutOfRange("indexA") }
        guard rightStart >= 0 else { throw indexOutOfRange("indexB") }
        guard Int(leftStart) <= left.utf16Count else { throw indexOutOfRange("indexA") }
        guard Int(rightStart) <= right.utf16Count else { throw indexOutOfRange("indexB") }
        let (first, second) = (left.part(leftStart, length), right.part(rightStart, length))
        return comparison == .ordinal ? first.compareUnits(second) : try compare(first, second, comparison)
    }

    private func part(_ start: Int32, _ length: Int32) -> NetString {
        slice(Int(start)..<Swift.min(utf16Count, Int(start) + Int(length)))
    }

    /// `Equals` by a comparison.
    func equals(_ other: NetString?, _ comparison: StringComparison) throws(EvaluationError) -> Bool {
        try comparison.validate()
        guard let other else { return false }
        switch comparison {
        case .ordinal: return self == other
        case .ordinalIgnoreCase: return equalsIgnoreCase(other)
        default: return Collation.areEqual(self, other, ignoringCase: comparison.ignoresCase)
        }
    }

    /// `StartsWith` by a comparison.
    func hasPrefix(_ other: NetString, _ comparison: StringComparison) throws(EvaluationError) -> Bool {
        try comparison.validate()
        if comparison.isOrdinal(self, other) { return hasPrefix(other, ignoringCase: comparison.ignoresCase) }
        return CollationSearch(self, other, ignoringCase: comparison.ignoresCase).isPrefix
    }

    /// `EndsWith` by a comparison.
    func hasSuffix(_ other: NetString, _ comparison: StringComparison) throws(EvaluationError) -> Bool {
        try comparison.validate()
        if comparison.isOrdinal(self, other) { return hasSuffix(other, ignoringCase: comparison.ignoresCase) }
        return CollationSearch(self, other, ignoringCase: comparison.ignoresCase).isSuffix
    }

    // MARK: Positions

    /// `IndexOf` by a comparison.
    func indexOf(_ other: NetString, _ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try comparison.validate()
        return Int32(firstMatch(of: other, in: 0..<utf16Count, comparison)?.lowerBound ?? -1)
    }

    /// `IndexOf` from a position on.
    func indexOf(_ other: NetString, from start: Int32, _ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try indexOf(other, from: start, count: Int32(utf16Count) &- start, comparison)
    }

    /// `IndexOf` in a part.
    func indexOf(_ other: NetString, from start: Int32, count: Int32, _ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try comparison.validate()
        let range = try checkedRange(start, count)
        return Int32(firstMatch(of: other, in: range, comparison)?.lowerBound ?? -1)
    }

    /// A range of the string, from a start and a count that a caller gave.
    func checkedRange(_ start: Int32, _ count: Int32) throws(EvaluationError) -> Range<Int> {
        guard start >= 0, Int(start) <= utf16Count else { throw NetString.indexOutOfRange("startIndex") }
        guard count >= 0, Int(start) + Int(count) <= utf16Count else { throw NetString.countOutOfRange }
        return Int(start)..<Int(start) + Int(count)
    }

    /// `IndexOfAny` from a position on.
    func indexOf(anyOf units: [UInt16], from start: Int32) throws(EvaluationError) -> Int32 {
        try indexOf(anyOf: units, from: start, count: Int32(utf16Count) &- start)
    }

    /// `IndexOfAny` in a part.
    func indexOf(anyOf units: [UInt16], from start: Int32, count: Int32) throws(EvaluationError) -> Int32 {
        Int32(index(in: try checkedRange(start, count)) { units.contains($0) })
    }

    /// The first place of a text in a range.
    func firstMatch(of other: NetString, in range: Range<Int>, _ comparison: StringComparison) -> Range<Int>? {
        if comparison.isOrdinal(self, other) {
            let index = index(of: other, in: range, ignoringCase: comparison.ignoresCase)
            return index < 0 ? nil : index..<index + other.utf16Count
        }
        let match = CollationSearch(slice(range), other, ignoringCase: comparison.ignoresCase).match(last: false)
        return match.map { $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound }
    }

    // MARK: Last positions

    /// `LastIndexOf` by a comparison.
    func lastIndexOf(_ other: NetString, _ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try lastIndexOf(other, from: Int32(utf16Count) - 1, count: Int32(utf16Count), comparison)
    }

    /// `LastIndexOf` backwards from a position.
    func lastIndexOf(_ other: NetString, from start: Int32, _ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try lastIndexOf(other, from: start, count: start &+ 1, comparison)
    }

    /// `LastIndexOf` in a part that ends with a position.
    func lastIndexOf(_ other: NetString, from start: Int32, count: Int32, _ comparison: StringComparison) throws(EvaluationError) -> Int32 {
        try comparison.validate()
        let length = Int32(utf16Count)
        if length == 0, start == -1 || start == 0 { return other.isEmpty ? 0 : -1 }
        guard start >= 0, start <= length else { throw NetString.indexOutOfRange("startIndex") }
        // One character beyond the end is allowed, and means the end.
        let (last, counted) = start == length ? (start - 1, count > 0 ? count - 1 : count) : (start, count)
        guard counted >= 0, last - counted + 1 >= 0 else { throw NetString.countOutOfRange }
        if other.isEmpty { return last }
        return Int32(lastMatch(of: other, in: Int(last - counted + 1)..<Int(last + 1), comparison) ?? -1)
    }

    /// `LastIndexOfAny` in a part that ends with a position.
    func lastIndexOf(anyOf units: [UInt16], from start: Int32, count: Int32) throws(EvaluationError) -> Int32 {
        if isEmpty { return -1 }
        guard start >= 0, Int(start) < utf16Count else { throw NetString.indexOutOfRange("startIndex") }
        guard count >= 0, count <= start + 1 else { throw NetString.countOutOfRange }
        return Int32(lastIndex(in: Int(start - count + 1)..<Int(start + 1)) { units.contains($0) })
    }

    private func lastMatch(of other: NetString, in range: Range<Int>, _ comparison: StringComparison) -> Int? {
        if comparison.isOrdinal(self, other) {
            let index = lastIndex(of: other, in: range, ignoringCase: comparison.ignoresCase)
            return index < 0 ? nil : index
        }
        let match = CollationSearch(slice(range), other, ignoringCase: comparison.ignoresCase).match(last: true)
        return match.map { $0.lowerBound + range.lowerBound }
    }
}

extension StringComparison {
    /// Whether units decide: always in ordinal comparison, and in cultural comparison where both see the same.
    fileprivate func isOrdinal(_ text: NetString, _ wanted: NetString) -> Bool {
        !isCultural || CollationSearch.isOrdinal(text, wanted)
    }
}

extension NetString {
    /// A position that does not lie in the text.
    static func indexOutOfRange(_ name: String) -> EvaluationError {
        .argumentOutOfRange(name, "Index was out of range. Must be non-negative and less than the size of the collection.")
    }

    /// A part that does not lie in the text.
    static var countOutOfRange: EvaluationError {
        .argumentOutOfRange("count", "Count must be positive and count must refer to a location within the string/array/collection.")
    }
}
