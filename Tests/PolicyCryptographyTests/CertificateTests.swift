import PolicyCryptography
import SwiftASN1
import Testing
import X509

@Suite("Certificates")
struct CertificateTests {
    @Test func factsAreReadOffTheEncoding() throws {
        let authority = try TestCertificate.authority(try DistinguishedName { CommonName("Authority") })
        let leaf = try TestCertificate.make(
            try DistinguishedName {
                CountryName("CH")
                OrganizationName("Contoso, Ltd.")
                CommonName("api")
            },
            issuedBy: authority,
            extensions: try Certificate.Extensions {
                SubjectAlternativeNames([.rfc822Name("a@contoso.com"), .dnsName("api.contoso.com"), .uniformResourceIdentifier("urn:x")])
                Critical(KeyUsage(digitalSignature: true))
            })
        let document = try leaf.document
        #expect(document.version == 3)
        #expect(document.serialNumber == [0, 0x80, 1, 2])
        #expect(document.subject.relativeNames.map { $0.map(\.value) } == [["CH"], ["Contoso, Ltd."], ["api"]])
        #expect(document.subject.relativeNames.map { $0.map(\.type) } == [["2.5.4.6"], ["2.5.4.10"], ["2.5.4.3"]])
        #expect(document.issuer.relativeNames.joined().map(\.value) == ["Authority"])
        #expect(document.notBefore == .init(year: 2026, month: 5, day: 31, hour: 12, minute: 0, second: 0))
        #expect(document.signatureAlgorithm.type == "1.2.840.10045.4.3.2")
        #expect(document.keyAlgorithm.type == "1.2.840.10045.2.1")
        #expect(document.extensions.map(\.isCritical) == [false, true])
        #expect(document.alternativeNames(ofIssuer: false) == [.mailAddress("a@contoso.com"), .dnsName("api.contoso.com"), .uri("urn:x")])
        #expect(document.alternativeNames(ofIssuer: true) == [])
    }

    @Test func aFileIsDEROrPEM() throws {
        let certificate = try TestCertificate.authority(try DistinguishedName { CommonName("Authority") })
        let document = try certificate.document
        let text = try certificate.certificate.serializeAsPEM().pemString
        #expect(try CertificateFile.certificate(in: Array(text.utf8)) == document)
        #expect(try CertificateFile.certificate(in: document.encoded + Array("\n".utf8)) == document)
        #expect(CertificateFile.content(of: Array(text.utf8)) == .certificate)
        #expect(try CertificateFile.privateKey(in: Array(text.utf8)) == nil)
    }

    @Test func theKeyBesideACertificateIsRead() throws {
        let key = try #require(RSAKeyTests.key)
        let text = PEMDocument(type: "PRIVATE KEY", derBytes: try #require(key.privateKeyInfo)).pemString
        #expect(try CertificateFile.privateKey(in: Array(text.utf8))?.encodedPrivateKey == key.encodedPrivateKey)
    }

    @Test(arguments: [
        [], [0x30], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x30, 0x03, 0x02, 0x01, 0x05], Array("-----BEGIN CERTIFICATE-----".utf8),
    ])
    func whatIsNoCertificateIsRefused(_ bytes: [UInt8]) {
        #expect(throws: CryptographyError.invalidData) { try CertificateFile.certificate(in: bytes) }
        #expect(CertificateFile.content(of: bytes) == nil)
    }

    @Test func noPartOfACertificateTraps() throws {
        let encoded = try TestCertificate.authority(try DistinguishedName { CommonName("Authority") }).document.encoded
        for length in encoded.indices { _ = CertificateFile.content(of: Array(encoded[..<length])) }
        for index in encoded.indices {
            for byte in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = encoded
                changed[index] = byte
                if let document = try? CertificateFile.certificate(in: changed) { _ = document.alternativeNames(ofIssuer: false) }
            }
        }
    }

    @Test func filesOfOtherKindsAreTold() {
        // The beginning of PKCS #12: a sequence that starts with version 3; of PKCS #7: with the type of signed data.
        #expect(CertificateFile.content(of: [0x30, 0x05, 0x02, 0x01, 0x03, 0x30, 0x00]) == .pkcs12)
        #expect(
            CertificateFile.content(of: [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x00])
                == .pkcs7)
    }
}

@Suite("Trust in certificates")
struct CertificateTrustTests {
    private let authority: TestCertificate
    private let intermediate: TestCertificate
    private let trust: CertificateTrust

    init() throws {
        authority = try .authority(try DistinguishedName { CommonName("Authority") })
        intermediate = try .make(
            try DistinguishedName { CommonName("Between") }, issuedBy: authority,
            extensions: Certificate.Extensions { Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil)) })
        trust = CertificateTrust(roots: [try authority.document.encoded])
    }

    private func leaf(issuedBy issuer: TestCertificate, days: ClosedRange<Int> = -1...1) throws -> CertificateDocument {
        try TestCertificate.make(try DistinguishedName { CommonName("leaf") }, issuedBy: issuer, days: days).document
    }

    @Test func aChainLeadsToATrustedAuthority() throws {
        #expect(trust.verdict(on: try authority.document, at: TestCertificate.now) == .isRoot)
        #expect(trust.verdict(on: try leaf(issuedBy: authority), at: TestCertificate.now) == .hasRoot)
        let below = try leaf(issuedBy: intermediate)
        #expect(trust.verdict(on: below, intermediates: [try intermediate.document], at: TestCertificate.now) == .hasRoot)
        #expect(trust.verdict(on: below, at: TestCertificate.now) == .refused)
    }

    @Test func expiredForgedAndUnknownOnesAreRefused() throws {
        #expect(trust.verdict(on: try leaf(issuedBy: authority, days: -3 ... -1), at: TestCertificate.now) == .refused)
        #expect(trust.verdict(on: try leaf(issuedBy: authority, days: 1...2), at: TestCertificate.now) == .refused)
        let namesake = try TestCertificate.authority(try DistinguishedName { CommonName("Authority") })
        #expect(trust.verdict(on: try leaf(issuedBy: namesake), at: TestCertificate.now) == .refused)
        #expect(trust.verdict(on: try namesake.document, at: TestCertificate.now) == .refused)
        #expect(CertificateTrust(roots: []).verdict(on: try authority.document, at: TestCertificate.now) == .refused)
    }

    @Test func aLeafIsNoAuthority() throws {
        let leaf = try TestCertificate.make(try DistinguishedName { CommonName("leaf") }, issuedBy: authority)
        let forged = try self.leaf(issuedBy: leaf)
        #expect(trust.verdict(on: forged, intermediates: [try leaf.document], at: TestCertificate.now) == .refused)
    }

    @Test func theSystemsAuthoritiesTrustNobodyOfOurs() throws {
        #expect(CertificateTrust.system.verdict(on: try leaf(issuedBy: authority), at: TestCertificate.now) == .refused)
    }
}
