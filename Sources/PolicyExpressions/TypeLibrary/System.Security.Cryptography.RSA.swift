import PolicyCryptography

private enum AsymmetricName: SharedClassName {
    typealias Object = NetRSA
    static var type: NetType { .asymmetricAlgorithm }
}

// Keys of two halves, of which RSA is built.
extension NetType {
    /// `System.Security.Cryptography.AsymmetricAlgorithm`.
    static let asymmetricAlgorithm: NetType = NetType(
        cryptographyNamespace, "AsymmetricAlgorithm", interfaces: [.named(.disposable, [])]
    ) {
        [
            .staticMethod(
                "Create", "Chooses an algorithm by itself, which the platform does not: a PlatformNotSupportedException.", [],
                NetBody { () throws(EvaluationError) -> Typed<AsymmetricName> in throw .noDefaultAlgorithm }),
            .staticMethod(
                "Create", "The algorithm of a name, or null; only RSA is built.", ["algName"],
                NetBody { (name: NetString) throws(EvaluationError) -> Typed<AsymmetricName>? in
                    AlgorithmNames.isRSA(name.string) ? Typed(NetRSA()) : nil
                }),
        ] + algorithmNames + keySizes + rsaXML + [
            export("ExportSubjectPublicKeyInfo", "The public key with its kind, in DER.") { $0.subjectPublicKeyInfo },
            export("ExportPkcs8PrivateKey", "The private key with its kind (PKCS #8), in DER.") { $0.privateKeyInfo },
            disposal("Clear", "The same as Dispose."), disposal("Dispose", "Forgets the key; the object cannot be used any more."),
        ]
    }

    /// `System.Security.Cryptography.RSA`.
    static let rsa: NetType = NetType(cryptographyNamespace, "RSA", base: .named(asymmetricAlgorithm, [])) {
        rsaCreation + algorithmNames + rsaKeys + rsaXML + rsaSigning + rsaVerifying + rsaEncryption
    }

    private static var algorithmNames: [NetMember] {
        [
            .property(
                "KeyExchangeAlgorithm", "The name of the algorithm that encrypts.",
                NetBody { (_: Instance<NetRSA>) throws(EvaluationError) -> NetString in "RSA" }),
            .property(
                "SignatureAlgorithm", "The name of the algorithm that signs.",
                NetBody { (_: Instance<NetRSA>) throws(EvaluationError) -> NetString in
                    "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
                }),
        ]
    }

    private static var keySizes: [NetMember] {
        [
            .property(
                "KeySize", "The size of the key in bits; another one forgets the key.",
                NetBody { (rsa: Instance<NetRSA>) throws(EvaluationError) -> Int32 in rsa.object.keySize },
                setter: NetBody { (rsa: Instance<NetRSA>, value: Int32) throws(EvaluationError) -> NetVoid in
                    try rsa.object.setKeySize(value)
                    return NetVoid()
                }),
            .property(
                "LegalKeySizes", "The sizes that a key can have.",
                NetBody { (_: Instance<NetRSA>) throws(EvaluationError) -> ArrayOf<Instance<NetKeySizes>> in
                    NetKeySizes.array(NetRSA.legalSizes.lowerBound, NetRSA.legalSizes.upperBound, step: 8)
                }),
        ]
    }

    private static func disposal(_ name: String, _ summary: String) -> NetMember {
        .method(
            name, summary,
            NetBody { (rsa: Instance<NetRSA>) throws(EvaluationError) -> NetVoid in
                rsa.object.dispose()
                return NetVoid()
            })
    }

    /// A member that gives a key in DER; nil is a key whose private half is missing.
    private static func export(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (RSAKey) -> [UInt8]?
    ) -> NetMember {
        .method(
            name, summary, [],
            NetBody(framed: { (frame: inout Frame, rsa: Instance<NetRSA>) throws(EvaluationError) -> [UInt8] in
                guard let bytes = read(try rsa.object.key(&frame)) else { throw CryptographyError.noPrivateKey.exception }
                return bytes
            }))
    }
}

// MARK: - Keys

