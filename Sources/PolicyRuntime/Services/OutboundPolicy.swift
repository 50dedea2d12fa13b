public import PolicyExpressions

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Which servers `send-request` and `send-one-way-request` may reach.
///
/// It judges the URL as it stands. Names are resolved by the transport: a host that must not trust the DNS of its network
/// has to keep the transport from inner addresses as well.
public struct OutboundPolicy: Sendable {
    /// Where a URL comes from.
    public enum Origin: Sendable {
        /// It stands in the document as it is.
        case document
        /// An expression made it, perhaps of what a caller sent.
        case expression
    }

    private let rule: @Sendable (RequestURL, Origin) -> Bool

    /// Makes a policy of a rule that says whether a URL may be reached.
    public init(permitting rule: @escaping @Sendable (RequestURL, Origin) -> Bool) { self.rule = rule }

    /// Whether a URL may be reached.
    public func permits(_ url: RequestURL, from origin: Origin) -> Bool { rule(url, origin) }

    /// Everything.
    public static let unrestricted = OutboundPolicy { _, _ in true }

    /// Everything that stands in a document; what an expression made must be neither a link-local address nor one at which a
    /// cloud tells its machines about themselves, their tokens included.
    public static let standard = OutboundPolicy { url, origin in
        switch origin {
        case .document: true
        case .expression: !OutboundHost(url.host).isForMachinesThemselves
        }
    }
}

/// A host as a resolver understands it.
struct OutboundHost {
    private let name: String
    private let address: [UInt8]?

    init(_ host: String) {
        var name = host.lowercased()
        if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
        // A zone, as in fe80::1%eth0, belongs to the address; a dot at the end to no name.
        name = String(name.prefix { $0 != "%" })
        while name.hasSuffix(".") { name.removeLast() }
        self.name = name
        address = Self.version4(name) ?? Self.version6(name)
    }

    /// Link-local addresses (RFC 3927, RFC 4291), and those of the clouds' metadata services.
    var isForMachinesThemselves: Bool {
        guard let address else { return Self.names.contains(name) }
        if address.count == 4 {
            return address.starts(with: [169, 254]) || address == [168, 63, 129, 16] || address == [100, 100, 100, 200]
        }
        return address[0] == 0xFE && address[1] & 0xC0 == 0x80 || address == Self.amazon
    }

    private static let names: Set<String> = ["metadata", "metadata.google.internal", "instance-data", "instance-data.ec2.internal"]
    private static let amazon: [UInt8] = [0xFD, 0, 0x0E, 0xC2] + [UInt8](repeating: 0, count: 10) + [0x02, 0x54]

    /// Every form that resolvers take: `169.254.169.254`, `0xA9FEA9FE`, `2852039166`, `169.254.43518`.
    private static func version4(_ text: String) -> [UInt8]? {
        var address = in_addr()
        guard inet_aton(text, &address) != 0 else { return nil }
        return withUnsafeBytes(of: &address) { Array($0) }
    }

    /// An address of version 6; one that stands for an address of version 4 is that one.
    private static func version6(_ text: String) -> [UInt8]? {
        var address = in6_addr()
        guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && [[0xFF, 0xFF], [0, 0]].contains(Array(bytes[10..<12]))
        return isMapped && bytes[12...] != [0, 0, 0, 1] && bytes[12...] != [0, 0, 0, 0] ? Array(bytes[12...]) : bytes
    }
}
