public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Answers a GET request with a response that an earlier one had.
///
/// On a hit the rest of inbound and the backend section are left out; outbound goes on behind cache-store.
public struct CacheLookup: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "cache-lookup", category: .caching, sections: [.inbound], multiplicity: .oncePerSection,
        summary: "Answers a GET request with a response that an earlier one had.")

    /// What caches between gateway and caller may do with the response.
    public enum Downstream: String, PolicyEnumeration, BindableType {
        /// What the backend says.
        case none
        /// The caller's own may keep it.
        case `private`
        /// All may keep it.
        case `public`
    }

    /// Whether responses to requests with an Authorization header are cached.
    public var allowsPrivateResponses: PolicyValue<Bool>
    /// Which cache.
    public var cachingType: PolicyValue<CachingType>
    /// What caches between gateway and caller may do with the response.
    public var downstream: PolicyValue<Downstream>
    /// Whether those must ask again for a stale response.
    public var mustRevalidate: PolicyValue<Bool>
    /// Whether each developer has responses of their own.
    public var variesByDeveloper: PolicyValue<Bool>
    /// Whether each set of groups has responses of its own.
    public var variesByDeveloperGroups: PolicyValue<Bool>
    /// The headers whose values have responses of their own.
    public var headers: [PolicyValue<String>]
    /// The query parameters whose values have responses of their own; all when there is none.
    public var queryParameters: [PolicyValue<String>]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        allowsPrivateResponses = element.attribute(
            "allow-private-response-caching", default: false, "Whether responses to requests with an Authorization header are cached.")
        cachingType = element.cachingType()
        downstream = element.attribute(
            "downstream-caching-type", default: .none, "What caches between gateway and caller may do with the response.")
        mustRevalidate = element.attribute("must-revalidate", default: true, "Whether those must ask again for a stale response.")
        variesByDeveloper = element.attribute("vary-by-developer", "Whether each developer has responses of their own.")
        variesByDeveloperGroups = element.attribute(
            "vary-by-developer-groups", "Whether each set of groups has responses of its own.")
        headers = element.valueChildren("vary-by-header", "A header whose values have responses of their own.")
        queryParameters = element.valueChildren(
            "vary-by-query-parameter", "Query parameters, separated by ;, whose values have responses of their own; all when there is none."
        )
    }

    /// Binds what a response depends on.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let lookup = BoundLookup(
            allowsPrivateResponses: scope.bind(allowsPrivateResponses), cache: scope.bindCache(cachingType),
            downstream: scope.bind(downstream), mustRevalidate: scope.bind(mustRevalidate),
            variesByDeveloper: scope.bind(variesByDeveloper), variesByDeveloperGroups: scope.bind(variesByDeveloperGroups),
            headers: headers.map { scope.bindText($0) }, queryParameters: queryParameters.map { scope.bindText($0) },
            position: scope.position)
        return .suspending { context async throws(PolicyError) in try await lookup.run(&context) }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "a miss is forwarded, without the fields that ask the backend for less than a whole response", in: .inbound,
            """
            <cache-lookup vary-by-developer="false" vary-by-developer-groups="false">
                <vary-by-header>Accept</vary-by-header>
            </cache-lookup>
            """, request: .init(headers: [("If-None-Match", "\"1\"")]), expects: .status(200), .backendHeader("If-None-Match", nil))
    ]
}

/// A cache-lookup with its values bound.
private struct BoundLookup: Sendable {
    let allowsPrivateResponses: BoundValue<Bool>
    let cache: CacheKind
    let downstream: BoundValue<CacheLookup.Downstream>
    let mustRevalidate: BoundValue<Bool>
    let variesByDeveloper: BoundValue<Bool>
    let variesByDeveloperGroups: BoundValue<Bool>
    let headers: [BoundValue<NetString>]
    let queryParameters: [BoundValue<NetString>]
    let position: PolicyPosition

    func run(_ context: inout RequestContext) async throws(PolicyError) -> Flow {
        let request = context.gateway.request
        guard request.method.string == "GET" else { return .proceed }
        if request.headers["Authorization"] != nil, !(try allowsPrivateResponses(&context)) { return .proceed }
        let missing = MissingResponse(key: try key(&context), kind: cache, downstream: try downstreamCaching(&context))
        guard await context.lookUpResponse(missing, at: position) else {
            for name in Self.conditionalFields { request.headers.remove(name) }
            return .proceed
        }
        context.trace("Cache lookup resulted in a hit.", at: position)
        return .resumeOutbound
    }

    /// What would make the backend answer with less than the whole response.
    private static let conditionalFields: [NetString] = [
        "Cache-Control", "Pragma", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range",
    ]

    private func downstreamCaching(_ context: inout RequestContext) throws(PolicyError) -> DownstreamCaching? {
        let kind = try downstream(&context)
        return kind == .none ? nil : DownstreamCaching(isPublic: kind == .public, mustRevalidate: try mustRevalidate(&context))
    }

    // MARK: The key

    /// What a response depends on: API, operation, URL, and what the policy adds. Each part is escaped, so that no value can
    /// pass for another part.
    private func key(_ context: inout RequestContext) throws(PolicyError) -> String {
        let gateway = context.gateway
        var parts = [gateway.api.id, gateway.api.revision, gateway.operation.id, gateway.request.url.origin, gateway.request.url.path]
        parts.append(try query(&context))
        if try variesByDeveloper(&context) { parts.append("developer=" + (gateway.user?.id ?? gateway.subscription?.id ?? "")) }
        if try variesByDeveloperGroups(&context) {
            parts.append("groups=" + (gateway.user?.groups ?? []).map { QueryParameters.encode($0.id) }.sorted().joined(separator: ","))
        }
        for header in headers {
            let name = try header(&context)
            parts.append(name.string.lowercased() + "=" + (gateway.request.headers.joined(name)?.string ?? ""))
        }
        return "response|" + parts.map(QueryParameters.encode).joined(separator: "|")
    }

    /// The parameters that select the response: the listed ones in a fixed order, or all as they came.
    private func query(_ context: inout RequestContext) throws(PolicyError) -> String {
        let query = QueryParameters(context.gateway.request.url.queryString)
        var names: [String] = []
        for list in queryParameters {
            names += try list(&context).string.split(separator: ";").map { $0.filter { $0 != " " } }
        }
        guard !names.isEmpty else { return query.queryString }
        var selected = QueryParameters("")
        for name in names.sorted() {
            for value in query.values(of: name) { selected.append(name.lowercased(), value) }
        }
        return selected.queryString
    }
}
