import PolicyExpressions
import PolicyRuntime

/// What tokens are compared with, bound.
struct BoundTokenRules: Sendable {
    let requiresExpiration: BoundValue<Bool>
    let clockSkew: BoundValue<Int32>
    let configurations: [BoundValue<NetString>]
    let keys: [BoundTokenKey]
    let audiences: [BoundValue<NetString>]
    let issuers: [BoundValue<NetString>]
    let claims: [BoundClaim]
    /// The tenant of Microsoft Entra whose tokens these are.
    var tenant: BoundTenant?
    /// The applications of which one must have asked for the token.
    var clientApplications: [BoundValue<NetString>] = []

    /// Why a token is refused; nil for one that is as it should be.
    func failure(
        of token: SignedToken, _ context: inout RequestContext, _ position: PolicyPosition
    ) async throws(PolicyError) -> TokenFailure? {
        var keys = TokenKeys()
        for key in self.keys { if let key = try key.key(&context) { keys.own.append(key) } }
        let published: [String]
        do throws(PolicyError) {
            published = try await publishedIssuers(token, &keys, &context, position)
        } catch {
            guard error.reason != .clientConnectionFailure, error.reason != .expressionValueEvaluationFailure else { throw error }
            context.trace("The keys of an issuer could not be fetched: \(error.message)", at: position)
            return .invalid("The keys of the issuer could not be fetched. Access denied.")
        }
        if let failure = keys.failure(of: token) { return failure }
        if let failure = try lifetimeFailure(of: token, &context) { return failure }
        if let failure = try audienceFailure(of: token, &context) { return failure }
        if let failure = try issuerFailure(of: token, published, &context) { return failure }
        if let failure = try clientFailure(of: token, &context) { return failure }
        return try claimFailure(of: token, &context)
    }

    /// Adds the keys that issuers publish, fetched once more for a token with a key that nobody knows, and gives the issuers' names.
    private func publishedIssuers(
        _ token: SignedToken, _ keys: inout TokenKeys, _ context: inout RequestContext, _ position: PolicyPosition
    ) async throws(PolicyError) -> [String] {
        var issuers: [String] = []
        for isLacking in [false, true] where !isLacking || keys.lacks(token) {
            (keys.published, issuers) = ([], [])
            for url in try configurationURLs(&context) {
                let configuration = try await OpenIDConfiguration.configuration(at: url, isLacking: isLacking, &context, position)
                keys.published += configuration.keys
                guard let issuer = configuration.issuer else { continue }
                issuers.append(issuer)
                if tenant != nil, let first = BoundTenant.firstIssuer(besides: issuer) { issuers.append(first) }
            }
        }
        return issuers
    }

    private func configurationURLs(_ context: inout RequestContext) throws(PolicyError) -> [String] {
        var urls: [String] = []
        for url in configurations { urls.append(try url(&context).string) }
        if let tenant { urls.append(try tenant.configurationURL(&context)) }
        return urls
    }

    /// .NET's ticks at the time from which tokens count seconds.
    private static let unixEpochTicks: Int64 = 621_355_968_000_000_000

    private func lifetimeFailure(of token: SignedToken, _ context: inout RequestContext) throws(PolicyError) -> TokenFailure? {
        let now = Double(context.services.clock.now.ticks - Self.unixEpochTicks) / 10_000_000
        let skew = Double(try clockSkew(&context))
        if token.claims.has("nbf") {
            guard let start = token.claims.number("nbf") else { return .invalid("The claim nbf is not a number.") }
            if start > now + skew { return .invalid("The token is not valid yet. Access denied.") }
        }
        guard token.claims.has("exp") else {
            return try requiresExpiration(&context) ? .invalid("The token does not say when it ends. Access denied.") : nil
        }
        guard let end = token.claims.number("exp") else { return .invalid("The claim exp is not a number.") }
        return end + skew <= now ? .expired : nil
    }

