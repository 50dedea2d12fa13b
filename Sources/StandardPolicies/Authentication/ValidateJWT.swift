public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Demands a JSON Web Token that is signed, current, and says what it must say.
///
/// Reasons are those of the reference. Where it quotes a library, messages are ours. An unsigned token (`none`) is refused always,
/// also with `require-signed-tokens="false"`. With `decryption-keys` a token may be encrypted (RFC 7516); what it encrypts must be a signed
/// one.
public struct ValidateJWT: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "validate-jwt", category: .authentication, sections: [.inbound],
        summary: "Demands a JSON Web Token that is signed, current, and says what it must say.")

    /// An issuer that publishes its name and keys.
    public struct Issuer: Sendable {
        /// Where its OpenID configuration is.
        public var url: PolicyValue<String>
        /// Whether API Management looks for it when the document is saved; nothing depends on it here.
        public var validatesConnectivity: PolicyValue<Bool>
    }

    /// A key that tokens may be signed with.
    public struct Key: Sendable {
        /// What tokens call it.
        public var id: PolicyValue<String>?
        /// The certificate whose key it is.
        public var certificateID: PolicyValue<String>?
        /// The modulus and the exponent of an RSA key, in base64url.
        public var modulus: PolicyValue<String>?, exponent: PolicyValue<String>?
        /// A key that both sides have, in Base64.
        public var shared: PolicyValue<String>?
    }

    /// Where the token is: in a header, in a parameter of the query, or the value of an expression.
    public var headerName: PolicyValue<String>?, queryParameterName: PolicyValue<String>?, tokenValue: PolicyValue<String>?
    /// The answer when the token is not as it should be.
    public var failedStatus: PolicyValue<Int32>, failedMessage: PolicyValue<String>?
    /// Whether a token must say when it ends.
    public var requiresExpiration: PolicyValue<Bool>
    /// The scheme that must stand in front of the token in the Authorization header.
    public var requiredScheme: PolicyValue<String>?
    /// Kept for documents that have it; unsigned tokens are refused all the same.
    public var requiresSignature: PolicyValue<Bool>
    /// How many seconds clocks may differ.
    public var clockSkew: PolicyValue<Int32>
    /// The variable that gets the token.
    public var outputVariable: PolicyValue<String>?
    /// The issuers whose keys count.
    public var configurations: [Issuer]
    /// The policy's own keys, and those that tokens are encrypted for.
    public var keys: [Key], decryptionKeys: [Key]
    /// The audiences and issuers of which a token must have one; any when there are none.
    public var audiences: [PolicyValue<String>], issuers: [PolicyValue<String>]
    /// What else a token must say.
    public var claims: [RequiredClaim]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        headerName = element.optionalAttribute("header-name", "The header that holds the token.")
        queryParameterName = element.optionalAttribute("query-parameter-name", "The parameter of the query that holds the token.")
        tokenValue = element.optionalAttribute("token-value", "The token itself.")
        failedStatus = element.attribute(
            "failed-validation-httpcode", default: 401, allowed: .range(100...599), "The status of the answer to a token that is refused.")
        failedMessage = element.optionalAttribute("failed-validation-error-message", "What the caller is told then.")
        requiresExpiration = element.attribute("require-expiration-time", default: true, "Whether a token must say when it ends.")
        requiredScheme = element.optionalAttribute(
            "require-scheme", "The scheme that must stand in front of the token in the Authorization header.")
        requiresSignature = element.attribute(
            "require-signed-tokens", default: true, "Whether a token must be signed; here an unsigned one is refused always.")
        clockSkew = element.attribute("clock-skew", default: 0, "How many seconds clocks may differ.")
        outputVariable = element.optionalAttribute("output-token-variable-name", expressions: false, "The variable that gets the token.")
        configurations = element.children("openid-config", "An issuer that publishes its name and keys.", read: Self.issuer)
        keys = element.optionalChild("issuer-signing-keys", "Keys that tokens may be signed with.") { Self.keys(&$0) } ?? []
        decryptionKeys = element.optionalChild("decryption-keys", "Keys that tokens are encrypted for.") { Self.decryptionKeys(&$0) } ?? []
        audiences =
            element.optionalChild("audiences", "Audiences of which the token must have one.") { list in
                list.valueChildren("audience", atLeast: 1, "An audience.")
            } ?? []
        issuers =
            element.optionalChild("issuers", "Issuers of which the token must have one.") { list in
                list.valueChildren("issuer", atLeast: 1, "An issuer.")
            } ?? []
        claims = element.requiredClaims()
        if headerName == nil, queryParameterName == nil, tokenValue == nil {
            let problem = "'validate-jwt' needs the attribute 'header-name', 'query-parameter-name' or 'token-value'"
            element.report(Diagnostic("missing-attribute", .error, problem, at: element.element.nameSpan))
        }
    }

    private static func issuer(_ element: inout PolicyReader) -> Issuer {
        Issuer(
            url: element.attribute("url", allowed: .notEmpty, "Where its OpenID configuration is."),
            validatesConnectivity: element.attribute(
                "validate-connectivity", default: true, "Whether the service looks for it when the document is saved."))
    }

    private static func keys(_ list: inout PolicyReader) -> [Key] {
        list.children("key", atLeast: 1, "A key.") { element in
            Key(
                id: element.optionalAttribute("id", "What tokens call it."),
                certificateID: element.optionalAttribute("certificate-id", "The certificate whose key it is."),
                modulus: element.optionalAttribute("n", expressions: false, "The modulus of an RSA key, in base64url."),
                exponent: element.optionalAttribute("e", expressions: false, "The exponent of an RSA key, in base64url."),
                shared: element.optionalText("A key that both sides have, in Base64."))
        }
    }

    private static func decryptionKeys(_ list: inout PolicyReader) -> [Key] {
        list.children("key", atLeast: 1, "A key.") { element in
            Key(
                id: element.optionalAttribute("id", "What tokens call it."),
                certificateID: element.optionalAttribute("certificate-id", "The certificate whose key it is."),
                shared: element.optionalText("A key that both sides have, in Base64."))
        }
    }

    /// Binds what tokens are compared with.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let source = BoundTokenSource(
            header: headerName.map { scope.bindText($0) }, queryParameter: queryParameterName.map { scope.bindText($0) },
            value: tokenValue.map { scope.bindText($0) }, scheme: requiredScheme.map { scope.bindText($0) })
        let rules = BoundTokenRules(
            requiresExpiration: scope.bind(requiresExpiration), clockSkew: scope.bind(clockSkew),
            configurations: configurations.map { scope.bindText($0.url) }, keys: keys.map { BoundTokenKey($0, in: &scope) },
            audiences: audiences.map { scope.bindText($0) }, issuers: issuers.map { scope.bindText($0) },
            claims: claims.map { BoundClaim($0, in: &scope) })
        let validation = BoundTokenValidation(
            source: source, rules: rules, status: scope.bind(failedStatus), message: failedMessage.map { scope.bindText($0) },
            output: outputVariable.map { scope.bindText($0) }, position: scope.position,
            decryptionKeys: decryptionKeys.compactMap { BoundDecryptionKey($0, in: &scope) })
        return .suspending { context async throws(PolicyError) in
            try await validation(&context)
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "a token that is signed with a shared key", in: .inbound,
            """
            <validate-jwt header-name="Authorization" require-scheme="Bearer" output-token-variable-name="jwt">
                <issuer-signing-keys>
                    <key>c2VjcmV0LXRoYXQtaXMtbG9uZy1lbm91Z2gtZm9yLUhTMjU2</key>
                </issuer-signing-keys>
                <audiences>
                    <audience>api://orders</audience>
                </audiences>
            </validate-jwt>
            """, expects: .status(401), .failure("TokenNotPresent"), .noBackendRequest)
    ]
}
