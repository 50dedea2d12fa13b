import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    private static let counterPolicies = ["rate-limit-by-key", "quota-by-key", "llm-token-limit", "azure-openai-token-limit"]

    private static func counters(in document: AnalyzedDocument) -> [AnalyzedElement] {
        document.elements.filter { $0.isPolicy && counterPolicies.contains($0.name) }
    }

    static let counterKeyFromHeader = LintRule(
        "lint-counter-key-unvalidated", .warning, .rateLimiting, "A counter's key comes from a header or token that nobody has checked.",
        explanation: """
            A caller who writes another value into the header gets a fresh counter with every request, and the limit never holds. A \
            token that was not validated can be made up just the same. Count by something the gateway itself has established (the \
            subscription, the client certificate, a token after validate-jwt), or check the header before it is counted by.
            """,
        bad: """
            <inbound>
                <base />
                <rate-limit-by-key calls="10" renewal-period="60" \
            counter-key="@(context.Request.Headers.GetValueOrDefault("X-Client", ""))" />
            </inbound>
            """,
        good: """
            <inbound>
                <base />
                <rate-limit-by-key calls="10" renewal-period="60" counter-key="@(context.Subscription.Id)" />
            </inbound>
            """
    ) { document in
        counters(in: document).compactMap { policy in
            guard let key = policy.expression(of: "counter-key") else { return nil }
            let headers = key.accesses(to: "Request", "Headers") + key.accesses(to: "Request", "Url", "Query")
            let first = headers.first { document.mayBeForged($0.name, at: policy) && $0.manner != .contains }
            guard let first else { return nil }
            let message = "the counter of '\(policy.name)' is chosen by the caller: nothing has checked '\(first.name)' before"
            return Finding(
                message, at: key.span(of: first.operation), hint: "count by the subscription, or validate the value before this policy")
        }
    }

    static let constantCounterKey = LintRule(
        "lint-counter-key-constant", .warning, .rateLimiting, "A counter's key is the same for every caller.",
        explanation: """
            With a constant key all callers count together: one busy client uses up the limit of everybody, and the others get 429 \
            without having done anything. A limit for each caller needs a key that differs between callers; a limit for all together \
            can be said by a suppression comment.
            """,
        bad: #"<inbound><base /><rate-limit-by-key calls="10" renewal-period="60" counter-key="orders" /></inbound>"#,
        good: #"""
            <inbound>
                <base />
                <rate-limit-by-key calls="10" renewal-period="60" counter-key="@("orders" + context.Subscription.Id)" />
            </inbound>
            """#
    ) { document in
        counters(in: document).compactMap { policy in
            guard let value = policy.element[attribute: "counter-key"]?.value, !document.isBranchOfCaller(policy) else { return nil }
            let isLiteral = value.literal.map { !$0.string.contains("{{") && !$0.string.isEmpty && !saysShared($0.string) } ?? false
            guard isLiteral || policy.expression(of: "counter-key")?.operation?.constant != nil else { return nil }
            return Finding(
                "every caller of '\(policy.name)' counts on the same counter", at: value.span,
                hint: "make the key of something that differs between callers, such as context.Subscription.Id")
        }
    }

    /// Whether the key itself says that all callers are meant.
    private static func saysShared(_ key: String) -> Bool {
        let key = key.lowercased()
        return ["global", "total", "shared", "all-"].contains { key.contains($0) }
    }

    static let sharedCounter = LintRule(
        "lint-counter-shared", .warning, .rateLimiting, "Two limits count on one counter.",
        explanation: """
            rate-limit-by-key has one counter for each value of its key, whichever document and scope the policy stands in. Two of them \
            with the same key count every request twice, and the stricter one refuses callers after half of what it says. Append \
            something of its own to each key.
            """,
        bad: """
            <inbound>
                <rate-limit-by-key calls="10" renewal-period="1" counter-key="@(context.Subscription.Id)" />
                <rate-limit-by-key calls="300" renewal-period="60" counter-key="@(context.Subscription.Id)" />
            </inbound>
            """,
        good: #"""
            <inbound>
                <rate-limit-by-key calls="10" renewal-period="1" counter-key="@(context.Subscription.Id + "/s")" />
                <rate-limit-by-key calls="300" renewal-period="60" counter-key="@(context.Subscription.Id + "/min")" />
            </inbound>
            """#
    ) { document in
        let limits = document.policies(named: "rate-limit-by-key")
        return limits.compactMap { limit in
            guard let key = limit.expression(of: "counter-key"),
                let other = limits.first(where: {
                    document.mayPrecede($0, limit) && $0.expression(of: "counter-key")?.tokens == key.tokens
                })
            else { return nil }
            return Finding(
                "this limit counts on the counter of another one, so that each request counts twice", at: key.span,
                hint: "append something of its own to each key", notes: [Diagnostic.Note("the other one", at: other.element.nameSpan)])
        }
    }
}

extension AnalyzedDocument {
    private static let tokenPolicies = ["validate-jwt", "validate-azure-ad-token"]
    /// Headers that the gateway itself checks: the names that subscription keys usually travel under.
    private static let keyHeaders: Set<String> = ["ocp-apim-subscription-key", "api-key", "subscription-key"]

    /// Whether a caller can write anything into a header or parameter, as far as the document shows.
    func mayBeForged(_ name: String, at policy: AnalyzedElement) -> Bool {
        let name = name.lowercased()
        guard !Self.keyHeaders.contains(name) else { return false }
        if name == "authorization", mayRunForeignPolicies(before: policy) { return false }
        return !elements.contains { check in
            guard check.index < policy.index, mayPrecede(check, policy) else { return false }
            return checks(check, name)
        }
    }

    private func checks(_ element: AnalyzedElement, _ name: String) -> Bool {
        switch element.name {
        case "check-header", "set-header", "set-query-parameter": return element.literal("name")?.lowercased() == name
        case let policy where Self.tokenPolicies.contains(policy):
            let carrier = element.literal("header-name") ?? element.literal("query-parameter-name")
            return carrier.map { $0.lowercased() == name } ?? (element.element[attribute: "token-value"] != nil || name == "authorization")
        case "when": return element.expressions.contains { $0.accesses(to: "Request", "Headers").contains { $0.name.lowercased() == name } }
        default: return false
        }
    }

    /// Whether an element runs for some callers only, told apart by a condition on who they are.
    func isBranchOfCaller(_ element: AnalyzedElement) -> Bool { !conditions(around: element).isEmpty }
}
