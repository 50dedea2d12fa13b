/// A set of UTF-16 units: `[a-z]`, `\w`, `.`.
final class RegexCharacterSet: Sendable {
    /// What a set is made of, before it is put together.
    struct Parts: Sendable, Hashable {
        var ranges: [ClosedRange<UInt16>] = []
        var classes: [RegexCharacterClass] = []
        var isNegated = false
        var subtracted: RegexCharacterSet?

        mutating func insert(_ unit: UInt16) { ranges.append(unit...unit) }
    }

    /// Bit n says whether unit n belongs to the set.
    let lowASCII: UInt64, highASCII: UInt64
    private let parts: Parts

    init(_ parts: Parts) {
        var parts = parts
        parts.ranges = Self.merged(parts.ranges)
        self.parts = parts
        var bits: (UInt64, UInt64) = (0, 0)
        for unit in UInt16(0)..<128 where Self.contains(unit, parts) {
            if unit < 64 { bits.0 |= 1 << UInt64(unit) } else { bits.1 |= 1 << UInt64(unit - 64) }
        }
        (lowASCII, highASCII) = bits
    }

    convenience init(_ classes: RegexCharacterClass..., isNegated: Bool = false) {
        self.init(Parts(classes: classes, isNegated: isNegated))
    }

    convenience init(ranges: [ClosedRange<UInt16>], isNegated: Bool = false) { self.init(Parts(ranges: ranges, isNegated: isNegated)) }

    /// Everything but a line feed: the dot.
    static let notLineFeed = RegexCharacterSet(ranges: [10...10], isNegated: true)
    /// Everything: the dot of a single line.
    static let any = RegexCharacterSet(ranges: [0...UInt16.max])

    @inline(__always)
    func contains(_ unit: UInt16) -> Bool {
        if unit < 64 { return lowASCII >> UInt64(unit) & 1 != 0 }
        if unit < 128 { return highASCII >> UInt64(unit - 64) & 1 != 0 }
        return Self.contains(unit, parts)
    }

    /// The set for text that is compared without regard to case: with the lower case of what its ranges hold.
    func lowercased() -> RegexCharacterSet {
        var lowered = parts
        for range in parts.ranges {
            // A range of every letter holds their lower case already.
            guard range.count < 30_000 else { continue }
            for unit in range where unit.regexLowerCase != unit { lowered.insert(unit.regexLowerCase) }
        }
        lowered.subtracted = parts.subtracted?.lowercased()
        return RegexCharacterSet(lowered)
    }

    /// Whether a unit beyond ASCII may belong to the set.
    var mayHoldNonASCII: Bool {
        parts.isNegated || parts.classes.contains { !$0.isASCII } || parts.ranges.contains { $0.upperBound >= 128 }
    }

    /// The only unit of a set that has one and no more.
    var singleUnit: UInt16? {
        guard !parts.isNegated, parts.classes.isEmpty, parts.subtracted == nil, parts.ranges.count == 1 else { return nil }
        return parts.ranges[0].count == 1 ? parts.ranges[0].lowerBound : nil
    }

    private static func contains(_ unit: UInt16, _ parts: Parts) -> Bool {
        let isMember = holds(unit, parts.ranges) || parts.classes.contains { $0.contains(unit) }
        return isMember != parts.isNegated && !(parts.subtracted?.contains(unit) ?? false)
    }

    private static func holds(_ unit: UInt16, _ ranges: [ClosedRange<UInt16>]) -> Bool {
        var low = 0, high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < unit { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= unit
    }

    private static func merged(_ ranges: [ClosedRange<UInt16>]) -> [ClosedRange<UInt16>] {
        var result: [ClosedRange<UInt16>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, Int(range.lowerBound) <= Int(last.upperBound) + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

extension RegexCharacterSet: Hashable {
    static func == (left: RegexCharacterSet, right: RegexCharacterSet) -> Bool { left.parts == right.parts }
    func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}

/// A class of characters by what they are, or by what they are not.
struct RegexCharacterClass: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case word, ecmaWord
        case space, ecmaSpace
        case digit, ecmaDigit
        case category(Set<NetUnicodeCategory>)
        case block(ClosedRange<UInt16>)
    }

    let kind: Kind
    var isNegated = false

    static let word = RegexCharacterClass(kind: .word)
    static let space = RegexCharacterClass(kind: .space)
    static let digit = RegexCharacterClass(kind: .digit)

    /// Whether only ASCII units belong to the class.
    var isASCII: Bool {
        switch kind {
        case .ecmaWord, .ecmaSpace, .ecmaDigit: !isNegated
        default: false
        }
    }

    func contains(_ unit: UInt16) -> Bool { isMember(unit) != isNegated }

    private func isMember(_ unit: UInt16) -> Bool {
        switch kind {
        case .word: unit.isRegexWord
        case .ecmaWord: unit.isASCIIWord
        case .space: unit.isRegexSpace
        case .ecmaSpace: unit == 0x20 || (0x09...0x0D).contains(unit)
        case .digit: unit < 128 ? (0x30...0x39).contains(unit) : unit.netCategory == .decimalDigitNumber
        case .ecmaDigit: (0x30...0x39).contains(unit)
        case .category(let categories): categories.contains(unit.netCategory)
        case .block(let range): range.contains(unit)
        }
    }
}

extension UInt16 {
    var isASCIIWord: Bool { (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x5F }

    /// `\w`: letters, marks without width, decimal digits and connectors.
    var isRegexWord: Bool {
        if self < 128 { return isASCIIWord }
        switch netCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonSpacingMark, .decimalDigitNumber,
            .connectorPunctuation:
            return true
        default: return false
        }
    }

    /// What `\b` takes for a part of a word: also the joiners of width zero.
    var isRegexBoundaryWord: Bool { isRegexWord || self == 0x200C || self == 0x200D }

    var isRegexSpace: Bool {
        if self < 128 { return self == 0x20 || (0x09...0x0D).contains(self) }
        return Unicode.Scalar(self)?.properties.isWhitespace ?? false
    }

    /// The lower case that a comparison without regard to case compares.
    var regexLowerCase: UInt16 { self < 128 ? (self &- 0x41 < 26 ? self | 0x20 : self) : simpleLowerCase }
}
