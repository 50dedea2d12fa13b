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
        let text = text.utf8
        guard let schemeEnd = Self.schemeEnd(of: text) else { return nil }
        let rest = text[text.index(schemeEnd, offsetBy: 3)...].prefix { $0 != UInt8(ascii: "#") }
        let authorityEnd = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        guard let (host, port) = Self.authority(rest[..<authorityEnd]) else { return nil }
        let queryStart = rest[authorityEnd...].firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
        let path = Substring(rest[authorityEnd..<queryStart])
        let query = Substring(rest[queryStart...])
        self.init(
            scheme: Substring(text[..<schemeEnd]).lowercased(), host: host, port: port,
            path: path.isEmpty ? "/" : String(path), queryString: query == "?" ? "" : String(query))
    }

    /// Where `://` begins, with something before it.
    private static func schemeEnd(of text: String.UTF8View) -> String.Index? {
        var candidates = text[...]
        while let colon = candidates.firstIndex(of: UInt8(ascii: ":")) {
            if text[colon...].starts(with: "://".utf8) { return colon == text.startIndex ? nil : colon }
            candidates = text[text.index(after: colon)...]
        }
        return nil
    }

    private static func authority(_ text: Substring.UTF8View) -> (String, Int?)? {
        let hostAndPort = text.lastIndex(of: UInt8(ascii: "@")).map { text[text.index(after: $0)...] } ?? text
        let portStart = hostAndPort.lastIndex(of: UInt8(ascii: ":")).flatMap { colon in
            hostAndPort[colon...].contains(UInt8(ascii: "]")) ? nil : colon
        }
        let host = Substring(hostAndPort[..<(portStart ?? hostAndPort.endIndex)])
        guard !host.isEmpty else { return nil }
        guard let portStart else { return (host.lowercased(), nil) }
        let digits = Substring(hostAndPort[hostAndPort.index(after: portStart)...])
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
