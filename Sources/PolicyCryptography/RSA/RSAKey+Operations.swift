import Crypto
import CryptoExtras

extension RSAKey {
    /// Signs a digest.
    public func signature(
        of digest: [UInt8], _ algorithm: DigestAlgorithm, _ padding: SignaturePadding
    ) throws(CryptographyError) -> [UInt8] {
        guard let privateKey else { throw .noPrivateKey }
        return try algorithm.withDigest(digest) { digest throws(CryptographyError) in
            do { return Array(try privateKey.signature(for: digest, padding: padding.native).rawRepresentation) } catch {
                throw .invalidData
            }
        }
    }

    /// Whether a signature of a digest was made with the private key.
    public func isValid(
        _ signature: [UInt8], of digest: [UInt8], _ algorithm: DigestAlgorithm, _ padding: SignaturePadding
    ) throws(CryptographyError) -> Bool {
        try algorithm.withDigest(digest) { digest throws(CryptographyError) in
            publicKey.isValidSignature(_RSA.Signing.RSASignature(rawRepresentation: signature), for: digest, padding: padding.native)
        }
    }

    /// Encrypts as much as fits into the key.
    public func encrypt(_ data: [UInt8], _ padding: EncryptionPadding) throws(CryptographyError) -> [UInt8] {
        let native = try padding.native
        do {
            let key = try _RSA.Encryption.PublicKey(unsafeDERRepresentation: publicKey.derRepresentation)
            return Array(try key.encrypt(data, padding: native))
        } catch { throw .invalidData }
    }

    /// Decrypts what was encrypted with the public key.
    public func decrypt(_ data: [UInt8], _ padding: EncryptionPadding) throws(CryptographyError) -> [UInt8] {
        guard let privateKey else { throw .noPrivateKey }
        let native = try padding.native
        do {
            let key = try _RSA.Encryption.PrivateKey(unsafeDERRepresentation: privateKey.derRepresentation)
            return Array(try key.decrypt(data, padding: native))
        } catch { throw .invalidData }
    }

    /// The most bytes that a padding leaves room for.
    public func capacity(_ padding: EncryptionPadding) -> Int {
        let overhead =
            switch padding {
            case .pkcs1: 11
            case .oaep(let algorithm): 2 * algorithm.byteCount + 2
            }
        return size / 8 - overhead
    }
}

extension RSAKey.SignaturePadding {
    fileprivate var native: _RSA.Signing.Padding {
        switch self {
        case .pkcs1: .insecurePKCS1v1_5
        case .pss: .PSS
        }
    }
}

extension RSAKey.EncryptionPadding {
    fileprivate var native: _RSA.Encryption.Padding {
        get throws(CryptographyError) {
            switch self {
            case .pkcs1: ._WEAK_AND_INSECURE_PKCS_V1_5
            case .oaep(.sha1): .PKCS1_OAEP
            case .oaep(.sha256): .PKCS1_OAEP_SHA256
            case .oaep: throw .unsupportedAlgorithm
            }
        }
    }
}
