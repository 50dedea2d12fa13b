extension JValue {
    /// `CompareTo`: by this token's kind; negative, zero or positive. The other content is converted, which can throw.
    public final func compare(to other: JValue?) throws(EvaluationError) -> Int32 {
        guard let other else { return 1 }
        return try scalar.compare(to: other.scalar, as: tokenType)
    }
}

extension JsonScalar {
    /// Newtonsoft's order of two contents, of which the first is that of a token of a kind.
    func compare(to other: JsonScalar, as kind: JTokenType) throws(EvaluationError) -> Int32 {
        if isNull || other.isNull { return isNull ? (other.isNull ? 0 : -1) : 1 }
        switch kind {
        case .integer, .float: return try compareNumber(to: other, isFloat: kind == .float)
        case .string, .comment, .raw: return invariantText.compareOrdinal(other.invariantText)
        case .boolean: return Self.order(try boolean() ? 1 : 0, try other.boolean() ? 1 : 0)
        case .date: return Self.order(try pointInTime(), try other.pointInTime())
        case .bytes, .guid, .uri, .timeSpan: return try compareExactKind(to: other, kind)
        default: throw .argumentOutOfRange("valueType", "Unexpected value type: \(kind.name)\nActual value was \(kind.name).")
        }
    }

    private static func order<Key: Comparable>(_ left: Key, _ right: Key) -> Int32 { left < right ? -1 : left == right ? 0 : 1 }

    private func compareNumber(to other: JsonScalar, isFloat: Bool) throws(EvaluationError) -> Int32 {
        if case .bigInteger = self { return Self.compareWide(try double(), try other.double(), invariantText, other.invariantText) }
        if case .bigInteger = other { return Self.compareWide(try double(), try other.double(), invariantText, other.invariantText) }
        if isExact || other.isExact { return try decimal().compare(try other.decimal()) }
        if isFloat || isInexact || other.isInexact { return Self.compareFloats(try double(), try other.double()) }
        let (left, right): (Int64, Int64) = (try integer("Int64"), try other.integer("Int64"))
        return Self.order(left, right)
    }

    /// Numbers of which one has more than 64 bits: equal texts are equal numbers.
    private static func compareWide(_ left: Double, _ right: Double, _ leftText: NetString, _ rightText: NetString) -> Int32 {
        if leftText == rightText { return 0 }
        if left != right { return order(left, right) }
        // The same double: more digits are more, and as many compare by their text.
        let (isNegative, lengths) = (left < 0, (leftText.utf8Count, rightText.utf8Count))
        let magnitudes = lengths.0 != lengths.1 ? order(lengths.0, lengths.1) : order(leftText.string, rightText.string)
        return isNegative ? -magnitudes : magnitudes
    }

    /// Doubles that differ by no more than their errors are equal (MathUtils.ApproxEquals).
    private static func compareFloats(_ left: Double, _ right: Double) -> Int32 {
        if left == right { return 0 }
        let tolerance = (abs(left) + abs(right) + 10) * 2.220446049250313e-16
        let difference = left - right
        if -tolerance < difference, tolerance > difference { return 0 }
        if left.isNaN || right.isNaN { return left.isNaN ? (right.isNaN ? 0 : -1) : 1 }
        return order(left, right)
    }

    /// Whether a comparison with the number is one of decimals.
    private var isExact: Bool {
        switch self {
        case .decimal, .sizedInteger(_, .uint64): true
        default: false
        }
    }

    private var isInexact: Bool {
        switch self {
        case .float, .single: true
        default: false
        }
    }

    /// Ticks; for a date with an offset those of UTC.
    private func pointInTime() throws(EvaluationError) -> Int64 {
        if case .dateOffset(let date) = self { return date.utcTicks }
        guard case .dateTime(let date) = try changed(to: .dateTime) else { return 0 }
        return date.ticks
    }

    private func compareExactKind(to other: JsonScalar, _ kind: JTokenType) throws(EvaluationError) -> Int32 {
        switch (self, other) {
        case (.bytes(let left), .bytes(let right)): return Self.compareBytes(left, right)
        case (.guid(let left), .guid(let right)):
            return left.high != right.high ? Self.order(left.high, right.high) : Self.order(left.low, right.low)
        case (.uri(let left), .uri(let right)): return left.compareOrdinal(right)
        case (.timeSpan(let left), .timeSpan(let right)): return Self.order(left, right)
        default: throw .argument("Object must be of type \(kind == .bytes ? "byte[]" : kind.name).")
        }
    }

    /// Shorter arrays are less.
    private static func compareBytes(_ left: [UInt8], _ right: [UInt8]) -> Int32 {
        if left.count != right.count { return order(left.count, right.count) }
        for (a, b) in zip(left, right) where a != b { return order(a, b) }
        return 0
    }

    /// Whether two contents of the same token type are equal.
    func equals(_ other: JsonScalar) -> Bool {
        switch (self, other) {
        case (.string(let left), .string(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        // What cannot be compared, such as a double beyond decimal's range with a decimal, is not equal.
        default: ((try? compare(to: other, as: tokenType)) ?? 1) == 0
        }
    }
}
