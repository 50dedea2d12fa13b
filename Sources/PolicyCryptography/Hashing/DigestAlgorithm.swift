import Crypto

/// The hash functions that .NET has for expressions.
public enum DigestAlgorithm: String, Sendable, CaseIterable {
    /// MD5, broken; kept for checksums that others still ask for.
    case md5 = "MD5"
    /// SHA-1, broken for signatures.
    case sha1 = "SHA1"
    /// SHA-2 with 256 bits.
    case sha256 = "SHA256"
    /// SHA-2 with 384 bits.
    case sha384 = "SHA384"
    /// SHA-2 with 512 bits.
    case sha512 = "SHA512"

    /// The name without regard to case, or nil for a function that is not had.
    public init?(ignoringCase name: String) {
        guard let algorithm = Self(rawValue: name.uppercased()) else { return nil }
        self = algorithm
    }

    /// The number of bytes of a digest.
    public var byteCount: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// The number of bytes that the function takes in at a time; a key of HMAC is as long at best.
    public var blockByteCount: Int {
        switch self {
        case .md5, .sha1, .sha256: 64
        case .sha384, .sha512: 128
        }
    }

    /// The digest of some bytes.
    public func digest(of bytes: [UInt8]) -> [UInt8] {
        var digest = RunningDigest(self)
        digest.update(bytes)
        return digest.finish()
    }

    /// The code that says that some bytes are of one who has the key.
    public func authenticationCode(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = RunningDigest(self, key: key)
        code.update(bytes)
        return code.finish()
    }

    var function: any HashFunction.Type {
        switch self {
        case .md5: Insecure.MD5.self
        case .sha1: Insecure.SHA1.self
        case .sha256: SHA256.self
        case .sha384: SHA384.self
        case .sha512: SHA512.self
        }
    }
}
