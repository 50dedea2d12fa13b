/// An absolute URL in the parts that policies see and change.
public struct RequestURL: Sendable, Hashable {
    /// The scheme in lower case.
    public var scheme: String
    /// The host, without port.
    public var host: String
    /// The port, given or by the scheme.
    public var port: Int
    /// The path, percent-encoded as received, starting with a slash.
    public var path: String
    /// The query, percent-encoded as received, with its question mark; empty when there is none.
    public var queryString: String

    /// Makes a URL of its parts.
    public init(scheme: String, host: String, port: Int? = nil, path: String = "/", queryString: String = "") {
        self.scheme = scheme
        self.host = host
        self.port = port ?? Self.defaultPort(of: scheme)
        self.path = path
        self.queryString = queryString
    }

    /// Reads `scheme://host[:port]/path?query`; a fragment is dropped. Nil when there is no scheme or no host.
    public init?(_ text: String) {
        guard let separator = text.firstRange(of: "://"), separator.lowerBound != text.startIndex else { return nil }
        let rest = text[separator.upperBound...].prefix { $0 != "#" }
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard let (host, port) = Self.authority(rest[..<authorityEnd]) else { return nil }
        let queryStart = rest.firstIndex(of: "?") ?? rest.endIndex
        let path = String(rest[authorityEnd..<max(authorityEnd, queryStart)])
        self.init(
            scheme: text[..<separator.lowerBound].lowercased(), host: host, port: port,
            path: path.isEmpty ? "/" : path,
            queryString: rest.distance(from: queryStart, to: rest.endIndex) > 1 ? String(rest[queryStart...]) : "")
    }

    private static func authority(_ text: Substring) -> (String, Int?)? {
        let hostAndPort = text.lastIndex(of: "@").map { text[text.index(after: $0)...] } ?? text
        let portStart = hostAndPort.lastIndex(of: ":").flatMap { colon in hostAndPort[colon...].contains("]") ? nil : colon }
        guard let portStart else { return hostAndPort.isEmpty ? nil : (hostAndPort.lowercased(), nil) }
        let host = hostAndPort[..<portStart], digits = hostAndPort[hostAndPort.index(after: portStart)...]
        guard !host.isEmpty else { return nil }
        if digits.isEmpty { return (host.lowercased(), nil) }
        guard let port = UInt16(digits) else { return nil }
        return (host.lowercased(), Int(port))
    }

    /// The port that a scheme implies: 443 for `https` and `wss`, 80 for the rest.
    public static func defaultPort(of scheme: String) -> Int { scheme == "https" || scheme == "wss" ? 443 : 80 }

    /// Scheme, host and the port unless the scheme implies it.
    public var origin: String { "\(scheme)://\(authority)" }

    /// Host and the port unless the scheme implies it, as a Host header carries it.
    public var authority: String { port == Self.defaultPort(of: scheme) ? host : "\(host):\(port)" }

    /// Path and query, as a request line carries them.
    public var pathAndQuery: String { path + queryString }
}

extension RequestURL: CustomStringConvertible {
    /// The whole URL.
    public var description: String { origin + path + queryString }
}
