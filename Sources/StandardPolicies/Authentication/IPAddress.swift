/// An address of IPv4 or IPv6. One of IPv4 is the same as the one of IPv6 that it is mapped to (RFC 4291, 2.5.5.2).
struct IPAddress: Comparable, Sendable {
    /// The bits as an IPv6 address.
    let bits: UInt128
    /// Whether it was written as an IPv4 address.
    let isVersion4: Bool

    /// Reads dotted decimals, or groups of hexadecimal digits with at most one `::`; a zone at the end is left out. Octets
    /// with leading zeros are refused, since some read them as octal.
    init?(_ written: String) {
        let text = written.utf8.drop { $0 == 0x20 }
        let trimmed = Substring(text).split(separator: " ", omittingEmptySubsequences: true)
        guard trimmed.count == 1, let whole = trimmed.first else { return nil }
        if let octets = Self.octets(whole) {
            bits = 0xFFFF_0000_0000 | UInt128(octets)
            isVersion4 = true
            return
        }
        guard let groups = Self.groups(whole.prefix { $0 != "%" }) else { return nil }
        bits = groups.reduce(0) { $0 << 16 | UInt128($1) }
        isVersion4 = false
    }

    static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }

    static func == (left: Self, right: Self) -> Bool { left.bits == right.bits }

    private static func octets(_ text: Substring) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            let isCanonical = part.count == 1 || part.first != "0"
            guard isCanonical, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let octet = UInt8(part) else { return nil }
            bits = bits << 8 | UInt32(octet)
        }
        return bits
    }

    private static func groups(_ text: Substring) -> [UInt16]? {
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        switch halves.count {
        case 1:
            guard let all = plainGroups(halves[0]), all.count == 8 else { return nil }
            return all
        case 2:
            guard let head = plainGroups(halves[0]), let tail = plainGroups(halves[1]), head.count + tail.count < 8 else { return nil }
            return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
        default: return nil
        }
    }

    /// Groups without `::`; the last may be dotted decimals that stand for two.
    private static func plainGroups(_ text: Substring) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let octets = octets(part) {
                groups += [UInt16(octets >> 16), UInt16(truncatingIfNeeded: octets)]
                continue
            }
            let isHexadecimal = (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { UInt8(ascii: "+") != $0 }
            guard isHexadecimal, let group = UInt16(part, radix: 16) else { return nil }
            groups.append(group)
        }
        return groups
    }
}

/// Addresses from one to another, both included.
struct IPAddressRange: Sendable {
    let first: IPAddress
    let last: IPAddress

    /// Reads an address or a network in CIDR notation.
    init?(_ written: String) {
        let parts = written.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else { return nil }
        guard parts.count > 1 else {
            (first, last) = (address, address)
            return
        }
        let width = address.isVersion4 ? 32 : 128
        guard parts.count == 2, let length = Int(parts[1]), (0...width).contains(length), !parts[1].hasPrefix("+") else { return nil }
        let host = length == 0 && width == 128 ? UInt128.max : (UInt128(1) << UInt128(width - length)) &- 1
        first = IPAddress(bits: address.bits & ~host, isVersion4: address.isVersion4)
        last = IPAddress(bits: address.bits | host, isVersion4: address.isVersion4)
    }

    /// From the beginning of one range to the end of another.
    init(from: IPAddressRange, to: IPAddressRange) { (first, last) = (from.first, to.last) }

    /// Whether an address lies in it.
    func contains(_ address: IPAddress) -> Bool { first <= address && address <= last }
}

extension IPAddress {
    fileprivate init(bits: UInt128, isVersion4: Bool) { (self.bits, self.isVersion4) = (bits, isVersion4) }
}
