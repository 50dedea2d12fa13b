extension NetString {
    /// This string followed by another one.
    public func concatenating(_ other: NetString) -> NetString {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return NetString.concatenate([self, other])
    }

    /// All parts in their order, written once.
    public static func concatenate(_ parts: [NetString]) -> NetString {
        var (count, isASCII) = (0, true)
        for part in parts {
            if part.form == .units { return concatenateUnits(parts) }
            count += part.text.utf8.count
            isASCII = isASCII && part.isASCII
        }
        return NetString(utf8Count: count, isASCII: isASCII) { output in
            var offset = 0
            for part in parts { offset = part.copyBytes(to: output, at: offset) }
        }
    }

    /// Two to four parts, written once, without gathering them first.
    static func concatenate(_ a: NetString, _ b: NetString, _ c: NetString = NetString(), _ d: NetString = NetString()) -> NetString {
        if a.form == .units || b.form == .units || c.form == .units || d.form == .units { return concatenateUnits([a, b, c, d]) }
        let count = a.utf8Count + b.utf8Count + c.utf8Count + d.utf8Count
        return NetString(utf8Count: count, isASCII: a.isASCII && b.isASCII && c.isASCII && d.isASCII) { output in
            var offset = a.copyBytes(to: output, at: 0)
            offset = b.copyBytes(to: output, at: offset)
            offset = c.copyBytes(to: output, at: offset)
            _ = d.copyBytes(to: output, at: offset)
        }
    }

    /// `string.Join`: the parts with a separator between them; nil counts as empty.
    public static func join(_ separator: NetString, _ parts: some Collection<NetString?>) -> NetString {
        var buffer = NetStringBuilderBuffer()
        var isFirst = true
        for part in parts {
            if !isFirst { buffer.append(separator) }
            if let part { buffer.append(part) }
            isFirst = false
        }
        return buffer.string
    }

    /// `Replace`, compared ordinally; throws ArgumentException when `old` is empty.
    public func replacing(_ old: NetString, with new: NetString?) throws(EvaluationError) -> NetString {
        try replacing(old, with: new, .ordinal)
    }

    /// `Replace` by a comparison; throws ArgumentException when `old` is empty.
    func replacing(_ old: NetString, with new: NetString?, _ comparison: StringComparison) throws(EvaluationError) -> NetString {
        try comparison.validate()
        guard !old.isEmpty else { throw .argument("String cannot be of zero length.", "oldValue") }
        let found = matches(of: old, comparison)
        guard !found.isEmpty else { return self }
        let removed = found.reduce(0) { $0 + $1.count }
        // Looked at before anything is written: a million places for a million characters are more than there is memory.
        guard utf16Count - removed + found.count * (new?.utf16Count ?? 0) <= NetString.maximumCount else { throw .stringTooLong }
        var kept: [Range<Int>] = []
        var start = 0
        for range in found {
            kept.append(start..<range.lowerBound)
            start = range.upperBound
        }
        kept.append(start..<utf16Count)
        return NetString.join(new ?? NetString(), slices(kept).map { $0 })
    }

    /// Where a text stands, without overlaps, from left to right.
    private func matches(of wanted: NetString, _ comparison: StringComparison) -> [Range<Int>] {
        if comparison.isCultural, !CollationSearch.isOrdinal(self, wanted) {
            return CollationSearch(self, wanted, ignoringCase: comparison.ignoresCase).matches
        }
        return comparison.ignoresCase ? ordinalUpperCase.occurrences(of: wanted.ordinalUpperCase) : occurrences(of: wanted)
    }

    /// `Replace` of one UTF-16 unit by another.
    public func replacing(unit old: UInt16, with new: UInt16) -> NetString {
        guard index(ofAny: [old]) >= 0 else { return self }
        return NetString(utf16: utf16Array.map { $0 == old ? new : $0 })
    }

    private func occurrences(of wanted: NetString) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let (count, length) = (utf16Count, wanted.utf16Count)
        var start = 0
        if isASCII {
            while true {
                let index = index(of: wanted, in: start..<count, ignoringCase: false)
                if index < 0 { return found }
                found.append(index..<index + length)
                start = index + length
            }
        }
        let (units, searched) = (utf16Array, wanted.utf16Array)
        while start + length <= count {
            let matches = units[start..<start + length].elementsEqual(searched)
            if matches { found.append(start..<start + length) }
            start += matches ? length : 1
        }
        return found
    }

    private static func concatenateUnits(_ parts: [NetString]) -> NetString {
        NetString(utf16: parts.flatMap(\.utf16Array))
    }

    /// Makes a well-formed string of UTF-8 bytes that a closure writes.
    init(utf8Count count: Int, isASCII: Bool, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        let text = String(unsafeUninitializedCapacity: count) { output in
            write(output)
            return count
        }
        self.init(text: text, form: isASCII ? .ascii : .unicode)
    }

    @inline(__always)
    func copyBytes(to output: UnsafeMutableBufferPointer<UInt8>, at offset: Int) -> Int {
        withRawBytes { bytes in
            guard let source = bytes.baseAddress, let target = output.baseAddress else { return offset }
            (target + offset).update(from: source, count: bytes.count)
            return offset + bytes.count
        }
    }
}
