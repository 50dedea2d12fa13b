import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let tokenWithoutAudience = LintRule(
        "lint-jwt-without-audience", .warning, .security, "Tokens are accepted that were issued for another service.",
        explanation: """
            Without an audience every token of the issuer is accepted: one that a user gave to any other application of the same tenant \
            opens this API too. Name the audience, or require the aud claim.
            """,
        bad: """
            <inbound>
                <validate-jwt header-name="Authorization">
                    <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                </validate-jwt>
            </inbound>
            """,
        good: """
            <inbound>
                <validate-jwt header-name="Authorization">
                    <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                    <audiences>
                        <audience>api://orders</audience>
                    </audiences>
                </validate-jwt>
            </inbound>
            """
    ) { document in
        document.policies(named: "validate-jwt").compactMap { policy in
            let parts = document.descendants(of: policy)
            // Keys of one's own sign for this service only.
            guard parts.contains(where: { $0.name == "openid-config" }),
                !parts.contains(where: { $0.name == "audience" || $0.name == "claim" && $0.literal("name").map(tellsService) ?? true })
            else { return nil }
            return Finding(
                "a token for any other service of the issuer is accepted", at: policy.element.nameSpan,
                hint: "add <audiences> with the API's own audience")
        }
    }

    /// Claims that say for which service, or by which application, a token was asked.
    private static func tellsService(_ claim: String) -> Bool {
        ["aud", "appid", "azp", "scp", "scope", "roles", "client_id", "cid"].contains(claim.lowercased())
    }

    static let tokenWithoutIssuer = LintRule(
        "lint-jwt-without-issuer", .warning, .security, "Tokens are accepted from whoever has the key.",
        explanation: """
            Without openid-config and without issuers only the signature counts. The public key of an identity provider belongs to \
            all its customers: it signs tokens for every tenant. Name the issuers.
            """,
        bad: """
            <inbound>
                <validate-jwt header-name="Authorization">
                    <issuer-signing-keys>
                        <key n="{{modulus}}" e="AQAB" />
                    </issuer-signing-keys>
                    <audiences>
                        <audience>api://orders</audience>
                    </audiences>
                </validate-jwt>
            </inbound>
            """,
        good: """
            <inbound>
                <validate-jwt header-name="Authorization">
                    <issuer-signing-keys>
                        <key n="{{modulus}}" e="AQAB" />
                    </issuer-signing-keys>
                    <audiences>
                        <audience>api://orders</audience>
                    </audiences>
                    <issuers>
                        <issuer>https://login.example.com/</issuer>
                    </issuers>
                </validate-jwt>
            </inbound>
            """
    ) { document in
        document.policies(named: "validate-jwt").compactMap { policy in
            let parts = document.descendants(of: policy)
            let isNamed = parts.contains {
                $0.name == "issuer" || $0.name == "openid-config" || $0.name == "claim" && $0.literal("name") == "iss"
            }
            let isProviders = parts.contains {
                $0.name == "key" && ($0.element[attribute: "n"] != nil || $0.element[attribute: "certificate-id"] != nil)
            }
            guard isProviders, !isNamed else { return nil }
            return Finding("tokens of every issuer are accepted", at: policy.element.nameSpan, hint: "add <issuers>")
        }
    }

    static let commonTenant = LintRule(
        "lint-jwt-common-tenant", .warning, .security, "Tokens of every tenant of the identity provider are accepted.",
        explanation: """
            The keys under /common/ and /organizations/ sign for all tenants, and the issuer there is a template that stands for each \
            of them: a user of any other company gets in. Name the tenant in the URL, or the issuers that are meant.
            """,
        bad: """
            <inbound>
                <validate-jwt header-name="Authorization">
                    <openid-config url="https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration" />
                    <audiences>
                        <audience>api://orders</audience>
                    </audiences>
                </validate-jwt>
            </inbound>
            """,
        good: """
            <inbound>
                <validate-jwt header-name="Authorization">
                    <openid-config url="https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration" />
                    <audiences>
                        <audience>api://orders</audience>
                    </audiences>
                </validate-jwt>
            </inbound>
            """
    ) { document in
        document.elements(named: "openid-config").compactMap { config in
            guard let url = config.literal("url"), url.contains("/common/") || url.contains("/organizations/"),
                let policy = document.parent(of: config),
                !document.descendants(of: policy).contains(where: {
                    $0.name == "issuer" || $0.literal("name") == "tid" || $0.literal("name") == "iss"
                })
            else { return nil }
            return Finding(
                "tokens of every tenant are accepted", at: config.element[attribute: "url"]?.value.span,
                hint: "name the tenant in the URL, or add <issuers>")
        }
    }

    static let unsignedTokens = LintRule(
        "lint-jwt-unsigned", .error, .security, "Tokens without a signature are accepted.",
        explanation: """
            With require-signed-tokens="false" a caller writes its own token: any name, any role, any audience. Nothing else in \
            validate-jwt helps against that.
            """,
        bad: #"<inbound><validate-jwt header-name="Authorization" require-signed-tokens="false" /></inbound>"#,
        good: """
            <inbound>
                <validate-jwt header-name="Authorization" require-signed-tokens="true">
                    <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                </validate-jwt>
            </inbound>
            """, isFixable: false
    ) { document in
        document.policies(named: "validate-jwt").filter { $0.isFalse("require-signed-tokens") }.map {
            Finding(
                "anybody can write a token that passes here", at: $0.element[attribute: "require-signed-tokens"]?.value.span,
                hint: "remove the attribute: signatures are required by default")
        }
    }

    static let tokensWithoutExpiry = LintRule(
        "lint-jwt-without-expiry", .warning, .security, "Tokens without an end are accepted.",
        explanation: """
            With require-expiration-time="false" a token that leaked once opens the API for ever; there is no way to take it back but \
            changing the issuer's keys.
            """,
        bad: """
            <inbound>
                <validate-jwt header-name="Authorization" require-expiration-time="false">
                    <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                </validate-jwt>
            </inbound>
            """,
        good: """
            <inbound>
                <validate-jwt header-name="Authorization">
                    <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                </validate-jwt>
            </inbound>
            """
    ) { document in
        document.policies(named: "validate-jwt").filter { $0.isFalse("require-expiration-time") }.map {
            Finding(
                "a token without an end is accepted", at: $0.element[attribute: "require-expiration-time"]?.value.span,
                hint: "remove the attribute: an end is required by default")
        }
    }

    static let decodedWithoutValidation = LintRule(
        "lint-jwt-not-validated", .warning, .security, "A token is believed without having been validated.",
        explanation: """
            AsJwt() only takes the token apart; it checks neither signature nor end. A claim that decides about access, with no \
            validate-jwt before it, says what the caller wants it to say.
            """,
        bad: """
            <policies>
                <inbound>
                    <choose>
                        <when condition="@(context.Request.Headers.GetValueOrDefault("Authorization", "").Substring(7).AsJwt().Subject == "boss")">
                            <set-backend-service base-url="https://admin.example.com" />
                        </when>
                    </choose>
                </inbound>
            </policies>
            """,
        good: """
            <policies>
                <inbound>
                    <validate-jwt header-name="Authorization" output-token-variable-name="token">
                        <openid-config url="https://login.example.com/.well-known/openid-configuration" />
                        <audiences>
                            <audience>api://orders</audience>
                        </audiences>
                    </validate-jwt>
                    <choose>
                        <when condition="@(((Jwt)context.Variables["token"]).Subject == "boss")">
                            <set-backend-service base-url="https://admin.example.com" />
                        </when>
                    </choose>
                </inbound>
            </policies>
            """
    ) { document in
        document.expressions.compactMap { element, expression in
            guard expression.attribute == "condition", !document.mayRunForeignPolicies(before: element),
                let call = expression.operations.first(where: { $0.kind == .call("AsJwt") }),
                !document.elements.contains(where: { $0.name.hasPrefix("validate-") && $0.index < element.index })
            else { return nil }
            return Finding(
                "the caller can write this token: nothing has validated it", at: expression.span(of: call),
                hint: "add validate-jwt before, and read its output-token-variable-name")
        }
    }
}