extension NetType {
    private static var rsaCreation: [NetMember] {
        [
            .staticMethod(
                "Create", "RSA with a new key of 2048 bits, made when it is first needed.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetRSA> in Instance(NetRSA()) }),
            .staticMethod(
                "Create", "RSA for its name, or null.", ["algName"],
                NetBody { (name: NetString) throws(EvaluationError) -> Instance<NetRSA>? in
                    AlgorithmNames.isRSA(name.string) ? Instance(NetRSA()) : nil
                }),
            .staticMethod(
                "Create", "RSA with a new key of a size in bits, made when it is first needed.", ["keySizeInBits"],
                NetBody { (size: Int32) throws(EvaluationError) -> Instance<NetRSA> in
                    let rsa = NetRSA()
                    try rsa.setKeySize(size)
                    return Instance(rsa)
                }),
            .staticMethod(
                "Create", "RSA with the key of some numbers.", ["parameters"],
                NetBody { (parameters: Instance<NetRSAParameters>) throws(EvaluationError) -> Instance<NetRSA> in
                    Instance(NetRSA(try parameters.object.key()))
                }),
        ]
    }

    private static var rsaKeys: [NetMember] {
        [
            .method(
                "ExportParameters", "The numbers of the key, on request with those of its private half.", ["includePrivateParameters"],
                NetBody(framed: {
                    (frame: inout Frame, rsa: Instance<NetRSA>, isPrivate: Bool) throws(EvaluationError) -> Instance<NetRSAParameters> in
                    Instance(try parameters(of: rsa.object, isPrivate, &frame))
                })),
            .method(
                "ImportParameters", "Uses the key of some numbers.", ["parameters"],
                NetBody { (rsa: Instance<NetRSA>, parameters: Instance<NetRSAParameters>) throws(EvaluationError) -> NetVoid in
                    try rsa.object.use(try parameters.object.key())
                    return NetVoid()
                }),
            export("ExportRSAPublicKey", "The public key (PKCS #1) in DER.") { $0.encodedPublicKey },
            export("ExportRSAPrivateKey", "The private key (PKCS #1) in DER.") { $0.encodedPrivateKey },
        ]
    }

    private static func parameters(of rsa: NetRSA, _ isPrivate: Bool, _ frame: inout Frame) throws(EvaluationError) -> NetRSAParameters {
        let key = try rsa.key(&frame)
        guard !isPrivate || key.isPrivate else { throw CryptographyError.noPrivateKey.exception }
        let numbers = try orThrow { () throws(CryptographyError) in try key.numbers }
        return NetRSAParameters(numbers, isPrivate: isPrivate)
    }

    private static var rsaXML: [NetMember] {
        [
            .method(
                "ToXmlString", "The key as XML text, on request with its private half.", ["includePrivateParameters"],
                NetBody(framed: { (frame: inout Frame, rsa: Instance<NetRSA>, isPrivate: Bool) throws(EvaluationError) -> NetString in
                    NetString(RSAKeyText.text(of: try parameters(of: rsa.object, isPrivate, &frame)))
                })),
            .method(
                "FromXmlString", "Uses the key of an XML text.", ["xmlString"],
                NetBody { (rsa: Instance<NetRSA>, text: NetString) throws(EvaluationError) -> NetVoid in
                    try rsa.object.use(try RSAKeyText.parameters(in: text).key())
                    return NetVoid()
                }),
        ]
    }

    /// `System.Security.Cryptography.RSAParameters`.
    static let rsaParameters: NetType = NetType(cryptographyNamespace, "RSAParameters") {
        NetRSAParameters.Field.allCases.map { field in
            .property(
                field.rawValue, "The number \(field.rawValue) of the key.",
                NetBody { (parameters: Instance<NetRSAParameters>) throws(EvaluationError) -> [UInt8]? in parameters.object.values[field] },
                setter: NetBody { (parameters: Instance<NetRSAParameters>, value: [UInt8]?) throws(EvaluationError) -> NetVoid in
                    parameters.object.values[field] = value
                    return NetVoid()
                })
        } + [
            .constructor(
                "No numbers yet.", [], NetBody { () throws(EvaluationError) -> Instance<NetRSAParameters> in Instance(NetRSAParameters()) })
        ]
    }
}

// MARK: - Signatures and encryption

extension NetType {
    private typealias HashName = Instance<NetHashAlgorithmName>
    private typealias SignaturePadding = Instance<NetRSASignaturePadding>

