/// Finds a text in another one as the culture sees it: by collation elements instead of UTF-16 units.
struct CollationSearch {
    private let text: CollationElements
    private let wanted: [CollationElement]
    private let ignoringCase: Bool
    private let count: Int

    init(_ text: NetString, _ wanted: NetString, ignoringCase: Bool) {
        (self.text, self.ignoringCase, count) = (CollationElements(text), ignoringCase, text.utf16Count)
        self.wanted = Collation.key(of: wanted, ignoringCase: ignoringCase)
    }

    /// Whether comparing units finds the same as comparing weights: in ASCII without control characters, which are ignored.
    static func isOrdinal(_ text: NetString, _ wanted: NetString) -> Bool {
        text.isASCII && wanted.isASCII && !text.hasIgnoredControls && !wanted.hasIgnoredControls
    }

    /// The first match, or the last one; an empty range at the start or end when everything wanted is ignored.
    func match(last: Bool) -> Range<Int>? {
        if wanted.isEmpty { return last ? Swift.max(0, count - 1)..<Swift.max(0, count - 1) : 0..<0 }
        guard text.elements.count >= wanted.count else { return nil }
        let starts = 0...text.elements.count - wanted.count
        guard let start = last ? starts.last(where: matches) : starts.first(where: matches) else { return nil }
        return text.ranges[start].lowerBound..<text.ranges[start + wanted.count - 1].upperBound
    }

    /// All matches from left to right, without overlaps; none when everything wanted is ignored.
    var matches: [Range<Int>] {
        var (found, start): ([Range<Int>], Int) = ([], 0)
        while !wanted.isEmpty, start + wanted.count <= text.elements.count {
            let isMatch = matches(at: start)
            if isMatch { found.append(text.ranges[start].lowerBound..<text.ranges[start + wanted.count - 1].upperBound) }
            start += isMatch ? wanted.count : 1
        }
        return found
    }

    /// Whether the text begins with what is wanted.
    var isPrefix: Bool { wanted.isEmpty || text.elements.count >= wanted.count && matches(at: 0) }

    /// Whether the text ends with what is wanted.
    var isSuffix: Bool { wanted.isEmpty || text.elements.count >= wanted.count && matches(at: text.elements.count - wanted.count) }

    /// A match begins at a letter and does not leave out the marks of its last one.
    private func matches(at start: Int) -> Bool {
        let end = start + wanted.count
        if end < text.elements.count, text.elements[end].primary == 0 || text.ranges[end] == text.ranges[end - 1] { return false }
        if start > 0, text.elements[start].primary == 0 || text.ranges[start] == text.ranges[start - 1] { return false }
        for offset in wanted.indices {
            var element = text.elements[start + offset]
            if ignoringCase { element.tertiary = 0 }
            if element != wanted[offset] { return false }
        }
        return true
    }
}

extension NetString {
    /// Whether there are control characters that collation ignores, all but white space.
    fileprivate var hasIgnoredControls: Bool {
        withRawBytes { bytes in bytes.contains { $0 == 0x7F || $0 < 0x20 && !(0x09...0x0D).contains($0) } }
    }
}
