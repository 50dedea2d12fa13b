/// `System.Text.RegularExpressions.RegexOptions`, with .NET's numbers.
struct RegexOptions: OptionSet, Sendable, Hashable {
    let rawValue: Int32

    static let ignoreCase = RegexOptions(rawValue: 1)
    static let multiline = RegexOptions(rawValue: 2)
    static let explicitCapture = RegexOptions(rawValue: 4)
    /// Accepted; every pattern is compiled.
    static let compiled = RegexOptions(rawValue: 8)
    static let singleline = RegexOptions(rawValue: 16)
    static let ignorePatternWhitespace = RegexOptions(rawValue: 32)
    static let rightToLeft = RegexOptions(rawValue: 64)
    static let ecmaScript = RegexOptions(rawValue: 256)
    /// Accepted; letters are always compared by the invariant culture.
    static let cultureInvariant = RegexOptions(rawValue: 512)

    /// Whether .NET accepts the combination: ECMAScript goes with few others.
    var isValid: Bool {
        guard rawValue & ~1023 == 0, rawValue & 128 == 0 else { return false }
        let withECMAScript: RegexOptions = [.ecmaScript, .ignoreCase, .multiline, .compiled, .cultureInvariant]
        return !contains(.ecmaScript) || subtracting(withECMAScript).isEmpty
    }
}
