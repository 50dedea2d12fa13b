import PolicyCryptography
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// A key of the policy's own with its values bound.
struct BoundTokenKey: Sendable {
    private enum Source: Sendable {
        case shared(BoundValue<NetString>)
        case rsa(modulus: BoundValue<NetString>, exponent: BoundValue<NetString>)
        case certificate(BoundValue<NetString>)
        /// A key of constants, made once.
        case made(VerificationKey)
    }

    private let id: BoundValue<NetString>?
    private let source: Source?

    init(_ key: ValidateJWT.Key, in scope: inout CompilationScope) {
        id = key.id.map { scope.bindText($0) }
        if let certificate = key.certificateID {
            source = .certificate(scope.bindText(certificate))
        } else if let modulus = key.modulus, let exponent = key.exponent {
            let (modulus, exponent) = (scope.bindText(modulus), scope.bindText(exponent))
            source = Self.key(modulus.constant, exponent.constant).map { .made($0) } ?? .rsa(modulus: modulus, exponent: exponent)
        } else if let shared = key.shared {
            source = .shared(scope.bindText(shared))
        } else {
            source = nil
            scope.error(
                "missing-attribute", "a key needs a text, the attribute 'certificate-id', or 'n' and 'e'",
                at: (key.modulus ?? key.exponent ?? key.id)?.span ?? scope.position.span)
        }
    }

    func key(_ context: inout RequestContext) throws(PolicyError) -> TokenKey? {
        guard let source, let key = try key(of: source, &context) else { return nil }
        return TokenKey(id: try id?(&context).string, key: key)
    }

    /// The RSA key of two numbers; nil when they are none.
    private static func key(_ modulus: NetString?, _ exponent: NetString?) -> VerificationKey? {
        guard let modulus = modulus.flatMap({ Base64URL.decode($0.string) }),
            let exponent = exponent.flatMap({ Base64URL.decode($0.string) })
        else { return nil }
        return (try? RSAKey(RSANumbers(modulus: modulus, exponent: exponent))).map { .rsa($0) }
    }

    private func key(of source: Source, _ context: inout RequestContext) throws(PolicyError) -> VerificationKey? {
        switch source {
        case .shared(let text):
            guard let bytes = try? Base64.decode(try text(&context)), !bytes.isEmpty else {
                throw PolicyError("JwtInvalid", "A signing key is not valid Base64.")
            }
            return .shared(bytes)
        case .rsa(let modulus, let exponent):
            guard let key = Self.key(try modulus(&context), try exponent(&context)) else {
                throw PolicyError("JwtInvalid", "The modulus and exponent of a signing key are no RSA key.")
            }
            return key
        case .made(let key): return key
        case .certificate(let id):
            let id = try id(&context).string
            guard let found = context.gateway.deployment.certificates.first(where: { $0.id == id }),
                let key = try? VerificationKey(found.certificate.document)
            else { throw PolicyError("JwtInvalid", "There is no certificate '\(id)' with a key for signatures.") }
            return key
        }
    }
}
