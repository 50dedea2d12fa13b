extension NetString {
    /// `Split` at single characters; nil or none means white space.
    ///
    /// - Parameters:
    ///   - separators: the characters that separate.
    ///   - maximum: the largest number of parts, the last of which holds the rest.
    ///   - removingEmpty: whether empty parts are left out.
    /// - Throws: ArgumentOutOfRangeException for a negative maximum.
    public func split(
        _ separators: [UInt16]?, maximum: Int = .max, removingEmpty: Bool = false
    ) throws(EvaluationError) -> [NetString] {
        let wanted = separators ?? []
        let single = wanted.count == 1 ? wanted[0] : nil
        var found: [Range<Int>] = []
        forEachUnit { index, unit in
            let separates = single.map { unit == $0 } ?? (wanted.isEmpty ? unit.isWhiteSpace : wanted.contains(unit))
            if separates { found.append(index..<index + 1) }
        }
        return try parts(between: found, maximum, removingEmpty)
    }

    /// The part of a number, from 0, between single characters; nil when there are fewer.
    func part(_ number: Int, separatedBy separator: UInt16) -> NetString? {
        guard number >= 0 else { return nil }
        guard isASCII, separator < 0x80 else {
            let parts = (try? split([separator])) ?? []
            return number < parts.count ? parts[number] : nil
        }
        let range = withRawBytes { bytes in
            bytes.range(ofPart: number, separatedBy: UInt8(truncatingIfNeeded: separator))
        }
        return range.map(slice)
    }

    /// `Split` at strings; nil, none or only empty ones mean white space. The first separator that matches wins.
    public func split(
        strings: [NetString?]?, maximum: Int = .max, removingEmpty: Bool = false
    ) throws(EvaluationError) -> [NetString] {
        let given = strings ?? []
        let wanted = given.compactMap { $0 }.filter { !$0.isEmpty }
        // Only an absent list means white space: a list of empty strings separates nothing.
        if given.isEmpty { return try split(nil, maximum: maximum, removingEmpty: removingEmpty) }
        return try parts(between: occurrences(of: wanted), maximum, removingEmpty)
    }

    /// `Split` at one string; null or the empty one separates nothing.
    func split(string: NetString?, maximum: Int = .max, removingEmpty: Bool = false) throws(EvaluationError) -> [NetString] {
        try split(strings: [string], maximum: maximum, removingEmpty: removingEmpty)
    }

    /// Where any of some strings stand, without overlaps, from left to right.
    private func occurrences(of wanted: [NetString]) -> [Range<Int>] {
        withUTF16 { units in
            let separators = wanted.map { Separator($0, in: units) }
            var (found, index): ([Range<Int>], Int) = ([], 0)
            while index < units.count {
                let match = separators.first { $0.occurs(in: units, at: index) }
                if let match { found.append(index..<index + match.units.count) }
                index += match?.units.count ?? 1
            }
            return found
        }
    }

    /// A text at which another one is split.
    private struct Separator {
        let units: [UInt16]
        /// Where a long one occurs: comparing it anew at every place would take a time that grows with both lengths.
        private let places: Set<Int>?

        init(_ text: NetString, in searched: UnsafeBufferPointer<UInt16>) {
            units = text.utf16Array
            guard units.count > LinearSearch<UInt16>.shortest else {
                places = nil
                return
            }
            var places: Set<Int> = []
            units.withUnsafeBufferPointer { wanted in
                LinearSearch(for: wanted, backwards: false).walk(searched, 0..<searched.count) { place in
                    places.insert(place)
                    return true
                }
            }
            self.places = places
        }

        func occurs(in searched: UnsafeBufferPointer<UInt16>, at index: Int) -> Bool {
            if let places { return places.contains(index) }
            return units.count <= searched.count - index && searched[index..<index + units.count].elementsEqual(units)
        }
    }

    private func parts(between separators: [Range<Int>], _ maximum: Int, _ removingEmpty: Bool) throws(EvaluationError) -> [NetString] {
        guard maximum >= 0 else { throw .argumentOutOfRange("count", "Count cannot be less than zero.") }
        if maximum == 0 || removingEmpty && isEmpty { return [] }
        if separators.isEmpty || maximum == 1 { return [self] }
        var (ranges, start): ([Range<Int>], Int) = ([], 0)
        for separator in separators {
            if removingEmpty && separator.lowerBound == start {
                start = separator.upperBound
                continue
            }
            if ranges.count == maximum - 1 { break }
            ranges.append(start..<separator.lowerBound)
            start = separator.upperBound
        }
        let rest = start..<utf16Count
        if !removingEmpty || !rest.isEmpty { ranges.append(rest) }
        return slices(ranges)
    }

    private func forEachUnit(_ body: (Int, UInt16) -> Void) {
        if isASCII {
            withRawBytes { bytes in for index in 0..<bytes.count { body(index, UInt16(bytes[index])) } }
        } else {
            withUTF16 { units in for index in 0..<units.count { body(index, units[index]) } }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func range(ofPart number: Int, separatedBy separator: UInt8) -> Range<Int>? {
        var (start, passed) = (0, 0)
        for index in 0..<count where self[index] == separator {
            if passed == number { return start..<index }
            (start, passed) = (index + 1, passed + 1)
        }
        return passed == number ? start..<count : nil
    }
}
