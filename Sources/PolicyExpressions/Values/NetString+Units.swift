extension NetString {
    /// The UTF-16 unit at an index; throws IndexOutOfRangeException.
    public func unit(at index: Int32) throws(EvaluationError) -> UInt16 {
        guard index >= 0, Int(index) < utf16Count else { throw .indexOutOfRange }
        return self[utf16: Int(index)]
    }

    /// The UTF-16 unit at an index, which must be in `0..<utf16Count`.
    public subscript(utf16 index: Int) -> UInt16 {
        switch form {
        case .ascii: withRawBytes { UInt16($0[index]) }
        case .unicode: text.utf16[text.utf16.index(text.utf16.startIndex, offsetBy: index)]
        case .units: unitsOfLoneSurrogateForm[index]
        }
    }

    /// `Substring(start)`; throws ArgumentOutOfRangeException.
    public func substring(_ start: Int) throws(EvaluationError) -> NetString {
        guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
        guard start <= utf16Count else { throw .argumentOutOfRange("startIndex", "startIndex cannot be larger than length of string.") }
        return slice(start..<utf16Count)
    }

    /// `Substring(start, length)`; throws ArgumentOutOfRangeException.
    public func substring(_ start: Int, _ length: Int) throws(EvaluationError) -> NetString {
        let count = utf16Count
        guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
        guard start <= count else { throw .argumentOutOfRange("startIndex", "startIndex cannot be larger than length of string.") }
        guard length >= 0 else { throw .argumentOutOfRange("length", "Length cannot be less than zero.") }
        guard length <= count - start else {
            throw .argumentOutOfRange("length", "Index and length must refer to a location within the string.")
        }
        return slice(start..<start + length)
    }

    /// `ToCharArray(start, length)`; throws ArgumentOutOfRangeException.
    func units(_ start: Int32, _ length: Int32) throws(EvaluationError) -> ArraySlice<UInt16> {
        guard start >= 0, Int(start) <= utf16Count - Int(max(length, 0)) else { throw NetString.indexOutOfRange("startIndex") }
        guard length >= 0 else { throw NetString.indexOutOfRange("length") }
        return utf16Array[Int(start)..<Int(start) + Int(length)]
    }

    /// `CopyTo`; throws ArgumentOutOfRangeException.
    func copy(from source: Int32, to array: NetArray, at destination: Int32, count: Int32) throws(EvaluationError) -> NetVoid {
        guard count >= 0 else { throw .argumentOutOfRange("count", "Count cannot be less than zero.") }
        guard source >= 0 else { throw NetString.indexOutOfRange("sourceIndex") }
        let outside = "Index and count must refer to a location within the string."
        guard Int(source) + Int(count) <= utf16Count else { throw .argumentOutOfRange("sourceIndex", outside) }
        guard destination >= 0, Int(destination) + Int(count) <= array.count else {
            throw .argumentOutOfRange("destinationIndex", outside)
        }
        for (offset, unit) in utf16Array[Int(source)..<Int(source) + Int(count)].enumerated() {
            try array.setElement(.char(unit), at: destination + Int32(offset))
        }
        return NetVoid()
    }

    /// `Insert`; throws ArgumentOutOfRangeException.
    public func inserting(_ other: NetString, at index: Int) throws(EvaluationError) -> NetString {
        guard index >= 0, index <= utf16Count else { throw .argumentOutOfRange("startIndex") }
        return NetString.concatenate([slice(0..<index), other, slice(index..<utf16Count)])
    }

    /// `Remove(start)`; throws ArgumentOutOfRangeException.
    public func removing(from start: Int) throws(EvaluationError) -> NetString {
        guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
        guard start < utf16Count else {
            throw .argumentOutOfRange("startIndex", "startIndex must be less than length of string.")
        }
        return slice(0..<start)
    }

    /// `Remove(start, count)`; throws ArgumentOutOfRangeException.
    public func removing(_ start: Int, _ count: Int) throws(EvaluationError) -> NetString {
        let length = utf16Count
        guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
        guard count >= 0 else { throw .argumentOutOfRange("count", "Count cannot be less than zero.") }
        guard start <= length, count <= length - start else {
            throw .argumentOutOfRange("count", "Index and count must refer to a location within the string.")
        }
        return NetString.concatenate([slice(0..<start), slice(start + count..<length)])
    }

    /// A part of the string, by a range of UTF-16 units that must lie in it.
    func slice(_ range: Range<Int>) -> NetString {
        if range.isEmpty { return NetString() }
        switch form {
        case .ascii:
            if range.count == text.utf8.count { return self }
            return withRawBytes { bytes in
                NetString(text: String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self), form: .ascii)
            }
        case .unicode:
            let lower = text.utf16.index(text.utf16.startIndex, offsetBy: range.lowerBound)
            let upper = text.utf16.index(lower, offsetBy: range.count)
            guard let part = String(text.utf16[lower..<upper]) else { return NetString(utf16: utf16Array[range]) }
            return NetString(part)
        case .units:
            return NetString(utf16: unitsOfLoneSurrogateForm[range])
        }
    }

    /// Several parts of the string, by ranges of UTF-16 units in ascending order.
    func slices(_ ranges: [Range<Int>]) -> [NetString] {
        if isASCII { return ranges.map(slice) }
        return withUTF16 { units in
            ranges.map { NetString(utf16: UnsafeBufferPointer(rebasing: units[$0])) }
        }
    }
}
