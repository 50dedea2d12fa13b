import PolicyDiagnostics

/// Compares JSON so that objects may hold more than is expected of them. Arrays must be of the same length.
enum JSONSubset {
    /// A line for each difference, with its path.
    static func differences(expected: JSON, actual: JSON, at path: String) -> [String] {
        switch (expected, actual) {
        case (.object(let wanted), .object(let had)):
            return wanted.flatMap { member -> [String] in
                guard let value = had.last(where: { $0.name == member.name })?.value else { return ["\(path).\(member.name): missing"] }
                return differences(expected: member.value, actual: value, at: "\(path).\(member.name)")
            }
        case (.array(let wanted), .array(let had)) where wanted.count == had.count:
            return zip(wanted, had).enumerated().flatMap { index, pair in
                differences(expected: pair.0, actual: pair.1, at: "\(path)[\(index)]")
            }
        default:
            return isEqual(expected, actual) ? [] : ["\(path): want \(expected.compactText), have \(actual.compactText)"]
        }
    }

    /// Numbers are equal when their values are: `1`, `1.0` and `1e0`.
    private static func isEqual(_ left: JSON, _ right: JSON) -> Bool {
        if left == right { return true }
        guard let left = number(left), let right = number(right) else { return false }
        return left == right
    }

    private static func number(_ json: JSON) -> Double? {
        switch json {
        case .integer(let value): Double(value)
        case .number(let text): Double(text)
        default: nil
        }
    }
}
