/// A reference such as `&quot;` or `&#34;` in the bytes of a document.
struct EntityReference {
    /// The offset behind `;`.
    var end: Int
    /// The character that it stands for.
    var scalar: UInt32

    /// The longest one, `&#x0010FFFF;`, with room for leading zeros.
    private static let longest = 16

    /// Reads the reference that begins with the `&` at an offset; nil when it is none, or none that XML knows.
    init?(in bytes: Bytes, at offset: Int, limit: Int) {
        let limit = min(limit, offset + Self.longest)
        guard let semicolon = bytes.firstOffset(of: .semicolon, from: offset + 1, limit: limit), semicolon > offset + 1 else { return nil }
        let scalar =
            bytes[offset + 1] == .number
            ? Self.characterReference(in: bytes, offset + 2, semicolon) : Self.named(in: bytes, offset + 1, semicolon)
        guard let scalar else { return nil }
        (end, self.scalar) = (semicolon + 1, scalar)
    }

    private static func named(in bytes: Bytes, _ start: Int, _ end: Int) -> UInt32? {
        switch end - start {
        case 2 where bytes.hasPrefix("lt", at: start, limit: end): 0x3C
        case 2 where bytes.hasPrefix("gt", at: start, limit: end): 0x3E
        case 3 where bytes.hasPrefix("amp", at: start, limit: end): 0x26
        case 4 where bytes.hasPrefix("quot", at: start, limit: end): 0x22
        case 4 where bytes.hasPrefix("apos", at: start, limit: end): 0x27
        default: nil
        }
    }

    private static func characterReference(in bytes: Bytes, _ start: Int, _ end: Int) -> UInt32? {
        let isHexadecimal = start < end && bytes[start] == UInt8(ascii: "x")
        let digits = Bytes(rebasing: bytes[(isHexadecimal ? start + 1 : start)..<end])
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard let number = digit.hexadecimalValue, isHexadecimal || number < 10 else { return nil }
            value = value * (isHexadecimal ? 16 : 10) + number
            guard value <= 0x10FFFF else { return nil }
        }
        return isXMLCharacter(value) ? value : nil
    }

    private static func isXMLCharacter(_ value: UInt32) -> Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
