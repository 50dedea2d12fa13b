public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Adds, replaces, appends or removes a query parameter of the request.
public struct SetQueryParameter: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "set-query-parameter", category: .transformation, sections: [.inbound, .backend],
        summary: "Adds, replaces, appends or removes a query parameter of the request.")

    /// The parameter's name.
    public var name: PolicyValue<String>
    /// What happens when the parameter is there.
    public var existsAction: PolicyValue<ExistsAction>
    /// The values.
    public var values: [PolicyValue<String>]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        existsAction = element.attribute("exists-action", default: .override, "What happens when the parameter is there already.")
        name = element.attribute("name", allowed: .notEmpty, "The parameter's name.")
        values = element.valueChildren("value", "A value; several make a parameter that is repeated. None for delete.")
    }

    /// Binds name, action and values.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let name = scope.bindText(name)
        let action = scope.bind(existsAction)
        let values = values.map { scope.bindText($0) }
        if let constant = action.constant, constant != .delete, values.isEmpty {
            scope.error("missing-element", "'set-query-parameter' needs a child 'value' unless it deletes")
        }
        return .immediate { context throws(PolicyError) in
            let name = try name(&context).string
            let action = try action(&context)
            var query = QueryParameters(context.gateway.request.url.queryString)
            if action == .skip, !query.values(of: name).isEmpty { return .proceed }
            try Self.change(&query, name, action, values, &context)
            context.gateway.request.url.queryString = query.queryString
            return .proceed
        }
    }

    private static func change(
        _ query: inout QueryParameters, _ name: String, _ action: ExistsAction, _ values: [BoundValue<NetString>],
        _ context: inout RequestContext
    ) throws(PolicyError) {
        var texts: [String] = []
        if action != .delete { for value in values { texts.append(try value(&context).string) } }
        switch action {
        case .override: query.set(name, to: texts)
        case .append, .skip: for text in texts { query.append(name, text) }
        case .delete: query.remove(name)
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "override replaces the value and leaves the others", in: .inbound,
            #"<set-query-parameter name="size"><value>20</value></set-query-parameter>"#,
            request: .init("GET", "https://gateway.example/shop/orders/7?size=5&kind=a"),
            expects: .backendURL("https://backend.example/svc/orders/7?size=20&kind=a")),
        PolicyExample(
            "delete hides the subscription key from the backend", in: .inbound,
            #"<set-query-parameter name="subscription-key" exists-action="delete" />"#,
            request: .init("GET", "https://gateway.example/shop/orders/7?subscription-key=abc&kind=a"),
            expects: .backendURL("https://backend.example/svc/orders/7?kind=a")),
    ]
}
