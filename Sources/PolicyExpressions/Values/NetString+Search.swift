/// A UTF-16 unit, or the byte of an ASCII string, which stands for one.
protocol StringUnit: FixedWidthInteger & UnsignedInteger {}
extension UInt8: StringUnit {}
extension UInt16: StringUnit {}

extension NetString {
    /// The index of the first occurrence at or behind `start`, compared ordinally, or -1. The empty string is found at `start`.
    public func index(of other: NetString, from start: Int = 0, ignoringCase: Bool = false) -> Int {
        index(of: other, in: start..<utf16Count, ignoringCase: ignoringCase)
    }

    /// The index of the first occurrence that lies wholly in a range, compared ordinally, or -1.
    func index(of other: NetString, in range: Range<Int>, ignoringCase: Bool) -> Int {
        if ignoringCase { return ordinalUpperCase.index(of: other.ordinalUpperCase, in: range, ignoringCase: false) }
        guard other.utf16Count <= range.count else { return -1 }
        if isASCII {
            guard other.isASCII else { return -1 }
            return withRawBytes { bytes in other.withRawBytes { firstIndex(of: $0, in: bytes, range) } }
        }
        return withUTF16 { units in other.withUTF16 { firstIndex(of: $0, in: units, range) } }
    }

    /// The index of the last occurrence that lies wholly in a range, compared ordinally, or -1.
    func lastIndex(of other: NetString, in range: Range<Int>, ignoringCase: Bool) -> Int {
        if ignoringCase { return ordinalUpperCase.lastIndex(of: other.ordinalUpperCase, in: range, ignoringCase: false) }
        guard other.utf16Count <= range.count else { return -1 }
        if isASCII {
            guard other.isASCII else { return -1 }
            return withRawBytes { bytes in other.withRawBytes { lastOccurrence(of: $0, in: bytes, range) } }
        }
        return withUTF16 { units in other.withUTF16 { lastOccurrence(of: $0, in: units, range) } }
    }

    /// The index of the last occurrence, compared ordinally, or -1; the empty string is found at the last character, as
    /// .NET Core 3.1 has it.
    public func lastIndex(of other: NetString, ignoringCase: Bool = false) -> Int {
        if other.isEmpty { return Swift.max(0, utf16Count - 1) }
        return lastIndex(of: other, in: 0..<utf16Count, ignoringCase: ignoringCase)
    }

    /// The index of the first UTF-16 unit at or behind `start` that is among some, or -1.
    public func index(ofAny wanted: [UInt16], from start: Int = 0) -> Int {
        index(in: start..<utf16Count) { wanted.contains($0) }
    }

    /// The index of the last UTF-16 unit that is among some, or -1.
    public func lastIndex(ofAny wanted: [UInt16]) -> Int {
        lastIndex(in: 0..<utf16Count) { wanted.contains($0) }
    }

    /// The index of the first unit of a range that fulfils a condition, or -1.
    func index(in range: Range<Int>, where condition: (UInt16) -> Bool) -> Int {
        if isASCII { return withRawBytes { $0[range].firstIndex { condition(UInt16($0)) } ?? -1 } }
        return withUTF16 { $0[range].firstIndex(where: condition) ?? -1 }
    }

    /// The index of the last unit of a range that fulfils a condition, or -1.
    func lastIndex(in range: Range<Int>, where condition: (UInt16) -> Bool) -> Int {
        if isASCII { return withRawBytes { $0[range].lastIndex { condition(UInt16($0)) } ?? -1 } }
        return withUTF16 { $0[range].lastIndex(where: condition) ?? -1 }
    }

    /// Whether another string occurs in this one, compared ordinally.
    public func contains(_ other: NetString, ignoringCase: Bool = false) -> Bool { index(of: other, ignoringCase: ignoringCase) >= 0 }

    /// Whether the string begins with another one, compared ordinally.
    public func hasPrefix(_ other: NetString, ignoringCase: Bool = false) -> Bool {
        if ignoringCase { return ordinalUpperCase.hasPrefix(other.ordinalUpperCase) }
        if form == other.form, form != .unicode || other.isASCII {
            return withRawBytes { bytes in other.withRawBytes { bytes.starts(with: $0) } }
        }
        return other.utf16Count <= utf16Count && slice(0..<other.utf16Count) == other
    }

    /// Whether the string ends with another one, compared ordinally.
    public func hasSuffix(_ other: NetString, ignoringCase: Bool = false) -> Bool {
        if ignoringCase { return ordinalUpperCase.hasSuffix(other.ordinalUpperCase) }
        let (count, wanted) = (utf16Count, other.utf16Count)
        guard wanted <= count else { return false }
        if isASCII, other.isASCII { return withRawBytes { bytes in other.withRawBytes { bytes.suffix(wanted).elementsEqual($0) } } }
        return slice(count - wanted..<count) == other
    }
}

@inline(__always)
private func firstIndex<Unit: StringUnit>(
    of wanted: UnsafeBufferPointer<Unit>, in units: UnsafeBufferPointer<Unit>, _ range: Range<Int>
) -> Int {
    guard let first = wanted.first else { return range.lowerBound }
    if wanted.count > LinearSearch<Unit>.shortest { return LinearSearch(for: wanted, backwards: false).first(in: units, range) }
    var index = range.lowerBound
    let last = range.upperBound - wanted.count
    while index <= last {
        if units[index] == first, matches(wanted, units, at: index) { return index }
        index += 1
    }
    return -1
}

@inline(__always)
private func lastOccurrence<Unit: StringUnit>(
    of wanted: UnsafeBufferPointer<Unit>, in units: UnsafeBufferPointer<Unit>, _ range: Range<Int>
) -> Int {
    if wanted.count > LinearSearch<Unit>.shortest { return LinearSearch(for: wanted, backwards: true).first(in: units, range) }
    var index = range.upperBound - wanted.count
    while index >= range.lowerBound {
        if matches(wanted, units, at: index) { return index }
        index -= 1
    }
    return -1
}

@inline(__always)
private func matches<Unit: StringUnit>(
    _ wanted: UnsafeBufferPointer<Unit>, _ units: UnsafeBufferPointer<Unit>, at index: Int
) -> Bool {
    for offset in 0..<wanted.count where units[index + offset] != wanted[offset] { return false }
    return true
}
