// The checks of arguments that Encoding's methods share.

/// The text of an argument; null has a message of its own here.
func encodedText(_ text: NetString?) throws(EvaluationError) -> NetString {
    guard let text else { throw .argumentNull("s", "String reference not set to an instance of a String.") }
    return text
}

/// The text of an array of characters.
func encodedUnits(_ units: [NetChar]?) throws(EvaluationError) -> NetString {
    guard let units else { throw .argumentNull("chars", "Array cannot be null.") }
    return NetString(utf16: units.map(\.unit))
}

/// A part of a text that an encoding takes.
func encodedPart(
    _ text: NetString, _ index: Int32, _ count: Int32, _ indexName: String = "index", _ countName: String = "count"
) throws(EvaluationError) -> NetString {
    guard index >= 0 else { throw .argumentOutOfRange(indexName, "Non-negative number required.") }
    guard count >= 0 else { throw .argumentOutOfRange(countName, "Non-negative number required.") }
    guard Int(index) + Int(count) <= text.utf16Count else {
        throw .argumentOutOfRange("s", "Index and count must refer to a location within the string.")
    }
    return text.slice(Int(index)..<Int(index) + Int(count))
}

/// The bytes of an argument; null has a message of its own here.
func encodingArray(_ bytes: [UInt8]?) throws(EvaluationError) -> [UInt8] {
    guard let bytes else { throw .argumentNull("bytes", "Array cannot be null.") }
    return bytes
}

/// A part of bytes that an encoding takes.
func encodingPart(
    _ bytes: [UInt8]?, _ index: Int32, _ count: Int32, _ name: String, _ indexName: String = "index", _ countName: String = "count"
) throws(EvaluationError) -> [UInt8] {
    let bytes = try encodingArray(bytes)
    guard index >= 0 else { throw .argumentOutOfRange(indexName, "Non-negative number required.") }
    guard count >= 0 else { throw .argumentOutOfRange(countName, "Non-negative number required.") }
    guard Int(index) + Int(count) <= bytes.count else {
        throw .argumentOutOfRange(name, "Index and count must refer to a location within the buffer.")
    }
    return Array(bytes[Int(index)..<Int(index) + Int(count)])
}

extension NetArray {
    /// Writes elements from an index on and gives their number.
    ///
    /// - Throws: `System.ArgumentException` when there is not room for all of them.
    func write(_ elements: [Value], at index: Int32, _ indexName: String, _ name: String) throws(EvaluationError) -> Int32 {
        guard index >= 0, Int(index) <= items.count else { throw NetString.indexOutOfRange(indexName) }
        guard Int(index) + elements.count <= items.count else {
            throw .argument("The output \(name == "bytes" ? "byte" : "char") buffer is too small to contain the encoded data.", name)
        }
        for (offset, element) in elements.enumerated() { try setElement(element, at: index + Int32(offset)) }
        return Int32(elements.count)
    }
}
