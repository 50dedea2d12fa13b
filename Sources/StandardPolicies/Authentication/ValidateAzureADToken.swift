public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Demands a token of Microsoft Entra for a tenant and for some applications.
///
/// Reasons and messages are those of validate-jwt, of which the reference says that failures are handled alike. Keys and issuer come from the
/// tenant's OpenID configuration of version 2.0; tokens of version 1.0, which `sts.windows.net` issues, are of the same tenant and are signed
/// with the same keys.
public struct ValidateAzureADToken: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "validate-azure-ad-token", category: .authentication, sections: [.inbound],
        summary: "Demands a token of Microsoft Entra for a tenant and for some applications.")

    /// The tenant: an identifier, a domain, `organizations`, `common`, or a URL of one.
    public var tenant: PolicyValue<String>
    /// Where the token is: in a header, in a parameter of the query, or the value of an expression.
    public var headerName: PolicyValue<String>?, queryParameterName: PolicyValue<String>?, tokenValue: PolicyValue<String>?
    /// Where tenants are asked for their configuration.
    public var endpoint: PolicyValue<String>
    /// The answer when the token is not as it should be.
    public var failedStatus: PolicyValue<Int32>, failedMessage: PolicyValue<String>?
    /// The variable that gets the token.
    public var outputVariable: PolicyValue<String>?
    /// The applications that a token may be for, and those that may have asked for it; any when there are none.
    public var backendApplications: [PolicyValue<String>], clientApplications: [PolicyValue<String>]
    /// The audiences of which a token must have one.
    public var audiences: [PolicyValue<String>]
    /// What else a token must say.
    public var claims: [RequiredClaim]
    /// The certificates that tokens are encrypted for.
    public var decryptionKeys: [PolicyValue<String>]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        tenant = element.attribute(
            "tenant-id", allowed: .notEmpty, "The tenant: an identifier, a domain, organizations, common, or a URL of one.")
        headerName = element.optionalAttribute(
            "header-name", "The header that holds the token; Authorization where no other place is given.")
        queryParameterName = element.optionalAttribute("query-parameter-name", "The parameter of the query that holds the token.")
        tokenValue = element.optionalAttribute("token-value", "The token itself.")
        endpoint = element.attribute(
            "authentication-endpoint", default: "https://login.microsoftonline.com", "Where tenants are asked for their configuration.")
        failedStatus = element.attribute(
            "failed-validation-httpcode", default: 401, allowed: .range(100...599), "The status of the answer to a token that is refused.")
        failedMessage = element.optionalAttribute("failed-validation-error-message", "What the caller is told then.")
        outputVariable = element.optionalAttribute("output-token-variable-name", expressions: false, "The variable that gets the token.")
        backendApplications = Self.applications("backend-application-ids", "Applications of which the token must be for one.", &element)
        clientApplications = Self.applications(
            "client-application-ids", "Applications of which one must have asked for the token.", &element)
        audiences =
            element.optionalChild("audiences", "Audiences of which the token must have one.") { list in
                list.valueChildren("audience", atLeast: 1, "An audience.")
            } ?? []
        claims = element.requiredClaims()
        decryptionKeys =
            element.optionalChild("decryption-keys", "Keys that tokens are encrypted for.") { list in
                list.children("key", atLeast: 1, "A key.") { key in key.attribute("certificate-id", "The certificate whose key it is.") }
            } ?? []
    }

    private static func applications(_ name: String, _ summary: String, _ element: inout PolicyReader) -> [PolicyValue<String>] {
        element.optionalChild(name, summary) { list in
            list.valueChildren("application-id", atLeast: 1, expressions: false, "The application's identifier.")
        } ?? []
    }

    /// Binds what tokens are compared with.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        scope.require(.transport)
        let hasOtherPlace = queryParameterName != nil || tokenValue != nil
        let header = headerName.map { scope.bindText($0) } ?? (hasOtherPlace ? nil : BoundValue(constant: "Authorization"))
        let source = BoundTokenSource(
            header: header, queryParameter: queryParameterName.map { scope.bindText($0) }, value: tokenValue.map { scope.bindText($0) },
            scheme: nil)
        var rules = BoundTokenRules(
            requiresExpiration: BoundValue(constant: true), clockSkew: BoundValue(constant: 0), configurations: [], keys: [],
            audiences: (audiences + backendApplications).map { scope.bindText($0) }, issuers: [],
            claims: claims.map { BoundClaim($0, in: &scope) })
        rules.tenant = BoundTenant(name: scope.bindText(tenant), endpoint: scope.bindText(endpoint))
        rules.clientApplications = clientApplications.map { scope.bindText($0) }
        let validation = BoundTokenValidation(
            source: source, rules: rules, status: scope.bind(failedStatus), message: failedMessage.map { scope.bindText($0) },
            output: outputVariable.map { scope.bindText($0) }, position: scope.position,
            decryptionKeys: decryptionKeys.map { BoundDecryptionKey(certificateID: $0, in: &scope) })
        return .suspending { context async throws(PolicyError) in
            try await validation(&context)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "a request without a token is refused before anybody is asked", in: .inbound,
            """
            <validate-azure-ad-token tenant-id="contoso.onmicrosoft.com">
                <client-application-ids>
                    <application-id>0c5b7e42-91d3-4f6a-8b2e-1f3d5a7c9e20</application-id>
                </client-application-ids>
            </validate-azure-ad-token>
            """, expects: .status(401), .failure("TokenNotPresent"), .noBackendRequest)
    ]
}
