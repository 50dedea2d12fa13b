import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let destinationFromRequest = LintRule(
        "lint-destination-from-request", .error, .security, "The caller chooses which server is called.",
        explanation: """
            When the host of a URL comes from a header, a parameter or the body, the gateway fetches whatever it is told to, from inside \
            the network and with its own credentials: metadata services and internal admin pages among them (server-side request \
            forgery). Choose among known servers by the value instead.
            """,
        bad: #"""
            <inbound>
                <set-backend-service base-url="@(context.Request.Headers.GetValueOrDefault("X-Backend", "https://a.example.com"))" />
            </inbound>
            """#,
        good: #"""
            <inbound>
                <set-backend-service base-url="@(context.Request.Headers.GetValueOrDefault("X-Backend", "") == "b" \
            ? "https://b.example.com" : "https://a.example.com")" />
            </inbound>
            """#
    ) { document in
        document.expressions.compactMap { element, expression in
            let isDestination =
                element.name == "set-backend-service" && expression.attribute == "base-url"
                || element.name == "set-url" && expression.attribute == nil
            guard isDestination, let operation = expression.operation,
                let source = document.callerValue(at: operation.beginning, before: element)
            else { return nil }
            return Finding(
                "the caller chooses the server by \(source)", at: expression.span(of: operation.beginning) ?? expression.span,
                hint: "choose among known servers by the value")
        }
    }

    static let patternFromRequest = LintRule(
        "lint-pattern-from-request", .warning, .security, "The caller writes the regular expression.",
        explanation: """
            A pattern with nested repetitions takes time without end on a short text. Where the caller writes it, one request \
            occupies the gateway, and a few of them all of it. Escape the value with Regex.Escape, or compare without a pattern.
            """,
        bad: #"""
            <inbound>
                <set-variable name="hit" value="@(Regex.IsMatch("orders", context.Request.Headers.GetValueOrDefault("X-Filter", ".")))" />
            </inbound>
            """#,
        good: #"""
            <inbound>
                <set-variable name="hit" value="@("orders".Contains(context.Request.Headers.GetValueOrDefault("X-Filter", ".")))" />
            </inbound>
            """#
    ) { document in
        document.expressions.flatMap { element, expression in
            expression.operations.compactMap { operation -> Finding? in
                guard let pattern = operation.pattern, pattern.constant == nil,
                    let source = pattern.unescapedParts.lazy.compactMap({ document.callerValue(at: $0, before: element) }).first
                else { return nil }
                return Finding(
                    "the caller writes the pattern by \(source)", at: expression.span(of: pattern), hint: "use Regex.Escape on the value")
            }
        }
    }
}

extension Operation {
    /// The pattern of a call of Regex.
    fileprivate var pattern: Operation? {
        switch kind {
        case .call("IsMatch"), .call("Match"), .call("Matches"), .call("Replace"), .call("Split"):
            isStatic && children.count >= 2 ? children[1] : nil
        case .creation: typeName == "Regex" ? children.first : nil
        default: nil
        }
    }

    /// The node and what is in it, without what Regex.Escape makes harmless.
    fileprivate var unescapedParts: [Operation] {
        if case .call("Escape") = kind { return [] }
        return [self] + children.flatMap(\.unescapedParts)
    }

    /// What the value's text begins with: the first part of a concatenation, of a format, of a new Uri.
    var beginning: Operation {
        switch kind {
        case .operator(.concatenation), .cast, .coalesce, .conditionalAccess, .creation: children.first?.beginning ?? self
        case .operator(.other): typeName == "string" ? children.first?.beginning ?? self : self
        case .call("ToString"), .call("Trim"), .call("TrimEnd"), .call("ToLower"), .call("Replace"): children.first?.beginning ?? self
        default: self
        }
    }
}

extension AnalyzedDocument {
    /// Where the caller writes a value, in words; nil when the caller does not, or does through a check.
    func callerValue(at operation: Operation, before element: AnalyzedElement, depth: Int = 4) -> String? {
        if let access = operation.access(to: ["Request", "Headers"]), access.manner != .contains {
            return isComparedBefore(element, header: access.name) ? nil : "the header '\(access.name)'"
        }
        if let access = operation.access(to: ["Request", "Url", "Query"]), access.manner != .contains {
            return "the parameter '\(access.name)'"
        }
        guard depth > 0, let access = operation.access(to: ["Variables"]) else { return nil }
        return valueSet(of: access.name, before: element).flatMap { setter, value in
            callerValue(at: value.beginning, before: setter, depth: depth - 1)
        }
    }

    /// What the variable was last set to before an element, if that is an expression.
    private func valueSet(of name: String, before element: AnalyzedElement) -> (AnalyzedElement, Operation)? {
        let setters = policies(named: "set-variable").filter { mayPrecede($0, element) && $0.literal("name") == name }
        guard let last = setters.last, let value = last.expression(of: "value")?.operation else { return nil }
        return (last, value)
    }

    /// Whether the value of a header was compared with something on the way to an element.
    private func isComparedBefore(_ element: AnalyzedElement, header: String) -> Bool {
        let checked = policies(named: "check-header").contains {
            mayPrecede($0, element) && $0.literal("name")?.lowercased() == header.lowercased()
        }
        return checked
            || conditions(around: element).contains { condition in
                condition.accesses(to: "Request", "Headers").contains {
                    $0.name.lowercased() == header.lowercased() && $0.manner != .contains
                }
            }
    }
}
