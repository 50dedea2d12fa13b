public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Runs its policies side by side, and goes on when all of them have ended, or the first.
public struct Wait: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "wait", category: .controlFlow, sections: [.inbound, .backend, .outbound],
        summary: "Runs its policies side by side, and goes on when all of them have ended, or the first.")

    /// What it waits for.
    public enum Quantity: String, PolicyEnumeration, BindableType {
        /// The end of every policy.
        case all
        /// The end of the first; the others are stopped.
        case any
    }

    /// What it waits for.
    public var quantity: PolicyValue<Quantity>
    /// What runs.
    public var policies: [PolicyNode]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        quantity = element.attribute("for", default: .all, "Whether it waits for all policies or for the first.")
        policies = element.policyChildren(named: ["send-request", "cache-lookup-value", "choose"])
        let problem = "'wait' needs a child 'send-request', 'cache-lookup-value' or 'choose'"
        if policies.isEmpty { element.report(Diagnostic("missing-element", .error, problem, at: element.element.nameSpan)) }
    }

    /// Compiles the policies.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let quantity = scope.bind(quantity)
        let parts = scope.compile(policies).parts
        return .suspending { context async throws(PolicyError) in
            let endsWithFirst = try quantity(&context) == .any
            return try await context.runConcurrently(parts, endsWithFirst: endsWithFirst)
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "two services are asked at the same time", in: .inbound,
            """
            <wait for="all">
                <send-request response-variable-name="stock">
                    <set-url>https://stock.example/items/7</set-url>
                    <set-method>GET</set-method>
                </send-request>
                <send-request response-variable-name="price">
                    <set-url>https://price.example/items/7</set-url>
                    <set-method>GET</set-method>
                </send-request>
            </wait>
            <set-header name="X-Offer">
                <value>@(((IResponse)context.Variables["stock"]).Body.As<string>() + " at "
                    + ((IResponse)context.Variables["price"]).Body.As<string>())</value>
            </set-header>
            """, answers: [("https://stock.example/", .init(body: "12")), ("https://price.example/", .init(body: "4.20"))],
            expects: .backendHeader("X-Offer", "12 at 4.20"))
    ]
}
