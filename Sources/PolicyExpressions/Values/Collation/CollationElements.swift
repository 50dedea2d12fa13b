@_spi(_Unicode) import Swift

/// The weights of one character, or of one part of it.
struct CollationElement: Hashable, Sendable {
    /// Which letter, digit or sign; 0 for a mark.
    var primary: UInt32
    /// Which accent; 0 for none.
    var secondary: UInt16
    /// Which case or form; 0 for the plain one.
    var tertiary: UInt8
}

/// The collation elements of a string, with the UTF-16 units that each comes from.
struct CollationElements {
    private(set) var elements: [CollationElement] = []
    /// Where each element's character begins and ends, in UTF-16 units of the string.
    private(set) var ranges: [Range<Int>] = []

    init(_ text: NetString) {
        if text.form == .units { appendUnits(text.utf16Array) } else { appendScalars(text.text.unicodeScalars) }
    }

    private mutating func appendScalars(_ scalars: String.UnicodeScalarView) {
        var unit = 0
        // Each scalar is taken apart by itself: a composed letter and its parts give the same elements. Marks in another than
        // the canonical order, which would have to be sorted first, keep their order.
        for scalar in scalars {
            let width = scalar.value > 0xFFFF ? 2 : 1
            append(scalar, unit..<unit + width)
            unit += width
        }
    }

    private mutating func appendUnits(_ units: [UInt16]) {
        for (index, unit) in units.enumerated() {
            if let scalar = Unicode.Scalar(unit) {
                append(scalar, index..<index + 1)
            } else {
                append(CollationElement(primary: CollationTable.unlisted + UInt32(unit), secondary: 0, tertiary: 0), index..<index + 1)
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
        if scalar.isASCII || scalar.isHangulSyllable { return append(CollationTable.standard.elements(of: scalar), range) }
        for part in String(scalar)._nfd { append(CollationTable.standard.elements(of: part), range) }
    }

    private mutating func append(_ new: [CollationElement], _ range: Range<Int>) {
        for element in new { append(element, range) }
    }

    private mutating func append(_ element: CollationElement, _ range: Range<Int>) {
        elements.append(element)
        ranges.append(range)
    }
}

extension Unicode.Scalar {
    /// Hangul syllables are ordered by code point as they are by their parts.
    fileprivate var isHangulSyllable: Bool { (0xAC00...0xD7A3).contains(value) }
}

/// The weights of characters.
struct CollationTable: Sendable {
    static let standard = CollationTable()

    /// The primary weight from which on characters stand that the order does not list.
    static let unlisted: UInt32 = 1 << 16

    private enum Tertiary {
        static let plain: UInt8 = 0
        static let variant: UInt8 = 1
        static let upperCase: UInt8 = 2
    }
    private static let ligature: UInt16 = 1
    private static let firstMark: UInt16 = 2

    private let primaries: [Unicode.Scalar: UInt32]
    private let marks: [Unicode.Scalar: UInt16]
    private let ascii: [[CollationElement]]

    private init() {
        let order = CollationOrder.scalars
        let primaries = Dictionary(zip(order, 1...UInt32(order.count)), uniquingKeysWith: { first, _ in first })
        self.primaries = primaries
        marks = Dictionary(zip(CollationOrder.marks, Self.firstMark...), uniquingKeysWith: { first, _ in first })
        ascii = (0..<0x80).map { Self.letter(Unicode.Scalar(UInt8($0)), primaries).map { [$0] } ?? [] }
    }

    /// The weights of an ASCII character; none for control characters.
    func elements(ofASCII byte: UInt8) -> CollationElement? { ascii[Int(byte)].first }

    /// The weights of a character that has no canonical decomposition; none for what collation ignores.
    func elements(of scalar: Unicode.Scalar) -> [CollationElement] {
        if scalar.isASCII { return ascii[Int(scalar.value)] }
        if let element = Self.letter(scalar, primaries) { return [element] }
        if let parts = CollationOrder.strokes[scalar] { return parts.flatMap(elements) }
        if let parts = CollationOrder.ligatures[scalar] {
            var elements = parts.flatMap(elements)
            elements[0].secondary = Self.ligature
            return elements
        }
        if let parts = CollationOrder.variants[scalar] {
            return parts.flatMap(elements).map { element in
                CollationElement(primary: element.primary, secondary: element.secondary, tertiary: max(element.tertiary, Tertiary.variant))
            }
        }
        return unlisted(scalar)
    }

    private func unlisted(_ scalar: Unicode.Scalar) -> [CollationElement] {
        switch scalar.properties.generalCategory {
        case .control, .format: return []
        case .nonspacingMark, .spacingMark, .enclosingMark:
            let secondary = marks[scalar] ?? UInt16(truncatingIfNeeded: 0x100 &+ scalar.value & 0x7FFF)
            return [CollationElement(primary: 0, secondary: secondary, tertiary: Tertiary.plain)]
        default: break
        }
        if (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
            return elements(of: plain).map { element in
                CollationElement(primary: element.primary, secondary: 0, tertiary: max(element.tertiary, Tertiary.variant))
            }
        }
        let lower = scalar.simpleLowerCase
        return [
            CollationElement(
                primary: Self.unlisted + lower.value, secondary: 0, tertiary: lower == scalar ? Tertiary.plain : Tertiary.upperCase)
        ]
    }

    private static func letter(_ scalar: Unicode.Scalar, _ primaries: [Unicode.Scalar: UInt32]) -> CollationElement? {
        if let primary = primaries[scalar] { return CollationElement(primary: primary, secondary: 0, tertiary: Tertiary.plain) }
        let lower = scalar.simpleLowerCase
        guard lower != scalar, let primary = primaries[lower] else { return nil }
        return CollationElement(primary: primary, secondary: 0, tertiary: Tertiary.upperCase)
    }
}
