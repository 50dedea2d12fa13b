/// Hides secrets in texts that leave the engine, as they are and in the forms in which requests carry them: base64, percent-encoded
/// and escaped in JSON.
public struct SecretMask: Sendable {
    /// What is shown in a secret's place.
    public static let replacement = "•••"

    /// The forms of all secrets by their first byte, longest first: 256 lists, since every byte of a text is looked up. No list
    /// where there is nothing to hide.
    private let forms: [[[UInt8]]]

    /// Hides nothing.
    public init() { forms = [] }

    /// Makes a mask; empty secrets are left out. Where one secret holds another, the longer one is hidden whole.
    public init(_ secrets: some Sequence<String>) {
        self.init(forms: Set(secrets.lazy.filter { !$0.isEmpty }.flatMap(SecretForms.all)))
    }

    /// A mask that hides what either of two hides.
    public func union(_ other: SecretMask) -> SecretMask {
        SecretMask(forms: Set(forms.joined()).union(other.forms.joined()))
    }

    private init(forms all: Set<[UInt8]>) {
        var forms = [[[UInt8]]](repeating: [], count: all.isEmpty ? 0 : 256)
        for form in all.sorted(by: { $0.count > $1.count }) { forms[Int(form[0])].append(form) }
        self.forms = forms
    }

    /// Whether there is nothing to hide.
    public var isEmpty: Bool { forms.isEmpty }

    /// The text with `•••` in place of every secret.
    public func mask(_ text: String) -> String {
        guard !forms.isEmpty else { return text }
        var text = text
        return text.withUTF8 { bytes in
            var (masked, copied, position) = ([UInt8](), 0, 0)
            while position < bytes.count {
                guard let length = lengthOfSecret(at: position, in: bytes) else {
                    position += 1
                    continue
                }
                masked += bytes[copied..<position]
                masked += Self.replacement.utf8
                position += length
                copied = position
            }
            masked += bytes[copied...]
            return String(decoding: masked, as: UTF8.self)
        }
    }

    private func lengthOfSecret(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let candidates = forms[Int(bytes[position])]
        guard !candidates.isEmpty else { return nil }
        return candidates.first { bytes[position...].starts(with: $0) }?.count
    }
}

/// The byte sequences by which a text can be recognised after it was encoded.
enum SecretForms {
    /// The text and its encoded forms.
    static func all(of secret: String) -> [[UInt8]] {
        let bytes = Array(secret.utf8)
        let encodedForURLs = [Letters.upper, Letters.lower].flatMap { digits in
            [percentEncoded(bytes, digits, spaceIsPlus: false), percentEncoded(bytes, digits, spaceIsPlus: true)]
        }
        let escaped = [jsonEscaped(bytes, escapesSlash: false), jsonEscaped(bytes, escapesSlash: true)]
        return [bytes] + encodedForURLs + escaped + base64(bytes)
    }

    private enum Letters {
        static let upper = Array("0123456789ABCDEF".utf8)
        static let lower = Array("0123456789abcdef".utf8)
    }

    private static func percentEncoded(_ bytes: [UInt8], _ digits: [UInt8], spaceIsPlus: Bool) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): [byte]
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): [byte]
            case UInt8(ascii: " ") where spaceIsPlus: [UInt8(ascii: "+")]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }

    private static func jsonEscaped(_ bytes: [UInt8], escapesSlash: Bool) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "/") where escapesSlash: [UInt8(ascii: "\\"), byte]
            case 0x08: Array("\\b".utf8)
            case 0x09: Array("\\t".utf8)
            case 0x0A: Array("\\n".utf8)
            case 0x0C: Array("\\f".utf8)
            case 0x0D: Array("\\r".utf8)
            case 0..<0x20: Array("\\u00".utf8) + [Letters.lower[Int(byte >> 4)], Letters.lower[Int(byte & 15)]]
            default: [byte]
            }
        }
    }

    /// Base64 of the text alone, and what is always the same of it inside of longer texts, such as the `user:password` of Basic.
    private static func base64(_ bytes: [UInt8]) -> [[UInt8]] {
        let alphabets = ["+/", "-_"].map { Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\($0)".utf8) }
        return alphabets.flatMap { alphabet in
            let inside = (0..<3).map { base64(bytes, alphabet, behind: $0) }.filter { $0.count >= 8 }
            return inside + [paddedBase64(bytes, alphabet)]
        }
    }

    private static func paddedBase64(_ bytes: [UInt8], _ alphabet: [UInt8]) -> [UInt8] {
        let padding = (3 - bytes.count % 3) % 3
        let encoded = sextets(of: bytes + [UInt8](repeating: 0, count: padding), alphabet)
        return encoded.dropLast(padding) + [UInt8](repeating: UInt8(ascii: "="), count: padding)
    }

    /// The characters that depend on the text alone when `offset` bytes stand before it.
    private static func base64(_ bytes: [UInt8], _ alphabet: [UInt8], behind offset: Int) -> [UInt8] {
        let shifted = [UInt8](repeating: 0, count: offset) + bytes
        let whole = shifted.count * 8 / 6
        let padded = shifted + [UInt8](repeating: 0, count: (3 - shifted.count % 3) % 3)
        return Array(sextets(of: padded, alphabet)[..<whole].dropFirst((offset * 8 + 5) / 6))
    }

    private static func sextets(of bytes: [UInt8], _ alphabet: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bytes.count - 2, by: 3).flatMap { index -> [UInt8] in
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
            return [18, 12, 6, 0].map { alphabet[Int(group >> $0 & 63)] }
        }
    }
}
