public import PolicyRuntime

/// Runs the policies of the first `when` whose condition holds, or those of `otherwise`.
public struct Choose: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "choose", category: .controlFlow, sections: .all,
        summary: "Runs the policies of the first condition that holds, or those of otherwise.")

    /// A condition with its policies.
    public struct When: Sendable {
        /// Whether the policies run.
        public var condition: PolicyValue<Bool>
        /// What runs.
        public var policies: [PolicyNode]
    }

    /// The conditions in the order in which they are tried.
    public var whens: [When]
    /// What runs when no condition holds.
    public var otherwise: [PolicyNode]?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        whens = element.children("when", atLeast: 1, "A condition and what runs when it holds.") { when in
            When(condition: when.attribute("condition", "Whether the policies inside run."), policies: when.policies())
        }
        otherwise = element.optionalChild("otherwise", "What runs when no condition holds.") { $0.policies() }
    }

    /// Binds the conditions and compiles the branches.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let steps = PathSteps(whens.map { _ in "when" })
        let branches = whens.indices.map { index in
            Branch(
                condition: scope.bind(whens[index].condition), position: scope.position(of: steps[index]),
                policies: scope.compile(whens[index].policies, in: steps[index]))
        }
        let fallback = scope.compile(otherwise ?? [], in: "otherwise")
        return Self.action(branches, fallback)
    }

    private static func action(_ branches: [Branch], _ fallback: PolicySequence) -> PolicyAction {
        if fallback.isImmediate, branches.allSatisfy(\.policies.isImmediate) {
            return .immediate { context throws(PolicyError) in
                for branch in branches where try branch.holds(&context) { return try branch.policies.runImmediately(&context) }
                return try fallback.runImmediately(&context)
            }
        }
        return .suspending { context async throws(PolicyError) in
            for branch in branches where try branch.holds(&context) { return try await branch.policies.run(&context) }
            return try await fallback.run(&context)
        }
    }

    private struct Branch: Sendable {
        let condition: BoundValue<Bool>
        let position: PolicyPosition
        let policies: PolicySequence

        func holds(_ context: inout RequestContext) throws(PolicyError) -> Bool {
            do throws(PolicyError) {
                return try condition(&context)
            } catch {
                throw error.located(at: position)
            }
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "the first condition that holds decides", in: .inbound,
            """
            <choose>
                <when condition="@(context.Request.Method == "GET")">
                    <set-header name="X-Kind"><value>read</value></set-header>
                </when>
                <when condition="true">
                    <set-header name="X-Kind"><value>write</value></set-header>
                </when>
            </choose>
            """, expects: .backendHeader("X-Kind", "read")),
        PolicyExample(
            "otherwise runs when no condition holds", in: .inbound,
            """
            <choose>
                <when condition="@(context.Request.Headers.ContainsKey("X-Plan"))">
                    <set-query-parameter name="tier"><value>known</value></set-query-parameter>
                </when>
                <otherwise>
                    <set-query-parameter name="tier"><value>standard</value></set-query-parameter>
                </otherwise>
            </choose>
            """, expects: .backendURL("https://backend.example/svc/orders/7?tier=standard")),
    ]
}
