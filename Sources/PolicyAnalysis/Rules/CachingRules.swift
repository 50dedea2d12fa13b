import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let cacheWithoutAuthorization = LintRule(
        "lint-cache-without-vary-authorization", .error, .caching, "Answers to authorized requests are cached for everybody.",
        explanation: """
            With allow-private-response-caching the answers to requests with an Authorization header are stored. Unless the entry \
            differs by that header or by the developer, the next caller, whoever it is, gets the first one's data.
            """,
        bad: """
            <inbound>
                <base />
                <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" allow-private-response-caching="true" />
            </inbound>
            """,
        good: """
            <inbound>
                <base />
                <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" allow-private-response-caching="true">
                    <vary-by-header>Authorization</vary-by-header>
                </cache-lookup>
            </inbound>
            """
    ) { document in
        document.policies(named: "cache-lookup").compactMap { lookup in
            guard lookup.isTrue("allow-private-response-caching"), !lookup.isTrue("vary-by-developer"),
                lookup.literal("vary-by-developer") != nil || lookup.element[attribute: "vary-by-developer"] == nil
            else { return nil }
            let varied = document.children(of: lookup).filter { $0.name == "vary-by-header" }
            let isSafe = varied.contains { $0.literalText.map { $0.lowercased().contains("authorization") || $0.contains("{{") } ?? true }
            guard !isSafe else { return nil }
            return Finding(
                "what one caller may see is cached for all of them", at: lookup.element.nameSpan,
                hint: "add <vary-by-header>Authorization</vary-by-header>")
        }
    }

    static let cacheStoreWithoutLookup = LintRule(
        "lint-cache-store-without-lookup", .warning, .caching, "Answers are stored in the cache, and nothing looks for them.",
        explanation: """
            cache-store stores only where cache-lookup has run for the request. Without it nothing is ever stored: the \
            policy looks as if it cached, and every request goes to the backend.
            """,
        bad: #"<policies><inbound /><outbound><cache-store duration="60" /></outbound></policies>"#,
        good: """
            <policies>
                <inbound>
                    <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />
                </inbound>
                <outbound>
                    <cache-store duration="60" />
                </outbound>
            </policies>
            """
    ) { document in
        guard document.document.kind == .policies, document.policies(named: "cache-lookup").isEmpty,
            !document.elements.contains(where: { $0.name == "include-fragment" || $0.name == "base" && $0.section == .inbound })
        else { return [] }
        return document.policies(named: "cache-store").map {
            Finding(
                "nothing is stored here, since no cache-lookup runs before", at: $0.element.nameSpan, hint: "add cache-lookup in inbound")
        }
    }

    static let cacheLookupWithoutStore = LintRule(
        "lint-cache-lookup-without-store", .warning, .caching, "The cache is asked for answers that nothing stores.",
        explanation: """
            cache-lookup finds what cache-store has stored. Without one in outbound every look-up is a miss, which costs time and \
            removes the caller's conditional headers from the request, so that the backend cannot answer 304 any more.
            """,
        bad: """
            <policies>
                <inbound>
                    <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />
                </inbound>
                <outbound />
            </policies>
            """,
        good: """
            <policies>
                <inbound>
                    <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />
                </inbound>
                <outbound>
                    <cache-store duration="60" />
                </outbound>
            </policies>
            """
    ) { document in
        guard document.document.kind == .policies, document.policies(named: "cache-store").isEmpty,
            !document.elements.contains(where: { $0.name == "include-fragment" || $0.name == "base" && $0.section == .outbound })
        else { return [] }
        return document.policies(named: "cache-lookup").map {
            Finding("every look-up is a miss: nothing stores answers", at: $0.element.nameSpan, hint: "add cache-store in outbound")
        }
    }

    static let cacheBeforeAuthentication = LintRule(
        "lint-cache-before-authentication", .error, .caching, "The cache answers before the caller is checked.",
        explanation: """
            A hit ends inbound: what stands behind cache-lookup does not run. Where the token is validated only there, anybody gets \
            the cached answers without any token at all.
            """,
        bad: """
            <inbound>
                <base />
                <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />
                <validate-jwt header-name="Authorization">
                    <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                    <audiences>
                        <audience>orders</audience>
                    </audiences>
                </validate-jwt>
            </inbound>
            """,
        good: """
            <inbound>
                <base />
                <validate-jwt header-name="Authorization">
                    <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                    <audiences>
                        <audience>orders</audience>
                    </audiences>
                </validate-jwt>
                <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />
            </inbound>
            """
    ) { document in
        let checks = document.policies(
            named: "validate-jwt", "validate-azure-ad-token", "check-header", "ip-filter", "validate-client-certificate")
        return document.policies(named: "cache-lookup").compactMap { lookup in
            guard let late = checks.first(where: { document.mayPrecede(lookup, $0) && $0.section == lookup.section }) else { return nil }
            return Finding(
                "cached answers are given to callers whom '\(late.name)' would refuse", at: lookup.element.nameSpan,
                hint: "move cache-lookup behind it", notes: [Diagnostic.Note("this does not run for them", at: late.element.nameSpan)])
        }
    }
}
