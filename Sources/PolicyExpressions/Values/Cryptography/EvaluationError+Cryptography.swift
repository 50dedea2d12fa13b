import PolicyCryptography

extension EvaluationError {
    /// CryptographicException.
    static func cryptographic(_ message: String) -> EvaluationError {
        EvaluationError(exceptionType: "System.Security.Cryptography.CryptographicException", message: message)
    }

    /// PlatformNotSupportedException.
    static func platformNotSupported(_ message: String = "Operation is not supported on this platform.") -> EvaluationError {
        system("PlatformNotSupportedException", message)
    }

    /// The `Create()` that chooses an algorithm by itself.
    static var noDefaultAlgorithm: EvaluationError {
        platformNotSupported("This platform does not allow the automatic selection of an algorithm.")
    }

    /// The object was disposed of.
    static var objectDisposed: EvaluationError { system("ObjectDisposedException", "Cannot access a disposed object.") }

    /// A hash function that is not known by its name.
    static func unknownHashAlgorithm(_ name: NetString) -> EvaluationError {
        cryptographic("'\(name.string)' is not a known hash algorithm.")
    }

    /// A key, an initialization vector, a mode or a padding that the algorithm does not have.
    static let invalidKeySize = cryptographic("Specified key is not a valid size for this algorithm.")
    static let invalidBlockSize = cryptographic("Specified block size is not valid for this algorithm.")
    static let invalidVectorSize = cryptographic(
        "Specified initialization vector (IV) does not match the block size for this algorithm.")
    static let invalidCipherMode = cryptographic("Specified cipher mode is not valid for this algorithm.")
    static let invalidPaddingMode = cryptographic("Specified padding mode is not valid for this algorithm.")
    static let invalidFeedbackSize = cryptographic("Specified feedback size is not valid for this algorithm.")

    /// Data that are no whole blocks, or whose padding is not what it should be.
    static let partialBlock = cryptographic("The input data is not a complete block.")
    static let invalidPadding = cryptographic("Padding is invalid and cannot be removed.")
}

extension CryptographyError {
    /// What .NET throws for it.
    var exception: EvaluationError {
        switch self {
        case .invalidData: .cryptographic("The parameter is incorrect.")
        case .invalidKey: .cryptographic("Value was invalid.")
        case .unsupportedKeySize: .invalidKeySize
        case .noPrivateKey:
            .cryptographic("Object contains only the public half of a key pair. A private key must also be provided.")
        case .unsupportedAlgorithm: .platformNotSupported()
        }
    }
}

/// The result of an operation, or the exception that .NET throws.
func orThrow<Result>(_ work: () throws(CryptographyError) -> Result) throws(EvaluationError) -> Result {
    do { return try work() } catch { throw error.exception }
}
