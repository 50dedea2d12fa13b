import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions

/// A request for a token of the gateway's own, to a server of OAuth 2.0 or to Azure's endpoint of identities.
package struct AccessTokenRequest {
    /// What the token is for, as the store of tokens knows it.
    let purpose: String
    let head: HTTPRequest
    var body: [UInt8] = []

    private static let sizeLimit = 256 * 1024
    private static let timeout = Duration.seconds(30)
    /// How long a token counts whose server does not say: RFC 6749 leaves it open.
    private static let usualSeconds: Double = 300
    private static let unixEpochTicks: Int64 = 621_355_968_000_000_000

    /// The token: one that was got before, or a new one.
    package func token(_ context: inout RequestContext, _ position: PolicyPosition) async throws(PolicyError) -> String {
        let tokens = context.services.stores.accessTokens
        if let token = tokens.token(for: purpose, at: context.services.clock.now) { return token }
        let request = TransportRequest(head: head, body: .bytes(body), timeout: Self.timeout)
        let response = try await context.send(request, at: position)
        let answer = try await Self.answer(response)
        guard let token = answer.string("access_token"), !token.isEmpty else {
            throw PolicyError(nil, "The answer of '\(head.authority ?? "")' holds no token.")
        }
        tokens.keep(token, for: purpose, until: Self.expiry(answer, at: context.services.clock.now))
        return token
    }

    /// The token server's answer. What it says about an error is shown as far as RFC 6749 names it.
    private static func answer(_ response: TransportResponse) async throws(PolicyError) -> LocatedJSON {
        let bytes: [UInt8]
        do { bytes = try await response.body.collect(upTo: sizeLimit) } catch {
            throw PolicyError(nil, "The answer of the token server broke off or is longer than \(sizeLimit) bytes.")
        }
        let json = try? JSONReader.read(SourceText(name: "token", utf8: bytes))
        guard response.head.status.code == 200 else {
            let reason = json?.string("error").map { ": \($0)" } ?? ""
            throw PolicyError(nil, "The token server answered with status \(response.head.status.code)\(reason).")
        }
        guard let json else { throw PolicyError(nil, "The answer of the token server is not JSON.") }
        return json
    }

    /// `expires_on` in seconds since 1970, or `expires_in` in seconds; Azure writes both as texts.
    private static func expiry(_ answer: LocatedJSON, at now: NetDateTime) -> NetDateTime {
        if let seconds = number(answer["expires_on"]), (0...1e11).contains(seconds) {
            return NetDateTime(ticks: unixEpochTicks + Int64(seconds) * 10_000_000, kind: .utc)
        }
        let seconds = min(max(number(answer["expires_in"]) ?? usualSeconds, 0), 31_536_000)
        return NetDateTime(ticks: now.ticks + Int64(seconds) * 10_000_000, kind: .utc)
    }

    private static func number(_ json: LocatedJSON?) -> Double? {
        switch json?.kind {
        case .number(let text), .string(let text): Double(text)
        default: nil
        }
    }
}

extension AccessTokenRequest {
    /// Asks for a token of a managed identity; nil as the client is the system's own.
    package init(identity client: String?, resource: String, at endpoint: ManagedIdentityEndpoint) throws(PolicyError) {
        var url = endpoint.url
        var query = "?api-version=\(endpoint.version)&resource=\(QueryParameters.encode(resource))"
        if let client { query += "&client_id=\(QueryParameters.encode(client))" }
        url.queryString = query
        let fields = MultiValueDictionary([(name: endpoint.field.name, value: endpoint.field.value)])
        head = try HTTPRequest(leavingTo: url, method: "GET", headers: fields)
        purpose = "managed-identity|\(QueryParameters.encode(client ?? ""))|\(QueryParameters.encode(resource))"
    }

    /// Asks a token server for a token of a client (RFC 6749, 4.4).
    package init(_ credentials: ClientCredentials) throws(PolicyError) {
        let fields = MultiValueDictionary([
            (name: "Content-Type", value: "application/x-www-form-urlencoded"), (name: "Accept", value: "application/json"),
        ])
        head = try HTTPRequest(leavingTo: credentials.tokenURL, method: "POST", headers: fields)
        var form = [("grant_type", "client_credentials"), ("client_id", credentials.clientID), ("client_secret", credentials.clientSecret)]
        if let scope = credentials.scope { form.append(("scope", scope)) }
        body = Array(form.map { "\($0.0)=\(QueryParameters.encode($0.1))" }.joined(separator: "&").utf8)
        let parts = [credentials.tokenURL.description, credentials.clientID, credentials.scope ?? ""].map(QueryParameters.encode)
        purpose = "client-credentials|" + parts.joined(separator: "|")
    }
}
