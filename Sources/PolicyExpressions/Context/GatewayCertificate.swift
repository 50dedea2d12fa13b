public import PolicyCryptography

/// A certificate that the gateway knows: that of a client, or one that was uploaded.
public struct GatewayCertificate: Sendable {
    /// What the certificate says.
    public let document: CertificateDocument
    /// The key that the certificate is about, if the gateway has it.
    public let privateKey: RSAKey?

    /// Makes a certificate of its parts.
    public init(_ document: CertificateDocument, privateKey: RSAKey? = nil) { (self.document, self.privateKey) = (document, privateKey) }

    /// Reads DER or PEM; PEM can hold an RSA key beside the certificate.
    public init(reading bytes: [UInt8]) throws(CryptographyError) {
        document = try CertificateFile.certificate(in: bytes)
        privateKey = try CertificateFile.privateKey(in: bytes)
    }

    /// From when on the certificate is valid.
    public var notBefore: NetDateTime { document.notBefore.date }

    /// Until when the certificate is valid.
    public var notAfter: NetDateTime { document.notAfter.date }

    /// Whom the certificate is about, as .NET writes distinguished names.
    public var subjectName: String { document.subject.text }

    /// Who signed the certificate, as .NET writes distinguished names.
    public var issuerName: String { document.issuer.text }

    /// The SHA-1 hash of the certificate in capital hexadecimal digits.
    public var thumbprint: String { Hexadecimal.upper(DigestAlgorithm.sha1.digest(of: document.encoded)) }

    /// Whether a text is the certificate's SHA-1 hash: in any case, with or without spaces, colons and the marks that copying from Windows
    /// leaves.
    public func hasThumbprint(_ text: String) -> Bool { text.uppercased().filter(\.isHexDigit) == thumbprint }
}
