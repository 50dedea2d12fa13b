import PolicyCryptography

/// Sizes that an algorithm has: from the smallest to the largest, step by step.
final class NetKeySizes: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.keySizesType, []) }
    override var type: TypeSymbol { Self.symbol }
    let (minimum, maximum, step): (Int32, Int32, Int32)

    init(_ minimum: Int32, _ maximum: Int32, step: Int32) { (self.minimum, self.maximum, self.step) = (minimum, maximum, step) }

    /// The sizes as a `KeySizes[]`.
    static func array(_ minimum: Int32, _ maximum: Int32, step: Int32) -> ArrayOf<Instance<NetKeySizes>> {
        ArrayOf(NetArray(type: .array(symbol, rank: 1), items: [.object(NetKeySizes(minimum, maximum, step: step))]))
    }
}

// Ciphers: the base class, and AES under the names that .NET has for it.
extension NetType {
    /// `System.Security.Cryptography.SymmetricAlgorithm`.
    static let symmetricAlgorithm: NetType = NetType(
        cryptographyNamespace, "SymmetricAlgorithm", interfaces: [.named(.disposable, [])]
    ) { symmetricCreation + symmetricSettings + symmetricSizes + symmetricKeys + symmetricTransforms }

    static let aes: NetType = NetType(cryptographyNamespace, "Aes", base: .named(symmetricAlgorithm, [])) {
        [
            .staticMethod(
                "Create", "AES.", [],
                NetBody { () throws(EvaluationError) -> Typed<AesName> in Typed(NetSymmetricAlgorithm(type: .aes)) })
        ]
    }

    static let aesManaged: NetType = NetType(cryptographyNamespace, "AesManaged", base: .named(aes, [])) {
        [
            .constructor(
                "AES.", [],
                NetBody { () throws(EvaluationError) -> Typed<AesManagedName> in Typed(NetSymmetricAlgorithm(type: .aesManaged)) })
        ]
    }

    static let aesProvider: NetType = NetType(cryptographyNamespace, "AesCryptoServiceProvider", base: .named(aes, [])) {
        [
            .constructor(
                "AES.", [],
                NetBody { () throws(EvaluationError) -> Typed<AesProviderName> in Typed(NetSymmetricAlgorithm(type: .aesProvider)) })
        ]
    }

    /// `System.Security.Cryptography.KeySizes`.
    static let keySizesType: NetType = NetType(cryptographyNamespace, "KeySizes") {
        [
            .property(
                "MinSize", "The smallest size in bits.",
                NetBody { (sizes: Instance<NetKeySizes>) throws(EvaluationError) -> Int32 in sizes.object.minimum }),
            .property(
                "MaxSize", "The largest size in bits.",
                NetBody { (sizes: Instance<NetKeySizes>) throws(EvaluationError) -> Int32 in sizes.object.maximum }),
            .property(
                "SkipSize", "How far the sizes are from each other, in bits.",
                NetBody { (sizes: Instance<NetKeySizes>) throws(EvaluationError) -> Int32 in sizes.object.step }),
        ]
    }
}

private protocol SymmetricTypeName: SharedClassName where Object == NetSymmetricAlgorithm {}
private enum AesName: SymmetricTypeName { static var type: NetType { .aes } }
private enum AesManagedName: SymmetricTypeName { static var type: NetType { .aesManaged } }
private enum AesProviderName: SymmetricTypeName { static var type: NetType { .aesProvider } }

// MARK: - The members that all have

extension NetType {
    private static var symmetricCreation: [NetMember] {
        [
            .staticMethod(
                "Create", "The algorithm of a name, or null. DES, TripleDES and RC2 are refused.", ["algName"],
                NetBody { (name: NetString) throws(EvaluationError) -> Instance<NetSymmetricAlgorithm>? in
                    try NetSymmetricAlgorithm(named: name).map { Instance($0) }
                }),
            disposal("Clear", "The same as Dispose."),
            disposal("Dispose", "Forgets key and initialization vector."),
        ]
    }

