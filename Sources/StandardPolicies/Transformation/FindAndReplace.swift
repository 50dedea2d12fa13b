public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Replaces a text wherever it stands in the body.
public struct FindAndReplace: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "find-and-replace", category: .transformation, sections: .all, summary: "Replaces a text wherever it stands in the body.")

    /// The text that is looked for.
    public var from: PolicyValue<String>
    /// What stands there afterwards.
    public var to: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        from = element.attribute("from", allowed: .notEmpty, "The text that is looked for; its case counts.")
        to = element.attribute("to", "What stands there afterwards.")
    }

    /// Binds both texts. The section says whose body it is: the response's in outbound and on-error.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let (from, to) = (scope.bindText(from), scope.bindText(to))
        let side = MessageSide(of: scope.position.section)
        scope.readBodies(side.bodies)
        return .immediate { context throws(PolicyError) in
            let pattern = try from(&context).withUTF8 { Array($0) }
            let replacement = try to(&context).withUTF8 { Array($0) }
            side.changeBody(in: &context) { body in body.replacing(pattern, with: replacement) }
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "every occurrence is replaced", in: .outbound, #"<find-and-replace from="node-3.local" to="api.example" />"#,
            answers: [("https://backend.example/", .init(body: "http://node-3.local/a http://node-3.local/b"))],
            expects: .body("http://api.example/a http://api.example/b"))
    ]
}
