extension NetString {
    /// `CompareOrdinal`: negative, zero or positive, with the very number that .NET gives.
    public func compareOrdinal(_ other: NetString) -> Int32 {
        if isASCII, other.isASCII { return withRawBytes { left in other.withRawBytes { ordinalDifference(left, $0) } } }
        return withUTF16 { left in other.withUTF16 { ordinalDifference(left, $0) } }
    }

    /// Ordinal comparison without regard to case, by the simple upper-case mapping of each character.
    public func compareOrdinalIgnoreCase(_ other: NetString) -> Int32 {
        ordinalUpperCase.compareUnits(other.ordinalUpperCase)
    }

    /// The difference of the first units that differ, otherwise that of the lengths.
    func compareUnits(_ other: NetString) -> Int32 {
        if isASCII, other.isASCII { return withRawBytes { left in other.withRawBytes { unitDifference(left, $0) } } }
        return withUTF16 { left in other.withUTF16 { unitDifference(left, $0) } }
    }

    /// Ordinal equality without regard to case, by the simple upper-case mapping of each character.
    public func equalsIgnoreCase(_ other: NetString) -> Bool {
        if isASCII, other.isASCII { return equalsIgnoringASCIICase(other) }
        return ordinalUpperCase == other.ordinalUpperCase
    }

    /// Equality without regard to the case of ASCII letters.
    public func equalsIgnoringASCIICase(_ other: NetString) -> Bool {
        guard form == other.form, text.utf8.count == other.text.utf8.count else { return false }
        return withRawBytes { left in
            other.withRawBytes { right in
                for index in 0..<left.count where left[index] != right[index] {
                    if left[index].asciiUpperCase != right[index].asciiUpperCase { return false }
                }
                return true
            }
        }
    }
}

/// As .NET does it: the first two units are compared with the terminating zero taken in, hence `CompareOrdinal("ab", "a")`
/// is 98; from there on, the lengths decide when one string begins with the other.
private func ordinalDifference<Unit: StringUnit>(_ left: UnsafeBufferPointer<Unit>, _ right: UnsafeBufferPointer<Unit>) -> Int32 {
    for index in 0..<2 {
        let a: Unit = index < left.count ? left[index] : 0
        let b: Unit = index < right.count ? right[index] : 0
        if a != b { return Int32(truncatingIfNeeded: a) - Int32(truncatingIfNeeded: b) }
        if index >= left.count || index >= right.count { break }
    }
    return unitDifference(left, right)
}

private func unitDifference<Unit: StringUnit>(_ left: UnsafeBufferPointer<Unit>, _ right: UnsafeBufferPointer<Unit>) -> Int32 {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
        return Int32(truncatingIfNeeded: left[index]) - Int32(truncatingIfNeeded: right[index])
    }
    return Int32(truncatingIfNeeded: left.count - right.count)
}
