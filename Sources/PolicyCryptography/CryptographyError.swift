/// Why something cannot be done. None of the cases carries data, so that no secret gets into a message.
public enum CryptographyError: Error, Sendable, Hashable {
    /// The data are not what the operation takes: a wrong length, a wrong padding, a wrong key.
    case invalidData
    /// The bytes are no key of the kind.
    case invalidKey
    /// The key is too short or too long for this implementation.
    case unsupportedKeySize
    /// The operation needs the private key.
    case noPrivateKey
    /// The algorithm, or the algorithm in this place, is not had.
    case unsupportedAlgorithm
}
