/// Parts of arrays that callers name by start and length.
enum ArrayRange {
    /// Which message a part outside the array has.
    enum Subject { case text, buffer }

    /// The elements of a part; throws ArgumentOutOfRangeException when it does not lie in the array.
    static func slice<Element>(_ elements: [Element], _ start: Int32, _ count: Int32, _ subject: Subject) throws(EvaluationError)
        -> [Element]
    {
        let name = subject == .text ? "length" : "count"
        guard start >= 0 else { throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.") }
        guard count >= 0 else {
            throw .argumentOutOfRange(name, subject == .text ? "Length cannot be less than zero." : "Count cannot be less than zero.")
        }
        guard Int(start) + Int(count) <= elements.count else {
            switch subject {
            case .text:
                throw .argumentOutOfRange(
                    "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
            case .buffer: throw .argumentOutOfRange("startIndex", "Index and count must refer to a location within the buffer.")
            }
        }
        return Array(elements[Int(start)..<Int(start) + Int(count)])
    }
}
