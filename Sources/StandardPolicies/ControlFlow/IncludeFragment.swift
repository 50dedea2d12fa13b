public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Runs the policies of a fragment in its place.
public struct IncludeFragment: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "include-fragment", category: .controlFlow, sections: .all, summary: "Runs the policies of a fragment in its place.")

    /// The fragment's identifier.
    public var fragmentID: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        fragmentID = element.attribute("fragment-id", expressions: false, allowed: .notEmpty, "The fragment's identifier.")
    }

    /// Compiles the fragment where it is included, so that its policies are those of this section.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        guard let id = scope.bindText(fragmentID).constant?.string else { return .none }
        guard let policies = scope.compileFragment(id, at: fragmentID.span) else { return .none }
        let position = scope.position
        let (entering, leaving) = (TraceEntry("Entering policy fragment '\(id)'"), TraceEntry("Leaving policy fragment '\(id)'"))
        if policies.isImmediate {
            return .immediate { context throws(PolicyError) in
                context.trace(entering, at: position)
                defer { context.trace(leaving, at: position) }
                return try policies.runImmediately(&context)
            }
        }
        return .suspending { context async throws(PolicyError) in
            context.trace(entering, at: position)
            defer { context.trace(leaving, at: position) }
            return try await policies.run(&context)
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the fragment's policies run where it is included", in: .inbound, #"<include-fragment fragment-id="mark" />"#,
            fragments: ["mark": #"<fragment><set-header name="X-Mark"><value>1</value></set-header></fragment>"#],
            expects: .backendHeader("X-Mark", "1"))
    ]
}
