import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let wildcardWithCredentials = LintRule(
        "lint-cors-wildcard-credentials", .error, .security, "Every web site may call with the user's credentials.",
        explanation: """
            allow-credentials together with the origin * lets any page that the user has open call the API in the user's name, and read \
            the answer. Browsers refuse the pair when it is sent literally; the gateway sends the caller's own origin instead, so that \
            it works, for the attacker too.
            """,
        bad: """
            <inbound>
                <cors allow-credentials="true">
                    <allowed-origins>
                        <origin>*</origin>
                    </allowed-origins>
                    <allowed-headers>
                        <header>*</header>
                    </allowed-headers>
                </cors>
            </inbound>
            """,
        good: """
            <inbound>
                <cors allow-credentials="true">
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
        document.policies(named: "cors").filter { $0.isTrue("allow-credentials") }.compactMap { policy in
            guard let origin = document.descendants(of: policy).first(where: { $0.name == "origin" && $0.literalText == "*" }) else {
                return nil
            }
            return Finding("every web site may call in the user's name", at: origin.element.nameSpan, hint: "list the origins that may")
        }
    }

    static let insecureTokenEndpoint = LintRule(
        "lint-http-secret-url", .error, .security, "Secrets or tokens travel without encryption.",
        explanation: """
            Over http the client secret, the password or the token that a callout carries can be read, and the keys that tokens are \
            checked with can be replaced, by anybody on the way.
            """,
        bad: """
            <inbound>
                <send-request mode="new" response-variable-name="token" timeout="10">
                    <set-url>http://login.example.com/oauth2/token</set-url>
                    <set-method>POST</set-method>
                    <set-body>grant_type=client_credentials&amp;client_secret={{secret}}</set-body>
                </send-request>
            </inbound>
            """,
        good: """
            <inbound>
                <send-request mode="new" response-variable-name="token" timeout="10">
                    <set-url>https://login.example.com/oauth2/token</set-url>
                    <set-method>POST</set-method>
                    <set-body>grant_type=client_credentials&amp;client_secret={{secret}}</set-body>
                </send-request>
            </inbound>
            """
    ) { document in
        document.elements.compactMap { element in
            switch element.name {
            case "openid-config", "authentication-oauth2":
                let attribute = element.name == "openid-config" ? "url" : "token-endpoint"
                guard let value = element.element[attribute: attribute]?.value, element.literal(attribute).map(isInsecure) ?? false
                else { return nil }
                return Finding("tokens and keys travel without encryption", at: value.span, hint: "use https")
            case "set-url":
                guard let request = document.parent(of: element), element.startOfText.map(isInsecure) ?? false,
                    document.carriesSecret(request) || element.startOfText.map(isTokenEndpoint) ?? false
                else { return nil }
                return Finding("a secret travels without encryption", at: element.element.nameSpan, hint: "use https")
            default: return nil
            }
        }
    }

    private static func isInsecure(_ url: String) -> Bool {
        let url = url.lowercased()
        return url.hasPrefix("http://") && !["http://localhost", "http://127.", "http://169.254."].contains { url.hasPrefix($0) }
    }

    private static func isTokenEndpoint(_ url: String) -> Bool {
        let url = url.lowercased()
        return url.contains("/oauth") || url.hasSuffix("/token") || url.contains("/connect/token")
    }

    static let errorMessageRevealed = LintRule(
        "lint-error-message-revealed", .warning, .security, "The caller is told what went wrong inside.",
        explanation: """
            LastError.Message is written for the author of the policy: it names backends, headers, variables and parts of expressions. \
            Sent to the caller it is a map of the inside. Log it, and answer with a text of your own and context.RequestId.
            """,
        bad: #"<on-error><set-body>@(context.LastError.Message)</set-body></on-error>"#,
        good: #"<on-error><set-body>@("Something went wrong. Reference: " + context.RequestId)</set-body></on-error>"#
    ) { document in
        document.expressions.compactMap { element, expression in
            guard element.section == .onError, document.answersCaller(element),
                let read = expression.operations.first(where: { $0.memberPath == ["LastError", "Message"] })
            else { return nil }
            return Finding(
                "what went wrong inside is shown to the caller", at: expression.span(of: read),
                hint: "log it, and answer with context.RequestId")
        }
    }

    static let credentialsLogged = LintRule(
        "lint-credentials-logged", .error, .security, "Credentials are written to a log.",
        explanation: """
            A log is read by more people than the API, is kept for longer, and is copied. Whoever reads a token or a key there can call \
            in the user's name until it ends. Log a claim or a hash of it.
            """,
        bad: """
            <inbound>
                <log-to-eventhub logger-id="audit">@(context.Request.Headers.GetValueOrDefault("Authorization", ""))</log-to-eventhub>
            </inbound>
            """,
        good: """
            <inbound>
                <log-to-eventhub logger-id="audit">@(context.User?.Id ?? "anonymous")</log-to-eventhub>
            </inbound>
            """
    ) { document in
        document.expressions.compactMap { element, expression in
            let isLog = ([element] + document.ancestors(of: element)).contains { logPolicies.contains($0.name) }
            guard isLog, let access = expression.operations.first(where: \.showsCredentials) else { return nil }
            return Finding(
                "credentials of the caller are written to a log", at: expression.span(of: access), hint: "log a claim of the token")
        }
    }

    private static let logPolicies = ["log-to-eventhub", "trace"]

    static let jsonp = LintRule(
        "lint-jsonp", .warning, .security, "JSONP gives the answer to every page that asks.",
        explanation: """
            A JSONP answer is a script: every page can load it with the user's cookies, and no browser rule keeps it from reading the \
            data. It was made before cors; use cors with the origins that are meant.
            """,
        bad: #"<outbound><jsonp callback-parameter-name="cb" /></outbound>"#,
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
        document.policies(named: "jsonp").map {
            Finding("every web page can read what this answers", at: $0.element.nameSpan, hint: "use cors with the origins that are meant")
        }
    }

    static let flashPolicy = LintRule(
        "lint-cross-domain-flash", .warning, .security, "A policy file for Flash is served, which no browser reads any more.",
        explanation: """
            cross-domain answers for Adobe Flash and Silverlight, which browsers removed in 2020. It opens nothing that is wanted, and \
            looks as if calls from other origins were allowed: that is what cors is for.
            """,
        bad: #"<inbound><cross-domain><cross-domain-policy /></cross-domain></inbound>"#,
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
        document.policies(named: "cross-domain").map {
            Finding(
                "this speaks to Flash, which no browser has any more", at: $0.element.nameSpan,
                hint: "use cors for calls from other origins")
        }
    }

    static let forwardedAddressTrusted = LintRule(
        "lint-forwarded-for-trusted", .warning, .security, "A decision is made by a header that callers can write.",
        explanation: """
            X-Forwarded-For is a request header like any other: whoever calls the gateway directly puts the allowed address into it. \
            context.Request.IpAddress is what the gateway saw; behind a proxy, close the gateway to everybody but the proxy first.
            """,
        bad: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.Headers.GetValueOrDefault("X-Forwarded-For", "") != "203.0.113.7")">
                        <return-response />
                    </when>
                </choose>
            </inbound>
            """,
        good: """
            <inbound>
                <choose>
                    <when condition="@(context.Request.IpAddress != "203.0.113.7")">
                        <return-response />
                    </when>
                </choose>
            </inbound>
            """
    ) { document in
        document.expressions.compactMap { element, expression in
            guard element.name == "when",
                let access = expression.accesses(to: "Request", "Headers").first(where: { $0.name.lowercased() == "x-forwarded-for" })
            else { return nil }
            return Finding(
                "the caller can write this address", at: expression.span(of: access.operation), hint: "use context.Request.IpAddress")
        }
    }
}

