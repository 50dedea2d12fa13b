/// How the invariant culture compares texts: by letters first, then by accents, then by case.
///
/// .NET Core 3.1 leaves this to ICU's root collation. It ignores control characters, orders punctuation before symbols,
/// symbols before digits and digits before letters, and lower case before upper case. Here the letters of the Latin, Greek and
/// Cyrillic scripts have ICU's order; other scripts are ordered by code point.
enum Collation {
    /// -1, 0 or 1; zero for texts that differ in what collation ignores only.
    static func compare(_ left: NetString, _ right: NetString, ignoringCase: Bool = false) -> Int32 {
        if left == right { return 0 }
        if left.isASCII, right.isASCII { return compareASCII(left, right, ignoringCase) }
        return compare(CollationElements(left).elements, CollationElements(right).elements, ignoringCase)
    }

    /// Whether two texts are the same for the culture.
    static func areEqual(_ left: NetString, _ right: NetString, ignoringCase: Bool) -> Bool {
        compare(left, right, ignoringCase: ignoringCase) == 0
    }

    /// What equal texts have in common: the weights that comparison looks at.
    static func key(of text: NetString, ignoringCase: Bool) -> [CollationElement] {
        let elements = CollationElements(text).elements
        return ignoringCase ? elements.map { CollationElement(primary: $0.primary, secondary: $0.secondary, tertiary: 0) } : elements
    }

    /// The key as a text, which is the same for equal texts and only for them.
    static func keyText(of text: NetString, ignoringCase: Bool) -> NetString {
        let units = key(of: text, ignoringCase: ignoringCase).flatMap { element in
            [UInt16(truncatingIfNeeded: element.primary >> 16), UInt16(truncatingIfNeeded: element.primary), element.secondary]
                + [UInt16(element.tertiary)]
        }
        return NetString(utf16: units)
    }

    private static func compareASCII(_ left: NetString, _ right: NetString, _ ignoringCase: Bool) -> Int32 {
        left.withRawBytes { a in right.withRawBytes { b in compareASCII(a, b, ignoringCase) } }
    }

    private static func compareASCII(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ ignoringCase: Bool
    ) -> Int32 {
        let table = CollationTable.standard
        var (i, j, caseOrder) = (0, 0, Int32(0))
        while true {
            let a = next(left, &i, table), b = next(right, &j, table)
            guard let a, let b else { return a == nil ? b == nil ? caseOrder : -1 : 1 }
            if a.primary != b.primary { return a.primary < b.primary ? -1 : 1 }
            if caseOrder == 0, !ignoringCase, a.tertiary != b.tertiary { caseOrder = a.tertiary < b.tertiary ? -1 : 1 }
        }
    }

    @inline(__always)
    private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ table: CollationTable) -> CollationElement? {
        while index < bytes.count {
            let element = table.elements(ofASCII: bytes[index])
            index += 1
            if let element { return element }
        }
        return nil
    }

    private static func compare(_ left: [CollationElement], _ right: [CollationElement], _ ignoringCase: Bool) -> Int32 {
        let primary = order(left.lazy.filter { $0.primary != 0 }.map(\.primary), right.lazy.filter { $0.primary != 0 }.map(\.primary))
        if primary != 0 { return primary }
        // Every character has a secondary weight, even if it is that of no accent: "ab" with an accent on b stands in front of
        // "ab" with one on a.
        let secondary = order(left.lazy.flatMap(secondaries), right.lazy.flatMap(secondaries))
        if secondary != 0 || ignoringCase { return secondary }
        return order(left.lazy.map { UInt16($0.tertiary) }, right.lazy.map { UInt16($0.tertiary) })
    }

    /// A letter's own weight and that of its accent, which are two weights unless the letter carries none.
    private static func secondaries(_ element: CollationElement) -> [UInt16] {
        if element.primary == 0 { return [element.secondary] }
        return element.secondary == 0 ? [0] : [0, element.secondary]
    }

    private static func order<Weight: Comparable>(_ left: some Sequence<Weight>, _ right: some Sequence<Weight>) -> Int32 {
        var (a, b) = (left.makeIterator(), right.makeIterator())
        while true {
            switch (a.next(), b.next()) {
            case (nil, nil): return 0
            case (nil, _): return -1
            case (_, nil): return 1
            case (let first?, let second?): if first != second { return first < second ? -1 : 1 }
            }
        }
    }
}
