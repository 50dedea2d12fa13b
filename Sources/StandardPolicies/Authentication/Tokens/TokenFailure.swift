import PolicyRuntime

/// Why a token is refused. The reasons are those of the reference; where it quotes a library, the messages are ours.
struct TokenFailure: Error, Sendable, Hashable {
    let reason: PolicyError.Reason
    let message: String

    static let notPresent = TokenFailure(reason: "TokenNotPresent", message: "JWT not present.")
    static let notSigned = TokenFailure(reason: "TokenSignatureInvalid", message: "The token is not signed. Access denied.")
    static let signatureInvalid = TokenFailure(
        reason: "TokenSignatureInvalid", message: "The token's signature is not valid. Access denied.")
    static let keyNotFound = TokenFailure(
        reason: "TokenSignatureKeyNotFound", message: "The key that the token was signed with is not known. Access denied.")
    static let expired = TokenFailure(reason: "TokenExpired", message: "The token has expired. Access denied.")
    static let audienceNotAllowed = TokenFailure(
        reason: "TokenAudienceNotAllowed", message: "The token's audience is not allowed. Access denied.")
    static let issuerNotAllowed = TokenFailure(
        reason: "TokenIssuerNotAllowed", message: "The token's issuer is not allowed. Access denied.")

    /// Anything that has no reason of its own.
    static func invalid(_ message: String) -> TokenFailure { TokenFailure(reason: "JwtInvalid", message: message) }

    static func claimsMissing(_ names: [String]) -> TokenFailure {
        TokenFailure(
            reason: "TokenClaimNotFound",
            message: "JWT token is missing the following claims: \(names.joined(separator: ", ")) Access denied.")
    }

    static func claimNotAllowed(_ name: String, _ values: [String]) -> TokenFailure {
        TokenFailure(
            reason: "TokenClaimValueNotAllowed",
            message: "Claim \(name) value of \(values.joined(separator: ", ")) is not allowed. Access denied.")
    }
}
