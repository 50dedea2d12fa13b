public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Calls the backend with a certificate of the gateway.
public struct AuthenticationCertificate: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "authentication-certificate", category: .authentication, sections: [.inbound],
        summary: "Calls the backend with a certificate of the gateway.")

    /// The certificate by its SHA-1 hash, by its identifier, or as a PKCS #12 file.
    public var thumbprint: PolicyValue<String>?, certificateID: PolicyValue<String>?, body: PolicyValue<String>?
    /// The file's password.
    public var password: PolicyValue<String>?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        thumbprint = element.optionalAttribute("thumbprint", "The certificate's SHA-1 hash, in hexadecimal.")
        certificateID = element.optionalAttribute("certificate-id", "The certificate's identifier.")
        body = element.optionalAttribute("body", "An expression that gives a PKCS #12 file (PFX) as byte[].")
        password = element.optionalAttribute("password", "The file's password.")
        if [thumbprint, certificateID, body].count(where: { $0 != nil }) != 1 {
            let problem = "'authentication-certificate' needs one of the attributes 'thumbprint', 'certificate-id' and 'body'"
            element.report(Diagnostic("missing-attribute", .error, problem, at: element.element.nameSpan))
        }
    }

    /// Binds which certificate is meant.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let certificate = bind(in: &scope)
        return .immediate { context throws(PolicyError) in
            context.clientCertificate = try certificate.certificate(&context)
            return .proceed
        }
    }

    func bind(in scope: inout CompilationScope) -> BoundClientCertificate {
        BoundClientCertificate(
            thumbprint: thumbprint.map { scope.bindText($0) }, id: certificateID.map { scope.bindText($0) },
            file: body.map { scope.bindObject($0) }, password: password.map { scope.bindText($0) })
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "a certificate that nobody uploaded", in: .inbound, #"<authentication-certificate certificate-id="backend" />"#,
            expects: .status(500), .noBackendRequest)
    ]
}

/// The certificate that the gateway shows, with its values bound.
struct BoundClientCertificate: Sendable {
    let thumbprint: BoundValue<NetString>?
    let id: BoundValue<NetString>?
    let file: BoundObject?
    let password: BoundValue<NetString>?

    func certificate(_ context: inout RequestContext) throws(PolicyError) -> TransportCertificate {
        if let file {
            guard case .object(let object) = try file(&context), let bytes = (object as? NetArray)?.bytes else {
                throw PolicyError(nil, "The attribute 'body' of authentication-certificate must give the bytes of a file.")
            }
            return .pkcs12(bytes, password: try password?(&context).string)
        }
        if let id = try id?(&context).string { return try context.uploadedCertificate(id) { $0.id == id } }
        let thumbprint = try thumbprint?(&context).string ?? ""
        return try context.uploadedCertificate(thumbprint) { $0.certificate.hasThumbprint(thumbprint) }
    }
}
