public import PolicyRuntime
import PolicyExpressions

/// Creates or replaces a context variable.
public struct SetVariable: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "set-variable", category: .transformation, sections: .all, summary: "Creates or replaces a context variable.")

    /// The variable's name.
    public var name: PolicyValue<String>
    /// The value: a literal is a string, an expression keeps its type.
    public var value: PolicyValue<AnyPolicyValue>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        name = element.attribute("name", expressions: false, allowed: .notEmpty, "The variable's name; its case counts.")
        value = element.attribute("value", "The value: a literal is a string, an expression keeps the type of its result.")
    }

    /// Binds name and value.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let name = scope.bindText(name)
        let value = scope.bindObject(value)
        let position = scope.position
        return .immediate { context throws(PolicyError) in
            context.setVariable(try name(&context), to: try value(&context), at: position)
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "an expression keeps its type", in: .inbound,
            """
            <set-variable name="units" value="@(6 * 2)" />
            <set-variable name="more" value="@((int)context.Variables["units"] + 3)" />
            """, expects: .variable("more", "15")),
        PolicyExample(
            "a literal is a string, also when it looks like a number", in: .inbound,
            """
            <set-variable name="units" value="12" />
            <set-variable name="more" value="@(context.Variables.GetValueOrDefault<string>("units") + 3)" />
            """, expects: .variable("more", "123")),
    ]
}
