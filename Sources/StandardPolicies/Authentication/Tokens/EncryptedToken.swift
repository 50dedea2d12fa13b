import PolicyCryptography
import PolicyDiagnostics

/// A JSON Web Token that is encrypted (RFC 7516), in compact form, taken apart.
struct EncryptedToken: Sendable {
    private let management: KeyManagement
    private let encryption: ContentEncryption
    private let keyID: String?
    private let encryptedKey: [UInt8]
    private let message: ContentEncryption.Message

    /// Whether a text has the five parts of an encrypted token.
    static func isEncrypted(_ text: String) -> Bool { Array(text.utf8).count { $0 == UInt8(ascii: ".") } == 4 }

    /// Takes a token apart.
    ///
    /// - Throws: for what is no token in any part, is compressed (a small token could fill the memory), has critical extensions, or is
    ///   encrypted in a way that is not taken.
    init(_ text: String) throws(TokenFailure) {
        guard text.utf8.count <= SignedToken.sizeLimit else {
            throw .invalid("The token is longer than \(SignedToken.sizeLimit) bytes.")
        }
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 5 else { throw .invalid("The encrypted token does not consist of five parts.") }
        let header = try SignedToken.object(parts[0], "header")
        guard header["crit"] == nil else { throw .invalid("The token has critical extensions.") }
        guard header["zip"] == nil else { throw .invalid("The token is compressed, which is not supported. Access denied.") }
        guard let management = header.string("alg").flatMap({ KeyManagement(rawValue: $0) }),
            let encryption = header.string("enc").flatMap({ ContentEncryption(rawValue: $0) })
        else { throw .invalid("The token's encryption is not supported. Access denied.") }
        (self.management, self.encryption, keyID) = (management, encryption, header.string("kid"))
        guard let key = Base64URL.decode(parts[1]), let vector = Base64URL.decode(parts[2]), let ciphertext = Base64URL.decode(parts[3]),
            let tag = Base64URL.decode(parts[4])
        else { throw .invalid("A part of the encrypted token is not valid base64url.") }
        encryptedKey = key
        message = ContentEncryption.Message(
            ciphertext: ciphertext, initializationVector: vector, authenticatedData: Array(parts[0]), tag: tag)
    }

    /// The token inside, which one of the keys opens: those that the token names, or all where nobody knows the name.
    ///
    /// - Throws: the same for every key, tag and padding that is wrong, so that nobody learns from failures.
    func decrypted(with keys: [TokenDecryptionKey]) throws(TokenFailure) -> String {
        let named = keys.filter { $0.id != nil && $0.id == keyID }
        for candidate in named.isEmpty ? keys : named {
            guard let key = try? candidate.key.contentKey(from: encryptedKey, management, for: encryption),
                let content = try? encryption.decrypt(message, key: key)
            else { continue }
            guard let text = String(validating: content, as: UTF8.self) else { throw .invalid("What the token encrypts is not a token.") }
            return text
        }
        throw .invalid("The token could not be decrypted. Access denied.")
    }
}
