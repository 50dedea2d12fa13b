// The changes with the checks of their arguments.
extension Instance where Object == NetStringBuilder {
    /// `Append` of a part of a text; null has only the empty part.
    func append(
        _ text: NetString?, _ start: Int32, _ count: Int32, _ frame: inout Frame, _ countName: String = "count"
    ) throws(EvaluationError) -> Self {
        guard start >= 0 else { throw builderIndex("startIndex") }
        guard count >= 0 else { throw .argumentOutOfRange(countName, "Value must be positive.") }
        guard let text else {
            if start == 0, count == 0 { return self }
            throw .argumentNull("value")
        }
        guard Int(start) + Int(count) <= text.utf16Count else {
            throw builderIndex(countName == "count" ? "startIndex" : countName)
        }
        try object.append(text.slice(Int(start)..<Int(start) + Int(count)), &frame)
        return self
    }

    /// `AppendFormat`.
    func append(format: NetString, _ values: [Value], _ frame: inout Frame) throws(EvaluationError) -> Self {
        try object.append(CompositeFormatting.format(format, values, &frame), &frame)
        return self
    }

    /// `Insert`.
    func insert(_ text: NetString, at index: Int32, times: Int32 = 1, _ frame: inout Frame) throws(EvaluationError) -> Self {
        guard index >= 0, Int(index) <= object.length else { throw builderIndex("index") }
        try frame.step(Int(times))
        try frame.allocate(text.utf8Count.multipliedReportingOverflow(by: Int(times)).partialValue)
        let repeated = times == 1 ? text : NetString.concatenate(Array(repeating: text, count: Int(times)))
        try object.insert(repeated, at: Int(index), &frame)
        return self
    }

    /// `Insert` of some characters; null has only the empty part.
    func insert(
        _ characters: [NetChar]?, _ start: Int32, _ count: Int32, at index: Int32, _ frame: inout Frame
    ) throws(EvaluationError) -> Self {
        guard index >= 0, Int(index) <= object.length else { throw builderIndex("index") }
        guard let characters else {
            if start == 0, count == 0 { return self }
            throw .argumentNull("value", "String reference not set to an instance of a String.")
        }
        guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
        guard count >= 0 else { throw .argumentOutOfRange("charCount", "Value must be positive.") }
        guard Int(start) + Int(count) <= characters.count else { throw builderIndex("startIndex") }
        let part = characters[Int(start)..<Int(start) + Int(count)]
        return try insert(NetString(utf16: part.map(\.unit)), at: index, &frame)
    }

    /// A part of the text, from a start and a count that a caller gave.
    func range(_ start: Int32, _ count: Int32) throws(EvaluationError) -> Range<Int> {
        guard start >= 0, Int(start) <= object.length else { throw builderIndex("startIndex") }
        guard count >= 0, Int(start) + Int(count) <= object.length else { throw builderIndex("count") }
        return Int(start)..<Int(start) + Int(count)
    }

    /// `Replace` in a part.
    func replace(
        _ range: Range<Int>, _ frame: inout Frame, _ change: (NetString) throws(EvaluationError) -> NetString
    ) throws(EvaluationError) -> Self {
        try frame.step(object.length / 64)
        let part = object.string.slice(range)
        let changed = try change(part)
        if changed != part { try object.replace(range, by: changed, &frame) }
        return self
    }
}

extension NetStringBuilder {
    /// `ToString` of a part.
    func part(_ start: Int32, _ length: Int32) throws(EvaluationError) -> NetString {
        guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
        guard Int(start) <= self.length else {
            throw .argumentOutOfRange("startIndex", "startIndex cannot be larger than length of string.")
        }
        guard length >= 0 else { throw .argumentOutOfRange("length", "Length cannot be less than zero.") }
        guard Int(start) + Int(length) <= self.length else {
            throw .argumentOutOfRange("length", "Index and length must refer to a location within the string.")
        }
        return string.slice(Int(start)..<Int(start) + Int(length))
    }

    /// `CopyTo`.
    func copy(from source: Int32, to array: NetArray, at destination: Int32, count: Int32) throws(EvaluationError) -> NetVoid {
        guard count >= 0 else { throw .argumentOutOfRange("count", "Argument count must not be negative.") }
        guard destination >= 0 else {
            throw .argumentOutOfRange("destinationIndex", "'destinationIndex' must be non-negative.")
        }
        guard Int(destination) + Int(count) <= array.count else {
            throw .argument(
                "Either offset did not refer to a position in the string, or there is an insufficient length of destination character array."
            )
        }
        guard source >= 0, Int(source) <= length else { throw builderIndex("sourceIndex") }
        guard Int(source) + Int(count) <= length else {
            throw .argument("Source string was not long enough. Check sourceIndex and count.")
        }
        return try string.copy(from: source, to: array, at: destination, count: count)
    }
}
