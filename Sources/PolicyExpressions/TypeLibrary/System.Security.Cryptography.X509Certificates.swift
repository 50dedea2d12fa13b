import PolicyCryptography

/// `AsnEncodedData`: bytes in DER with what they are.
public class NetEncodedData: NetObject {
    let oid: NetOid?
    let bytes: [UInt8]
    /// The type.
    public override var type: TypeSymbol { .named(.asnEncodedData, []) }

    init(_ oid: NetOid?, _ bytes: [UInt8]) { (self.oid, self.bytes) = (oid, bytes) }
}

enum EncodedDataName: SharedClassName {
    typealias Object = NetEncodedData
    static var type: NetType { .asnEncodedData }
}

/// `X500DistinguishedName`.
final class NetDistinguishedName: NetEncodedData, NetClass {
    static var symbol: TypeSymbol { .named(.distinguishedName, []) }
    override var type: TypeSymbol { Self.symbol }
    let name: DistinguishedName

    init(_ name: DistinguishedName) {
        self.name = name
        super.init(nil, name.encoded)
    }
}

/// `X509Extension`.
final class NetCertificateExtension: NetEncodedData, NetClass {
    static var symbol: TypeSymbol { .named(.certificateExtension, []) }
    override var type: TypeSymbol { Self.symbol }
    let isCritical: Bool

    init(_ value: CertificateDocument.Extension) {
        isCritical = value.isCritical
        super.init(NetOid(value.type), value.value)
    }
}

/// `X509ExtensionCollection`.
final class NetCertificateExtensions: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.certificateExtensions, []) }
    override var type: TypeSymbol { Self.symbol }
    let items: [NetCertificateExtension]

    init(_ items: [NetCertificateExtension]) { self.items = items }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for item in items {
            try frame.step()
            guard try visit(.object(item), &frame) else { return false }
        }
        return true
    }
}

/// `PublicKey`.
final class NetPublicKey: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.publicKey, []) }
    override var type: TypeSymbol { Self.symbol }
    let oid: NetOid
    let (parameters, value): (NetEncodedData, NetEncodedData)

    init(oid: NetOid, parameters: NetEncodedData, value: NetEncodedData) {
        (self.oid, self.parameters, self.value) = (oid, parameters, value)
    }

    convenience init(_ document: CertificateDocument) {
        let oid = NetOid(document.keyAlgorithm.type)
        self.init(
            oid: oid, parameters: NetEncodedData(oid, document.keyAlgorithm.parameters), value: NetEncodedData(oid, document.publicKey))
    }

    /// The key itself; throws NotSupportedException for any but RSA.
    func key() throws(EvaluationError) -> NetRSA {
        guard oid.value == "1.2.840.113549.1.1.1" else { throw .notSupported("The certificate key algorithm is not supported.") }
        let bytes = value.bytes
        return NetRSA(try orThrow { () throws(CryptographyError) in try RSAKey(publicKey: bytes) })
    }
}

private enum AsymmetricKeyName: SharedClassName {
    typealias Object = NetRSA
    static var type: NetType { .asymmetricAlgorithm }
}

// What certificates are made of.
extension NetType {
    static let asnEncodedData: NetType = NetType(cryptographyNamespace, "AsnEncodedData") {
        [
            .constructor(
                "Bytes with what they are.", ["oid", "rawData"],
                NetBody { (oid: Instance<NetOid>?, bytes: [UInt8]) throws(EvaluationError) -> Typed<EncodedDataName> in
                    Typed(NetEncodedData(oid?.object, bytes))
                }),
            .property(
                "Oid", "What the bytes are, or null.",
                NetBody { (data: Typed<EncodedDataName>) throws(EvaluationError) -> Instance<NetOid>? in
                    data.object.oid.map { Instance($0) }
                }),
            .property(
                "RawData", "The bytes.", NetBody { (data: Typed<EncodedDataName>) throws(EvaluationError) -> [UInt8] in data.object.bytes }),
        ]
    }

    static let distinguishedName: NetType = NetType(certificateNamespace, "X500DistinguishedName", base: .named(asnEncodedData, [])) {
        [
            .property(
                "Name", "The name as text, the most special part first.",
                NetBody { (name: Instance<NetDistinguishedName>) throws(EvaluationError) -> NetString in NetString(name.object.name.text) })
        ]
    }

