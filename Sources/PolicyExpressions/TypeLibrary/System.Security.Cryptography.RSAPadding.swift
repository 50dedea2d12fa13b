import PolicyCryptography

/// `System.Security.Cryptography.RSAEncryptionPadding`.
public final class NetRSAEncryptionPadding: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.rsaEncryptionPadding, []) }
    /// The type.
    public override var type: TypeSymbol { Self.symbol }

    /// The hash function of OAEP; nil for PKCS #1.
    let hashName: NetString?

    init(oaep hashName: NetString?) { self.hashName = hashName }

    override var comparedItems: [Value]? { [hashName.map { .string($0) } ?? .null] }

    override func invariantText() throws(EvaluationError) -> NetString { NetString(hashName.map { "Oaep" + $0.string } ?? "Pkcs1") }

    /// The padding as the implementation has it; OAEP is had with SHA-1 and SHA-256.
    func padding() throws(EvaluationError) -> RSAKey.EncryptionPadding {
        guard let hashName else { return .pkcs1 }
        guard let algorithm = DigestAlgorithm(rawValue: hashName.string) else { throw .unknownHashAlgorithm(hashName) }
        guard algorithm == .sha1 || algorithm == .sha256 else {
            throw .platformNotSupported("OAEP with \(algorithm.rawValue) is not supported on this platform.")
        }
        return .oaep(algorithm)
    }
}

/// `System.Security.Cryptography.RSASignaturePadding`.
public final class NetRSASignaturePadding: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.rsaSignaturePadding, []) }
    /// The type.
    public override var type: TypeSymbol { Self.symbol }
    let padding: RSAKey.SignaturePadding

    init(_ padding: RSAKey.SignaturePadding) { self.padding = padding }

    override var comparedItems: [Value]? { [.boolean(padding == .pss)] }

    override func invariantText() throws(EvaluationError) -> NetString { NetString(padding == .pss ? "Pss" : "Pkcs1") }
}

private enum EncryptionPaddingMode: Int32, NetEnumerationRepresentable {
    case pkcs1, oaep
    static var symbol: TypeSymbol { .named(.rsaEncryptionPaddingMode, []) }
    static var fallback: Self { .pkcs1 }
}

private enum SignaturePaddingMode: Int32, NetEnumerationRepresentable {
    case pkcs1, pss
    static var symbol: TypeSymbol { .named(.rsaSignaturePaddingMode, []) }
    static var fallback: Self { .pkcs1 }
}

extension NetType {
    /// `System.Security.Cryptography.RSAEncryptionPadding`. OAEP with SHA-384 and SHA-512 is not had, so its names are not either.
    static let rsaEncryptionPadding: NetType = NetType(cryptographyNamespace, "RSAEncryptionPadding") {
        [
            encryptionPadding("Pkcs1", "PKCS #1 v1.5.", nil), encryptionPadding("OaepSHA1", "OAEP with SHA-1.", .sha1),
            encryptionPadding("OaepSHA256", "OAEP with SHA-256.", .sha256),
            .staticMethod(
                "CreateOaep", "OAEP with a hash function. Only SHA-1 and SHA-256 can be used then.", ["hashAlgorithm"],
                NetBody { (name: Instance<NetHashAlgorithmName>) throws(EvaluationError) -> Instance<NetRSAEncryptionPadding> in
                    guard let name = name.object.name, !name.isEmpty else {
                        throw .argument("The hash algorithm name cannot be null or empty.", "hashAlgorithm")
                    }
                    return Instance(NetRSAEncryptionPadding(oaep: name))
                }),
            .property(
                "Mode", "PKCS #1 or OAEP.",
                NetBody { (padding: Instance<NetRSAEncryptionPadding>) throws(EvaluationError) -> EncryptionPaddingMode in
                    padding.object.hashName == nil ? .pkcs1 : .oaep
                }),
            .property(
                "OaepHashAlgorithm", "The hash function of OAEP; without a name for PKCS #1.",
                NetBody { (padding: Instance<NetRSAEncryptionPadding>) throws(EvaluationError) -> Instance<NetHashAlgorithmName> in
                    Instance(NetHashAlgorithmName(padding.object.hashName))
                }),
            .method(
                "ToString", "The mode with the hash function.",
                NetBody { (padding: Instance<NetRSAEncryptionPadding>) throws(EvaluationError) -> NetString in
                    try padding.object.invariantText()
                }),
        ] + equality(of: Instance<NetRSAEncryptionPadding>.self)
    }

    private static func encryptionPadding(_ name: String, _ summary: String, _ algorithm: DigestAlgorithm?) -> NetMember {
        .staticProperty(
            name, summary,
            NetBody { () throws(EvaluationError) -> Instance<NetRSAEncryptionPadding> in
                Instance(NetRSAEncryptionPadding(oaep: algorithm.map { NetString($0.rawValue) }))
            })
    }

    /// `System.Security.Cryptography.RSASignaturePadding`.
    static let rsaSignaturePadding: NetType = NetType(cryptographyNamespace, "RSASignaturePadding") {
        [
            signaturePadding("Pkcs1", "PKCS #1 v1.5.", .pkcs1), signaturePadding("Pss", "PSS with a salt as long as the hash.", .pss),
            .property(
                "Mode", "PKCS #1 or PSS.",
                NetBody { (padding: Instance<NetRSASignaturePadding>) throws(EvaluationError) -> SignaturePaddingMode in
                    padding.object.padding == .pss ? .pss : .pkcs1
                }),
            .method(
                "ToString", "The mode.",
                NetBody { (padding: Instance<NetRSASignaturePadding>) throws(EvaluationError) -> NetString in
                    try padding.object.invariantText()
                }),
        ] + equality(of: Instance<NetRSASignaturePadding>.self)
    }

    private static func signaturePadding(_ name: String, _ summary: String, _ padding: RSAKey.SignaturePadding) -> NetMember {
        .staticProperty(
            name, summary,
            NetBody { () throws(EvaluationError) -> Instance<NetRSASignaturePadding> in Instance(NetRSASignaturePadding(padding)) })
    }
}
