import PolicyCryptography

/// Which algorithm a name means to .NET (`CryptoConfig`), without regard to case.
enum AlgorithmNames {
    /// What is known of the name of a cipher.
    enum Cipher { case aes, notBuilt }

    /// A hash function, plain or with a key (HMAC).
    struct Hash {
        var algorithm: DigestAlgorithm
        var isKeyed = false
    }

    static func hash(_ name: String) -> Hash? { hashes[name.uppercased()] }

    /// A cipher; the old ones are known and not built.
    static func cipher(_ name: String) -> Cipher? { ciphers[name.uppercased()] }

    static func isRSA(_ name: String) -> Bool {
        ["RSA", namespace + "RSA", namespace + "ASYMMETRICALGORITHM"].contains(name.uppercased())
    }

    private static let namespace = "SYSTEM.SECURITY.CRYPTOGRAPHY."

    private static let hashes: [String: Hash] = {
        var hashes: [String: Hash] = [
            "SHA": Hash(algorithm: .sha1), "SHA-256": Hash(algorithm: .sha256), "SHA-384": Hash(algorithm: .sha384),
            "SHA-512": Hash(algorithm: .sha512), namespace + "HASHALGORITHM": Hash(algorithm: .sha1),
            namespace + "HMAC": Hash(algorithm: .sha1, isKeyed: true),
            namespace + "KEYEDHASHALGORITHM": Hash(algorithm: .sha1, isKeyed: true),
        ]
        for algorithm in DigestAlgorithm.allCases {
            for prefix in ["", namespace] {
                hashes[prefix + algorithm.rawValue] = Hash(algorithm: algorithm)
                hashes[prefix + "HMAC" + algorithm.rawValue] = Hash(algorithm: algorithm, isKeyed: true)
            }
        }
        return hashes
    }()

    private static let ciphers: [String: Cipher] = {
        let aes = ["AES", "RIJNDAEL", "AESMANAGED", "AESCRYPTOSERVICEPROVIDER"], old = ["DES", "3DES", "TRIPLEDES", "TRIPLE DES", "RC2"]
        var ciphers: [String: Cipher] = [namespace + "SYMMETRICALGORITHM": .aes]
        for name in aes { ciphers[name] = .aes }
        for name in ["RIJNDAEL", "AESMANAGED", "AESCRYPTOSERVICEPROVIDER"] { ciphers[namespace + name] = .aes }
        for name in old { (ciphers[name], ciphers[namespace + name]) = (.notBuilt, .notBuilt) }
        return ciphers
    }()
}
