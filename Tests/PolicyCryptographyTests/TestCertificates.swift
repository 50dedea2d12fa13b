import Crypto
import Foundation
import PolicyCryptography
import SwiftASN1
import X509

/// Certificates that a test makes for itself.
struct TestCertificate {
    let certificate: X509.Certificate
    let key: X509.Certificate.PrivateKey

    var document: CertificateDocument {
        get throws {
            var serializer = DER.Serializer()
            try serializer.serialize(certificate)
            return try CertificateDocument(serializer.serializedBytes)
        }
    }

    /// An authority that signed itself.
    static func authority(_ name: X509.DistinguishedName, days: ClosedRange<Int> = -1...365) throws -> TestCertificate {
        try make(
            name, issuedBy: nil, days: days,
            extensions: Certificate.Extensions { Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil)) })
    }

    /// A certificate, by another or by itself.
    static func make(
        _ name: X509.DistinguishedName, issuedBy issuer: TestCertificate?, days: ClosedRange<Int> = -1...365,
        serial: [UInt8] = [0x80, 1, 2], extensions: X509.Certificate.Extensions = X509.Certificate.Extensions()
    ) throws -> TestCertificate {
        let key = X509.Certificate.PrivateKey(P256.Signing.PrivateKey())
        let certificate = try X509.Certificate(
            version: .v3, serialNumber: X509.Certificate.SerialNumber(bytes: serial[...]), publicKey: key.publicKey,
            notValidBefore: day(days.lowerBound), notValidAfter: day(days.upperBound), issuer: issuer?.certificate.subject ?? name,
            subject: name, signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions, issuerPrivateKey: issuer?.key ?? key)
        return TestCertificate(certificate: certificate, key: key)
    }

    /// 2026-06-01T12:00:00Z and days from it.
    static let now = 1_780_315_200.0
    static func day(_ number: Int) -> Date { Date(timeIntervalSince1970: now + Double(number) * 86_400) }
}
