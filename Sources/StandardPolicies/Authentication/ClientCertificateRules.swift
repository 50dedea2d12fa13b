import PolicyCryptography
import PolicyExpressions
import PolicyRuntime

/// What a client's certificate must fulfil.
struct ClientCertificateRules: Sendable {
    let validatesTrust: Bool
    let asksRevocation: Bool
    let validatesNotBefore: Bool
    let validatesNotAfter: Bool
    let identities: [BoundCertificateIdentity]

    private static let unixEpochTicks: Int64 = 621_355_968_000_000_000

    /// Which rule is broken; nil for a certificate that is accepted.
    func problem(_ context: inout RequestContext) async throws(PolicyError) -> String? {
        guard let certificate = context.gateway.request.clientCertificate else { return "The client showed no certificate." }
        let now = context.services.clock.now
        if validatesNotBefore, now < certificate.notBefore { return "The client's certificate is not valid yet." }
        if validatesNotAfter, now > certificate.notAfter { return "The client's certificate has expired." }
        if validatesTrust, !isTrusted(certificate, context) { return "No trusted authority signed the client's certificate." }
        if asksRevocation, let problem = await revocationProblem(certificate, context.services.revocation) { return problem }
        guard !identities.isEmpty else { return nil }
        for identity in identities where try identity.matches(certificate, &context) { return nil }
        return "The client's certificate is none of those expected."
    }

    /// When the certificate's own time does not count, its signature is looked at as of a time at which it was valid.
    private func isTrusted(_ certificate: GatewayCertificate, _ context: RequestContext) -> Bool {
        let time = min(max(context.services.clock.now, certificate.notBefore), certificate.notAfter)
        let seconds = Double(time.ticks - Self.unixEpochTicks) / 10_000_000
        return context.services.certificateTrust.verdict(on: certificate.document, at: seconds) != .refused
    }

    private func revocationProblem(_ certificate: GatewayCertificate, _ revocation: (any CertificateRevocation)?) async -> String? {
        do {
            guard let revocation else { return "Whether the client's certificate was revoked cannot be asked." }
            return try await revocation.isRevoked(certificate) ? "The client's certificate was revoked." : nil
        } catch {
            return "Whether the client's certificate was revoked could not be asked."
        }
    }
}

/// Whom a certificate may be about, bound.
struct BoundCertificateIdentity: Sendable {
    typealias Rule = @Sendable (GatewayCertificate, String, RequestContext) -> Bool

    private let rules: [(value: BoundValue<NetString>, isMet: Rule)]

    init(_ rules: [(value: BoundValue<NetString>, isMet: Rule)]) { self.rules = rules }

    func matches(_ certificate: GatewayCertificate, _ context: inout RequestContext) throws(PolicyError) -> Bool {
        for rule in rules {
            let value = try rule.value(&context).string
            if !rule.isMet(certificate, value, context) { return false }
        }
        return !rules.isEmpty
    }
}

extension ValidateClientCertificate.Identity {
    func bind(in scope: inout CompilationScope) -> BoundCertificateIdentity {
        let rules: [(PolicyValue<String>?, BoundCertificateIdentity.Rule)] = [
            (thumbprint, { certificate, value, _ in certificate.hasThumbprint(value) }),
            (serialNumber, { certificate, value, _ in certificate.hasSerialNumber(value) }),
            (commonName, { certificate, value, _ in certificate.document.subject.commonName?.lowercased() == value.lowercased() }),
            (subject, { certificate, value, _ in CertificateName(certificate.subjectName) == CertificateName(value) }),
            (dnsName, { certificate, value, _ in certificate.document.hasDNSName(value) }),
            (issuerSubject, { certificate, value, _ in CertificateName(certificate.issuerName) == CertificateName(value) }),
            (
                issuerThumbprint,
                { certificate, value, context in certificate.isIssued(in: context) { $0.certificate.hasThumbprint(value) } }
            ),
            (issuerCertificateID, { certificate, value, context in certificate.isIssued(in: context) { $0.id == value } }),
        ]
        return BoundCertificateIdentity(
            rules.compactMap { attribute, rule in attribute.map { (scope.bindText($0), rule) } })
    }
}

extension GatewayCertificate {
    /// A serial number is compared without leading zeros.
    fileprivate func hasSerialNumber(_ text: String) -> Bool {
        let own = Hexadecimal.upper(document.serialNumber).drop { $0 == "0" }
        return own == text.uppercased().filter(\.isHexDigit).drop { $0 == "0" }
    }

    /// Whether one of the gateway's certificates signed this one.
    fileprivate func isIssued(in context: RequestContext, by isIssuer: ((id: String, certificate: GatewayCertificate)) -> Bool) -> Bool {
        let time = min(max(context.services.clock.now, notBefore), notAfter)
        let seconds = Double(time.ticks - 621_355_968_000_000_000) / 10_000_000
        return context.gateway.deployment.certificates.filter(isIssuer).contains { issuer in
            CertificateTrust(roots: [issuer.certificate.document.encoded]).verdict(on: document, at: seconds) == .hasRoot
        }
    }
}

extension DistinguishedName {
    /// The first common name (CN).
    fileprivate var commonName: String? { relativeNames.joined().first { $0.type == "2.5.4.3" }?.value }
}

/// A distinguished name as people write it: spaces around commas, case, and which end comes first make no difference.
private struct CertificateName: Equatable {
    private let parts: [String]

    init(_ text: String) {
        parts = text.lowercased().split(separator: ",").map { part in
            part.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces }.joined(separator: "=")
        }
    }

    static func == (left: Self, right: Self) -> Bool { left.parts == right.parts || left.parts == right.parts.reversed() }
}

extension CertificateDocument {
    fileprivate func hasDNSName(_ name: String) -> Bool {
        alternativeNames(ofIssuer: false).contains { alternative in
            if case .dnsName(let own) = alternative { own.lowercased() == name.lowercased() } else { false }
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
