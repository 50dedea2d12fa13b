import PolicyCryptography

enum CertificateName: SharedClassName {
    typealias Object = NetCertificate
    static var type: NetType { .certificate }
}

enum CertificateContentType: Int32, NetEnumerationRepresentable {
    case unknown, certificate, serializedCertificate, pkcs12, serializedStore, pkcs7, authenticode
    static var symbol: TypeSymbol { .named(.certificateContentType, []) }
    static var fallback: Self { .unknown }
}

private enum KeyStorageFlags: Int32, NetEnumerationRepresentable {
    case standard = 0
    static var symbol: TypeSymbol { .named(.keyStorageFlags, []) }
    static var fallback: Self { .standard }
}

// Certificates. Constructors from files are not built: expressions have no files.
extension NetType {
    /// `X509Certificate`.
    static let certificate: NetType = NetType(certificateNamespace, "X509Certificate", interfaces: [.named(.disposable, [])]) {
        constructors(CertificateName.self, "data") + [copyConstructor] + certificateNames + certificateHashes + certificateKey
            + certificateData + certificateEquality + certificateImports
    }

    /// The constructors of a class of certificates; the key storage flags make no difference.
    static func constructors<Name: SharedClassName>(_: Name.Type, _ parameter: String) -> [NetMember] where Name.Object == NetCertificate {
        [
            .constructor(
                "No certificate.", [],
                NetBody { () throws(EvaluationError) -> Typed<Name> in Typed(NetCertificate(nil, type: Name.type)) }),
            .constructor(
                "The certificate of a file's bytes, in DER or PEM.", [.init(stringLiteral: parameter)],
                NetBody { (bytes: [UInt8]?) throws(EvaluationError) -> Typed<Name> in
                    guard let bytes, !bytes.isEmpty else { return Typed(NetCertificate(nil, type: Name.type)) }
                    return Typed(try NetCertificate(bytes: bytes, type: Name.type))
                }),
            .constructor(
                "The certificate of a file's bytes. Files with a password (PKCS #12) are refused.", ["rawData", "password"],
                NetBody { (bytes: [UInt8]?, _: NetString?) throws(EvaluationError) -> Typed<Name> in Typed(try read(bytes, Name.type)) }),
            .constructor(
                "The certificate of a file's bytes. Files with a password (PKCS #12) are refused.",
                ["rawData", "password", "keyStorageFlags"],
                NetBody { (bytes: [UInt8]?, _: NetString?, _: KeyStorageFlags) throws(EvaluationError) -> Typed<Name> in
                    Typed(try read(bytes, Name.type))
                }),
        ]
    }

    private static func read(_ bytes: [UInt8]?, _ type: NetType) throws(EvaluationError) -> NetCertificate {
        guard let bytes, !bytes.isEmpty else { throw .argument("Array may not be empty or null.", "rawData") }
        return try NetCertificate(bytes: bytes, type: type)
    }

    private static var copyConstructor: NetMember {
        .constructor(
            "A copy.", ["cert"],
            NetBody { (other: Instance<NetCertificate>) throws(EvaluationError) -> Typed<CertificateName> in
                Typed(NetCertificate(other.object.isEmpty ? nil : try other.object.certificate(), type: .certificate))
            })
    }
}

// MARK: - What certificates say

extension NetType {
    private static var certificateNames: [NetMember] {
        [
            text("Subject", "Whom the certificate is about.") { $0.subject.text },
            text("Issuer", "Who signed the certificate.") { $0.issuer.text },
            textMethod("GetEffectiveDateString", "From when on the certificate is valid.") { document throws(EvaluationError) in
                document.notBefore.date.invariantText
            },
            textMethod("GetExpirationDateString", "Until when the certificate is valid.") { document throws(EvaluationError) in
                document.notAfter.date.invariantText
            },
            textMethod("GetSerialNumberString", "The serial number in capital hexadecimal digits.") { document throws(EvaluationError) in
                Hexadecimal.upper(document.unsignedSerialNumber)
            },
            bytes("GetSerialNumber", "The serial number, the lowest byte first.") { $0.unsignedSerialNumber.reversed() },
            .method(
                "GetFormat", "X509.", [],
                NetBody { (_: Instance<NetCertificate>) throws(EvaluationError) -> NetString in "X509" }),
        ]
    }

    private static var certificateHashes: [NetMember] {
        [
            bytes("GetCertHash", "The SHA-1 hash of the certificate.") { DigestAlgorithm.sha1.digest(of: $0.encoded) },
            textMethod("GetCertHashString", "The SHA-1 hash of the certificate in capital hexadecimal digits.") {
                document throws(EvaluationError) in document.thumbprint
            },
            .method(
                "GetCertHash", "A hash of the certificate.", ["hashAlgorithm"],
                NetBody { (own: Instance<NetCertificate>, name: Instance<NetHashAlgorithmName>) throws(EvaluationError) -> [UInt8] in
                    try name.object.algorithm().digest(of: try own.object.document().encoded)
                }),
            .method(
                "GetCertHashString", "A hash of the certificate in capital hexadecimal digits.", ["hashAlgorithm"],
                NetBody { (own: Instance<NetCertificate>, name: Instance<NetHashAlgorithmName>) throws(EvaluationError) -> NetString in
                    NetString(Hexadecimal.upper(try name.object.algorithm().digest(of: try own.object.document().encoded)))
                }),
        ]
    }