    private static func disposal(_ name: String, _ summary: String) -> NetMember {
        .method(
            name, summary,
            NetBody { (algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> NetVoid in
                algorithm.object.dispose()
                return NetVoid()
            })
    }

    private static var symmetricSettings: [NetMember] {
        [
            .property(
                "Mode", "How blocks depend on each other: CBC or ECB, as in .NET Core 3.1.",
                NetBody { (algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> CipherMode in algorithm.object.mode },
                setter: NetBody { (algorithm: Instance<NetSymmetricAlgorithm>, value: CipherMode) throws(EvaluationError) -> NetVoid in
                    try algorithm.object.setMode(value)
                    return NetVoid()
                }),
            .property(
                "Padding", "How the last block is filled up.",
                NetBody { (algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> BlockPadding in algorithm.object.padding
                },
                setter: NetBody { (algorithm: Instance<NetSymmetricAlgorithm>, value: BlockPadding) throws(EvaluationError) -> NetVoid in
                    try algorithm.object.setPadding(value)
                    return NetVoid()
                }),
        ]
    }

    private static var symmetricSizes: [NetMember] {
        [
            size("BlockSize", "The size of a block in bits, 128.", { _ in NetSymmetricAlgorithm.blockSize }) {
                own, value throws(EvaluationError) in
                try own.setBlockSize(value)
            },
            size("FeedbackSize", "The size of the feedback in bits, which CBC and ECB do not use.", \.feedbackSize) {
                own, value throws(EvaluationError) in
                try own.setFeedbackSize(value)
            },
            size("KeySize", "The size of the key in bits; another one forgets the key.", \.keySize) { own, value throws(EvaluationError) in
                try own.setKeySize(value)
            },
            .property(
                "LegalBlockSizes", "The sizes that a block can have.",
                NetBody { (_: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> ArrayOf<Instance<NetKeySizes>> in
                    NetKeySizes.array(128, 128, step: 0)
                }),
            .property(
                "LegalKeySizes", "The sizes that a key can have.",
                NetBody { (_: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> ArrayOf<Instance<NetKeySizes>> in
                    NetKeySizes.array(128, 256, step: 64)
                }),
            .method(
                "ValidKeySize", "Whether a key can have a size in bits.", ["bitLength"],
                NetBody { (_: Instance<NetSymmetricAlgorithm>, size: Int32) throws(EvaluationError) -> Bool in
                    NetSymmetricAlgorithm.keySizes.contains(size)
                }),
        ]
    }

    private static func size(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (NetSymmetricAlgorithm) -> Int32,
        _ write: @escaping @Sendable (NetSymmetricAlgorithm, Int32) throws(EvaluationError) -> Void
    ) -> NetMember {
        .property(
            name, summary,
            NetBody { (algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> Int32 in read(algorithm.object) },
            setter: NetBody { (algorithm: Instance<NetSymmetricAlgorithm>, value: Int32) throws(EvaluationError) -> NetVoid in
                try write(algorithm.object, value)
                return NetVoid()
            })
    }

    private static var symmetricKeys: [NetMember] {
        [
            .property(
                "Key", "The key; a new one where none was set.",
                NetBody(framed: { (frame: inout Frame, algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> [UInt8] in
                    algorithm.object.key(frame.context.environment)
                }),
                setter: NetBody { (algorithm: Instance<NetSymmetricAlgorithm>, value: [UInt8]) throws(EvaluationError) -> NetVoid in
                    try algorithm.object.setKey(value)
                    return NetVoid()
                }),
            .property(
                "IV", "The initialization vector; a new one where none was set.",
                NetBody(framed: { (frame: inout Frame, algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> [UInt8] in
                    algorithm.object.vector(frame.context.environment)
                }),
                setter: NetBody { (algorithm: Instance<NetSymmetricAlgorithm>, value: [UInt8]) throws(EvaluationError) -> NetVoid in
                    try algorithm.object.setVector(value)
                    return NetVoid()
                }),
            .method(
                "GenerateKey", "Makes a new key.", [],
                NetBody(framed: { (frame: inout Frame, algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> NetVoid in
                    algorithm.object.makeKey(frame.context.environment)
                    return NetVoid()
                })),
            .method(
                "GenerateIV", "Makes a new initialization vector.", [],
                NetBody(framed: { (frame: inout Frame, algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> NetVoid in
                    algorithm.object.makeVector(frame.context.environment)
                    return NetVoid()
                })),
        ]
    }

    private static var symmetricTransforms: [NetMember] {
        transformCreation("CreateEncryptor", "Encryption", .encrypting) + transformCreation("CreateDecryptor", "Decryption", .decrypting)
    }

    private static func transformCreation(_ name: String, _ what: String, _ direction: NetCryptoTransform.Direction) -> [NetMember] {
        [
            .method(
                name, "\(what) with the algorithm's own key and initialization vector.", [],
                NetBody(framed: {
                    (frame: inout Frame, algorithm: Instance<NetSymmetricAlgorithm>) throws(EvaluationError) -> Instance<NetCryptoTransform>
                    in
                    Instance(try algorithm.object.transform(direction, frame.context.environment))
                })),
            .method(
                name, "\(what) with a key and an initialization vector.", ["rgbKey", "rgbIV"],
                NetBody {
                    (algorithm: Instance<NetSymmetricAlgorithm>, key: [UInt8], vector: [UInt8]?) throws(EvaluationError)
                        -> Instance<NetCryptoTransform> in
                    Instance(try algorithm.object.transform(direction, key: key, vector: vector))
                }),
        ]
    }
}
