public import PolicyRuntime
import PolicyExpressions

/// Sets status code and reason of the response.
public struct SetStatus: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "set-status", category: .transformation, sections: .all, summary: "Sets status code and reason of the response.")

    /// The status code.
    public var code: PolicyValue<Int32>
    /// The reason phrase; the code's usual one when it is missing.
    public var reason: PolicyValue<String>?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        code = element.attribute("code", allowed: .range(100...999), "The status code.")
        reason = element.optionalAttribute("reason", "The reason phrase; the usual one of the code when it is missing.")
    }

    /// Binds code and reason.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let status = bind(in: &scope)
        return .immediate { context throws(PolicyError) in
            try status.apply(to: context.preparedResponse(), &context)
            return .proceed
        }
    }

    /// Binds the parts for a policy that holds this one.
    func bind(in scope: inout CompilationScope) -> BoundStatus {
        BoundStatus(code: scope.bind(code), reason: reason.map { scope.bindText($0) })
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "code and reason change, the body stays", in: .outbound, #"<set-status code="202" reason="Taken" />"#,
            expects: .status(202), .body(#"{"ok":true}"#))
    ]
}

/// A set-status with its values bound.
struct BoundStatus: Sendable {
    let code: BoundValue<Int32>
    let reason: BoundValue<NetString>?

    func apply(to response: GatewayResponse, _ context: inout RequestContext) throws(PolicyError) {
        let code = try code(&context)
        let reason = try reason.map { value throws(PolicyError) in FieldText.sanitized(try value(&context)) }
        response.statusCode = code
        response.statusReason = reason ?? NetString(GatewayResponse.usualReason(of: code))
    }
}