    private func audienceFailure(of token: SignedToken, _ context: inout RequestContext) throws(PolicyError) -> TokenFailure? {
        guard !audiences.isEmpty else { return nil }
        let found = token.claims.values("aud") ?? []
        for audience in audiences where found.contains(try audience(&context).string) { return nil }
        return .audienceNotAllowed
    }

    /// An issuer of many tenants publishes a name with a place for the token's.
    private func issuerFailure(
        of token: SignedToken, _ published: [String], _ context: inout RequestContext
    ) throws(PolicyError) -> TokenFailure? {
        guard !issuers.isEmpty || !published.isEmpty else { return nil }
        guard let found = token.claims.values("iss"), found.count == 1 else { return .issuerNotAllowed }
        let tenant = token.claims.values("tid")?.first ?? ""
        if published.contains(where: { $0.replacing("{tenantid}", with: tenant) == found[0] }) { return nil }
        for issuer in issuers where try issuer(&context).string == found[0] { return nil }
        return .issuerNotAllowed
    }

    /// Tokens of version 2.0 name the application in `azp`, those of version 1.0 in `appid`.
    private func clientFailure(of token: SignedToken, _ context: inout RequestContext) throws(PolicyError) -> TokenFailure? {
        guard !clientApplications.isEmpty else { return nil }
        guard let found = token.claims.values("azp") ?? token.claims.values("appid") else { return .claimsMissing(["azp"]) }
        for application in clientApplications where found == [try application(&context).string] { return nil }
        return .claimNotAllowed(token.claims.has("azp") ? "azp" : "appid", found)
    }

    private func claimFailure(of token: SignedToken, _ context: inout RequestContext) throws(PolicyError) -> TokenFailure? {
        var missing: [String] = []
        for claim in claims {
            let name = try claim.name(&context).string
            if !token.claims.has(name) { missing.append(name) }
        }
        if !missing.isEmpty { return .claimsMissing(missing) }
        for claim in claims {
            let name = try claim.name(&context).string, found = token.claims.values(name) ?? []
            if try !claim.accepts(found, &context) { return .claimNotAllowed(name, found) }
        }
        return nil
    }
}

/// The check of a request's token.
struct BoundTokenValidation: Sendable {
    let source: BoundTokenSource
    let rules: BoundTokenRules
    let status: BoundValue<Int32>
    let message: BoundValue<NetString>?
    let output: BoundValue<NetString>?
    let position: PolicyPosition
    /// The keys that tokens are encrypted for; without any, no token is taken that is encrypted.
    var decryptionKeys: [BoundDecryptionKey] = []

    func callAsFunction(_ context: inout RequestContext) async throws(PolicyError) {
        guard let text = try source.token(&context) else { throw try refusal(.notPresent, &context) }
        let token: SignedToken
        let keys = try decryptionKeys(for: text, &context)
        do throws(TokenFailure) {
            token = try SignedToken(keys.isEmpty ? text : EncryptedToken(text).decrypted(with: keys))
        } catch { throw try refusal(error, &context) }
        if let failure = try await rules.failure(of: token, &context, position) { throw try refusal(failure, &context) }
        guard let name = try output?(&context), let jwt = JsonWebToken(NetString(token.text)) else { return }
        context.setVariable(name, to: .object(jwt), at: position)
    }

    /// The keys for a token that is encrypted. One that is only signed is taken too, since it must be signed either way.
    private func decryptionKeys(for text: String, _ context: inout RequestContext) throws(PolicyError) -> [TokenDecryptionKey] {
        guard EncryptedToken.isEncrypted(text) else { return [] }
        var keys: [TokenDecryptionKey] = []
        for key in decryptionKeys { keys.append(try key.key(&context)) }
        return keys
    }

    /// LastError has the reason, the caller gets the configured text, or ours.
    private func refusal(_ failure: TokenFailure, _ context: inout RequestContext) throws(PolicyError) -> PolicyError {
        var error = PolicyError(failure.reason, failure.message, statusCode: try status(&context), isMessagePublic: true)
        if let message { error.callerMessage = try message(&context).string }
        return error
    }
}
