import PolicyCryptography
import PolicyDiagnostics

/// A key that tokens are checked with.
struct TokenKey: Sendable {
    /// What tokens call it (`kid`).
    var id: String?
    /// The only algorithm it is for, if it says so.
    var algorithmName: String?
    var key: VerificationKey
}

/// The keys that a token may have been signed with.
struct TokenKeys: Sendable {
    /// Those that the policy names.
    var own: [TokenKey] = []
    /// Those that issuers publish.
    var published: [TokenKey] = []

    /// Whether a token names a key that is not among these.
    func lacks(_ token: SignedToken) -> Bool {
        guard let id = token.keyID else { return false }
        return !(own + published).contains { $0.id == id }
    }

    /// Why a token is not to be believed; nil for one that is signed with one of the keys.
    func failure(of token: SignedToken) -> TokenFailure? {
        guard token.algorithmName.lowercased() != "none" else { return .notSigned }
        guard let algorithm = SignatureAlgorithm(rawValue: token.algorithmName) else {
            return TokenFailure(
                reason: TokenFailure.signatureInvalid.reason, message: "The token's algorithm is not supported. Access denied.")
        }
        let candidates = candidates(for: token)
        guard !candidates.isEmpty else { return .keyNotFound }
        let bytes = token.signedBytes
        let isValid = candidates.contains { candidate in
            (candidate.algorithmName ?? algorithm.rawValue) == algorithm.rawValue
                && candidate.key.isValid(token.signature, of: bytes, algorithm)
        }
        return isValid ? nil : .signatureInvalid
    }

    /// The key that the token names. Where nobody knows the name, all of the policy's own keys are tried, as the reference says,
    /// and those of issuers for a token without a name.
    private func candidates(for token: SignedToken) -> [TokenKey] {
        guard let id = token.keyID else { return own + published }
        let named = (own + published).filter { $0.id == id }
        return named.isEmpty ? own : named
    }
}

extension [TokenKey] {
    /// Reads a set of JSON Web Keys (RFC 7517). Keys that are for encryption, or of a kind that is not known, are left out, and so
    /// are shared keys, which nobody publishes.
    init(webKeySet json: LocatedJSON) {
        guard case .array(let keys)? = json["keys"]?.kind else {
            self = []
            return
        }
        self = keys.compactMap { TokenKey(webKey: $0) }
    }
}

extension TokenKey {
    fileprivate init?(webKey json: LocatedJSON) {
        guard json.string("use") ?? "sig" == "sig", let key = Self.key(json) else { return nil }
        self.init(id: json.string("kid"), algorithmName: json.string("alg"), key: key)
    }

    private static func key(_ json: LocatedJSON) -> VerificationKey? {
        switch json.string("kty") {
        case "RSA":
            guard let modulus = json.bytes("n"), let exponent = json.bytes("e") else { return nil }
            return (try? RSAKey(RSANumbers(modulus: modulus, exponent: exponent))).map { .rsa($0) }
        case "EC":
            guard let curve = json.string("crv").flatMap({ VerificationKey.Curve(rawValue: $0) }), let x = json.bytes("x"),
                let y = json.bytes("y")
            else { return nil }
            return try? VerificationKey(curve: curve, x: x, y: y)
        case "OKP":
            guard json.string("crv") == "Ed25519", let x = json.bytes("x") else { return nil }
            return try? VerificationKey(ed25519: x)
        default: return nil
        }
    }
}

extension LocatedJSON {
    fileprivate func bytes(_ name: String) -> [UInt8]? { string(name).flatMap { Base64URL.decode($0) } }
}
