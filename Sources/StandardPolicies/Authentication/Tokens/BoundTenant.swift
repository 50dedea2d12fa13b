import PolicyExpressions
import PolicyRuntime

/// A tenant of Microsoft Entra with its name bound.
struct BoundTenant: Sendable {
    let name: BoundValue<NetString>
    let endpoint: BoundValue<NetString>

    /// Where the tenant publishes its issuer and keys.
    func configurationURL(_ context: inout RequestContext) throws(PolicyError) -> String {
        let name = Self.trimmed(try name(&context).string)
        if name.hasPrefix("https://") { return name + Self.path }
        let endpoint = Self.trimmed(try endpoint(&context).string)
        return (endpoint.contains("://") ? endpoint : "https://" + endpoint) + "/" + name + Self.path
    }

    private static let path = "/v2.0/.well-known/openid-configuration"

    private static func trimmed(_ text: String) -> String { text.hasSuffix("/") ? String(text.dropLast()) : text }

    /// The issuer of tokens of version 1.0 of the tenant whose issuer of version 2.0 is given: `https://HOST/TENANT/v2.0`.
    static func firstIssuer(besides issuer: String) -> String? {
        let parts = issuer.split(separator: "/", omittingEmptySubsequences: true)
        guard parts.count == 4, parts[3] == "v2.0" else { return nil }
        return "https://sts.windows.net/\(parts[2])/"
    }
}
