public import PolicyRuntime
import PolicyExpressions

/// Changes the method of the request.
public struct SetMethod: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "set-method", category: .transformation, sections: [.inbound, .onError], summary: "Changes the HTTP method of the request.")

    /// The method.
    public var method: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        method = element.text(allowed: .methodName, "The HTTP method.")
    }

    /// Binds the method.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let method = scope.bindText(method)
        return .immediate { context throws(PolicyError) in
            context.gateway.request.method = try method(&context)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the backend gets the new method", in: .inbound, "<set-method>POST</set-method>", request: .init("PUT", body: "x"),
            expects: .backendMethod("POST"), .backendBody("x"))
    ]
}

extension PolicyValueConstraint<String> {
    /// The name of a method (RFC 9110, 9.1).
    static var methodName: Self { Self("the name of an HTTP method") { FieldText.isToken($0) } }
}
