/// Comparisons whose time tells nothing of where two secrets differ.
public enum ConstantTime {
    /// Whether both are the same bytes; only their lengths can be told from the time.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
