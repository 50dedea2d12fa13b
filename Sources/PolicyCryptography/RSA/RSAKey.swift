import Crypto
import CryptoExtras

/// An RSA key of 1024 bits or more: its public half, or both.
public struct RSAKey: Sendable {
    /// How a digest is filled up before it is signed.
    public enum SignaturePadding: Sendable, Hashable {
        /// PKCS #1 v1.5.
        case pkcs1
        /// PSS with a salt as long as the digest.
        case pss
    }

    /// How data are filled up before they are encrypted.
    public enum EncryptionPadding: Sendable, Hashable {
        /// PKCS #1 v1.5.
        case pkcs1
        /// OAEP with a hash function; only SHA-1 and SHA-256 are had.
        case oaep(DigestAlgorithm)
    }

    /// The sizes in bits that are had. The library refuses shorter keys; longer ones would cost seconds.
    public static let sizes = 1024...8192
    /// The largest key that is generated: a longer one takes many seconds.
    public static let largestGeneratedSize = 4096

    let publicKey: _RSA.Signing.PublicKey
    let privateKey: _RSA.Signing.PrivateKey?

    /// The size of the modulus in bits.
    public var size: Int { publicKey.keySizeInBits }
    /// Whether the key can sign and decrypt.
    public var isPrivate: Bool { privateKey != nil }

    /// The public half.
    public var publicHalf: RSAKey { RSAKey(publicKey: publicKey, privateKey: nil) }

    private init(publicKey: _RSA.Signing.PublicKey, privateKey: _RSA.Signing.PrivateKey?) {
        (self.publicKey, self.privateKey) = (publicKey, privateKey)
    }

    /// Reads a public key: `SubjectPublicKeyInfo` or `RSAPublicKey` in DER.
    public init(publicKey bytes: [UInt8]) throws(CryptographyError) {
        do { publicKey = try _RSA.Signing.PublicKey(unsafeDERRepresentation: bytes) } catch { throw Self.refusal(error) }
        privateKey = nil
        try checkSize()
    }

    /// Reads a private key: `PrivateKeyInfo` (PKCS #8) or `RSAPrivateKey` (PKCS #1) in DER.
    public init(privateKey bytes: [UInt8]) throws(CryptographyError) {
        let key: _RSA.Signing.PrivateKey
        do { key = try _RSA.Signing.PrivateKey(unsafeDERRepresentation: bytes) } catch { throw Self.refusal(error) }
        (publicKey, privateKey) = (key.publicKey, key)
        try checkSize()
    }

    /// Makes a key of its numbers.
    public init(_ numbers: RSANumbers) throws(CryptographyError) {
        let encoded: [UInt8]
        do { encoded = try numbers.encoded } catch { throw .invalidKey }
        if numbers.secret == nil { try self.init(publicKey: encoded) } else { try self.init(privateKey: encoded) }
    }

    /// Makes a new key.
    public static func generate(size: Int) throws(CryptographyError) -> RSAKey {
        guard (sizes.lowerBound...largestGeneratedSize).contains(size), size % 8 == 0 else { throw .unsupportedKeySize }
        do {
            let key = try _RSA.Signing.PrivateKey(unsafeKeySize: _RSA.Signing.KeySize(bitCount: size))
            return RSAKey(publicKey: key.publicKey, privateKey: key)
        } catch { throw .unsupportedKeySize }
    }

    private func checkSize() throws(CryptographyError) {
        guard Self.sizes.contains(size) else { throw .unsupportedKeySize }
    }

    private static func refusal(_ error: any Error) -> CryptographyError {
        if case CryptoKitError.incorrectParameterSize = error { .unsupportedKeySize } else { .invalidKey }
    }
}

// MARK: - What can be read off a key

extension RSAKey {
    /// The numbers of the key.
    public var numbers: RSANumbers {
        get throws(CryptographyError) {
            do {
                guard let privateKey else { return try RSANumbers(encodedPublicKey: Array(publicKey.pkcs1DERRepresentation)) }
                return try RSANumbers(encodedPrivateKey: Array(privateKey.derRepresentation))
            } catch { throw .invalidKey }
        }
    }

    /// `SubjectPublicKeyInfo` in DER.
    public var subjectPublicKeyInfo: [UInt8] { Array(publicKey.derRepresentation) }

    /// `RSAPublicKey` of PKCS #1 in DER.
    public var encodedPublicKey: [UInt8] { Array(publicKey.pkcs1DERRepresentation) }

    /// `RSAPrivateKey` of PKCS #1 in DER; nil without a private key.
    public var encodedPrivateKey: [UInt8]? { privateKey.map { Array($0.derRepresentation) } }

    /// `PrivateKeyInfo` of PKCS #8 in DER; nil without a private key.
    public var privateKeyInfo: [UInt8]? { privateKey.map { Array($0.pkcs8DERRepresentation) } }
}