    private static var certificateKey: [NetMember] {
        [
            textMethod("GetKeyAlgorithm", "The object identifier of the key's kind.") { document throws(EvaluationError) in
                document.keyAlgorithm.type
            },
            bytes("GetKeyAlgorithmParameters", "The parameters of the key's kind in DER.") { $0.keyAlgorithm.parameters },
            textMethod("GetKeyAlgorithmParametersString", "The parameters of the key's kind in hexadecimal digits.") {
                document throws(EvaluationError) in Hexadecimal.upper(document.keyAlgorithm.parameters)
            },
            bytes("GetPublicKey", "The key in DER.") { $0.publicKey },
            textMethod("GetPublicKeyString", "The key in hexadecimal digits.") { document throws(EvaluationError) in
                Hexadecimal.upper(document.publicKey)
            },
        ]
    }

    private static var certificateData: [NetMember] {
        [
            bytes("GetRawCertData", "The certificate in DER.") { $0.encoded },
            textMethod("GetRawCertDataString", "The certificate in hexadecimal digits.") { document throws(EvaluationError) in
                Hexadecimal.upper(document.encoded)
            },
            .method(
                "Export", "The certificate in DER; other forms than Cert are refused.", ["contentType"],
                NetBody { (own: Instance<NetCertificate>, type: CertificateContentType) throws(EvaluationError) -> [UInt8] in
                    try own.object.exported(type)
                }),
            .method(
                "Export", "The certificate in DER; other forms than Cert are refused.", ["contentType", "password"],
                NetBody { (own: Instance<NetCertificate>, type: CertificateContentType, _: NetString?) throws(EvaluationError) -> [UInt8] in
                    try own.object.exported(type)
                }),
            .method(
                "Dispose", "Forgets the certificate.", [],
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetVoid in
                    own.object.dispose()
                    return NetVoid()
                }),
            .method(
                "Reset", "Forgets the certificate.", [],
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetVoid in
                    own.object.dispose()
                    return NetVoid()
                }),
        ]
    }

    private static var certificateEquality: [NetMember] {
        [
            .method(
                "Equals", "Whether both have the same issuer and serial number.", ["other"],
                NetBody { (own: Instance<NetCertificate>, other: Instance<NetCertificate>?) throws(EvaluationError) -> Bool in
                    own.object.comparedItems == other?.object.comparedItems
                }),
            .method(
                "Equals", "Whether both have the same issuer and serial number.", ["obj"],
                NetBody { (own: Instance<NetCertificate>, other: Value) throws(EvaluationError) -> Bool in .object(own.object) == other }),
            .method(
                "GetHashCode", "The first bytes of the SHA-1 hash.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Int32 in
                    guard !own.object.isEmpty else { return 0 }
                    let hash = DigestAlgorithm.sha1.digest(of: try own.object.document().encoded)
                    return Int32(bitPattern: hash.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
                }),
            .method(
                "ToString", "The type's name, or for an X509Certificate2 what the certificate says.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetString in try own.object.invariantText() }),
        ]
    }

    /// Certificates of .NET Core cannot be changed.
    static var certificateImports: [NetMember] {
        [
            .method(
                "Import", "Certificates cannot be changed: a PlatformNotSupportedException.", ["rawData"],
                NetBody { (_: Instance<NetCertificate>, _: [UInt8]?) throws(EvaluationError) -> NetVoid in throw immutable }),
            .method(
                "Import", "Certificates cannot be changed: a PlatformNotSupportedException.", ["rawData", "password", "keyStorageFlags"],
                NetBody {
                    (_: Instance<NetCertificate>, _: [UInt8]?, _: NetString?, _: KeyStorageFlags) throws(EvaluationError) -> NetVoid in
                    throw immutable
                }),
        ]
    }

    private static var immutable: EvaluationError {
        .platformNotSupported("X509Certificate is immutable on this platform. Use the equivalent constructor instead.")
    }

    // MARK: Members that read the document

    static func text(_ name: String, _ summary: String, _ read: @escaping @Sendable (CertificateDocument) -> String) -> NetMember {
        .property(
            name, summary,
            NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetString in NetString(read(try own.object.document())) })
    }

    private static func textMethod(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (CertificateDocument) throws(EvaluationError) -> String
    ) -> NetMember {
        .method(
            name, summary, [],
            NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetString in NetString(try read(try own.object.document()))
            })
    }

    private static func bytes(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (CertificateDocument) -> [UInt8]
    ) -> NetMember {
        .method(
            name, summary, [],
            NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> [UInt8] in read(try own.object.document()) })
    }
}

extension NetCertificate {
    fileprivate func exported(_ type: CertificateContentType) throws(EvaluationError) -> [UInt8] {
        switch type {
        case .certificate: return try document().encoded
        case .pkcs12, .serializedCertificate: throw Self.unsupported("Exports other than Cert are")
        default: throw .cryptographic("Invalid content type.")
        }
    }
}
