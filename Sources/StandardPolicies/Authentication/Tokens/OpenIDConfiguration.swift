import HTTPTypes
import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// What an issuer of tokens publishes of itself (OpenID Connect Discovery): its name and its keys.
struct OpenIDConfiguration: Sendable {
    let issuer: String?
    let keys: [TokenKey]

    private static let sizeLimit = 1024 * 1024
    private static let timeout = Duration.seconds(10)

    /// The configuration at a URL: kept for an hour, and used longer while its server does not answer.
    ///
    /// - Parameter isLacking: Whether a token names a key that the configuration at hand does not have.
    static func configuration(
        at url: String, isLacking: Bool = false, _ context: inout RequestContext, _ position: PolicyPosition
    ) async throws(PolicyError) -> OpenIDConfiguration {
        let (values, now) = (context.services.stores.remoteValues, context.services.clock.now)
        let old: OpenIDConfiguration?
        switch values.state(of: url, as: OpenIDConfiguration.self, at: now, isLacking: isLacking) {
        case .present(let value): return value
        case .outdated(let value): old = value
        case .absent: old = nil
        }
        do throws(PolicyError) {
            let fetched = try await fetch(url, &context, position)
            values.keep(fetched, as: url, at: now)
            return fetched
        } catch {
            guard let old, error.reason != .clientConnectionFailure else { throw error }
            context.trace("The OpenID configuration could not be fetched; the old one is used: \(error.message)", at: position)
            return old
        }
    }

    private static func fetch(
        _ url: String, _ context: inout RequestContext, _ position: PolicyPosition
    ) async throws(PolicyError) -> OpenIDConfiguration {
        let configuration = try await document(url, &context, position)
        guard let keysURL = configuration.string("jwks_uri") else {
            throw PolicyError(nil, "The OpenID configuration at '\(url)' names no keys (jwks_uri).")
        }
        let keys = try await document(keysURL, &context, position)
        return OpenIDConfiguration(issuer: configuration.string("issuer"), keys: [TokenKey](webKeySet: keys))
    }

    private static func document(
        _ url: String, _ context: inout RequestContext, _ position: PolicyPosition
    ) async throws(PolicyError) -> LocatedJSON {
        let fields = MultiValueDictionary([(name: "Accept", value: "application/json")])
        let head = try HTTPRequest(leavingTo: try RequestURL(evaluated: url), method: "GET", headers: fields)
        let response = try await context.send(TransportRequest(head: head, timeout: timeout, followsRedirects: true), at: position)
        guard response.head.status.code == 200 else {
            throw PolicyError(nil, "'\(url)' answered with status \(response.head.status.code).")
        }
        let bytes: [UInt8]
        do { bytes = try await response.body.collect(upTo: sizeLimit) } catch {
            throw PolicyError(nil, "The answer of '\(url)' broke off or is longer than \(sizeLimit) bytes.")
        }
        guard let json = try? JSONReader.read(SourceText(name: url, utf8: bytes)) else {
            throw PolicyError(nil, "The answer of '\(url)' is not JSON.")
        }
        return json
    }
}
