import PolicyCryptography
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A key that tokens are encrypted for.
struct TokenDecryptionKey: Sendable {
    /// What tokens call it (`kid`).
    var id: String?
    var key: DecryptionKey
}

/// A key that tokens are encrypted for with its values bound: a shared one, or that of a certificate.
struct BoundDecryptionKey: Sendable {
    private enum Source: Sendable {
        case shared(BoundValue<NetString>)
        case certificate(BoundValue<NetString>)
    }

    private let id: BoundValue<NetString>?
    private let source: Source

    /// Binds a key; nil, and an error, for one that has neither text nor certificate.
    init?(_ key: ValidateJWT.Key, in scope: inout CompilationScope) {
        id = key.id.map { scope.bindText($0) }
        if let certificate = key.certificateID {
            source = .certificate(scope.bindText(certificate))
        } else if let shared = key.shared {
            source = .shared(scope.bindText(shared))
        } else {
            scope.error(
                "missing-attribute", "a decryption key needs a text or the attribute 'certificate-id'",
                at: key.id?.span ?? scope.position.span)
            return nil
        }
    }

    /// Binds the key of a certificate.
    init(certificateID: PolicyValue<String>, in scope: inout CompilationScope) {
        (id, source) = (nil, .certificate(scope.bindText(certificateID)))
    }

    func key(_ context: inout RequestContext) throws(PolicyError) -> TokenDecryptionKey {
        TokenDecryptionKey(id: try id?(&context).string, key: try key(of: source, &context))
    }

    private func key(of source: Source, _ context: inout RequestContext) throws(PolicyError) -> DecryptionKey {
        switch source {
        case .shared(let text):
            guard let bytes = try? Base64.decode(try text(&context)), !bytes.isEmpty else {
                throw PolicyError("JwtInvalid", "A decryption key is not valid Base64.")
            }
            return .shared(bytes)
        case .certificate(let id):
            let id = try id(&context).string
            guard let found = context.gateway.deployment.certificates.first(where: { $0.id == id }),
                let key = found.certificate.privateKey
            else { throw PolicyError("JwtInvalid", "There is no certificate '\(id)' with a private key for decryption.") }
            return .rsa(key)
        }
    }
}
