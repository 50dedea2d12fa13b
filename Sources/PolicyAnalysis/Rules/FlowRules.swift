import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let unreachablePolicy = LintRule(
        "lint-unreachable", .warning, .flow, "A policy stands where no request comes by.",
        explanation: """
            return-response and mock-response end the section: what stands behind them in the same sequence never runs. A header that is \
            set there is missing in the answer, and a log line is never written.
            """,
        bad: """
            <inbound>
                <return-response>
                    <set-status code="403" reason="Forbidden" />
                </return-response>
                <set-header name="X-Reason" exists-action="override">
                    <value>closed</value>
                </set-header>
            </inbound>
            """,
        good: """
            <inbound>
                <return-response>
                    <set-status code="403" reason="Forbidden" />
                    <set-header name="X-Reason" exists-action="override">
                        <value>closed</value>
                    </set-header>
                </return-response>
            </inbound>
            """
    ) { document in
        document.sequences.compactMap { policies in
            guard policies.first.map({ document.parent(of: $0)?.name != "wait" }) ?? false,
                let end = policies.firstIndex(where: { document.endsRequest($0) }), end + 1 < policies.count
            else { return nil }
            let next = policies[end + 1]
            guard next.name != "base" || policies.count > end + 2 || next.section == .inbound else { return nil }
            return Finding(
                "'\(next.name)' never runs: the request has been answered before", at: next.element.nameSpan,
                hint: "move it before the answer",
                notes: [Diagnostic.Note("it is answered here", at: policies[end].element.nameSpan)])
        }
    }

    static let duplicateSetHeader = LintRule(
        "lint-duplicate-set-header", .warning, .flow, "A header is set, and set again before anybody saw it.",
        explanation: """
            Of two set-header that override the same header the first has no effect. Most often a copied policy kept the name of the \
            one it was copied from, and the header that was meant is missing.
            """,
        bad: """
            <inbound>
                <set-header name="X-Source" exists-action="override">
                    <value>gateway</value>
                </set-header>
                <set-header name="X-Source" exists-action="override">
                    <value>eu-west</value>
                </set-header>
            </inbound>
            """,
        good: """
            <inbound>
                <set-header name="X-Source" exists-action="override">
                    <value>gateway</value>
                </set-header>
                <set-header name="X-Region" exists-action="override">
                    <value>eu-west</value>
                </set-header>
            </inbound>
            """
    ) { document in
        var groups: [Int: [AnalyzedElement]] = [:]
        for element in document.elements { groups[element.parent ?? -1, default: []].append(element) }
        return groups.keys.sorted().flatMap { repeatedHeaders(among: groups[$0] ?? [], in: document) }
    }

    private static func repeatedHeaders(among siblings: [AnalyzedElement], in document: AnalyzedDocument) -> [Finding] {
        var last: [String: AnalyzedElement] = [:]
        var findings: [Finding] = []
        for element in siblings {
            let reads = document.subtree(of: element).flatMap(\.expressions)
            if !reads.isEmpty, reads.contains(where: { $0.operation == nil || $0.readsHeaders }) { last = [:] }
            guard element.name == "set-header" else {
                if !["set-variable", "set-query-parameter", "set-method", "set-url", "set-body", "set-status"].contains(element.name) {
                    last = [:]
                }
                continue
            }
            guard let name = element.literal("name")?.lowercased() else {
                last = [:]
                continue
            }
            let action = element.literal("exists-action")?.lowercased() ?? "override"
            if action == "override" || action == "delete", let first = last[name] {
                findings.append(
                    Finding(
                        "the header '\(element.literal("name") ?? name)' was set before, which has no effect now",
                        at: element.element.nameSpan,
                        hint: "remove one of them, or mend its name",
                        notes: [Diagnostic.Note("it was set here", at: first.element.nameSpan)]))
            }
            last[name] = action == "override" ? element : nil
        }
        return findings
    }

    static let missingBase = LintRule(
        "lint-missing-base", .warning, .flow, "A section leaves out what outer scopes do.",
        explanation: """
            Without <base /> the policies of the product, of all APIs and of the service do not run for this section: validate-jwt, \
            limits and logging of the outer scopes are off for this API, and nothing says so. Reported where the other sections of \
            the document have it, or where --scope says that there is an outer scope.
            """,
        bad: """
            <policies>
                <inbound>
                    <set-header name="X" exists-action="delete" />
                </inbound>
                <backend>
                    <base />
                </backend>
                <outbound>
                    <base />
                </outbound>
            </policies>
            """,
        good: """
            <policies>
                <inbound>
                    <base />
                    <set-header name="X" exists-action="delete" />
                </inbound>
                <backend>
                    <base />
                </backend>
                <outbound>
                    <base />
                </outbound>
            </policies>
            """
    ) { document in
        let hasBase = document.elements.contains { $0.name == "base" }
        let isInner = document.scope.map { $0 != .global } ?? hasBase
        let inbound = document.sequences.first { $0.first?.section == .inbound && $0.first?.ancestors.count == 2 } ?? []
        guard isInner, !inbound.contains(where: { document.endsRequest($0) }) else { return [] }
        return document.document.sections.compactMap { section in
            let names = section.policies.map(\.name)
            let replacesBackend = section.section == .backend && !names.isEmpty
            let answers = names.contains { ["return-response", "mock-response"].contains($0) }
            guard !names.contains("base"), !replacesBackend, !answers else { return nil }
            return Finding(
                "what outer scopes do in '\(section.section.rawValue)' does not run", at: section.element.nameSpan,
                hint: "add <base />, or say that it is meant by a lint comment")
        }
    }

    static let forwardedTwice = LintRule(
        "lint-forwarded-twice", .error, .flow, "The request is sent to the backend twice.",
        explanation: """
            The backend section of the outermost scope forwards the request. A document that has both <base /> and forward-request \
            there sends it a second time: orders are placed twice, and the first answer is thrown away.
            """,
        bad: """
            <policies>
                <inbound>
                    <base />
                </inbound>
                <backend>
                    <base />
                    <forward-request timeout="60" />
                </backend>
            </policies>
            """,
        good: """
            <policies>
                <inbound>
                    <base />
                </inbound>
                <backend>
                    <forward-request timeout="60" />
                </backend>
            </policies>
            """
    ) { document in
        document.sequences.compactMap { policies in
            guard policies.first?.section == .backend, policies.contains(where: { $0.name == "base" }) else { return nil }
            let second = policies.flatMap { document.subtree(of: $0) }.first { $0.name == "forward-request" && $0.isPolicy }
            return second.map {
                Finding("the request is sent here and by <base />", at: $0.element.nameSpan, hint: "remove one of the two")
            }
        }
    }

    static let corsNotFirst = LintRule(
        "lint-cors-not-first", .warning, .flow, "A policy that refuses requests stands before cors.",
        explanation: """
            An answer that is given before cors ran has no CORS headers. The browser then shows 'blocked by CORS policy' for what \
            is a missing token or a limit, and people look for the error in the wrong place. cors belongs first.
            """,
        bad: """
            <inbound>
                <check-header name="X-Key" failed-check-httpcode="401" failed-check-error-message="no" ignore-case="true" />
                <cors>
                    <allowed-origins>
                        <origin>https://app.example.com</origin>
                    </allowed-origins>
                    <allowed-headers>
                        <header>*</header>
                    </allowed-headers>
                </cors>
            </inbound>
            """,
        good: """
            <inbound>
                <cors>
                    <allowed-origins>
                        <origin>https://app.example.com</origin>
                    </allowed-origins>
                    <allowed-headers>
                        <header>*</header>
                    </allowed-headers>
                </cors>
                <check-header name="X-Key" failed-check-httpcode="401" failed-check-error-message="no" ignore-case="true" />
            </inbound>
            """
    ) { document in
        let refusing: Set = [
            "validate-jwt", "validate-azure-ad-token", "check-header", "ip-filter", "rate-limit", "rate-limit-by-key", "quota",
            "quota-by-key",
            "validate-client-certificate", "validate-content", "validate-parameters", "validate-headers", "llm-token-limit",
            "azure-openai-token-limit",
        ]
        return document.sequences.compactMap { policies in
            guard let place = policies.firstIndex(where: { $0.name == "cors" }),
                let first = policies[..<place].first(where: { refusing.contains($0.name) })
            else { return nil }
            return Finding(
                "what '\(first.name)' refuses is answered without CORS headers", at: policies[place].element.nameSpan,
                hint: "move cors to the beginning of the section")
        }
    }

    static let corsInBranch = LintRule(
        "lint-cors-in-branch", .warning, .flow, "cors stands in a branch, where preflight requests do not find it.",
        explanation: """
            For a preflight request only those cors run that stand directly in inbound. In a branch of choose it is never reached by \
            one, and the browser does not send the real request at all.
            """,
        bad: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Headers.ContainsKey("Origin"))">
                        <cors>
                            <allowed-origins>
                                <origin>https://app.example.com</origin>
                            </allowed-origins>
                            <allowed-headers>
                                <header>*</header>
                            </allowed-headers>
                        </cors>
                    </when>
                </choose>
            </inbound>
            """,
        good: """
            <inbound>
                <cors>
                    <allowed-origins>
                        <origin>https://app.example.com</origin>
                    </allowed-origins>
                    <allowed-headers>
                        <header>*</header>
                    </allowed-headers>
                </cors>
            </inbound>
            """
    ) { document in
        document.policies(named: "cors").filter { cors in document.ancestors(of: cors).contains { $0.name == "choose" } }.map {
            Finding("preflight requests are not answered from a branch", at: $0.element.nameSpan, hint: "put cors directly into inbound")
        }
    }

    static let replaceEverywhere = LintRule(
        "lint-find-and-replace-any-content", .note, .flow, "Text is replaced in answers of every kind.",
        explanation: """
            find-and-replace takes the whole body as text, also that of a picture, an archive or a stream of events: the first are \
            broken, the last is held back until it ends. Ask for the content type first.
            """,
        bad: #"<outbound><find-and-replace from="http://internal" to="https://api.example.com" /></outbound>"#,
        good: """
            <outbound>
                <choose>
                    <when condition="@(context.Response.Headers.GetValueOrDefault("Content-Type", "").Contains("json"))">
                        <find-and-replace from="http://internal" to="https://api.example.com" />
                    </when>
                </choose>
            </outbound>
            """
    ) { document in
        document.policies(named: "find-and-replace").compactMap { policy in
            guard policy.section == .outbound, document.conditions(around: policy).isEmpty else { return nil }
            return Finding(
                "this runs over pictures and streams as well", at: policy.element.nameSpan,
                hint: "put it into a choose that asks for Content-Type")
        }
    }

    static let calloutWithoutTimeout = LintRule(
        "lint-callout-without-timeout", .note, .flow, "A callout waits for a minute when the other side hangs.",
        explanation: """
            send-request without timeout waits for 60 seconds. The caller has left by then, and its requests pile up in the gateway: \
            a side service that hangs takes the API down with it. Say how long an answer is worth waiting for.
            """,
        bad: """
            <inbound>
                <send-request mode="new" response-variable-name="profile">
                    <set-url>https://profile.example.com/me</set-url>
                </send-request>
            </inbound>
            """,
        good: """
            <inbound>
                <send-request mode="new" response-variable-name="profile" timeout="5">
                    <set-url>https://profile.example.com/me</set-url>
                </send-request>
            </inbound>
            """
    ) { document in
        document.policies(named: "send-request").filter { $0.element[attribute: "timeout"] == nil }.map {
            Finding("the request waits up to 60 seconds here", at: $0.element.nameSpan, hint: "add timeout=\"10\"")
        }
    }
}

extension AnalyzedExpression {
    fileprivate var readsHeaders: Bool { operations.contains { $0.memberPath?.last == "Headers" } }
}

extension AnalyzedDocument {
    /// Whether no request comes past a policy.
    fileprivate func endsRequest(_ policy: AnalyzedElement) -> Bool {
        switch policy.name {
        case "return-response", "mock-response": return true
        case "choose":
            let branches = children(of: policy)
            guard branches.contains(where: { $0.name == "otherwise" }) else { return false }
            return branches.allSatisfy { branch in children(of: branch).contains { $0.isPolicy && endsRequest($0) } }
        default: return false
        }
    }
}
