/// A text that policy documents refer to by name.
public struct NamedValue: Sendable, Hashable {
    /// The text that takes the reference's place.
    public var text: String
    /// Whether it may never be shown.
    public var isSecret: Bool

    /// Makes a named value.
    public init(_ text: String, isSecret: Bool = false) { (self.text, self.isSecret) = (text, isSecret) }
}

/// Where named values come from. Names are case-sensitive.
public protocol NamedValueProvider: Sendable {
    /// The value of a name; nil when there is none.
    func namedValue(_ name: String) -> NamedValue?
    /// The names there are, for hints; a provider that cannot list them has none.
    var names: [String] { get }
}

/// Named values in memory.
public struct DictionaryNamedValues: NamedValueProvider {
    /// The values by name.
    public var values: [String: NamedValue]

    /// Makes a provider.
    public init(_ values: [String: NamedValue] = [:]) { self.values = values }

    /// The value of a name.
    public func namedValue(_ name: String) -> NamedValue? { values[name] }
    /// The names in alphabetical order.
    public var names: [String] { values.keys.sorted() }
}
