public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Keeps the response as it is now for later requests like this one: `cache-store`. The name without `Policy` is that of the
/// protocol of caches.
public struct CacheStorePolicy: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "cache-store", category: .caching, sections: [.outbound], multiplicity: .oncePerSection,
        summary: "Keeps the response as it is now for later requests like this one.")

    /// How many seconds the response is kept.
    public var duration: PolicyValue<Int32>
    /// Whether a response of any status is kept; otherwise only one of 200.
    public var cachesAnyStatus: PolicyValue<Bool>
    /// Known to the editor's schema alone.
    public var cachingMode: PolicyValue<String>?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        duration = element.attribute("duration", allowed: .atLeast(0), "How many seconds the response is kept.")
        cachesAnyStatus = element.attribute(
            "cache-response", default: false, "Whether a response of any status is kept; otherwise only one of 200.")
        cachingMode = element.optionalAttribute("caching-mode", expressions: false, "Has no effect: only the editor's schema knows it.")
    }

    /// Binds the duration. Without a cache-lookup before it, which found nothing, the policy does nothing.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        if let cachingMode { scope.warning("not-available", "'caching-mode' has no effect", at: cachingMode.span) }
        let duration = scope.bind(duration)
        let cachesAnyStatus = scope.bind(cachesAnyStatus)
        let position = scope.position
        scope.endCaching()
        return .suspending { context async throws(PolicyError) in
            guard let missing = context.missingResponse, let response = context.gateway.response else { return .proceed }
            let anyStatus = try cachesAnyStatus(&context)
            guard anyStatus || response.statusCode == 200 else { return .proceed }
            let seconds = Int64(try duration(&context))
            try await context.buffer(.response)
            if let downstream = missing.downstream {
                response.headers["Cache-Control"] = [NetString(downstream.cacheControl(seconds: seconds))]
            }
            await context.cacheResponse(seconds: seconds, at: position)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample("without cache-lookup it does nothing", in: .outbound, #"<cache-store duration="60" />"#, expects: .status(200))
    ]
}
