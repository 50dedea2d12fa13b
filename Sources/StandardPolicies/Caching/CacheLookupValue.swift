public import PolicyRuntime
import PolicyExpressions

/// Puts a cached value into a variable.
///
/// The reference says two things about a miss without a default: null, and that the variable is not set. Here it is not
/// set, since samples ask `ContainsKey`.
public struct CacheLookupValue: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "cache-lookup-value", category: .caching, sections: .all, summary: "Puts a cached value into a variable.")

    /// Which cache.
    public var cachingType: PolicyValue<CachingType>
    /// What the variable gets when there is no value.
    public var defaultValue: PolicyValue<AnyPolicyValue>?
    /// The value's key.
    public var key: PolicyValue<String>
    /// The variable.
    public var variableName: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        cachingType = element.cachingType()
        defaultValue = element.optionalAttribute(
            "default-value", "What the variable gets when there is no value; without it the variable is not set then.")
        key = element.attribute("key", "The value's key.")
        variableName = element.attribute("variable-name", expressions: false, allowed: .notEmpty, "The variable that gets the value.")
    }

    /// Binds key and variable.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let cache = scope.bindCache(cachingType)
        let fallback = defaultValue.map { scope.bindObject($0) }
        let key = scope.bindText(key)
        let variable = scope.bindText(variableName)
        let position = scope.position
        return .suspending { context async throws(PolicyError) in
            let name = try variable(&context)
            let key = ValueKey.text(try key(&context))
            if let cached = await context.cachedValue(of: key, in: cache, at: position) {
                context.setVariable(name, to: try ValueKey.value(of: cached), at: position)
            } else if let fallback {
                context.setVariable(name, to: try fallback(&context), at: position)
            }
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "a miss assigns the default", in: .inbound,
            #"<cache-lookup-value key="@("profile-" + context.User?.Id)" default-value="unknown" variable-name="profile" />"#,
            expects: .variable("profile", "unknown")),
        PolicyExample(
            "a value keeps its type", in: .inbound,
            """
            <cache-store-value key="limits" value="@(new JObject(new JProperty("calls", 5)))" duration="60" />
            <cache-lookup-value key="limits" variable-name="limits" />
            <set-variable name="calls" value="@((int)((JObject)context.Variables["limits"])["calls"] + 1)" />
            """, expects: .variable("calls", "6")),
    ]
}

/// The keys and values of the policies that cache values.
enum ValueKey {
    /// The key in the store: values and responses do not meet there.
    static func text(_ key: NetString) -> String { "value|" + key.string }

    static func value(of cached: CachedValue) throws(PolicyError) -> Value {
        do throws(EvaluationError) {
            return try cached.makeValue()
        } catch {
            throw PolicyError(error)
        }
    }
}
