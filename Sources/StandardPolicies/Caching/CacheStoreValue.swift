public import PolicyRuntime
import PolicyExpressions

/// Keeps a value for later requests.
public struct CacheStoreValue: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "cache-store-value", category: .caching, sections: .all, summary: "Keeps a value for later requests.")

    /// Which cache.
    public var cachingType: PolicyValue<CachingType>
    /// How many seconds the value is kept.
    public var duration: PolicyValue<Int32>
    /// The value's key.
    public var key: PolicyValue<String>
    /// The value: a literal is a string, an expression keeps its type.
    public var value: PolicyValue<AnyPolicyValue>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        cachingType = element.cachingType()
        duration = element.attribute("duration", allowed: .atLeast(0), "How many seconds the value is kept.")
        key = element.attribute("key", "The value's key.")
        value = element.attribute("value", "The value: a literal is a string, an expression keeps the type of its result.")
    }

    /// Binds key and value. What belongs to one request, such as a delegate, cannot be kept: that is an error.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let cache = scope.bindCache(cachingType)
        let duration = scope.bind(duration)
        let key = scope.bindText(key)
        let value = scope.bindObject(value)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            let value = try value(&context)
            guard let cached = CachedValue(value) else {
                throw PolicyError(nil, "A value of the type \(CanonicalValue(value).type) cannot be cached.")
            }
            let (key, seconds) = (ValueKey.text(try key(&context)), Int64(try duration(&context)))
            await context.cache(cached, as: key, seconds: seconds, in: cache, at: position)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the value is there for those who look it up", in: .inbound,
            """
            <cache-store-value key="greeting" value="hello" duration="60" />
            <cache-lookup-value key="greeting" variable-name="greeting" />
            """, expects: .variable("greeting", "hello"))
    ]
}
