#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Named values in the environment of the process: the variable's name is a prefix and the name, with `_` in place of `-` and `.`.
public struct EnvironmentNamedValues: NamedValueProvider {
    /// What the variables' names begin with.
    public var prefix: String
    /// Whether the values may never be shown. They may not by default, as the environment is where secrets are put.
    public var areSecret: Bool

    /// Makes a provider.
    public init(prefix: String = "", areSecret: Bool = true) { (self.prefix, self.areSecret) = (prefix, areSecret) }

    /// The value of the name's variable, at the moment of the call.
    public func namedValue(_ name: String) -> NamedValue? {
        let suffix = String(name.map { $0 == "-" || $0 == "." ? "_" : $0 })
        return Self.variable(prefix + suffix).map { NamedValue($0, isSecret: areSecret) }
    }

    /// Nothing: variables are not told from those that have another purpose.
    public var names: [String] { [] }

    /// A variable of the process; nil when it is not set.
    static func variable(_ name: String) -> String? {
        guard !name.isEmpty, let value = getenv(name) else { return nil }
        return String(cString: value)
    }
}
