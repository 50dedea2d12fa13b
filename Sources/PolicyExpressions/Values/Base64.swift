/// Base64 as .NET's Convert reads and writes it.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// `Convert.ToBase64String`.
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        let source = Array(bytes)
        let count = (source.count + 2) / 3 * 4
        return String(unsafeUninitializedCapacity: count) { output in
            for group in 0..<(source.count + 2) / 3 {
                let (offset, available) = (group * 3, min(3, source.count - group * 3))
                var bits = UInt32(source[offset]) << 16
                if available > 1 { bits |= UInt32(source[offset + 1]) << 8 }
                if available > 2 { bits |= UInt32(source[offset + 2]) }
                for place in 0..<4 {
                    let digit = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
                    output[group * 4 + place] = place <= available ? digit : UInt8(ascii: "=")
                }
            }
            return count
        }
    }

    /// `Convert.FromBase64String`: white space is skipped, padding must be there; throws FormatException.
    public static func decode(_ text: NetString) throws(EvaluationError) -> [UInt8] {
        let digits = text.withUTF8 { $0.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } }
        let padding = digits.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard digits.count % 4 == 0, padding <= 2 else { throw invalid }
        var (bytes, bits, held): ([UInt8], UInt32, Int) = ([], 0, 0)
        bytes.reserveCapacity(digits.count / 4 * 3)
        for digit in digits.dropLast(padding) {
            guard let value = value(of: digit) else { throw invalid }
            (bits, held) = (bits << 6 | UInt32(value), held + 6)
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static var invalid: EvaluationError {
        .format(
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, "
                + "or an illegal character among the padding characters.")
    }
}
