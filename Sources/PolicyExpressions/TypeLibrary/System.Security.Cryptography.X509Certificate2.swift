import PolicyCryptography

enum Certificate2Name: SharedClassName {
    typealias Object = NetCertificate
    static var type: NetType { .certificate2 }
}

private enum AsymmetricKeyName: SharedClassName {
    typealias Object = NetRSA
    static var type: NetType { .asymmetricAlgorithm }
}

extension NetType {
    /// `X509Certificate2`.
    static let certificate2: NetType = NetType(certificateNamespace, "X509Certificate2", base: .named(certificate, [])) {
        constructors(Certificate2Name.self, "rawData") + [copy] + certificateFacts + certificateParts + certificateKeys + certificateCalls
    }

    private static var copy: NetMember {
        .constructor(
            "A copy.", ["certificate"],
            NetBody { (other: Instance<NetCertificate>) throws(EvaluationError) -> Typed<Certificate2Name> in
                Typed(NetCertificate(other.object.isEmpty ? nil : try other.object.certificate(), type: .certificate2))
            })
    }

    private static var certificateFacts: [NetMember] {
        [
            text("Thumbprint", "The SHA-1 hash of the certificate in capital hexadecimal digits.") { $0.thumbprint },
            text("SerialNumber", "The serial number in capital hexadecimal digits.") { Hexadecimal.upper($0.unsignedSerialNumber) },
            .property(
                "NotBefore", "From when on the certificate is valid, in local time.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetDateTime in try own.object.document().notBefore.date
                }),
            .property(
                "NotAfter", "Until when the certificate is valid, in local time.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetDateTime in try own.object.document().notAfter.date
                }),
            .property(
                "Version", "The version of the form, mostly 3.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Int32 in Int32(try own.object.document().version) }),
            .property(
                "RawData", "The certificate in DER.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> [UInt8] in try own.object.document().encoded }),
            .property(
                "Archived", "False: the platform has no archive.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Bool in
                    _ = try own.object.document()
                    return false
                },
                setter: NetBody { (_: Instance<NetCertificate>, _: Bool) throws(EvaluationError) -> NetVoid in
                    throw unchangeable("Archived")
                }),
            .property(
                "FriendlyName", "Empty: the platform keeps no names for certificates.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> NetString in
                    _ = try own.object.document()
                    return ""
                },
                setter: NetBody { (_: Instance<NetCertificate>, _: NetString?) throws(EvaluationError) -> NetVoid in
                    throw unchangeable("FriendlyName")
                }),
        ]
    }

    private static func unchangeable(_ name: String) -> EvaluationError {
        .platformNotSupported("The \(name) value cannot be set on Unix.")
    }

    private static var certificateParts: [NetMember] {
        [
            .property(
                "SubjectName", "Whom the certificate is about.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Instance<NetDistinguishedName> in
                    Instance(NetDistinguishedName(try own.object.document().subject))
                }),
            .property(
                "IssuerName", "Who signed the certificate.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Instance<NetDistinguishedName> in
                    Instance(NetDistinguishedName(try own.object.document().issuer))
                }),
            .property(
                "SignatureAlgorithm", "How the issuer signed.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Instance<NetOid> in
                    Instance(NetOid(try own.object.document().signatureAlgorithm.type))
                }),
            .property(
                "Extensions", "The extensions.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Instance<NetCertificateExtensions> in
                    Instance(NetCertificateExtensions(try own.object.document().extensions.map { NetCertificateExtension($0) }))
                }),
        ]
    }

    private static var certificateKeys: [NetMember] {
        [
            .property(
                "PublicKey", "The certificate's key.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Instance<NetPublicKey> in
                    Instance(NetPublicKey(try own.object.document()))
                }),
            .property(
                "HasPrivateKey", "Whether the private key comes with the certificate.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Bool in
                    try own.object.certificate().privateKey != nil
                }),
            .property(
                "PrivateKey", "The private key that comes with the certificate, or null; it cannot be set.",
                NetBody { (own: Instance<NetCertificate>) throws(EvaluationError) -> Typed<AsymmetricKeyName>? in
                    try own.object.certificate().privateKey.map { Typed(NetRSA($0)) }
                },
                setter: NetBody { (_: Instance<NetCertificate>, _: Typed<AsymmetricKeyName>?) throws(EvaluationError) -> NetVoid in
                    throw .platformNotSupported()
                }),
        ]
    }

    private static var certificateCalls: [NetMember] {
        [
            .method(
                "GetNameInfo", "A name of the subject or of the issuer, or an empty text.", ["nameType", "forIssuer"],
                NetBody { (own: Instance<NetCertificate>, type: CertificateNameType, ofIssuer: Bool) throws(EvaluationError) -> NetString in
                    NetString(try own.object.document().name(type, ofIssuer: ofIssuer))
                }),
            .method(
                "Verify",
                "Whether the certificate is itself a trusted authority that is valid now. Who is signed by one is refused, since "
                    + "whether a certificate was revoked cannot be asked; VerifyNoRevocation does not ask it.", [],
                NetBody(framed: { (frame: inout Frame, own: Instance<NetCertificate>) throws(EvaluationError) -> Bool in
                    try frame.step(NetMember.verificationSteps)
                    return try own.object.verdict(frame.context.environment) == .isRoot
                })),
            .staticMethod(
                "GetCertContentType", "What the bytes of a file are.", ["rawData"],
                NetBody { (bytes: [UInt8]?) throws(EvaluationError) -> CertificateContentType in
                    guard let bytes, !bytes.isEmpty else { throw .argument("Array may not be empty or null.", "rawData") }
                    switch CertificateFile.content(of: bytes) {
                    case .certificate: return .certificate
                    case .pkcs12: return .pkcs12
                    case .pkcs7: return .pkcs7
                    case nil: throw .cryptographic("Cannot find the requested object.")
                    }
                }),
        ] + certificateImports
    }
}
