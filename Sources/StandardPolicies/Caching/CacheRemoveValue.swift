public import PolicyRuntime
import PolicyExpressions

/// Forgets a cached value.
public struct CacheRemoveValue: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "cache-remove-value", category: .caching, sections: .all, summary: "Forgets a cached value.")

    /// Which cache.
    public var cachingType: PolicyValue<CachingType>
    /// The value's key.
    public var key: PolicyValue<String>
    /// Whether a failure of the cache is an error of the request.
    public var failsOnError: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        cachingType = element.cachingType()
        key = element.attribute("key", "The value's key.")
        failsOnError = element.attribute(
            "fail-on-cache-removal-error", default: false, "Whether a failure of the cache is an error of the request.")
    }

    /// Binds the key.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let cache = scope.bindCache(cachingType)
        let key = scope.bindText(key)
        let fails = scope.bind(failsOnError)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            let (key, fails) = (ValueKey.text(try key(&context)), try fails(&context))
            do {
                try await context.removeCachedValue(of: key, in: cache, at: position)
            } catch {
                let problem = "The cache failed: \(error)"
                if fails { throw PolicyError(nil, problem) }
                context.trace(TraceEntry(problem, severity: .error), at: position)
            }
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the value is gone; a key without one is no error", in: .inbound,
            """
            <cache-store-value key="greeting" value="hello" duration="60" />
            <cache-remove-value key="greeting" />
            <cache-remove-value key="greeting" />
            <cache-lookup-value key="greeting" default-value="none" variable-name="greeting" />
            """, expects: .variable("greeting", "none"))
    ]
}
