import Foundation
import SwiftASN1
@_spi(FixedExpiryValidationTime) import X509

/// The authorities whose signatures are trusted.
public struct CertificateTrust: Sendable {
    /// How a chain ends.
    public enum Verdict: Sendable, Hashable {
        /// The certificate is itself a trusted authority.
        case isRoot
        /// The certificate was signed, perhaps through others, by a trusted authority.
        case hasRoot
        /// No chain leads to a trusted authority, or one of its certificates is not valid.
        case refused
    }

    private let makeRoots: @Sendable () -> CertificateStore
    private var trustsAll = false

    /// The authorities that the system trusts, read when they are first needed.
    ///
    /// They are looked for where distributions of Linux keep them. Elsewhere nobody is trusted.
    public static let system = CertificateTrust { systemRoots }

    /// Trusts nobody but the authorities given, in DER. What does not parse is left out.
    public init(roots: [[UInt8]]) {
        let store = CertificateStore(roots.compactMap { try? Certificate(derEncoded: $0) })
        self.init { store }
    }

    /// Takes every certificate for one that a trusted authority signed. For tests, in which nobody's word counts but the test's.
    public static let unconditional: CertificateTrust = {
        var trust = CertificateTrust { CertificateStore() }
        trust.trustsAll = true
        return trust
    }()

    private init(_ makeRoots: @escaping @Sendable () -> CertificateStore) { self.makeRoots = makeRoots }

    /// Looks for a chain to a trusted authority whose certificates are all valid at a time, given in seconds since 1970.
    /// Whether one of them was revoked is not asked.
    public func verdict(
        on certificate: CertificateDocument, intermediates: [CertificateDocument] = [], at secondsSince1970: Double
    ) -> Verdict {
        guard let leaf = try? Certificate(derEncoded: certificate.encoded) else { return .refused }
        guard !trustsAll else { return .hasRoot }
        let (roots, between) = (makeRoots(), CertificateStore(intermediates.compactMap { try? Certificate(derEncoded: $0.encoded) }))
        let time = Date(timeIntervalSince1970: secondsSince1970)
        let verdict = RunToEnd.result {
            var verifier = Verifier(rootCertificates: roots) { RFC5280Policy(fixedExpiryValidationTime: time) }
            guard case .validCertificate(let chain) = await verifier.validate(leaf: leaf, intermediates: between) else {
                return Verdict.refused
            }
            return chain.count == 1 ? .isRoot : .hasRoot
        }
        return verdict ?? .refused
    }

    private static let systemRoots: CertificateStore = {
        let files = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"]
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else { continue }
            let documents = (try? PEMDocument.parseMultiple(pemString: String(decoding: data, as: UTF8.self))) ?? []
            return CertificateStore(documents.compactMap { try? Certificate(pemDocument: $0) })
        }
        return CertificateStore()
    }()
}
