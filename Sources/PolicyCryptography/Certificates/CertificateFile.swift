import SwiftASN1

/// The bytes of a file with a certificate: DER or PEM.
public enum CertificateFile {
    /// What some bytes are.
    public enum Content: Sendable, Hashable {
        /// A certificate, perhaps with a private key beside it.
        case certificate
        /// A certificate with its key under a password (PKCS #12).
        case pkcs12
        /// Certificates in a signed message (PKCS #7).
        case pkcs7
    }

    /// What some bytes are; nil for anything else.
    public static func content(of bytes: [UInt8]) -> Content? {
        if (try? CertificateDocument(bytes)) != nil || pemDocuments(bytes).contains(where: { $0.discriminator == "CERTIFICATE" }) {
            return .certificate
        }
        if pemDocuments(bytes).contains(where: { $0.discriminator == "PKCS7" }) { return .pkcs7 }
        guard let node = try? DER.parse(bytes), let first = try? CertificateDocument.children(node).first else { return nil }
        if let version = try? Int(derEncoded: first), version == 3 { return .pkcs12 }
        return (try? ASN1ObjectIdentifier(derEncoded: first)) == [1, 2, 840, 113549, 1, 7, 2] ? .pkcs7 : nil
    }

    /// The first certificate in some bytes.
    public static func certificate(in bytes: [UInt8]) throws(CryptographyError) -> CertificateDocument {
        if let document = pemDocuments(bytes).first(where: { $0.discriminator == "CERTIFICATE" }) {
            return try CertificateDocument(document.derBytes)
        }
        return try CertificateDocument(bytes)
    }

    /// The private RSA key beside a certificate in PEM; nil where there is none.
    public static func privateKey(in bytes: [UInt8]) throws(CryptographyError) -> RSAKey? {
        let kinds = ["PRIVATE KEY", "RSA PRIVATE KEY"]
        guard let document = pemDocuments(bytes).first(where: { kinds.contains($0.discriminator) }) else { return nil }
        return try RSAKey(privateKey: document.derBytes)
    }

    private static func pemDocuments(_ bytes: [UInt8]) -> [PEMDocument] {
        guard bytes.starts(with: "-----BEGIN".utf8) || bytes.contains(0x2D) && bytes.first != 0x30 else { return [] }
        return (try? PEMDocument.parseMultiple(pemString: String(decoding: bytes, as: UTF8.self))) ?? []
    }
}
