import PolicyCryptography
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// The credential manager of a recorded context.
struct RecordedAuthorizations: AuthorizationProvider {
    let sources: [String: AuthorizationSource]

    /// Why a recording has no token.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    func authorization(for request: AuthorizationRequest) throws -> AuthorizationSource {
        let name = request.providerID + "/" + request.authorizationID
        guard let source = sources[name] else {
            throw Missing(description: "the recorded context has no authorization '\(name)'")
        }
        return source
    }

    /// `{"accessToken": "…", "claims": {…}}`, or what the client credentials grant needs.
    static func read(_ json: LocatedJSON) throws(Diagnostic) -> AuthorizationSource {
        try json.requireMembers(
            ["accessToken", "claims", "tokenUrl", "clientId", "clientSecret", "scope"], of: "an authorization")
        guard let url = json["tokenUrl"] else {
            guard let token = json["accessToken"] else {
                throw Diagnostic("missing-member", .error, "an authorization needs 'accessToken' or 'tokenUrl'", at: json.span)
            }
            var grant = AuthorizationGrant(accessToken: try token.text("accessToken"))
            for claim in try json["claims"]?.members("claims") ?? [] { grant.claims[claim.name] = try claim.value.text(claim.name) }
            return .granted(grant)
        }
        guard let tokenURL = RequestURL(try url.text("tokenUrl")) else { throw url.mismatch("tokenUrl", "an absolute URL") }
        return .clientCredentials(
            ClientCredentials(
                tokenURL: tokenURL, clientID: try json["clientId"]?.text("clientId") ?? "",
                clientSecret: try json["clientSecret"]?.text("clientSecret") ?? "", scope: try json["scope"]?.text("scope")))
    }
}

/// What a recorded context says about the client's certificate.
private struct RecordedRevocation: CertificateRevocation {
    let standing: CertificateStanding?

    func isRevoked(_ certificate: GatewayCertificate) -> Bool { standing == .revoked }
}

extension GatewayServices {
    /// The services with what a recorded context knows of the world: connections, and the standing of the client's certificate.
    func recording(_ context: RecordedContext) -> GatewayServices {
        var result = self
        result.authorizations = RecordedAuthorizations(sources: context.authorizations)
        result.revocation = RecordedRevocation(standing: context.request.certificateStanding)
        switch context.request.certificateStanding {
        case .trusted, .revoked:
            result.certificateTrust = .unconditional
        case .untrusted: result.certificateTrust = CertificateTrust(roots: [])
        case nil: break
        }
        return result
    }
}
