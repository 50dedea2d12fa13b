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

    /// The SHA-1 hash of the certificate in capital hexadecimal digits.
    public var thumbprint: String { Hexadecimal.upper(DigestAlgorithm.sha1.digest(of: document.encoded)) }
}
