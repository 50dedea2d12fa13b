/// The algorithms that tokens are signed with (RFC 7518, section 3; RFC 8037). `none` is none of them.
public enum SignatureAlgorithm: String, Sendable, CaseIterable {
    /// HMAC with a shared key.
    case hs256 = "HS256", hs384 = "HS384", hs512 = "HS512"
    /// RSA with the padding of PKCS #1.
    case rs256 = "RS256", rs384 = "RS384", rs512 = "RS512"
    /// RSA with the padding PSS.
    case ps256 = "PS256", ps384 = "PS384", ps512 = "PS512"
    /// ECDSA, each with the curve of its size.
    case es256 = "ES256", es384 = "ES384", es512 = "ES512"
    /// Ed25519.
    case edDSA = "EdDSA"

    /// Whether RSA fills up with PSS.
    var usesPSS: Bool { [.ps256, .ps384, .ps512].contains(self) }

    /// The hash function that the signature is of.
    var digest: DigestAlgorithm {
        switch self {
        case .hs256, .rs256, .ps256, .es256: .sha256
        case .hs384, .rs384, .ps384, .es384: .sha384
        case .hs512, .rs512, .ps512, .es512, .edDSA: .sha512
        }
    }
}