extension Operation {
    fileprivate var showsCredentials: Bool {
        if let access = access(to: ["Request", "Headers"]), access.manner != .contains {
            return ["authorization", "ocp-apim-subscription-key", "cookie", "api-key"].contains(access.name.lowercased())
        }
        return memberPath == ["Subscription", "Key"] || memberPath == ["Subscription", "PrimaryKey"]
            || memberPath == ["Subscription", "SecondaryKey"]
    }
}

extension AnalyzedElement {
    /// What the text of the element begins with, where that is known: literal text, or the first part of a concatenation.
    var startOfText: String? {
        if let text = literalText, !text.isEmpty { return text }
        return expressions.first { $0.attribute == nil }?.operation?.startOfText
    }
}

extension Operation {
    /// What the text of the value begins with, where that is constant.
    var startOfText: String? {
        if let text = constantText { return text }
        switch kind {
        case .operator(.concatenation), .operator(.other): return children.first?.startOfText
        case .call("Format") where isStatic: return children.first?.constantText
        default: return nil
        }
    }
}

extension AnalyzedDocument {
    /// Whether what an element writes is a part of the answer that the caller gets.
    fileprivate func answersCaller(_ element: AnalyzedElement) -> Bool {
        let path = [element] + ancestors(of: element)
        let isAnswer = path.contains { ["set-body", "set-header", "set-status"].contains($0.name) }
        return isAnswer && !path.contains { ["send-request", "send-one-way-request", "log-to-eventhub", "trace"].contains($0.name) }
    }

    /// Whether a callout carries a password, a secret or a token.
    fileprivate func carriesSecret(_ request: AnalyzedElement) -> Bool {
        descendants(of: request).contains { part in
            if part.name.hasPrefix("authentication-") { return true }
            if part.name == "set-header" { return part.literal("name")?.lowercased() == "authorization" }
            guard part.name == "set-body" else { return false }
            let texts = [part.literalText ?? ""] + part.expressions.flatMap { $0.operations.compactMap(\.constantText) }
            return texts.contains { $0.contains("client_secret") || $0.contains("password=") }
        }
    }
}
