public import PolicyDiagnostics
public import PolicyRuntime
import PolicyExpressions

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
        /// The element's name in the document.
        public var span: SourceSpan
    }

    /// The conditions in the order in which they are tried.
    public var whens: [When]
    /// What runs when no condition holds.
    public var otherwise: [PolicyNode]?
    private let otherwiseSpan: SourceSpan?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        whens = element.children("when", atLeast: 1, "A condition and what runs when it holds.") { when in
            When(
                condition: when.attribute("condition", "Whether the policies inside run."), policies: when.policies(),
                span: when.element.nameSpan)
        }
        let fallback = element.optionalChild("otherwise", "What runs when no condition holds.") { ($0.policies(), $0.element.nameSpan) }
        (otherwise, otherwiseSpan) = (fallback?.0, fallback?.1)
    }

    /// Binds the conditions and compiles the branches.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let steps = PathSteps(whens.map { _ in "when" })
        let branches = whens.indices.map { index in
            Branch(
                condition: scope.bind(whens[index].condition), position: scope.position(of: steps[index]),
                policies: scope.compile(whens[index].policies, in: steps[index]),
                point: scope.branch(steps[index], at: whens[index].span, of: "choose"))
        }
        let fallback = Fallback(
            policies: scope.compile(otherwise ?? [], in: "otherwise"),
            point: scope.branch(otherwise == nil ? "no condition holds" : "otherwise", at: otherwiseSpan, of: "choose"))
        return Self.action(branches, fallback)
    }

    private static func action(_ branches: [Branch], _ fallback: Fallback) -> PolicyAction {
        if fallback.policies.isImmediate, branches.allSatisfy(\.policies.isImmediate) {
            return .immediate { context throws(PolicyError) in
                for branch in branches where try branch.holds(&context) { return try branch.policies.runImmediately(&context) }
                context.reached(fallback.point)
                return try fallback.policies.runImmediately(&context)
            }
        }
        return .suspending { context async throws(PolicyError) in
            for branch in branches where try branch.holds(&context) { return try await branch.policies.run(&context) }
            context.reached(fallback.point)
            return try await fallback.policies.run(&context)
        }
    }

    private struct Branch: Sendable {
        let condition: BoundValue<Bool>
        let position: PolicyPosition
        let policies: PolicySequence
        let point: CoveragePoint?

        func holds(_ context: inout RequestContext) throws(PolicyError) -> Bool {
            do throws(PolicyError) {
                let holds = try condition(&context)
                if holds { context.reached(point) }
                return holds
            } catch {
                throw error.located(at: position)
            }
        }
    }

    /// What happens when no condition holds.
    private struct Fallback: Sendable {
        let policies: PolicySequence
        let point: CoveragePoint?
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
