import Crypto
import CryptoExtras

/// The algorithms that the content of tokens is encrypted with (RFC 7518, section 5). Each one also vouches for what it encrypts.
public enum ContentEncryption: String, Sendable, CaseIterable {
    /// AES in the mode CBC, and an HMAC over the result.
    case a128CBCHS256 = "A128CBC-HS256", a192CBCHS384 = "A192CBC-HS384", a256CBCHS512 = "A256CBC-HS512"
    /// AES in the mode GCM.
    case a128GCM = "A128GCM", a192GCM = "A192GCM", a256GCM = "A256GCM"

    /// What is encrypted, and all that is needed beside the key.
    public struct Message: Sendable {
        /// The encrypted content.
        public var ciphertext: [UInt8]
        /// What makes two messages with the same content differ.
        public var initializationVector: [UInt8]
        /// What is not encrypted, but vouched for.
        public var authenticatedData: [UInt8]
        /// What vouches for all of the others.
        public var tag: [UInt8]

        /// Makes a message of its parts.
        public init(ciphertext: [UInt8], initializationVector: [UInt8], authenticatedData: [UInt8], tag: [UInt8]) {
            (self.ciphertext, self.initializationVector) = (ciphertext, initializationVector)
            (self.authenticatedData, self.tag) = (authenticatedData, tag)
        }
    }

    /// The bytes that a key has, exactly.
    public var keyByteCount: Int {
        switch self {
        case .a128GCM: 16
        case .a192GCM: 24
        case .a128CBCHS256, .a256GCM: 32
        case .a192CBCHS384: 48
        case .a256CBCHS512: 64
        }
    }

    /// The content of a message, of which no bit was changed.
    ///
    /// - Throws: `CryptographyError.invalidKey` for a key of another length, `.invalidData` for whatever else is wrong: to tell more would
    ///   help only those who forge messages.
    public func decrypt(_ message: Message, key: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard key.count == keyByteCount else { throw .invalidKey }
        return switch self {
        case .a128CBCHS256: try Self.decryptChained(message, key, .sha256)
        case .a192CBCHS384: try Self.decryptChained(message, key, .sha384)
        case .a256CBCHS512: try Self.decryptChained(message, key, .sha512)
        case .a128GCM, .a192GCM, .a256GCM: try Self.decryptCounted(message, key)
        }
    }

    /// RFC 7518, section 5.2.2.2. The first half of the key is for the tag, which is checked before anything is decrypted; what the padding
    /// looks like is seen only by those who have the key.
    private static func decryptChained(
        _ message: Message, _ key: [UInt8], _ digest: DigestAlgorithm
    ) throws(CryptographyError) -> [UInt8] {
        let half = key.count / 2
        let bitCount = UInt64(message.authenticatedData.count) * 8
        let lengthBytes = (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * $0)) }
        let authenticated = message.authenticatedData + message.initializationVector + message.ciphertext + lengthBytes
        let tag = Array(digest.authenticationCode(of: authenticated, key: Array(key.prefix(half))).prefix(half))
        guard ConstantTime.areEqual(tag, message.tag) else { throw .invalidData }
        do {
            let vector = try AES._CBC.IV(ivBytes: message.initializationVector)
            return Array(try AES._CBC.decrypt(message.ciphertext, using: SymmetricKey(data: key.dropFirst(half)), iv: vector))
        } catch { throw .invalidData }
    }

    /// RFC 7518, section 5.3: a vector of 96 bits, a tag of 128; shorter tags are easier to guess.
    private static func decryptCounted(_ message: Message, _ key: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard message.initializationVector.count == 12, message.tag.count == 16 else { throw .invalidData }
        do {
            let nonce = try AES.GCM.Nonce(data: message.initializationVector)
            let box = try AES.GCM.SealedBox(nonce: nonce, ciphertext: message.ciphertext, tag: message.tag)
            return Array(try AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: message.authenticatedData))
        } catch { throw .invalidData }
    }
}
