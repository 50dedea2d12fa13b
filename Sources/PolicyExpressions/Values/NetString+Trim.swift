extension NetString {
    /// The ends of a string that trimming works on.
    struct Ends: OptionSet {
        let rawValue: UInt8
        static let start = Ends(rawValue: 1)
        static let end = Ends(rawValue: 2)
    }

    /// `Trim`: without the given units at both ends; none, or nil, means white space.
    public func trimmed(_ units: [UInt16]? = nil) -> NetString {
        units == nil && hasPlainEnds ? self : trimmed([.start, .end], units)
    }
    /// `TrimStart`.
    public func trimmedStart(_ units: [UInt16]? = nil) -> NetString { trimmed(.start, units) }
    /// `TrimEnd`.
    public func trimmedEnd(_ units: [UInt16]? = nil) -> NetString { trimmed(.end, units) }

    /// Whether the first and the last character are ASCII and no white space: most texts that are trimmed need none of it.
    private var hasPlainEnds: Bool {
        withRawBytes { bytes in
            guard let first = bytes.first, let last = bytes.last else { return true }
            return (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
        }
    }

    private func trimmed(_ ends: Ends, _ units: [UInt16]?) -> NetString {
        let wanted = units ?? []
        let stays: (UInt16) -> Bool = { wanted.isEmpty ? !$0.isWhiteSpace : !wanted.contains($0) }
        let count = utf16Count
        let lower = ends.contains(.start) ? index(in: 0..<count, where: stays) : 0
        guard lower >= 0 else { return NetString() }
        let upper = ends.contains(.end) ? lastIndex(in: lower..<count, where: stays) + 1 : count
        return lower == 0 && upper == count ? self : slice(lower..<Swift.max(lower, upper))
    }

    /// Whether all characters are white space.
    public var isWhiteSpace: Bool { index(in: 0..<utf16Count) { !$0.isWhiteSpace } < 0 }

    /// `PadLeft`; throws ArgumentOutOfRangeException.
    public func paddedLeft(_ width: Int, with unit: UInt16 = 0x20) throws(EvaluationError) -> NetString {
        try padding(width, unit).map { NetString.concatenate([$0, self]) } ?? self
    }

    /// `PadRight`; throws ArgumentOutOfRangeException.
    public func paddedRight(_ width: Int, with unit: UInt16 = 0x20) throws(EvaluationError) -> NetString {
        try padding(width, unit).map { NetString.concatenate([self, $0]) } ?? self
    }

    private func padding(_ width: Int, _ unit: UInt16) throws(EvaluationError) -> NetString? {
        guard width >= 0 else { throw .argumentOutOfRange("totalWidth", "Non-negative number required.") }
        let missing = width - utf16Count
        return missing > 0 ? try NetString(repeating: unit, count: missing) : nil
    }

    /// `new string(c, count)`; throws ArgumentOutOfRangeException for a negative count.
    public init(repeating unit: UInt16, count: Int) throws(EvaluationError) {
        guard count >= 0 else { throw .argumentOutOfRange("count", "'count' must be non-negative.") }
        guard count <= NetString.maximumCount else { throw .stringTooLong }
        if unit < 0x80 {
            self.init(asciiCount: count) { $0.initialize(repeating: UInt8(truncatingIfNeeded: unit)) }
        } else {
            self.init(utf16: repeatElement(unit, count: count))
        }
    }

    /// How many UTF-16 units a string that is made by repetition may have. .NET allows 2³⁰; a policy never needs it, and
    /// the memory would be gone before the engine's allocation limit could count it.
    static let maximumCount = 1 << 26
}

extension EvaluationError {
    static var stringTooLong: EvaluationError { .limit(.allocation, "A string would be longer than \(NetString.maximumCount) characters.") }
}
