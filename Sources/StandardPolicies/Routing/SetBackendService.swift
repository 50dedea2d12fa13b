public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Changes the backend of the request.
public struct SetBackendService: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "set-backend-service", category: .routing, sections: [.inbound, .backend],
        summary: "Changes the base URL or the backend entity that the request goes to.")

    /// The replicas of a Service Fabric partition.
    public enum ReplicaType: String, PolicyEnumeration, BindableType {
        /// The one that writes.
        case primary
        /// One of those that read.
        case secondary
    }

    /// The new base URL.
    public var baseURL: PolicyValue<String>?
    /// The backend entity.
    public var backendID: PolicyValue<String>?
    /// The attributes of Service Fabric and Dapr, which belong to a backend entity.
    public var entityAttributes: [PolicyValue<String>]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        baseURL = element.optionalAttribute("base-url", allowed: .notEmpty, "The new base URL; path and query of the request follow it.")
        backendID = element.optionalAttribute("backend-id", allowed: .notEmpty, "The backend entity.")
        let condition = element.optionalAttribute(
            "sf-resolve-condition", as: Bool.self, "Service Fabric: when to resolve the partition again.")
        let texts = Self.entityTexts.map { element.optionalAttribute($0.name, as: String.self, $0.summary) }
        let replica = element.optionalAttribute("sf-replica-type", as: ReplicaType.self, "Service Fabric: which replica is asked.")
        entityAttributes = [condition.map(Self.untyped), replica.map(Self.untyped)].compactMap(\.self) + texts.compactMap(\.self)
    }

    private static let entityTexts = [
        (name: "sf-service-instance-name", summary: "Service Fabric: the instance of the service."),
        (name: "sf-partition-key", summary: "Service Fabric: the partition's key."),
        (name: "sf-listener-name", summary: "Service Fabric: the listener's name."),
        (name: "dapr-app-id", summary: "Dapr: the name of the target microservice."),
        (name: "dapr-method", summary: "Dapr: the method or URL to invoke."),
        (name: "dapr-namespace", summary: "Dapr: the target's namespace."),
    ]

    private static func untyped(_ value: PolicyValue<some PolicyValueType>) -> PolicyValue<String> {
        PolicyValue(name: value.name, text: value.text, span: value.span)
    }

    /// Binds the target. An entity that no one configured is refused unless the compilation takes entities as given.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        checkTargets(in: &scope)
        if let backendID { return compile(backendID, in: &scope) }
        guard let baseURL else { return .none }
        return compile(baseURL: baseURL, in: &scope)
    }

    private func compile(_ backendID: PolicyValue<String>, in scope: inout CompilationScope) -> PolicyAction {
        let (id, backends) = (scope.bindText(backendID), scope.backends)
        if let constant = id.constant?.string, backends[constant] == nil, !scope.options.assumesEntities {
            scope.error(
                "unknown-entity", "there is no backend '\(constant)'", at: backendID.span, hint: didYouMean(constant, among: backends.ids))
        }
        return .immediate { context throws(PolicyError) in
            let id = try id(&context).string
            guard let backend = backends[id] else { throw PolicyError(nil, "There is no backend '\(id)'.") }
            context.use(backend)
            return .proceed
        }
    }

    private func compile(baseURL: PolicyValue<String>, in scope: inout CompilationScope) -> PolicyAction {
        let position = scope.position
        let text = scope.bindText(baseURL)
        if let constant = text.constant {
            do throws(InvalidURL) {
                let url = try RequestURL(outbound: Self.handshake(constant.string))
                return .immediate { context throws(PolicyError) in
                    Self.use(url, in: &context, at: position)
                    return .proceed
                }
            } catch {
                scope.error("invalid-value", "the base URL \(error.problem)", at: baseURL.span)
                return .none
            }
        }
        return .immediate { context throws(PolicyError) in
            Self.use(try RequestURL(evaluated: Self.handshake(try text(&context).string)), in: &context, at: position)
            return .proceed
        }
    }

    /// WebSocket APIs name their backends with `ws` and `wss`: the handshake goes over HTTP to the same place.
    private static func handshake(_ url: String) -> String {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        return scheme == "ws" || scheme == "wss" ? "http" + url.dropFirst(2) : url
    }

    /// An entity that was set before stays: only another entity replaces it.
    private static func use(_ url: RequestURL, in context: inout RequestContext, at position: PolicyPosition) {
        context.backendURL = url
        guard let backend = context.backend else { return }
        context.trace("The request still goes to the backend '\(backend.id)', which only another backend replaces.", at: position)
    }

    private func checkTargets(in scope: inout CompilationScope) {
        switch (baseURL, backendID) {
        case (nil, nil): scope.error("missing-attribute", "'set-backend-service' needs 'base-url' or 'backend-id'")
        case (_?, let backendID?):
            scope.error("invalid-combination", "'set-backend-service' takes 'base-url' or 'backend-id', not both", at: backendID.span)
        default: break
        }
        for value in entityAttributes {
            _ = scope.bindText(value)
            guard !scope.options.assumesEntities else { continue }
            scope.error(
                "not-available", "'\(value.name ?? "")' belongs to Service Fabric or Dapr, which this engine does not reach", at: value.span
            )
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "path and query follow the new base URL", in: .inbound,
            #"<set-backend-service base-url="https://blue.example/api/9/" />"#,
            request: .init("GET", "https://gateway.example/shop/orders/7?size=2"), answers: [("https://blue.example/", .init())],
            expects: .backendURL("https://blue.example/api/9/orders/7?size=2"))
    ]
}
