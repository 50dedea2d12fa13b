import Crypto
import CryptoExtras

/// How the key of a message's content gets to those who may read it (RFC 7518, section 4).
///
/// RSA with the padding of PKCS #1 (`RSA1_5`) is none of them: what it takes to answer all failures alike, in the same time too, is not had,
/// and without that everybody who may send tokens can have them decrypted (RFC 7516, section 11.5).
public enum KeyManagement: String, Sendable, CaseIterable {
    /// The shared key is the content's.
    case direct = "dir"
    /// Wrapped with AES.
    case a128KW = "A128KW", a192KW = "A192KW", a256KW = "A256KW"
    /// Encrypted for an RSA key with the padding OAEP.
    case rsaOAEP = "RSA-OAEP", rsaOAEP256 = "RSA-OAEP-256"

    /// The bytes of a key that wraps others; nil where none does.
    var wrappingKeyByteCount: Int? {
        switch self {
        case .a128KW: 16
        case .a192KW: 24
        case .a256KW: 32
        case .direct, .rsaOAEP, .rsaOAEP256: nil
        }
    }
}

/// A key that messages are encrypted for. It takes the algorithms of its own kind only.
public enum DecryptionKey: Sendable {
    /// A key that both sides have.
    case shared([UInt8])
    /// The private half of an RSA key.
    case rsa(RSAKey)

    /// The key of a message's content.
    ///
    /// - Throws: `CryptographyError` where the key is of another kind or length, or not the one that the content's key was encrypted for.
    public func contentKey(
        from encrypted: [UInt8], _ management: KeyManagement, for encryption: ContentEncryption
    ) throws(CryptographyError) -> [UInt8] {
        let key =
            switch (self, management) {
            case (.shared(let key), .direct):
                if encrypted.isEmpty { key } else { throw .invalidData }
            case (.shared(let key), .a128KW), (.shared(let key), .a192KW), (.shared(let key), .a256KW):
                try Self.unwrap(encrypted, key, management)
            case (.rsa(let key), .rsaOAEP): try key.decrypt(encrypted, .oaep(.sha1))
            case (.rsa(let key), .rsaOAEP256): try key.decrypt(encrypted, .oaep(.sha256))
            default: throw .unsupportedAlgorithm
            }
        guard key.count == encryption.keyByteCount else { throw .invalidKey }
        return key
    }

    private static func unwrap(_ wrapped: [UInt8], _ key: [UInt8], _ management: KeyManagement) throws(CryptographyError) -> [UInt8] {
        guard key.count == management.wrappingKeyByteCount else { throw .invalidKey }
        do {
            return try AES.KeyWrap.unwrap(wrapped, using: SymmetricKey(data: key)).withUnsafeBytes { Array($0) }
        } catch { throw .invalidData }
    }
}
