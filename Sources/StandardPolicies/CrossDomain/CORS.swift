public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Answers preflight requests, and lets browsers use responses to requests from other origins.
///
/// The reference gives `terminate-unmatched-request` the default false in one table and true everywhere else; here it is
/// true. Of an actual request only the origin is compared; headers are put on whatever the caller gets, an error included.
public struct CORS: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "cors", category: .crossDomain, sections: [.inbound], multiplicity: .oncePerSection,
        summary: "Answers preflight requests, and lets browsers use responses to requests from other origins.")

    /// Whether browsers may send credentials.
    public var allowsCredentials: PolicyValue<Bool>
    /// Whether a request that does not match ends with an empty 200.
    public var terminatesUnmatched: PolicyValue<Bool>
    /// The origins, or `*`.
    public var origins: [PolicyValue<String>]
    /// The methods, or `*`; nil for GET and POST.
    public var methods: [PolicyValue<String>]?
    /// How many seconds a browser may remember the answer to a preflight request.
    public var maximumAge: PolicyValue<Int32>?
    /// The request's header fields, or `*`.
    public var headers: [PolicyValue<String>]
    /// The response's header fields that scripts see, or `*`.
    public var exposedHeaders: [PolicyValue<String>]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        allowsCredentials = element.attribute("allow-credentials", default: false, "Whether browsers may send credentials.")
        terminatesUnmatched = element.attribute(
            "terminate-unmatched-request", default: true, "Whether a request that does not match ends with an empty 200.")
        origins = element.child("allowed-origins", "Who may call.") { list in
            list.valueChildren("origin", atLeast: 1, "An origin: scheme, host and port; * for every one.")
        }
        var age: PolicyValue<Int32>?
        methods = element.optionalChild("allowed-methods", "What may be called; GET and POST when it is missing.") { list in
            age = list.attribute(
                "preflight-result-max-age", default: 0, allowed: .atLeast(0),
                "How many seconds a browser may remember the answer to a preflight request.")
            return list.valueChildren("method", atLeast: 1, "A method; * for every one.")
        }
        maximumAge = age?.text == nil ? nil : age
        headers = element.child("allowed-headers", "The header fields that a request may have.") { list in
            list.valueChildren("header", atLeast: 1, "The name of a header field; * for every one.")
        }
        exposedHeaders =
            element.optionalChild("expose-headers", "The header fields of the response that scripts see.") { list in
                list.valueChildren("header", atLeast: 1, "The name of a header field; * for every one.")
            } ?? []
    }

    /// Binds the lists.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        checkWildcard(in: &scope)
        let rules = CrossOriginRules(
            allowsCredentials: scope.bind(allowsCredentials), terminatesUnmatched: scope.bind(terminatesUnmatched),
            origins: origins.map { scope.bindText($0) }, methods: methods.map { $0.map { scope.bindText($0) } },
            maximumAge: maximumAge.map { scope.bind($0) }, headers: headers.map { scope.bindText($0) },
            exposedHeaders: exposedHeaders.map { scope.bindText($0) }, position: scope.position)
        scope.answerPreflights { context throws(PolicyError) in try rules.answerPreflight(&context) }
        return .immediate { context throws(PolicyError) in try rules.apply(to: &context) }
    }

    private func checkWildcard(in scope: inout CompilationScope) {
        guard origins.count > 1, let wildcard = origins.first(where: { $0.text?.literal?.string == "*" }) else { return }
        scope.error("invalid-combination", "the origin * stands alone", at: wildcard.span)
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "a preflight request is answered by the gateway", in: .inbound,
            """
            <cors allow-credentials="true">
                <allowed-origins><origin>https://app.example</origin></allowed-origins>
                <allowed-methods preflight-result-max-age="300"><method>GET</method><method>PUT</method></allowed-methods>
                <allowed-headers><header>*</header></allowed-headers>
            </cors>
            """,
            request: .init(
                "OPTIONS",
                headers: [
                    ("Origin", "https://app.example"), ("Access-Control-Request-Method", "PUT"),
                    ("Access-Control-Request-Headers", "x-tenant"),
                ], operationMethod: "PUT"),
            expects: .noBackendRequest, .status(200), .header("Access-Control-Allow-Origin", "https://app.example"),
            .header("Access-Control-Allow-Methods", "GET,PUT"), .header("Access-Control-Allow-Headers", "x-tenant"),
            .header("Access-Control-Max-Age", "300"), .header("Access-Control-Allow-Credentials", "true")),
        PolicyExample(
            "the response to an actual request allows its origin", in: .inbound,
            """
            <cors>
                <allowed-origins><origin>https://app.example</origin></allowed-origins>
                <allowed-headers><header>*</header></allowed-headers>
                <expose-headers><header>X-Total</header></expose-headers>
            </cors>
            """, request: .init(headers: [("Origin", "https://app.example")]),
            expects: .status(200), .header("Access-Control-Allow-Origin", "https://app.example"),
            .header("Access-Control-Expose-Headers", "X-Total")),
    ]
}
