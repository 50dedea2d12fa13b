import PolicyDiagnostics

/// Compares JSON so that objects may hold more than is expected of them. Arrays must be of the same length.
enum JSONSubset {
    /// The differences, each with its path.
    static func differences(expected: LocatedJSON, actual: JSON, at path: String) -> [ExpectationDifference] {
        switch (expected.kind, actual) {
        case (.object(let wanted), .object(let had)):
            return wanted.flatMap { member -> [ExpectationDifference] in
                let place = "\(path).\(member.name)"
                guard let value = had.last(where: { $0.name == member.name })?.value else {
                    return [ExpectationDifference(place, expected: member.value.json.compactText, actual: "nothing", at: member.nameSpan)]
                }
                return differences(expected: member.value, actual: value, at: place)
            }
        case (.array(let wanted), .array(let had)) where wanted.count == had.count:
            return zip(wanted, had).enumerated().flatMap { index, pair in
                differences(expected: pair.0, actual: pair.1, at: "\(path)[\(index)]")
            }
        default:
            guard !isEqual(expected.json, actual) else { return [] }
            return [
                ExpectationDifference(path, expected: expected.json.compactText, actual: actual.compactText, at: expected.span)
                    .replaced(by: actual)
            ]
        }
    }

    /// Numbers are equal when their values are: `1`, `1.0` and `1e0`.
    static func isEqual(_ left: JSON, _ right: JSON) -> Bool {
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
