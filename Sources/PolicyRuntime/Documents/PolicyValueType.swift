/// A type that the value of an attribute or the text of an element can have.
public protocol PolicyValueType: Sendable, Hashable {
    /// What the type is called in diagnostics and in the reference.
    static var valueTypeName: String { get }
    /// Every literal that the type accepts, if they can be listed.
    static var allowedLiterals: [String]? { get }
    /// Reads a literal; nil when it is none of this type.
    init?(literal: String)
    /// The value as it would be written.
    var literal: String { get }
}

extension PolicyValueType {
    /// Most types accept more literals than can be listed.
    public static var allowedLiterals: [String]? { nil }
}

/// An enumeration whose cases are the words that an attribute accepts.
public protocol PolicyEnumeration: PolicyValueType, CaseIterable, RawRepresentable<String> {}

extension PolicyEnumeration {
    /// The name of all enumerations.
    public static var valueTypeName: String { "enum" }
    /// The words, in the order of the cases.
    public static var allowedLiterals: [String]? { allCases.map(\.rawValue) }
    /// Reads a word, with white space around it or not.
    public init?(literal: String) { self.init(rawValue: literal.trimmingXMLSpace) }
    /// The word.
    public var literal: String { rawValue }
}

/// A value of any type: a literal is a string, an expression keeps the type of its result.
public struct AnyPolicyValue: PolicyValueType {
    /// The literal.
    public var literal: String
    /// Every text is such a value.
    public init(literal: String) { self.literal = literal }
    /// "any".
    public static var valueTypeName: String { "any" }
}

extension String: PolicyValueType {
    /// "string".
    public static var valueTypeName: String { "string" }
    /// Every text is a string.
    public init(literal: String) { self = literal }
    /// The string itself.
    public var literal: String { self }
}

extension Int32: PolicyValueType {
    /// "int".
    public static var valueTypeName: String { "int" }
    /// Reads decimal digits with an optional sign.
    public init?(literal: String) { self.init(literal.trimmingXMLSpace) }
    /// Decimal digits.
    public var literal: String { String(self) }
}

extension Bool: PolicyValueType {
    /// "bool".
    public static var valueTypeName: String { "bool" }
    /// "true" and "false".
    public static var allowedLiterals: [String]? { ["true", "false"] }
    /// Reads "true" or "false" in any case, as `Boolean.Parse` does.
    public init?(literal: String) { self.init(literal.trimmingXMLSpace.lowercased()) }
    /// "true" or "false".
    public var literal: String { String(self) }
}

extension Double: PolicyValueType {
    /// "number".
    public static var valueTypeName: String { "number" }
    /// Reads a decimal number; hexadecimal digits, infinity and NaN are none.
    public init?(literal: String) {
        let text = literal.trimmingXMLSpace
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let number = Double(text), number.isFinite else { return nil }
        self = number
    }
    /// The shortest text that reads back as the same number; a whole one has no point.
    public var literal: String { Int64(exactly: self).map { String($0) } ?? String(self) }
}

extension String {
    /// The text without XML's white space at its ends.
    var trimmingXMLSpace: String {
        guard let first = utf8.firstIndex(where: { !$0.isXMLWhitespace }) else { return "" }
        var end = utf8.endIndex
        while utf8[utf8.index(before: end)].isXMLWhitespace { end = utf8.index(before: end) }
        return String(self[first..<end])
    }
}
