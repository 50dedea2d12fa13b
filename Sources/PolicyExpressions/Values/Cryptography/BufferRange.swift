/// Parts of buffers that cryptographic members are given by offset and count, each family with messages of its own.
enum BufferRange {
    /// `HashAlgorithm`.
    static func ofHash(_ bytes: [UInt8], _ offset: Int32, _ count: Int32, _ offsetName: String) throws(EvaluationError) -> ArraySlice<UInt8>
    {
        guard offset >= 0 else { throw .argumentOutOfRange(offsetName, "Non-negative number required.") }
        guard count >= 0, Int(count) <= bytes.count else { throw .argument("Value was invalid.") }
        guard bytes.count - Int(count) >= Int(offset) else {
            throw .argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to "
                    + "the end of the source collection.")
        }
        return bytes[Int(offset)..<Int(offset) + Int(count)]
    }

    /// `ICryptoTransform`.
    static func ofTransform(_ bytes: [UInt8], _ offset: Int32, _ count: Int32) throws(EvaluationError) -> [UInt8] {
        guard offset >= 0, Int(offset) <= bytes.count else { throw .argumentOutOfRange("inputOffset") }
        guard count >= 0 else { throw .argumentOutOfRange("inputCount") }
        guard Int(count) <= bytes.count - Int(offset) else {
            throw .argumentOutOfRange("inputCount", "Attempt to transform beyond end of buffer.")
        }
        return Array(bytes[Int(offset)..<Int(offset) + Int(count)])
    }

    /// `RSA`.
    static func ofData(_ bytes: [UInt8], _ offset: Int32, _ count: Int32) throws(EvaluationError) -> ArraySlice<UInt8> {
        guard offset >= 0, Int(offset) <= bytes.count else { throw .argumentOutOfRange("offset") }
        guard count >= 0, Int(count) <= bytes.count - Int(offset) else { throw .argumentOutOfRange("count") }
        return bytes[Int(offset)..<Int(offset) + Int(count)]
    }
}
