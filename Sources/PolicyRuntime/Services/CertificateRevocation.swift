public import PolicyExpressions

/// Knows which certificates their authorities have revoked: by lists (RFC 5280) or by asking (OCSP, RFC 6960).
///
/// The engine asks nobody by itself. A document that demands the check, which `validate-client-certificate` does unless it says otherwise,
/// is refused without one.
public protocol CertificateRevocation: Sendable {
    /// Whether a certificate was revoked.
    ///
    /// - Throws: anything, where it cannot be told; the certificate is then refused.
    func isRevoked(_ certificate: GatewayCertificate) async throws -> Bool
}
