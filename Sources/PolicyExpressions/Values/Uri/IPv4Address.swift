/// An address of the Internet Protocol's version 4.
struct IPv4Address: Hashable {
    let value: UInt32

    init(_ value: UInt32) { self.value = value }

    /// Reads one to four numbers with dots between them, each decimal, octal or hexadecimal; the last fills what is left.
    init?(_ text: some Collection<UInt8>) {
        let parts = Array(text).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var value: UInt64 = 0
        for (index, part) in parts.enumerated() {
            guard let number = Self.number(Array(part)) else { return nil }
            let isLast = index == parts.count - 1
            let bits = isLast ? 8 * (5 - parts.count) : 8
            guard number < 1 << UInt64(bits) else { return nil }
            value = value << UInt64(bits) | number
        }
        self.value = UInt32(truncatingIfNeeded: value)
    }

    private static func number(_ digits: [UInt8]) -> UInt64? {
        var (digits, radix) = (digits[...], UInt64(10))
        if digits.count > 2, digits[0] == UInt8(ascii: "0"), digits[1] | 0x20 == UInt8(ascii: "x") {
            (digits, radix) = (digits.dropFirst(2), 16)
        } else if digits.count > 1, digits[0] == UInt8(ascii: "0") {
            (digits, radix) = (digits.dropFirst(), 8)
        }
        guard !digits.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = UriCharacters.hexadecimal(byte), digit < radix, value <= 0xFFFF_FFFF else { return nil }
            value = value * radix + digit
        }
        return value <= 0xFFFF_FFFF ? value : nil
    }

    var bytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * $0)) } }
    var text: String { bytes.map { String($0) }.joined(separator: ".") }
    var isLoopback: Bool { value >> 24 == 127 }
}

/// An address of the Internet Protocol's version 6.
struct IPv6Address: Hashable {
    /// Eight numbers of 16 bits.
    let groups: [UInt16]
    /// What stands behind `%`.
    let zone: UInt32

    /// Reads an address without brackets.
    init?(_ text: some Collection<UInt8>) {
        var bytes = Array(text)
        var zone: UInt32 = 0
        if let percent = bytes.firstIndex(of: UInt8(ascii: "%")) {
            guard let number = UInt32(String(decoding: bytes[(percent + 1)...], as: UTF8.self)) else { return nil }
            zone = number
            bytes.removeSubrange(percent...)
        }
        guard let groups = Self.groups(bytes) else { return nil }
        (self.groups, self.zone) = (groups, zone)
    }

    private static func groups(_ bytes: [UInt8]) -> [UInt16]? {
        let colons = bytes.indices.dropLast().filter { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x3A }
        guard colons.count <= 1 else { return nil }
        guard let gap = colons.first else {
            guard let all = list(bytes[...]), all.count == 8 else { return nil }
            return all
        }
        guard let head = list(bytes[..<gap]), let tail = list(bytes[(gap + 2)...]), head.count + tail.count < 8 else { return nil }
        return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    /// Groups with colons between them; the last may be an address of version 4.
    private static func list(_ bytes: ArraySlice<UInt8>) -> [UInt16]? {
        if bytes.isEmpty { return [] }
        var groups: [UInt16] = []
        let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(0x2E) {
                guard part.count(where: { $0 == 0x2E }) == 3, let embedded = IPv4Address(part) else { return nil }
                groups += [UInt16(truncatingIfNeeded: embedded.value >> 16), UInt16(truncatingIfNeeded: embedded.value)]
                continue
            }
            guard (1...4).contains(part.count), part.allSatisfy({ UriCharacters.hexadecimal($0) != nil }) else { return nil }
            groups.append(part.reduce(0) { $0 << 4 | UInt16(UriCharacters.hexadecimal($1) ?? 0) })
        }
        return groups
    }

    var bytes: [UInt8] { groups.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] } }
    var isLoopback: Bool { groups[..<7].allSatisfy { $0 == 0 } && groups[7] == 1 }

    /// The address in the form of RFC 5952: the longest run of zeros left out, version 4 with dots where it is embedded.
    var text: String {
        let embedded = hasEmbeddedAddress
        let count = embedded ? 6 : 8
        let gap = longestZeros(count)
        var text = ""
        var index = 0
        while index < count {
            if index == gap.lowerBound, gap.count > 1 {
                text += "::"
                index = gap.upperBound
                continue
            }
            if !text.isEmpty, !text.hasSuffix(":") { text += ":" }
            text += String(groups[index], radix: 16)
            index += 1
        }
        if embedded {
            if !text.hasSuffix(":") { text += ":" }
            text += IPv4Address(UInt32(groups[6]) << 16 | UInt32(groups[7])).text
        }
        return text
    }

    /// The address with its zone, if it has one.
    var textWithZone: String { zone == 0 ? text : "\(text)%\(zone)" }

    private func longestZeros(_ count: Int) -> Range<Int> {
        var (best, start) = (0..<0, 0)
        for index in 0...count where index == count || groups[index] != 0 {
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        return best
    }

    private var hasEmbeddedAddress: Bool {
        if groups[..<4].allSatisfy({ $0 == 0 }), groups[6] != 0 {
            if groups[4] == 0, groups[5] == 0 || groups[5] == 0xFFFF { return true }
            if groups[4] == 0xFFFF, groups[5] == 0 { return true }
        }
        return groups[4] == 0 && groups[5] == 0x5EFE
    }
}
