import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let constantExpression = LintRule(
        "lint-constant-expression", .note, .notation, "An expression always has the same value.",
        explanation: """
            An expression without anything of the request in it is evaluated for nothing with every request. Often it was meant to \
            depend on something: the name of a variable stands in quotes, or an interpolated string lost its $.
            """,
        bad: #"<inbound><set-header name="X-User" exists-action="override"><value>@("context.User.Id")</value></set-header></inbound>"#,
        good: #"<inbound><set-header name="X-User" exists-action="override"><value>@(context.User.Id)</value></set-header></inbound>"#,
        isFixable: true
    ) { document in
        document.expressions.compactMap { element, expression in
            guard let constant = expression.operation?.constant, expression.kind == .single, constant != .null,
                !(element.name == "when" && expression.attribute == "condition"), !expression.code.string.contains("{{")
            else { return nil }
            // These keep the type of an expression: @(3) is a number, and 3 would be text.
            let keepsType = ["set-variable", "cache-store-value", "cache-lookup-value"].contains(element.name)
            guard !keepsType || expression.operation?.constantText != nil else { return nil }
            let looksMeant = expression.operation?.constantText.map { $0.contains("context.") } ?? false
            return Finding(
                "this always has the same value", at: expression.span,
                hint: looksMeant ? "the quotes make it text: leave them out" : "write the value itself",
                fix: looksMeant ? nil : literalFix(expression, element))
        }
    }

    /// The value itself in the place of `@(…)`, where nothing in it means anything to XML or to the gateway.
    private static func literalFix(_ expression: AnalyzedExpression, _ element: AnalyzedElement) -> Diagnostic.Fix? {
        guard let text = expression.operation?.constantText, let inside = expression.span, element.name != "set-body",
            !text.isEmpty, text == text.trimmed, !text.contains(where: { "<>&\"'@{}\n\r\t".contains($0) })
        else { return nil }
        let whole = SourceSpan(inside.source, SourceRange(inside.range.lowerBound - 2, inside.range.upperBound + 1))
        guard whole.text.hasPrefix("@("), whole.text.hasSuffix(")") else { return nil }
        return Diagnostic.Fix(whole, replacement: text)
    }

    static let constantCondition = LintRule(
        "lint-constant-condition", .warning, .flow, "A condition always has the same outcome.",
        explanation: """
            A branch whose condition is always true hides every branch behind it, and one that is never true is dead. It is left over \
            from trying something out, or a comparison that cannot hold, such as a null check of a value that is never null.
            """,
        bad: """
            <inbound>
                <choose>
                    <when condition="@(true)">
                        <set-header name="X" exists-action="delete" />
                    </when>
                    <otherwise>
                        <return-response />
                    </otherwise>
                </choose>
            </inbound>
            """,
        good: """
            <inbound>
                <set-header name="X" exists-action="delete" />
            </inbound>
            """
    ) { document in
        document.elements.compactMap { element in
            guard element.name == "when", let value = element.element[attribute: "condition"]?.value else { return nil }
            let literal = element.literal("condition")?.lowercased()
            let constant =
                literal == "true" ? true : literal == "false" ? false : outcome(of: element.expression(of: "condition"))
            guard let constant else { return nil }
            return Finding(
                "this condition is always \(constant)", at: value.span,
                hint: constant ? "leave out the choose, or say what it depends on" : "remove the branch")
        }
    }

    /// What a condition always gives; one with a named value in it differs between services.
    private static func outcome(of condition: AnalyzedExpression?) -> Bool? {
        guard let condition, !condition.code.string.contains("{{") else { return nil }
        return condition.operation?.constantOutcome
    }

    static let repeatedCondition = LintRule(
        "lint-repeated-condition", .warning, .flow, "Two branches of a choose have the same condition.",
        explanation: """
            Only the first branch whose condition holds runs, so that the second one with the same condition never does. It was copied, \
            and its condition not changed.
            """,
        bad: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Method == "GET")">
                        <set-header name="A" exists-action="delete" />
                    </when>
                    <when condition="@( context.Request.Method == "GET" )">
                        <set-header name="B" exists-action="delete" />
                    </when>
                </choose>
            </inbound>
            """,
        good: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Method == "GET")">
                        <set-header name="A" exists-action="delete" />
                    </when>
                    <when condition="@(context.Request.Method == "PUT")">
                        <set-header name="B" exists-action="delete" />
                    </when>
                </choose>
            </inbound>
            """
    ) { document in
        document.elements(named: "choose").flatMap { choose -> [Finding] in
            var seen: [[String]: AnalyzedElement] = [:]
            return document.children(of: choose).compactMap { branch in
                guard let condition = branch.expression(of: "condition") else { return nil }
                let tokens = condition.tokens
                guard let first = seen[tokens] else {
                    seen[tokens] = branch
                    return nil
                }
                return Finding(
                    "this branch never runs: another one with the same condition stands before it", at: condition.span,
                    notes: [Diagnostic.Note("the other one", at: first.element.nameSpan)])
            }
        }
    }

    static let emptyBranch = LintRule(
        "lint-empty-branch", .note, .flow, "A branch does nothing.",
        explanation: """
            A when without policies says that something is to happen and leaves out what. Where the policies of a branch are only \
            there as a comment, they were taken out for a test and forgotten, and the check that they made is off.
            """,
        bad: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Method == "DELETE")" />
                </choose>
            </inbound>
            """,
        good: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Method == "DELETE")">
                        <return-response />
                    </when>
                </choose>
            </inbound>
            """
    ) { document in
        document.elements(named: "when", "otherwise", "retry", "limit-concurrency", "wait").compactMap { branch in
            let children = document.children(of: branch)
            // An empty branch before others keeps them from running, and an empty otherwise says that nothing is to happen.
            let isMeant = branch.name == "otherwise" || branch.name == "when" && !document.isLastBranch(branch)
            guard children.isEmpty, !isMeant || branch.hasPoliciesInComments else { return nil }
            return Finding(
                "nothing happens in this '\(branch.name)'", at: branch.element.nameSpan, hint: "remove it, or write what is to happen")
        }
    }
}

extension Operation {
    /// The outcome, where it is always the same: a constant, also on the deciding side of `&&` and `||`.
    var constantOutcome: Bool? {
        if let constant = constantBoolean { return constant }
        switch kind {
        case .operator(.conditionalAnd): return children.contains { $0.constantOutcome == false } ? false : nil
        case .operator(.conditionalOr): return children.contains { $0.constantOutcome == true } ? true : nil
        case .operator(.not): return children.first?.constantOutcome.map { !$0 }
        default: return nil
        }
    }
}

extension AnalyzedElement {
    fileprivate var hasPoliciesInComments: Bool {
        element.children.contains { if case .comment(let text) = $0 { text.contains("<") && text.contains(">") } else { false } }
    }
}

extension AnalyzedDocument {
    fileprivate func isLastBranch(_ branch: AnalyzedElement) -> Bool {
        parent(of: branch).flatMap { children(of: $0).last?.index } == branch.index
    }
}
