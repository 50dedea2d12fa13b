import PolicyCryptography

/// `X509Certificate2`, and `X509Certificate`, whose objects are of the same class.
public final class NetCertificate: NetObject, NetClass {
    static var symbol: TypeSymbol { .named(.certificate, []) }
    /// The type that the object was made as.
    public override var type: TypeSymbol { .named(netType, []) }
    private let netType: NetType
    private var content: GatewayCertificate?

    /// Makes an object of type `X509Certificate2`.
    public convenience init(_ certificate: GatewayCertificate) { self.init(certificate, type: .certificate2) }

    init(_ certificate: GatewayCertificate?, type: NetType) { (content, netType) = (certificate, type) }

    /// Reads what constructors are given; throws CryptographicException for what is no certificate.
    convenience init(bytes: [UInt8], type: NetType) throws(EvaluationError) {
        switch CertificateFile.content(of: bytes) {
        case .pkcs12: throw Self.unsupported("PKCS #12 files (PFX) are")
        case .pkcs7: throw Self.unsupported("PKCS #7 files are")
        case .certificate:
            // .NET does not read the key that is beside a certificate in PEM.
            let document = try orThrow { () throws(CryptographyError) in try CertificateFile.certificate(in: bytes) }
            self.init(GatewayCertificate(document), type: type)
        case nil: throw .cryptographic("Cannot find the requested object.")
        }
    }

    static func unsupported(_ what: String) -> EvaluationError { .platformNotSupported("\(what) not supported on this platform.") }

    /// The certificate; throws CryptographicException for an object that was made without one or disposed of.
    func certificate() throws(EvaluationError) -> GatewayCertificate {
        guard let content else { throw .cryptographic("m_safeCertContext is an invalid handle.") }
        return content
    }

    func document() throws(EvaluationError) -> CertificateDocument { try certificate().document }

    var isEmpty: Bool { content == nil }

    override var comparedItems: [Value]? {
        guard let content else { return [.null] }
        return [
            .string(NetString(content.document.issuer.text)), .string(NetString(Hexadecimal.upper(content.document.serialNumber))),
        ]
    }

    override func dispose() { content = nil }

    override func invariantText() throws(EvaluationError) -> NetString {
        guard netType === NetType.certificate2, let content else { return NetString(type.fullName) }
        return NetString(content.text)
    }

    /// What a chain of signatures leads to at the environment's time.
    func verdict(_ environment: EvaluationEnvironment) throws(EvaluationError) -> CertificateTrust.Verdict {
        let ticks = environment.now().ticks &- NetDateTime.unixEpochTicks
        return environment.certificateTrust.verdict(on: try document(), at: Double(ticks) / 10_000_000)
    }
}

extension CertificateDocument {
    /// The serial number as OpenSSL has it: without the sign.
    var unsignedSerialNumber: [UInt8] {
        serialNumber.count > 1 && serialNumber[0] == 0 ? Array(serialNumber.dropFirst()) : serialNumber
    }

    /// The SHA-1 hash in capital hexadecimal digits.
    var thumbprint: String { Hexadecimal.upper(DigestAlgorithm.sha1.digest(of: encoded)) }

    /// The subject's RSA key; nil for a key of another kind.
    func rsaKey() throws(EvaluationError) -> RSAKey? {
        guard keyAlgorithm.type == "1.2.840.113549.1.1.1" else { return nil }
        return try orThrow { () throws(CryptographyError) in try RSAKey(publicKey: subjectPublicKeyInfo) }
    }
}

extension CertificateDocument.Time {
    /// The date as .NET gives it: in local time, which is UTC here.
    var date: NetDateTime {
        let days = (1...12).contains(month) && day >= 1 && year >= 1 ? NetDateTime.ticks(year, month, day) : 0
        let seconds = Int64(hour) * 3_600 + Int64(minute) * 60 + Int64(second)
        return NetDateTime(ticks: days &+ seconds &* NetDateTime.ticksPerSecond, kind: .local)
    }
}
