/// A value type of .NET with `CompareTo`, `Equals` and a hash code of its own.
protocol NetOrderedValue: NetNullable {
    /// The type's name, as exceptions say it.
    static var nameInMessages: String { get }
    /// The value of a box; nil when the box holds another type.
    init?(box: Value)
    /// The value in a box.
    var box: Value { get }
    /// What `CompareTo` gives.
    func order(_ other: Self) -> Int32
    /// What `Equals` gives; NaN equals itself there.
    func isSameValue(as other: Self) -> Bool
    /// What `GetHashCode` gives.
    var hashCode: Int32 { get }
}

extension NetOrderedValue where Self: NetSimpleValue {
    init?(box: Value) { self.init(simple: box) }
    var box: Value { simple }
}

extension NetOrderedValue where Self: NetStructure {
    init?(box: Value) { self.init(unboxing: box) }
    var box: Value { boxed }
}

extension NetOrderedValue {
    static var nameInMessages: String { symbol.definition?.name ?? "" }

    /// Values are equal where neither stands before the other: NaN equals itself, other than by Swift's `isEqual(to:)`.
    func isSameValue(as other: Self) -> Bool { order(other) == 0 }
}

extension NetOrderedValue where Self: Comparable {
    func order(_ other: Self) -> Int32 { self < other ? -1 : self == other ? 0 : 1 }
}

// MARK: - Truth values

extension Bool: NetOrderedValue {
    func order(_ other: Bool) -> Int32 { self == other ? 0 : self ? 1 : -1 }
    func isSameValue(as other: Bool) -> Bool { self == other }
    var hashCode: Int32 { self ? 1 : 0 }
}

// MARK: - Integers

/// The integers of less than 32 bits, whose order .NET gives as their difference.
extension NetOrderedValue where Self: FixedWidthInteger & NetSmallInteger {
    func order(_ other: Self) -> Int32 { carried - other.carried }
}

extension Int8: NetOrderedValue {
    var hashCode: Int32 { Int32(self) ^ Int32(self) << 8 }
}

extension UInt8: NetOrderedValue {
    var hashCode: Int32 { Int32(self) }
}

extension Int16: NetOrderedValue {
    var hashCode: Int32 { Int32(UInt16(bitPattern: self)) | Int32(self) << 16 }
}

extension UInt16: NetOrderedValue {
    var hashCode: Int32 { Int32(self) }
}

extension Int32: NetOrderedValue {
    var hashCode: Int32 { self }
}

extension UInt32: NetOrderedValue {
    var hashCode: Int32 { Int32(bitPattern: self) }
}

extension Int64: NetOrderedValue {
    var hashCode: Int32 { Int32(truncatingIfNeeded: self) ^ Int32(truncatingIfNeeded: self >> 32) }
}

extension UInt64: NetOrderedValue {
    var hashCode: Int32 { Int64(bitPattern: self).hashCode }
}

// MARK: - Floating point

/// NaN comes before all numbers and equals itself.
extension NetOrderedValue where Self: BinaryFloatingPoint {
    fileprivate func floatingPointOrder(_ other: Self) -> Int32 {
        if isNaN || other.isNaN { return isNaN ? other.isNaN ? 0 : -1 : 1 }
        return self < other ? -1 : self == other ? 0 : 1
    }
}

extension Float: NetOrderedValue {
    // Written out, or the order of `Comparable` would be the witness.
    func order(_ other: Float) -> Int32 { floatingPointOrder(other) }
    /// The bits; all zeros hash equally, and all NaNs.
    var hashCode: Int32 {
        let bits = bitPattern
        return Int32(bitPattern: self == 0 || isNaN ? bits & 0x7F80_0000 : bits)
    }
}

extension Double: NetOrderedValue {
    func order(_ other: Double) -> Int32 { floatingPointOrder(other) }
    /// The bits; all zeros hash equally, and all NaNs.
    var hashCode: Int32 {
        let bits = self == 0 || isNaN ? bitPattern & 0x7FF0_0000_0000_0000 : bitPattern
        return Int64(bitPattern: bits).hashCode
    }
}

// MARK: - Structures

extension NetDecimal: NetOrderedValue {
    func order(_ other: NetDecimal) -> Int32 { compare(other) }

    /// Equal numbers hash equally, whatever their scale: trailing zeros do not count.
    var hashCode: Int32 {
        let reduced = withoutTrailingZeros
        guard !reduced.isZero else { return 0 }
        let flags = UInt32(reduced.scale) << 16 | (reduced.isNegative ? 1 << 31 : 0)
        return Int32(
            bitPattern: flags ^ reduced.high ^ UInt32(truncatingIfNeeded: reduced.low >> 32) ^ UInt32(truncatingIfNeeded: reduced.low))
    }
}

extension NetGuid: NetOrderedValue {
    static var nameInMessages: String { "GUID" }

    /// The order of the text, read as unsigned numbers.
    func order(_ other: NetGuid) -> Int32 {
        if high != other.high { return high < other.high ? -1 : 1 }
        return low == other.low ? 0 : low < other.low ? -1 : 1
    }
    func isSameValue(as other: NetGuid) -> Bool { self == other }

    /// All bits, 32 at a time.
    var hashCode: Int32 {
        stride(from: 0, to: 16, by: 4).reduce(Int32(0)) { hash, start in
            hash ^ bytes[start..<(start + 4)].reversed().reduce(Int32(0)) { $0 << 8 | Int32($1) }
        }
    }
}

extension NetTimeSpan: NetOrderedValue {
    var hashCode: Int32 { ticks.hashCode }
}

extension NetDateTimeOffset: NetOrderedValue {
    /// That of the point in time, whatever clock shows it.
    var hashCode: Int32 { utcTicks.hashCode }
}

extension NetDateTime: NetOrderedValue {
    var hashCode: Int32 { ticks.hashCode }
}
