/// What .NET knows of a scheme.
struct UriScheme {
    let name: String
    /// -1 where the scheme has none.
    let defaultPort: Int
    /// Whether `//` and a host must follow.
    let needsAuthority: Bool
    /// Whether the path has segments, of which `.` and `..` are resolved.
    let isHierarchical: Bool
    let hasQuery: Bool

    private init(_ name: String, _ port: Int, needsAuthority: Bool = true, isHierarchical: Bool = true, hasQuery: Bool = true) {
        (self.name, defaultPort, self.needsAuthority) = (name, port, needsAuthority)
        (self.isHierarchical, self.hasQuery) = (isHierarchical, hasQuery)
    }

    /// The scheme of a name in lower case.
    init(_ name: String) {
        self = Self.known[name] ?? UriScheme(name, -1, needsAuthority: false)
    }

    private static let known: [String: UriScheme] = Dictionary(
        uniqueKeysWithValues: [
            UriScheme("http", 80), UriScheme("https", 443), UriScheme("ws", 80), UriScheme("wss", 443),
            UriScheme("ftp", 21, hasQuery: false), UriScheme("gopher", 70, hasQuery: false), UriScheme("nntp", 119, hasQuery: false),
            UriScheme("net.tcp", 808), UriScheme("net.pipe", -1), UriScheme("telnet", 23, hasQuery: false),
            UriScheme("ldap", 389, needsAuthority: false), UriScheme("file", -1, needsAuthority: false),
            UriScheme("mailto", 25, needsAuthority: false, isHierarchical: false),
            UriScheme("news", -1, needsAuthority: false, isHierarchical: false, hasQuery: false),
            UriScheme("uuid", -1, needsAuthority: false, isHierarchical: false, hasQuery: false),
        ].map { ($0.name, $0) })

    /// `CheckSchemeName`.
    static func isName(_ name: some Collection<UInt8>) -> Bool {
        guard let first = name.first, UriCharacters.isLetter(first) else { return false }
        return name.allSatisfy {
            UriCharacters.isLetter($0) || UriCharacters.isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
    }
}

/// A host in its canonical form.
struct UriHost: Hashable {
    /// System.UriHostNameType.
    enum Kind: Int32, NetEnumerationRepresentable {
        case unknown, basic, dns, ipv4, ipv6
        static var fallback: Self { .unknown }
        static var symbol: TypeSymbol { .named(.uriHostNameType, []) }
    }

    let kind: Kind
    /// With brackets around an address of version 6.
    let text: String
    /// What stands behind `%` in an address of version 6.
    var zone: UInt32 = 0
    var isLoopback = false

    static let empty = UriHost(kind: .basic, text: "")

    /// Reads a host; nil where it is none.
    init?(_ bytes: ArraySlice<UInt8>) {
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
            guard let address = IPv6Address(bytes.dropFirst().dropLast()) else { return nil }
            self.init(kind: .ipv6, text: "[\(address.text)]", zone: address.zone, isLoopback: address.isLoopback)
        } else if let address = IPv4Address(bytes) {
            self.init(kind: .ipv4, text: address.text, isLoopback: address.isLoopback)
        } else if Self.isDomainName(bytes) {
            let name = String(decoding: bytes, as: UTF8.self).lowercased()
            self.init(kind: .dns, text: name, isLoopback: name == "localhost" || name == "loopback")
        } else {
            return nil
        }
    }

    init(kind: Kind, text: String, zone: UInt32 = 0, isLoopback: Bool = false) {
        (self.kind, self.text, self.zone, self.isLoopback) = (kind, text, zone, isLoopback)
    }

    private static func isDomainName(_ bytes: ArraySlice<UInt8>) -> Bool {
        var labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty ?? false { labels.removeLast() }
        return labels.allSatisfy { label in
            guard let first = label.first, label.count <= 63 else { return false }
            guard isLetterOrDigit(first) else { return false }
            return label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        UriCharacters.isLetter(byte) || UriCharacters.isDigit(byte) || byte >= 0x80
    }

    /// `DnsSafeHost`: without brackets, with the zone.
    var dnsSafeText: String {
        guard kind == .ipv6 else { return text }
        return String(text.dropFirst().dropLast()) + (zone == 0 ? "" : "%\(zone)")
    }

    /// `IdnHost`: labels beyond ASCII in Punycode.
    var internationalText: String {
        guard kind == .dns, text.utf8.contains(where: { $0 >= 0x80 }) else { return dnsSafeText }
        return text.split(separator: ".", omittingEmptySubsequences: false).map { label in
            label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : "xn--" + Punycode.encoded(label.unicodeScalars.map(\.value))
        }.joined(separator: ".")
    }
}

/// RFC 3492.
enum Punycode {
    static func encoded(_ scalars: [UInt32]) -> String {
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias, handled) = (UInt32(128), UInt32(0), UInt32(72), UInt32(basicCount))
        while handled < scalars.count {
            guard let smallest = scalars.filter({ $0 >= next }).min() else { break }
            delta &+= (smallest - next) &* (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta &+= 1 }
                guard scalar == next else { continue }
                append(delta, bias, to: &output)
                bias = adapted(delta, handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta &+= 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ delta: UInt32, _ bias: UInt32, to output: inout [UInt8]) {
        var (rest, k) = (delta, UInt32(36))
        while true {
            let threshold = k <= bias ? 1 : min(26, k - bias)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            k += 36
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30) }

    private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var (delta, k) = (isFirst ? delta / 700 : delta / 2, UInt32(0))
        delta += delta / count
        while delta > 455 { (delta, k) = (delta / 35, k + 36) }
        return k + 36 * delta / (delta + 38)
    }
}