    private static var rsaSigning: [NetMember] {
        [
            .method(
                "SignData", "The signature of some bytes.", ["data", "hashAlgorithm", "padding"],
                NetBody(framed: {
                    (frame: inout Frame, rsa: Instance<NetRSA>, data: [UInt8], name: HashName, padding: SignaturePadding)
                        throws(EvaluationError) -> [UInt8] in
                    let hash = try NetRSA.hash(data[...], name.object, &frame)
                    return try rsa.object.signHash(hash, name.object, padding.object, &frame)
                })),
            .method(
                "SignData", "The signature of a part of some bytes.", ["data", "offset", "count", "hashAlgorithm", "padding"],
                NetBody(framed: {
                    (
                        frame: inout Frame, rsa: Instance<NetRSA>, data: [UInt8], offset: Int32, count: Int32, name: HashName,
                        padding: SignaturePadding
                    ) throws(EvaluationError) -> [UInt8] in
                    let hash = try NetRSA.hash(try BufferRange.ofData(data, offset, count), name.object, &frame)
                    return try rsa.object.signHash(hash, name.object, padding.object, &frame)
                })),
            .method(
                "SignHash", "The signature of a hash.", ["hash", "hashAlgorithm", "padding"],
                NetBody(framed: {
                    (frame: inout Frame, rsa: Instance<NetRSA>, hash: [UInt8], name: HashName, padding: SignaturePadding)
                        throws(EvaluationError) -> [UInt8] in
                    try rsa.object.signHash(hash, name.object, padding.object, &frame)
                })),
        ]
    }

    private static var rsaVerifying: [NetMember] {
        [
            .method(
                "VerifyData", "Whether a signature is one of some bytes.", ["data", "signature", "hashAlgorithm", "padding"],
                NetBody(framed: {
                    (
                        frame: inout Frame, rsa: Instance<NetRSA>, data: [UInt8], signature: [UInt8], name: HashName,
                        padding: SignaturePadding
                    ) throws(EvaluationError) -> Bool in
                    let hash = try NetRSA.hash(data[...], name.object, &frame)
                    return try rsa.object.verifyHash(hash, signature, name.object, padding.object, &frame)
                })),
            .method(
                "VerifyHash", "Whether a signature is one of a hash.", ["hash", "signature", "hashAlgorithm", "padding"],
                NetBody(framed: {
                    (
                        frame: inout Frame, rsa: Instance<NetRSA>, hash: [UInt8], signature: [UInt8], name: HashName,
                        padding: SignaturePadding
                    ) throws(EvaluationError) -> Bool in
                    try rsa.object.verifyHash(hash, signature, name.object, padding.object, &frame)
                })),
        ]
    }

    private static var rsaEncryption: [NetMember] {
        [
            .method(
                "Encrypt", "The bytes encrypted with the public half of the key.", ["data", "padding"],
                NetBody(framed: {
                    (frame: inout Frame, rsa: Instance<NetRSA>, data: [UInt8], padding: Instance<NetRSAEncryptionPadding>)
                        throws(EvaluationError) -> [UInt8] in
                    try rsa.object.encrypt(data, padding.object, &frame)
                })),
            .method(
                "Decrypt", "The bytes decrypted with the private half of the key.", ["data", "padding"],
                NetBody(framed: {
                    (frame: inout Frame, rsa: Instance<NetRSA>, data: [UInt8], padding: Instance<NetRSAEncryptionPadding>)
                        throws(EvaluationError) -> [UInt8] in
                    try rsa.object.decrypt(data, padding.object, &frame)
                })),
            withoutPadding("EncryptValue"), withoutPadding("DecryptValue"),
        ]
    }

    private static func withoutPadding(_ name: String) -> NetMember {
        .method(
            name, "Works without padding, which .NET does not support either: a NotSupportedException.", ["rgb"],
            NetBody { (_: Instance<NetRSA>, _: [UInt8]?) throws(EvaluationError) -> [UInt8] in
                throw .notSupported("Method is not supported.")
            })
    }
}
