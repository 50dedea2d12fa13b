/// Base64 with the alphabet for URLs and without padding (RFC 7515, section 2).
public enum Base64URL {
    /// Reads exactly what `encode` writes: no padding, no white space, and no bits behind the last byte that are not 0; nil for
    /// anything else, so that a token has one spelling.
    public static func decode(_ digits: some Collection<UInt8>) -> [UInt8]? {
        digits.withContiguousStorageIfAvailable { decode($0) } ?? Array(digits).withUnsafeBufferPointer { decode($0) }
    }

    /// The same for digits in a text.
    public static func decode(_ text: some StringProtocol) -> [UInt8]? { decode(text.utf8) }

    private static func decode(_ digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard digits.count % 4 != 1 else { return nil }
        var (bits, held): (UInt32, UInt32) = (0, 0)
        let bytes = [UInt8](unsafeUninitializedCapacity: digits.count / 4 * 3 + 2) { bytes, count in
            for digit in digits {
                guard let value = value(of: digit) else {
                    bits = 1
                    return
                }
                (bits, held) = (bits << 6 | UInt32(value), held + 6)
                guard held >= 8 else { continue }
                held -= 8
                bytes[count] = UInt8(truncatingIfNeeded: bits >> held)
                count += 1
                bits &= 1 << held - 1
            }
        }
        return bits == 0 ? bytes : nil
    }

    /// Writes bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        var (text, bits, held): ([UInt8], UInt32, Int) = ([], 0, 0)
        for byte in bytes {
            (bits, held) = (bits << 8 | UInt32(byte), held + 8)
            while held >= 6 {
                held -= 6
                text.append(alphabet[Int(bits >> UInt32(held) & 63)])
            }
            bits &= 1 << UInt32(held) - 1
        }
        if held > 0 { text.append(alphabet[Int(bits << UInt32(6 - held) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
