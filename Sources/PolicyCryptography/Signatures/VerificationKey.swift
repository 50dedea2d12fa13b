import Crypto

/// A key that signatures are checked with. It takes the algorithms of its own kind only, so that nobody can pass off the bytes of a
/// public key as a shared one.
public enum VerificationKey: Sendable {
    /// A key that both sides have.
    case shared([UInt8])
    /// An RSA key.
    case rsa(RSAKey)
    /// A key on one of the curves of NIST.
    case p256(P256Key), p384(P384Key), p521(P521Key)
    /// A key of Ed25519.
    case ed25519(Ed25519Key)

    /// The curves that a key of two coordinates can lie on (`crv` of a JSON Web Key).
    public enum Curve: String, Sendable { case p256 = "P-256", p384 = "P-384", p521 = "P-521" }

    /// A key on a curve, by its coordinates.
    public init(curve: Curve, x: [UInt8], y: [UInt8]) throws(CryptographyError) {
        do {
            switch curve {
            case .p256: self = .p256(P256Key(key: try P256.Signing.PublicKey(rawRepresentation: x + y)))
            case .p384: self = .p384(P384Key(key: try P384.Signing.PublicKey(rawRepresentation: x + y)))
            case .p521: self = .p521(P521Key(key: try P521.Signing.PublicKey(rawRepresentation: x + y)))
            }
        } catch { throw .invalidKey }
    }

    /// A key of Ed25519.
    public init(ed25519 bytes: [UInt8]) throws(CryptographyError) {
        do { self = .ed25519(Ed25519Key(key: try Curve25519.Signing.PublicKey(rawRepresentation: bytes))) } catch { throw .invalidKey }
    }

    /// The key that a certificate is about.
    public init(_ certificate: CertificateDocument) throws(CryptographyError) {
        let bytes = certificate.subjectPublicKeyInfo
        if let key = try? P256.Signing.PublicKey(derRepresentation: bytes) {
            self = .p256(P256Key(key: key))
        } else if let key = try? P384.Signing.PublicKey(derRepresentation: bytes) {
            self = .p384(P384Key(key: key))
        } else if let key = try? P521.Signing.PublicKey(derRepresentation: bytes) {
            self = .p521(P521Key(key: key))
        } else {
            self = .rsa(try RSAKey(publicKey: bytes))
        }
    }

    /// Whether the key is of the kind that an algorithm takes.
    public func takes(_ algorithm: SignatureAlgorithm) -> Bool {
        switch self {
        case .shared(let key): !key.isEmpty && [.hs256, .hs384, .hs512].contains(algorithm)
        case .rsa: [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512].contains(algorithm)
        case .p256: algorithm == .es256
        case .p384: algorithm == .es384
        case .p521: algorithm == .es512
        case .ed25519: algorithm == .edDSA
        }
    }

    /// Whether a signature is one of some bytes by an algorithm; false also for an algorithm of another kind of key.
    public func isValid(_ signature: [UInt8], of bytes: [UInt8], _ algorithm: SignatureAlgorithm) -> Bool {
        guard takes(algorithm) else { return false }
        return switch self {
        case .shared(let key): ConstantTime.areEqual(signature, algorithm.digest.authenticationCode(of: bytes, key: key))
        case .rsa(let key): key.isValid(signature, ofContent: bytes, algorithm.digest, algorithm.usesPSS ? .pss : .pkcs1)
        case .p256(let key): key.isValid(signature, of: bytes)
        case .p384(let key): key.isValid(signature, of: bytes)
        case .p521(let key): key.isValid(signature, of: bytes)
        case .ed25519(let key): key.isValid(signature, of: bytes)
        }
    }
}

extension RSAKey {
    /// Whether a signature is one of some bytes.
    func isValid(_ signature: [UInt8], ofContent bytes: [UInt8], _ algorithm: DigestAlgorithm, _ padding: SignaturePadding) -> Bool {
        guard signature.count == (size + 7) / 8 else { return false }
        return (try? isValid(signature, of: algorithm.digest(of: bytes), algorithm, padding)) ?? false
    }
}

/// A public key on the curve P-256.
public struct P256Key: Sendable {
    let key: P256.Signing.PublicKey

    func isValid(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
        return key.isValidSignature(signature, for: SHA256.hash(data: bytes))
    }
}

/// A public key on the curve P-384.
public struct P384Key: Sendable {
    let key: P384.Signing.PublicKey

    func isValid(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let signature = try? P384.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
        return key.isValidSignature(signature, for: SHA384.hash(data: bytes))
    }
}

/// A public key on the curve P-521.
public struct P521Key: Sendable {
    let key: P521.Signing.PublicKey

    func isValid(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let signature = try? P521.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
        return key.isValidSignature(signature, for: SHA512.hash(data: bytes))
    }
}

/// A public key of Ed25519.
public struct Ed25519Key: Sendable {
    let key: Curve25519.Signing.PublicKey

    func isValid(_ signature: [UInt8], of bytes: [UInt8]) -> Bool { key.isValidSignature(signature, for: bytes) }
}
