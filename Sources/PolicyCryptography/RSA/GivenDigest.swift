import Crypto

/// A digest that was computed elsewhere, as a digest of the library, which signs nothing else.
///
/// The library has no initializer for it. Its digests are plain bytes in words of 64 bits, and that is not taken on trust: the
/// size is compared before, and what the digest says of itself afterwards.
enum GivenDigest {
    static func make<Made: Digest>(_: Made.Type, _ bytes: [UInt8]) throws(CryptographyError) -> Made {
        guard bytes.count == Made.byteCount else { throw .invalidData }
        let size = (Made.byteCount + 7) / 8 * 8
        guard MemoryLayout<Made>.size == size else { throw .unsupportedAlgorithm }
        let made = withUnsafeTemporaryAllocation(of: Made.self, capacity: 1) { memory in
            UnsafeMutableRawBufferPointer(memory).copyBytes(from: bytes + [UInt8](repeating: 0, count: size - bytes.count))
            return memory[0]
        }
        guard made.elementsEqual(bytes) else { throw .unsupportedAlgorithm }
        return made
    }
}

extension DigestAlgorithm {
    /// Whether RSA signs digests of the function: MD5 is not had there.
    public var isSignedByRSA: Bool { self != .md5 }

    /// Gives work the digest as the library's type of the function.
    func withDigest<Result>(
        _ bytes: [UInt8], _ work: (any Digest) throws(CryptographyError) -> Result
    ) throws(CryptographyError) -> Result {
        switch self {
        case .md5: throw .unsupportedAlgorithm
        case .sha1: try work(GivenDigest.make(Insecure.SHA1Digest.self, bytes))
        case .sha256: try work(GivenDigest.make(SHA256Digest.self, bytes))
        case .sha384: try work(GivenDigest.make(SHA384Digest.self, bytes))
        case .sha512: try work(GivenDigest.make(SHA512Digest.self, bytes))
        }
    }
}