    static let publicKey: NetType = NetType(certificateNamespace, "PublicKey") {
        [
            .constructor(
                "A key of its parts.", ["oid", "parameters", "keyValue"],
                NetBody {
                    (oid: Instance<NetOid>, parameters: Typed<EncodedDataName>, value: Typed<EncodedDataName>) throws(EvaluationError)
                        -> Instance<NetPublicKey> in
                    Instance(NetPublicKey(oid: oid.object, parameters: parameters.object, value: value.object))
                }),
            .property(
                "Oid", "The kind of the key.",
                NetBody { (key: Instance<NetPublicKey>) throws(EvaluationError) -> Instance<NetOid> in Instance(key.object.oid) }),
            .property(
                "EncodedKeyValue", "The key in DER.",
                NetBody { (key: Instance<NetPublicKey>) throws(EvaluationError) -> Typed<EncodedDataName> in Typed(key.object.value) }),
            .property(
                "EncodedParameters", "The parameters of the key's kind in DER.",
                NetBody { (key: Instance<NetPublicKey>) throws(EvaluationError) -> Typed<EncodedDataName> in Typed(key.object.parameters) }),
            .property(
                "Key", "The key; a NotSupportedException for any but RSA.",
                NetBody { (key: Instance<NetPublicKey>) throws(EvaluationError) -> Typed<AsymmetricKeyName> in Typed(try key.object.key()) }
            ),
        ]
    }

    static let certificateExtension: NetType = NetType(certificateNamespace, "X509Extension", base: .named(asnEncodedData, [])) {
        [
            .property(
                "Critical", "Whether who does not know the extension must refuse the certificate.",
                NetBody { (value: Instance<NetCertificateExtension>) throws(EvaluationError) -> Bool in value.object.isCritical })
        ]
    }

    static let certificateExtensions: NetType = NetType(
        certificateNamespace, "X509ExtensionCollection", interfaces: [.enumerable(of: .named(.certificateExtension, []))]
    ) {
        [
            .property(
                "Count", "The number of extensions.",
                NetBody { (list: Instance<NetCertificateExtensions>) throws(EvaluationError) -> Int32 in
                    Int32(clamping: list.object.items.count)
                }),
            .indexer(
                "The extension at a position.", ["index"],
                NetBody {
                    (list: Instance<NetCertificateExtensions>, index: Int32) throws(EvaluationError) -> Instance<NetCertificateExtension> in
                    guard index >= 0, Int(index) < list.object.items.count else { throw .indexOutOfCollection }
                    return Instance(list.object.items[Int(index)])
                }),
            .indexer(
                "The extension of an object identifier, or null.", ["oid"],
                NetBody {
                    (list: Instance<NetCertificateExtensions>, oid: NetString?) throws(EvaluationError) -> Instance<
                        NetCertificateExtension
                    >? in
                    list.object.items.first { $0.oid?.value == oid || oid != nil && $0.oid?.friendlyName == oid }.map { Instance($0) }
                }),
        ]
    }
}

// MARK: - RSACertificateExtensions

extension NetType {
    static let rsaCertificateExtensions: NetType = NetType(certificateNamespace, "RSACertificateExtensions", .staticClass) {
        [
            .extensionMethod(
                "GetRSAPublicKey", "The certificate's key, or null for another kind than RSA.", ["certificate"],
                NetBody { (certificate: Typed<Certificate2Name>) throws(EvaluationError) -> Instance<NetRSA>? in
                    try certificate.object.document().rsaKey().map { Instance(NetRSA($0)) }
                }),
            .extensionMethod(
                "GetRSAPrivateKey", "The private RSA key that comes with the certificate, or null.", ["certificate"],
                NetBody { (certificate: Typed<Certificate2Name>) throws(EvaluationError) -> Instance<NetRSA>? in
                    try certificate.object.certificate().privateKey.map { Instance(NetRSA($0)) }
                }),
            .extensionMethod(
                "CopyWithPrivateKey", "The certificate with its private key.", ["certificate", "privateKey"],
                NetBody(framed: {
                    (frame: inout Frame, certificate: Typed<Certificate2Name>, key: Instance<NetRSA>) throws(EvaluationError)
                        -> Typed<Certificate2Name> in
                    Typed(try certificate.object.with(try key.object.key(&frame)))
                })),
        ]
    }
}

extension NetCertificate {
    /// A copy with a private key, which must be the certificate's.
    fileprivate func with(_ key: RSAKey) throws(EvaluationError) -> NetCertificate {
        let own = try certificate()
        guard own.privateKey == nil else { throw .invalidOperation("The certificate already has an associated private key.") }
        guard let publicKey = try own.document.rsaKey() else {
            throw .argument("The provided key does not match the public key algorithm for this certificate.", "privateKey")
        }
        guard key.isPrivate else { throw CryptographyError.noPrivateKey.exception }
        guard key.subjectPublicKeyInfo == publicKey.subjectPublicKeyInfo else {
            throw .argument("The provided key does not match the public key for this certificate.", "privateKey")
        }
        return NetCertificate(GatewayCertificate(own.document, privateKey: key))
    }
}
