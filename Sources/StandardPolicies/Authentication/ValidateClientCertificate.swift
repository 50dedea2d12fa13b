public import PolicyRuntime
import PolicyCryptography
import PolicyDiagnostics
import PolicyExpressions

/// Demands that the client showed a certificate that fulfils rules, and is one of those expected.
///
/// The reference documents neither reason nor status of a refusal: here they are `ClientCertificateInvalid` and 403, with a message that says
/// which rule is broken.
public struct ValidateClientCertificate: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "validate-client-certificate", category: .authentication, sections: [.inbound],
        summary: "Demands that the client showed a certificate that fulfils rules, and is one of those expected.")

    /// Whom a certificate may be about; what is given must all be so.
    public struct Identity: Sendable {
        /// The certificate's SHA-1 hash.
        public var thumbprint: PolicyValue<String>?
        /// The serial number.
        public var serialNumber: PolicyValue<String>?
        /// The subject's common name.
        public var commonName: PolicyValue<String>?
        /// The subject.
        public var subject: PolicyValue<String>?
        /// A DNS name among the subject's alternative names.
        public var dnsName: PolicyValue<String>?
        /// The issuer's subject.
        public var issuerSubject: PolicyValue<String>?
        /// The SHA-1 hash of the issuer's certificate, which must be among those of the gateway.
        public var issuerThumbprint: PolicyValue<String>?
        /// The identifier of the issuer's certificate.
        public var issuerCertificateID: PolicyValue<String>?
    }

    /// Whether it is asked if the certificate was revoked, and whether a trusted authority signed it.
    public var validatesRevocation: PolicyValue<Bool>, validatesTrust: PolicyValue<Bool>
    /// Whether it must be valid already, and still.
    public var validatesNotBefore: PolicyValue<Bool>, validatesNotAfter: PolicyValue<Bool>
    /// Whether the request goes on all the same.
    public var ignoresErrors: PolicyValue<Bool>
    /// The certificates that are expected; any when there are none.
    public var identities: [Identity]

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        validatesRevocation = element.attribute(
            "validate-revocation", default: true, expressions: false, "Whether it is asked if the certificate was revoked.")
        validatesTrust = element.attribute(
            "validate-trust", default: true, expressions: false, "Whether a trusted authority must have signed it.")
        validatesNotBefore = element.attribute(
            "validate-not-before", default: true, expressions: false, "Whether it must be valid already.")
        validatesNotAfter = element.attribute("validate-not-after", default: true, expressions: false, "Whether it must be valid still.")
        ignoresErrors = element.attribute("ignore-error", default: false, expressions: false, "Whether the request goes on all the same.")
        identities =
            element.optionalChild("identities", "The certificates that are expected.") { list in
                list.children("identity", atLeast: 1, atMost: 10, "One of them: what is given must all be so.", read: Self.identity)
            } ?? []
    }

    private static func identity(_ element: inout PolicyReader) -> Identity {
        let identity = Identity(
            thumbprint: element.optionalAttribute("thumbprint", "The certificate's SHA-1 hash."),
            serialNumber: element.optionalAttribute("serial-number", "The serial number."),
            commonName: element.optionalAttribute("common-name", "The subject's common name."),
            subject: element.optionalAttribute("subject", "The subject, a distinguished name."),
            dnsName: element.optionalAttribute("dns-name", "A DNS name among the subject's alternative names."),
            issuerSubject: element.optionalAttribute("issuer-subject", "The issuer's subject."),
            issuerThumbprint: element.optionalAttribute("issuer-thumbprint", "The SHA-1 hash of the issuer's certificate."),
            issuerCertificateID: element.optionalAttribute("issuer-certificate-id", "The identifier of the issuer's certificate."))
        if let id = identity.issuerCertificateID, identity.issuerSubject != nil || identity.issuerThumbprint != nil {
            let problem = "'issuer-certificate-id' stands without the other attributes about the issuer"
            element.report(Diagnostic("invalid-combination", .error, problem, at: id.span))
        }
        return identity
    }

    /// Binds the rules.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let asksRevocation = scope.bind(validatesRevocation).constant ?? true
        if asksRevocation { scope.require(.revocation) }
        let rules = ClientCertificateRules(
            validatesTrust: scope.bind(validatesTrust).constant ?? true, asksRevocation: asksRevocation,
            validatesNotBefore: scope.bind(validatesNotBefore).constant ?? true,
            validatesNotAfter: scope.bind(validatesNotAfter).constant ?? true, identities: identities.map { $0.bind(in: &scope) })
        let (ignoresErrors, position) = (scope.bind(ignoresErrors).constant ?? false, scope.position)
        return .suspending { context async throws(PolicyError) in
            guard let problem = try await rules.problem(&context) else { return .proceed }
            guard ignoresErrors else {
                throw PolicyError("ClientCertificateInvalid", problem, statusCode: 403, isMessagePublic: true)
            }
            context.trace("The client's certificate is not accepted, error ignored: \(problem)", at: position)
            return .proceed
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "a client without a certificate", in: .inbound,
            """
            <validate-client-certificate>
                <identities>
                    <identity thumbprint="C8F12A0E2D9A4E5F8B7C6D5E4F3A2B1C0D9E8F7A" issuer-subject="CN=Contoso CA" />
                </identities>
            </validate-client-certificate>
            """, expects: .status(403), .failure("ClientCertificateInvalid"), .noBackendRequest)
    ]
}
