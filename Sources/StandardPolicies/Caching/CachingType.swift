import PolicyExpressions
public import PolicyRuntime

/// The cache that a policy names.
public enum CachingType: String, PolicyEnumeration, BindableType {
    /// The gateway's own.
    case `internal`
    /// The one that was configured.
    case external
    /// The one that was configured if there is one, otherwise the gateway's own.
    case preferExternal = "prefer-external"
}

extension PolicyReader {
    /// Reads the attribute `caching-type`.
    mutating func cachingType() -> PolicyValue<CachingType> {
        attribute(
            "caching-type", default: .preferExternal, expressions: false,
            "Which cache: the gateway's own, the one that was configured, or that one if there is one.")
    }
}

extension CompilationScope {
    /// Binds the attribute `caching-type`.
    mutating func bindCache(_ value: PolicyValue<CachingType>) -> CacheKind {
        switch bind(value).constant ?? .preferExternal {
        case .internal: .internal
        case .external: .external
        case .preferExternal: .preferExternal
        }
    }
}
